import Foundation

/// Plain text in UTF-8.
public enum TextFile {
  /// Reads a whole text.
  ///
  /// - Throws: `DataError` when the file is absent, empty, compressed, or not UTF-8.
  public static func text(of url: URL) throws -> String {
    try text(DataFile(contentsOf: url))
  }

  /// Reads a list with one entry a line; blank lines are left out.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - count: how many entries there must be, when that is known: a file that was cut off shows.
  /// - Throws: `DataError` when the file is absent, has no entry or another number of them, or is not
  ///   UTF-8.
  public static func lines(of url: URL, count: Int? = nil) throws -> [String] {
    let file = try DataFile(contentsOf: url)
    let lines = try text(file).split(whereSeparator: \.isNewline).map(String.init)
    guard !lines.isEmpty else {
      throw DataError(
        file: file.name, expected: "at least one line of text", found: "only blank lines")
    }
    if let count { try file.expect(count, "lines", found: lines.count) }
    return lines
  }

  private static func text(_ file: DataFile) throws -> String {
    guard !file.bytes.isEmpty else {
      throw DataError(file: file.name, expected: "text", found: "an empty file")
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      let good = String(decoding: file.bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw DataError(
        file: file.name, line: good.count(where: \.isNewline) + 1, expected: "text in UTF-8",
        found: "other bytes")
    }
    return text
  }
}
