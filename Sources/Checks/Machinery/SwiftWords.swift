/// The words of a Swift source without its comments and the text of its strings.
public struct SwiftWords {
  /// A name, a number, or a sign.
  public struct Word: Equatable, Sendable {
    /// The word itself.
    public let text: String
    /// The line it stands on, from 1.
    public let line: Int
  }

  /// The words in their order.
  public private(set) var words: [Word] = []
  /// Whether strings are nested so deeply that the rest was not read; no person writes such a
  /// source.
  public private(set) var isTooDeep = false

  private static let deepest = 32
  private var depth = 0
  private var bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// Reads a source.
  public init(_ source: String) {
    bytes = Array(source.utf8)
    while place < bytes.count { readOne() }
  }

  private mutating func readOne() {
    let byte = bytes[place]
    if starts("//") {
      while place < bytes.count, !Self.isLineEnd(bytes[place]) { place += 1 }
    } else if starts("/*") {
      skipBlockComment()
    } else if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "#") && startsRawString) {
      skipString()
    } else if Self.isWordByte(byte) {
      let start = place
      while place < bytes.count, Self.isWordByte(bytes[place]) { place += 1 }
      words.append(Word(text: String(decoding: bytes[start..<place], as: UTF8.self), line: line))
    } else if byte == UInt8(ascii: "`") || Self.isSpace(byte) {
      advance()
    } else {
      words.append(Word(text: String(UnicodeScalar(byte)), line: line))
      place += 1
    }
  }

  private mutating func advance() {
    // CR LF is one line's end, and a CR alone is one too.
    let isCRLF =
      bytes[place] == 13 && place + 1 < bytes.count && bytes[place + 1] == 10
    if Self.isLineEnd(bytes[place]), !isCRLF { line += 1 }
    place += 1
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        place += 2
      } else if starts("*/") {
        depth -= 1
        place += 2
      } else {
        advance()
      }
    } while depth > 0 && place < bytes.count
  }

  /// Skips a string; code interpolated into it is read as code.
  private mutating func skipString() {
    var hashes = 0
    while bytes[place] == UInt8(ascii: "#") {
      hashes += 1
      place += 1
    }
    let quotes = starts("\"\"\"") ? 3 : 1
    place += quotes
    let mark = String(repeating: "#", count: hashes)
    let close = String(repeating: "\"", count: quotes) + mark
    while place < bytes.count {
      if starts("\\" + mark + "(") {
        place += 2 + hashes
        readInterpolation()
      } else if starts("\\" + mark) {
        place += min(2 + hashes, bytes.count - place)
      } else if starts(close) {
        place += close.utf8.count
        return
      } else if quotes == 1, Self.isLineEnd(bytes[place]) {
        return  // A string that does not end: the compiler will complain.
      } else {
        advance()
      }
    }
  }

  private mutating func readInterpolation() {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      isTooDeep = true
      place = bytes.count
      return
    }
    var parentheses = 1
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "(") { parentheses += 1 }
      if bytes[place] == UInt8(ascii: ")") { parentheses -= 1 }
      if parentheses == 0 {
        place += 1
        return
      }
      readOne()
    }
  }

  private var startsRawString: Bool {
    var next = place
    while next < bytes.count, bytes[next] == UInt8(ascii: "#") { next += 1 }
    return next < bytes.count && bytes[next] == UInt8(ascii: "\"")
  }

  private func starts(_ text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
