import Foundation

/// The lines of a text file.
enum TextLines {
  /// Reads UTF-8 text, one entry a line; blank lines are left out.
  ///
  /// - Throws: `DataError` when the file is absent, has no entry, or is not UTF-8.
  static func read(_ url: URL) throws -> [String] {
    let file = try DataFile(contentsOf: url)
    let lines = try file.bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .enumerated().map { index, bytes in
        guard let line = String(validating: bytes, as: UTF8.self) else {
          throw DataError(
            file: file.name, expected: "text in UTF-8",
            found: "other bytes in entry \(index + 1)")
        }
        return line
      }
    guard !lines.isEmpty else {
      throw DataError(
        file: file.name, expected: "at least one line of text",
        found: file.bytes.isEmpty ? "an empty file" : "only blank lines")
    }
    return lines
  }
}
