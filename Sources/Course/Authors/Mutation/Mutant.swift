/// A reference answer with one slip in it.
struct Mutant: Sendable {
  /// What kind of slip it is: "an operator", "a forgotten element".
  let kind: String
  /// The whole file.
  let text: String
  /// Where the slip begins, from 1.
  let line: Int
  /// The lines of the slip as they were, in one.
  let before: String
  /// The same lines with the slip; empty when nothing is left of them.
  let after: String

  /// What stands for it in the list of equivalent mutants.
  var key: String { after.isEmpty ? "without: \(before)" : after }

  /// Exchanges some bytes of a source.
  init(_ kind: String, _ range: Range<Int>, with replacement: String, in bytes: [UInt8]) {
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[range.upperBound...].firstIndex(of: newline) ?? bytes.count
    self.kind = kind
    self.text = text(bytes[..<range.lowerBound]) + replacement + text(bytes[range.upperBound...])
    line = 1 + bytes[..<start].count { $0 == newline }
    before = Self.inOneLine(text(bytes[start..<end]))
    after = Self.inOneLine(
      text(bytes[start..<range.lowerBound]) + replacement + text(bytes[range.upperBound..<end]))
  }

  /// Without comments and indentation.
  private static func inOneLine(_ text: String) -> String {
    text.split(separator: "\n")
      .map { line in line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line }
      .joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
