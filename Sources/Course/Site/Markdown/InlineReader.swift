import ExerciseKit
import Foundation

/// Reads the words of a paragraph: code, emphasis, links and pictures.
///
/// Works on bytes: all signs that mean something are ASCII.
struct InlineReader {
  /// A piece that is finished, or a run of asterisks that may yet become emphasis.
  enum Piece {
    case done(MarkdownInline)
    case asterisks(count: Int, opens: Bool, closes: Bool)
  }

  private let bytes: [UInt8]
  private let firstLine: Int
  private var place = 0
  private var pieces: [Piece] = []
  private var text: [UInt8] = []

  /// The words of a piece of text that begins on a line of the document.
  static func inlines(_ words: String, line: Int) throws(MarkdownProblem) -> [MarkdownInline] {
    var reader = InlineReader(Array(words.utf8), line)
    return try reader.read()
  }

  private init(_ bytes: [UInt8], _ line: Int) {
    self.bytes = bytes
    firstLine = line
  }

  /// The document's line of a place.
  private func line(of place: Int) -> Int {
    firstLine + bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") }
  }

  private func problem(_ message: Text) -> MarkdownProblem {
    MarkdownProblem(line(of: place), message)
  }

  private func byte(_ place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

  private mutating func read() throws(MarkdownProblem) -> [MarkdownInline] {
    try refuseUnderscores()
    while let byte = byte(place) {
      switch byte {
      case UInt8(ascii: "`"): try readCode()
      case UInt8(ascii: "*"): readAsterisks()
      case UInt8(ascii: "\\"): readBackslash()
      case UInt8(ascii: "["): try readLink(isImage: false)
      case UInt8(ascii: "!") where self.byte(place + 1) == UInt8(ascii: "["):
        try readLink(isImage: true)
      case UInt8(ascii: "<"): try readAngle()
      case UInt8(ascii: "&"): try readAmpersand()
      case UInt8(ascii: "~") where self.byte(place + 1) == byte:
        throw problem("struck-out words: ~~")
      case UInt8(ascii: "h") where isAddress(at: place): readAddress()
      default:
        text.append(byte)
        place += 1
      }
    }
    endText()
    return Emphasis.joined(pieces)
  }

  private mutating func endText() {
    if !text.isEmpty { pieces.append(.done(.text(String(decoding: text, as: UTF8.self)))) }
    text = []
  }

  private mutating func add(_ piece: MarkdownInline, end: Int) {
    endText()
    pieces.append(.done(piece))
    place = end
  }

  // MARK: - Code, and signs that stand for themselves

  private func run(of byte: UInt8, from place: Int) -> Int {
    bytes[place...].prefix { $0 == byte }.count
  }

  /// The end of the code that begins here; nil when nothing closes it.
  private func codeEnd(from place: Int) -> (inside: Range<Int>, end: Int)? {
    let tick = UInt8(ascii: "`")
    let count = run(of: tick, from: place)
    var here = place + count
    while here < bytes.count {
      let found = run(of: tick, from: here)
      if found == count { return (place + count..<here, here + count) }
      here += max(1, found)
    }
    return nil
  }

  private mutating func readCode() throws(MarkdownProblem) {
    guard let (inside, end) = codeEnd(from: place) else {
      throw problem("a backtick that is never closed")
    }
    var code = bytes[inside].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }[...]
    let blank = UInt8(ascii: " ")
    if code.first == blank, code.last == blank, code.contains(where: { $0 != blank }) {
      code = code.dropFirst().dropLast()
    }
    add(.code(String(decoding: code, as: UTF8.self)), end: end)
  }

  private mutating func readBackslash() {
    if let next = byte(place + 1), Self.isPunctuation(next) {
      text.append(next)
      place += 2
    } else {
      text.append(bytes[place])
      place += 1
    }
  }

