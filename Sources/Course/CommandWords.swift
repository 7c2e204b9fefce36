import ExerciseKit
import Foundation
import LessonKit

/// The options that every command takes, those of the lessons: how to write, and in which language.
struct CommonWords {
  private(set) var isPlain = false
  private(set) var colour = Appearance.Colour.auto
  private(set) var language: String?
  /// The words without them.
  private(set) var rest: [String] = []

  init(_ words: [String]) throws(UsageError) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--plain": isPlain = true
      case "--color": colour = try Self.colour(words.popFirst())
      case _ where word.hasPrefix("--color="):
        colour = try Self.colour(String(word.dropFirst("--color=".count)))
      case "--language": language = try Self.language(words.popFirst())
      case _ where word.hasPrefix("--language="):
        language = try Self.language(String(word.dropFirst("--language=".count)))
      default: rest.append(word)
      }
    }
  }

  private static func language(_ word: String?) throws(UsageError) -> String {
    guard let word, !word.isEmpty else { throw UsageError("--language needs a language's code") }
    return word
  }

  private static func colour(_ word: String?) throws(UsageError) -> Appearance.Colour {
    guard let word else { throw UsageError("--color needs always, never or auto") }
    guard let colour = Appearance.Colour(rawValue: word) else {
      throw UsageError("--color needs always, never or auto, not \"\(word)\"")
    }
    return colour
  }
}

/// The words after `swift run Course`: a command, its arguments, and options.
struct CommandWords {
  let command: String
  private(set) var arguments: [String] = []
  private var flags: Set<String> = []
  private var values: [String: String] = [:]

  /// Takes the words apart; `flags` stand alone, `valued` options are followed by a value.
  init(_ words: [String], flags known: [String: Set<String>], valued: [String: Set<String>]) throws
  {
    let first = words.first { !$0.hasPrefix("-") } ?? "map"
    command = known[first] == nil && valued[first] == nil ? "" : first
    guard !command.isEmpty else {
      let commands = Set(known.keys).union(valued.keys).sorted()
      if let near = Self.nearest(to: first, among: commands) {
        throw UsageError("there is no command \"\(first)\": did you mean `\(near)`?")
      }
      throw UsageError("there is no command \"\(first)\"")
    }
    var rest = words
    if let place = rest.firstIndex(of: first) { rest.remove(at: place) }
    while let word = rest.first {
      rest.removeFirst()
      guard word.hasPrefix("--") else {
        arguments.append(word)
        continue
      }
      if known[first, default: []].contains(word) {
        flags.insert(word)
      } else if valued[first, default: []].contains(word) {
        guard let value = rest.first, !value.hasPrefix("--") else {
          throw UsageError("\(word) needs a value")
        }
        rest.removeFirst()
        values[word] = value
      } else {
        throw UsageError("`\(first)` has no option \"\(word)\"")
      }
    }
  }

  /// The word that a slip of the finger or two away was meant.
  static func nearest(to word: String, among words: [String]) -> String? {
    let most = word.count < 4 ? 1 : 2
    let near = words.map { ($0, distance(Array(word), Array($0))) }.filter { $0.1 <= most }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// How many letters must be put in, left out, replaced or swapped with their neighbour (Damerau,
  /// 1964).
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var rows = [Array(0...other.count)]
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  func value(_ option: String) -> String? { values[option] }

  /// An argument that names a folder, seen from where the tool was called.
  func folder(_ index: Int) -> URL { Place.named(arguments[index]) }

  /// A whole number that an option gives.
  func number(_ option: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let word = values[option] else { return nil }
    guard let number = Int(word), range.contains(number) else {
      throw UsageError(
        "\(option) \(word): expected a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// Refuses more arguments than a command takes.
  func expect(_ count: ClosedRange<Int>, _ what: Text) throws {
    guard count.contains(arguments.count) else { throw UsageError("`\(command)` takes \(what)") }
  }
}

/// A command line that the tool does not understand.
struct UsageError: Error {
  let message: Text
  init(_ message: Text) { self.message = message }
}
