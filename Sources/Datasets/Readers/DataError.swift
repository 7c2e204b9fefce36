import Foundation

/// A data file that could not be used: which file, what was expected, and what was found instead.
///
/// Every reader of this module throws this error and no other; a damaged file never traps.
///
///     iris.csv, line 7: expected a number in column "petal length", found "1.x"
public struct DataError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  /// The name of the file, or of the data set when no single file is to blame.
  public let file: String

  /// The line of the file, counted from 1, where there are lines.
  public let line: Int?

  /// What a sound file has here, in words that continue "expected ...".
  public let expected: String

  /// What this file has instead, in words that continue "found ...".
  public let found: String

  /// Makes an error from its parts.
  public init(file: String, line: Int? = nil, expected: String, found: String) {
    self.file = file
    self.line = line
    self.expected = expected
    self.found = found
  }

  /// The whole message on one line.
  public var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return "\(place): expected \(expected), found \(found)"
  }

  /// The same message, for code that shows any error.
  public var errorDescription: String? { description }
}

extension DataError {
  /// Quotes text from a file for a message: on one line, and not longer than a reader wants.
  static func quoted(_ text: some StringProtocol, limit: Int = 40) -> String {
    let printable = text.prefix(limit).map { character in
      character.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } ? character : "?"
    }
    let tail = text.dropFirst(limit).isEmpty ? "" : "..."
    return "\"" + String(printable) + tail + "\""
  }
}
