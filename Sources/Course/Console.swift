import Checks
import ExerciseKit
import Foundation
import LessonKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Words in the terminal: plain ones elsewhere.
enum Console {
  /// How to write, by the options and the surroundings, as the lessons do.
  static let appearance: Appearance = {
    let words = try? CommonWords(Array(CommandLine.arguments.dropFirst()))
    return Appearance(
      isPlain: words?.isPlain ?? false, colour: words?.colour ?? .auto, isTerminal: isatty(1) == 1,
      environment: ProcessInfo.processInfo.environment)
  }()

  enum Style: String {
    case good = "32"
    case bad = "31"
    case faint = "2"
    case strong = "1"
  }

  static func styled(_ text: String, _ style: Style) -> String {
    appearance.hasColour ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }

  /// The exit status when the output cannot be written: a full disk, for example.
  static let cannotWrite: Int32 = 74

  /// Prints a line, wholly or not at all: a full disk ends the tool with one sentence, a reader who
  /// has gone with none.
  static func say(_ text: String) {
    var rest = Array((text + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        if errno != EPIPE {
          let reason = String(cString: strerror(errno))
          let words: Text = "the output cannot be written: \(reason)"
          complain("Course: \(words.words)")
        }
        exit(cannotWrite)
      }
    }
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// A value as JSON, for editors and programs.
  static func say(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}

/// The three ways an exercise can stand.
enum Mark: String, Encodable {
  case notAttempted, failing, passing

  init(_ state: Outcome.State) {
    self =
      switch state {
      case .notAttempted: .notAttempted
      case .passed: .passing
      default: .failing
      }
  }

  /// One character, with its colour where there are colours.
  var sign: String {
    let isPlain = Console.appearance.isPlain
    return switch self {
    case .notAttempted: Console.styled(isPlain ? "." : "·", .faint)
    case .failing: Console.styled(isPlain ? "x" : "✗", .bad)
    case .passing: Console.styled(isPlain ? "+" : "✓", .good)
    }
  }
}

extension String {
  /// At least so wide, at least one space at the end.
  func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  /// Exactly so wide: longer text ends in "...".
  func fitted(to width: Int) -> String {
    count > width
      ? prefix(max(0, width - 3)) + "..." : self + String(repeating: " ", count: width - count)
  }

  /// Moved to the right end of a column.
  func flushRight(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// Paragraphs in 70 columns behind a label.
  func wrapped(label: String) -> String {
    let margin = String(repeating: " ", count: label.count)
    var rows = [""]
    for word in split(whereSeparator: \.isWhitespace) {
      if !rows[rows.count - 1].isEmpty, rows[rows.count - 1].count + word.count + 1 > 70 {
        rows.append("")
      }
      rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + word
    }
    return label + rows.joined(separator: "\n" + margin)
  }
}
