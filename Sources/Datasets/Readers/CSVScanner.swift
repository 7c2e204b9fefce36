/// Finds the cells of a CSV file, byte by byte, in one pass.
///
/// A cell is remembered as a place in the file. Text and numbers are made from it when asked for,
/// so that a large table of numbers never becomes a large table of strings.
struct CSVScanner {
  /// Where a cell stands, without its quotes and without the spaces around it.
  struct Cell: Sendable {
    var start: Int
    var end: Int
    var isQuoted = false
  }

  private let file: DataFile
  private let separator: UInt8
  private var position: Int
  private var line = 1

  init(_ file: DataFile, separator: UInt8) {
    self.file = file
    self.separator = separator
    position = file.hasByteOrderMark ? 3 : 0
  }

  /// Appends the cells of the next row that has any; returns its line, or nil at the end of the
  /// file.
  mutating func appendRow(to cells: inout [Cell]) throws -> Int? {
    while position < file.bytes.count, endOfLine() {}
    guard position < file.bytes.count else { return nil }
    let first = line
    while true {
      cells.append(try cell())
      if position == file.bytes.count || endOfLine() { return first }
      position += 1  // the separator
    }
  }

  /// Steps over LF, CR LF or CR, if one stands here.
  private mutating func endOfLine() -> Bool {
    let byte = file.bytes[position]
    guard byte == newline || byte == carriageReturn else { return false }
    position += 1
    if byte == carriageReturn, position < file.bytes.count, file.bytes[position] == newline {
      position += 1
    }
    line += 1
    return true
  }

  /// Reads one cell and stops at the comma, the line end or the end of the file behind it.
  private mutating func cell() throws -> Cell {
    let bytes = file.bytes
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == quote { return try quotedCell() }

    let start = position
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    var end = position
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return Cell(start: start, end: end)
  }

  private mutating func quotedCell() throws -> Cell {
    let bytes = file.bytes
    let opened = line
    position += 1
    let start = position
    while position < bytes.count {
      if bytes[position] == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
        position += 2
      } else if !endOfLine() {
        position += 1
      }
    }
    guard position < bytes.count else {
      throw DataError(
        file: file.name, line: opened, expected: "a closing quote", found: "the end of the file")
    }
    let end = position
    position += 1
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position == bytes.count || endsCell(bytes[position]) else {
      let rest = String(decoding: bytes[position...].prefix { !endsCell($0) }, as: UTF8.self)
      throw DataError(
        file: file.name, line: line,
        expected: "a \(CSVFile.Separator(byte: separator).word) after the closing quote",
        found: DataError.quoted(rest))
    }
    return Cell(start: start, end: end, isQuoted: true)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte == 0x09 && byte != separator)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
  }
}

extension CSVScanner.Cell {
  /// The text of the cell; two quotes inside a quoted cell are one.
  func text(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard isQuoted else { return text }
    return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }

  /// Whether the cell says that its value is not known, in quotes or without.
  func isMissing(in bytes: [UInt8]) -> Bool {
    guard end - start <= 4 else { return false }
    let upperCase = bytes[start..<end].map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    return Self.missing.contains(upperCase)
  }

  private static let missing = ["", "?", "NA", "N/A", "NAN", "NULL"].map { Array($0.utf8) }

  /// The cell as a finite number in decimal notation, or nil.
  ///
  /// Complexity: O(length); no memory is allocated for up to 15 digits.
  func number(in bytes: [UInt8]) -> Float? {
    var position = start
    var isNegative = false
    if position < end, bytes[position] == minus || bytes[position] == plus {
      isNegative = bytes[position] == minus
      position += 1
    }

    var digits = 0
    var decimals = 0
    var significand: UInt64 = 0
    var seenPoint = false
    while position < end {
      let byte = bytes[position]
      if byte == point, !seenPoint {
        seenPoint = true
      } else if byte >= zero, byte <= nine {
        digits += 1
        if seenPoint { decimals += 1 }
        if digits <= 15 { significand = significand * 10 + UInt64(byte - zero) }
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }

    // Up to 15 digits and 22 decimals both numbers are exact in Double, so one division rounds
    // once.
    if position == end, digits <= 15, decimals <= 22 {
      let value = Double(significand) / powersOfTen[decimals]
      return Float(isNegative ? -value : value)
    }
    guard position == end || isExponent(bytes, from: position) else { return nil }
    let number = Float(String(decoding: bytes[start..<end], as: UTF8.self))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether the rest of the cell is `e`, a sign or none, and digits.
  private func isExponent(_ bytes: [UInt8], from first: Int) -> Bool {
    guard bytes[first] | 0x20 == UInt8(ascii: "e") else { return false }
    var position = first + 1
    if position < end, bytes[position] == minus || bytes[position] == plus { position += 1 }
    return position < end && bytes[position..<end].allSatisfy { $0 >= zero && $0 <= nine }
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")
private let point = UInt8(ascii: ".")
private let zero = UInt8(ascii: "0")
private let nine = UInt8(ascii: "9")

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
