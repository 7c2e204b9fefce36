import Foundation

/// Plain text in UTF-8, the same whoever wrote it.
///
/// A byte-order mark at the beginning is no part of the text, and a line ends with LF, however the
/// file ends its lines (CR LF, CR): a model that learns letters would else learn those of one
/// editor.
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
  /// - Throws: `DataError` when the file is absent, has no entry or another number of them, or is
  ///   not UTF-8.
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
    try file.refuseOtherThanUTF8()
    let marked = file.hasByteOrderMark ? 3 : 0
    guard file.bytes.count > marked else {
      throw DataError(file: file.name, expected: "text", found: "only a byte-order mark")
    }
    return String(decoding: withLineFeeds(file.bytes[marked...]), as: UTF8.self)
  }

  /// The bytes with LF in place of CR LF and of CR.
  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var follows = false
    for byte in bytes {
      if byte != lineFeed || !follows { result.append(byte == carriageReturn ? lineFeed : byte) }
      follows = byte == carriageReturn
    }
    return result
  }
}