  private mutating func readAngle() throws(MarkdownProblem) {
    if isAddress(at: place + 1), let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) {
      let words = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
      add(.link([.text(words)], target: words, line: line(of: place)), end: end + 1)
      return
    }
    if let next = byte(place + 1), Self.isLetter(next) || "/!?".utf8.contains(next) {
      throw problem("markup: < before a letter; write it as code")
    }
    text.append(bytes[place])
    place += 1
  }

  private mutating func readAmpersand() throws(MarkdownProblem) {
    let name = bytes[(place + 1)...].prefix { Self.isLetter($0) || Self.isDigit($0) || $0 == 35 }
    if !name.isEmpty, byte(place + 1 + name.count) == UInt8(ascii: ";") {
      throw problem("a sign by its name, like &amp;: write the sign itself")
    }
    text.append(bytes[place])
    place += 1
  }

  // MARK: - Links

  /// The place behind the bracket that closes the one here; nil when none does.
  private func bracketEnd(from place: Int) -> Int? {
    var depth = 0
    var here = place
    while let byte = byte(here) {
      switch byte {
      case UInt8(ascii: "\\"): here += 1
      case UInt8(ascii: "`"):
        if let (_, end) = codeEnd(from: here) { here = end - 1 }
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return here + 1 }
      default: break
      }
      here += 1
    }
    return nil
  }

  private mutating func readLink(isImage: Bool) throws(MarkdownProblem) {
    let bracket = isImage ? place + 1 : place
    guard let middle = bracketEnd(from: bracket) else {
      text.append(bytes[place])
      place += 1
      return
    }
    let inside = bytes[(bracket + 1)..<(middle - 1)]
    if inside.first == UInt8(ascii: "^"), !inside.contains(UInt8(ascii: " ")) {
      throw problem("a note at the foot of the page")
    }
    guard byte(middle) == UInt8(ascii: "(") else {
      if byte(middle) == UInt8(ascii: ":"), place == 0 {
        throw problem("an address kept for later: write [words](address)")
      }
      text.append(bytes[place])
      place += 1
      return
    }
    guard let close = bytes[middle...].firstIndex(of: UInt8(ascii: ")")) else {
      throw problem("a link whose address is never closed")
    }
    let target = bytes[(middle + 1)..<close]
    let odd = " \n\"<(".utf8
    guard !target.isEmpty, !target.contains(where: odd.contains) else {
      throw problem("an address of a link with blanks, quotes or brackets, or an empty one")
    }
    let address = String(decoding: target, as: UTF8.self)
    let here = line(of: place)
    let words = String(decoding: inside, as: UTF8.self)
    if isImage {
      let alternative = try InlineReader.inlines(words, line: here).words
        .replacingOccurrences(of: "\n", with: " ")
      add(.image(alternative: alternative, source: address, line: here), end: close + 1)
    } else {
      let inner = try InlineReader.inlines(words, line: here)
      add(.link(inner, target: address, line: here), end: close + 1)
    }
  }

  private func isAddress(at place: Int) -> Bool {
    if let before = byte(place - 1), !" \n*_~(<".utf8.contains(before) { return false }
    return ["https://", "http://"].contains { bytes[place...].starts(with: $0.utf8) }
  }

  /// An address that stands in the text by itself.
  private mutating func readAddress() {
    var address = bytes[place...].prefix { !" \n<".utf8.contains($0) }
    while let last = address.last {
      let open = address.count { $0 == UInt8(ascii: "(") }
      let closed = address.count { $0 == UInt8(ascii: ")") }
      guard "?!.,:*_~'\"".utf8.contains(last) || (last == UInt8(ascii: ")") && closed > open) else {
        break
      }
      address.removeLast()
    }
    let words = String(decoding: address, as: UTF8.self)
    add(.link([.text(words)], target: words, line: line(of: place)), end: address.endIndex)
  }

  // MARK: - Emphasis

  private mutating func readAsterisks() {
    let count = run(of: UInt8(ascii: "*"), from: place)
    let (opens, closes) = flanks(place, count)
    endText()
    pieces.append(.asterisks(count: count, opens: opens, closes: closes))
    place += count
  }

  /// Whether a run of signs leans on a word to its right (and may open), to its left (and may
  /// close).
  private func flanks(_ place: Int, _ count: Int) -> (opens: Bool, closes: Bool) {
    let (before, after) = (character(before: place), character(from: place + count))
    func isBlank(_ character: Character?) -> Bool { character?.isWhitespace ?? true }
    func isSign(_ character: Character?) -> Bool {
      character.map { $0.isPunctuation || $0.isSymbol } ?? false
    }
    let opens = !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before))
    let closes = !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after))
    return (opens, closes)
  }

  private func character(from place: Int) -> Character? {
    place < bytes.count ? String(decoding: bytes[place...].prefix(4), as: UTF8.self).first : nil
  }

  private func character(before place: Int) -> Character? {
    var start = place - 1
    while start > 0, bytes[start] & 0xc0 == 0x80 { start -= 1 }
    return start < 0 ? nil : String(decoding: bytes[start..<place], as: UTF8.self).first
  }

  /// `_words_` is emphasis for GitHub; here it would stand as written, so it is refused.
  private func refuseUnderscores() throws(MarkdownProblem) {
    var hasOpened = false
    var here = 0
    while let byte = byte(here) {
      if byte == UInt8(ascii: "\\") {
        here += 2
      } else if byte == UInt8(ascii: "`"), let (_, end) = codeEnd(from: here) {
        here = end
      } else if byte == UInt8(ascii: "]"), self.byte(here + 1) == UInt8(ascii: "("),
        let close = bytes[here...].firstIndex(of: UInt8(ascii: ")"))
      {
        here = close + 1
      } else if byte == UInt8(ascii: "_") {
        let count = run(of: byte, from: here)
        let (opens, closes) = flanks(here, count)
        if closes, !opens, hasOpened {
          throw MarkdownProblem(line(of: here), "emphasis by underscores: write *words*")
        }
        if opens, !closes { hasOpened = true }
        here += count
      } else {
        here += 1
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xdf) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (33...126).contains(byte) && !isLetter(byte) && !isDigit(byte)
  }
}
