import ExerciseKit
import Foundation

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
    guard !command.isEmpty else { throw UsageError("there is no command \"\(first)\"") }
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
