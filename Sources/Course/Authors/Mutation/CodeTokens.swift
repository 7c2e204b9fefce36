/// A Swift source cut into tokens that remember where they stand, so that a piece can be exchanged.
///
/// Just as much of the language as the reference answers use; what comes of a mistake here does not
/// compile, and then it is no mutant.
struct CodeTokens {
  enum Kind { case word, number, text, sign, punctuation }

  struct Token {
    let kind: Kind
    let text: String
    /// Where it stands, in bytes.
    let range: Range<Int>
    /// From 1.
    let line: Int
    /// Whether it is the first of its line.
    let startsLine: Bool
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  /// The other bracket of each bracket.
  private(set) var partners: [Int: Int] = [:]
  /// How many braces are open around each token.
  private(set) var depths: [Int] = []

  init(_ source: String) {
    bytes = Array(source.utf8)
    cut()
    pair()
  }

  subscript(_ place: Int) -> Token { tokens[place] }

  /// The token's text; empty beyond the ends.
  func text(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].text : "" }

  /// How many round and square brackets of the same line of declarations are open: 0 for a
  /// declaration itself.
  func partnerDepth(_ place: Int) -> Int {
    partners.count { $0.key < place && place < $0.value }
  }

  /// The bytes from one token to another, both included.
  func bytes(from first: Int, to last: Int) -> Range<Int> {
    tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The code from one token to another, both included.
  func code(_ places: Range<Int>) -> String {
    String(
      decoding: bytes[bytes(from: places.lowerBound, to: places.upperBound - 1)], as: UTF8.self)
  }

  func hasSpace(before place: Int) -> Bool {
    let start = tokens[place].range.lowerBound
    return start == 0 || Self.isSpace(bytes[start - 1])
  }

  func hasSpace(after place: Int) -> Bool {
    let end = tokens[place].range.upperBound
    return end == bytes.count || Self.isSpace(bytes[end])
  }

  // MARK: - Cutting

  private static let signs = Set("+-*/<>=!&|^%~?".utf8)

  private mutating func cut() {
    var place = 0
    var line = 1
    var isFirst = true
    while place < bytes.count {
      let byte = bytes[place]
      if Self.isSpace(byte) {
        if byte == 10 { (line, isFirst) = (line + 1, true) }
        place += 1
        continue
      }
      if starts("//", at: place) {
        while place < bytes.count, bytes[place] != 10 { place += 1 }
        continue
      }
      let (end, kind) = end(from: place)
      let text = String(decoding: bytes[place..<end], as: UTF8.self)
      tokens.append(
        Token(kind: kind, text: text, range: place..<end, line: line, startsLine: isFirst))
      isFirst = false
      place = end
    }
  }

  private func end(from start: Int) -> (Int, Kind) {
    var end = start + 1
    func advance(while holds: (UInt8) -> Bool) {
      while end < bytes.count, holds(bytes[end]) { end += 1 }
    }
    let byte = bytes[start]
    if byte == UInt8(ascii: "\"") { return (endOfText(from: start), .text) }
    if Self.isDigit(byte) {
      advance { Self.isDigit($0) || $0 == UInt8(ascii: "_") }
      let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
      if !isMember, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."),
        Self.isDigit(bytes[end + 1])
      {
        end += 1
        advance(while: Self.isDigit)
      }
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "e") {
        end += 2
        advance(while: Self.isDigit)
      }
      return (end, .number)
    }
    if Self.isLetter(byte) || byte == UInt8(ascii: "$") {
      advance { Self.isLetter($0) || Self.isDigit($0) }
      return (end, .word)
    }
    if starts("..", at: start) {
      end = start + (starts("...", at: start) || starts("..<", at: start) ? 3 : 2)
      return (end, .sign)
    }
    if Self.signs.contains(byte) {
      advance { Self.signs.contains($0) }
      return (end, .sign)
    }
    return (end, .punctuation)
  }

  /// Behind the closing quote; code in the text is a part of it.
  private func endOfText(from start: Int) -> Int {
    var place = start + 1
    var depth = 0
    while place < bytes.count {
      if starts("\\(", at: place) {
        (depth, place) = (depth + 1, place + 2)
      } else if bytes[place] == UInt8(ascii: "\\") {
        place += 2
      } else {
        if depth > 0, bytes[place] == UInt8(ascii: "(") { depth += 1 }
        if depth > 0, bytes[place] == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0, bytes[place] == UInt8(ascii: "\"") { return place + 1 }
        place += 1
      }
    }
    return place
  }

  private mutating func pair() {
    var open: [Int] = []
    var depth = 0
    for (place, token) in tokens.enumerated() {
      if token.text == "}" { depth -= 1 }
      depths.append(depth)
      if token.text == "{" { depth += 1 }
      guard token.kind == .punctuation else { continue }
      if ["(", "[", "{"].contains(token.text) { open.append(place) }
      if [")", "]", "}"].contains(token.text), let partner = open.popLast() {
        partners[place] = partner
        partners[partner] = place
      }
    }
  }

  private func starts(_ text: String, at place: Int) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
