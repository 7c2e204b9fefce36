import ExerciseKit
import Foundation

/// Reads the Markdown that the documents of the course are written in, as GitHub shows it.
///
/// A subset: `docs/en/site.md` lists it. What lies outside is refused with its line, so that no
/// document can look one way here and another way there.
struct MarkdownReader {
  /// A line with its number in the document.
  struct Line {
    let number: Int
    var text: Substring

    /// How many blanks it begins with.
    var indent: Int { text.prefix { $0 == " " }.count }
    var isBlank: Bool { text.allSatisfy { $0 == " " } }
    var words: Substring { text.drop { $0 == " " } }

    /// Without the first blanks, at most so many.
    func moved(by count: Int) -> Line {
      Line(number: number, text: text.dropFirst(min(count, indent)))
    }
  }

  private var anchors = HeadingAnchors()

  /// The blocks of a document.
  static func blocks(of document: String) throws(MarkdownProblem) -> [MarkdownBlock] {
    var reader = MarkdownReader()
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { Line(number: $0.offset + 1, text: $0.element) }
    for line in lines where line.text.contains("\t") || line.text.contains("\r") {
      throw MarkdownProblem(line.number, "a tab or a carriage return: use blanks")
    }
    return try reader.blocks(lines)
  }

  /// The blocks of some lines, which may be the inside of an item or of a quote.
  mutating func blocks(_ lines: [Line]) throws(MarkdownProblem) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var rest = lines[...]
    while let line = rest.first {
      if line.isBlank {
        rest.removeFirst()
      } else if let block = try block(&rest) {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// The block that begins here; nil for a comment, which nobody sees.
  private mutating func block(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem)
    -> MarkdownBlock?
  {
    let line = rest.first!
    if line.indent >= 4 { return indentedCode(&rest) }
    switch Opening(line) {
    case .fence: return try fencedCode(&rest)
    case .heading:
      rest.removeFirst()
      return try heading(line)
    case .rule:
      rest.removeFirst()
      return .rule
    case .comment:
      rest.removeFirst()
      return nil
    case .details: return try details(&rest)
    case .quote: return try quote(&rest)
    case .item: return try list(&rest)
    case .row: return try MarkdownTable.read(&rest)
    case .outside(let reason): throw MarkdownProblem(line.number, reason)
    case .none: return try paragraph(&rest)
    }
  }

  // MARK: - Code

  /// Lines behind four blanks.
  private func indentedCode(_ rest: inout ArraySlice<Line>) -> MarkdownBlock {
    var taken: [Line] = []
    while let line = rest.first, line.isBlank || line.indent >= 4 {
      taken.append(rest.removeFirst())
    }
    while taken.last?.isBlank == true { taken.removeLast() }
    return .code(taken.map { String($0.moved(by: 4).text) }.joined(separator: "\n"), language: nil)
  }

  /// Lines between two fences, moved to the left by as much as the first fence is.
  private func fencedCode(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem) -> MarkdownBlock {
    let opening = rest.removeFirst()
    let language = opening.words.dropFirst(3)
    guard language.allSatisfy({ $0.isLetter }) else {
      throw MarkdownProblem(
        opening.number, "a fence has three backticks, and one word at most behind")
    }
    var inside: [String] = []
    while let line = rest.popFirst() {
      if line.words == "```", line.indent < 4 {
        return .code(inside.joined(separator: "\n"), language: String(language))
      }
      inside.append(String(line.moved(by: opening.indent).text))
    }
    throw MarkdownProblem(opening.number, "this fence is never closed")
  }

  // MARK: - Text

  private mutating func heading(_ line: Line) throws(MarkdownProblem) -> MarkdownBlock {
    let level = line.words.prefix { $0 == "#" }.count
    let words = line.words.dropFirst(level).trimmingCharacters(in: .whitespaces)
    guard level <= 4 else { throw MarkdownProblem(line.number, "a heading of level \(level)") }
    guard !words.hasSuffix("#") else {
      throw MarkdownProblem(line.number, "a heading that ends in #, which GitHub does not show")
    }
    let inlines = try InlineReader.inlines(words, line: line.number)
    return .heading(level: level, inlines, anchor: anchors.anchor(of: inlines.words))
  }

  private func paragraph(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem) -> MarkdownBlock {
    var taken: [Line] = [rest.removeFirst()]
    while let line = rest.first, !line.isBlank {
      // What stands behind four blanks goes on with the paragraph, as in GitHub.
      let opening = line.indent >= 4 ? .none : Opening(line)
      if opening == .row || opening == .rule {
        throw MarkdownProblem(line.number, "an empty line must stand above this")
      }
      if case .outside(let reason) = opening { throw MarkdownProblem(line.number, reason) }
      guard !opening.interrupts else { break }
      taken.append(rest.removeFirst())
    }
    for line in taken.dropLast() where line.text.hasSuffix("  ") || line.text.hasSuffix("\\") {
      throw MarkdownProblem(line.number, "a forced end of line")
    }
    let words = taken.map { $0.text.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    return .paragraph(try InlineReader.inlines(words, line: taken[0].number))
  }

  // MARK: - Blocks with blocks inside

  private mutating func quote(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem)
    -> MarkdownBlock
  {
    var inside: [Line] = []
    while let line = rest.first, line.words.hasPrefix(">"), line.indent < 4 {
      let text = line.words.dropFirst()
      inside.append(Line(number: line.number, text: text.hasPrefix(" ") ? text.dropFirst() : text))
      rest.removeFirst()
    }
    if let line = rest.first, !line.isBlank {
      throw MarkdownProblem(
        line.number, "a quote ends with an empty line, and each of its lines begins with >")
    }
    return .quote(try blocks(inside))
  }

  /// `<details><summary>...</summary>`, an empty line, blocks, and `</details>`.
  private mutating func details(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem)
    -> MarkdownBlock
  {
    let opening = rest.first!
    let (begin, end) = ("<details><summary>", "</summary>")
    var seen: [Substring] = []
    while let line = rest.first, !line.isBlank { seen.append(rest.removeFirst().words) }
    let words = seen.joined(separator: " ")
    guard words.hasPrefix(begin), words.hasSuffix(end) else {
      throw MarkdownProblem(
        opening.number, "expected <details><summary>...</summary>, and then an empty line")
    }
    let summary = words.dropFirst(begin.count).dropLast(end.count)
    guard !summary.contains(where: { "*`<&".contains($0) }) else {
      throw MarkdownProblem(opening.number, "GitHub shows a summary without marks: words only")
    }
    var inside: [Line] = []
    while let line = rest.popFirst() {
      if line.words == "</details>" {
        return .details(summary: String(summary), try blocks(inside))
      }
      inside.append(line)
    }
    throw MarkdownProblem(opening.number, "</details> is missing")
  }

  private mutating func list(_ rest: inout ArraySlice<Line>) throws(MarkdownProblem)
    -> MarkdownBlock
  {
    guard case .item(_, let start) = Opening(rest.first!) else { preconditionFailure("no item") }
    var items: [[MarkdownBlock]] = []
    var isTight = true
    while let line = rest.first, line.indent < 4, case .item(let width, let number) = Opening(line),
      (number == nil) == (start == nil)
    {
      let offset = line.indent + width
      rest.removeFirst()
      var inside = [Line(number: line.number, text: line.words.dropFirst(width))]
      guard inside[0].indent < 4 else {
        throw MarkdownProblem(line.number, "an item that begins with code")
      }
      while let next = rest.first, next.isBlank || next.indent >= offset {
        inside.append(rest.removeFirst().moved(by: offset))
      }
      var gap = false
      while inside.last?.isBlank == true {
        gap = true
        inside.removeLast()
      }
      if !gap, let next = rest.first, !Self.endsItem(next) {
        throw MarkdownProblem(next.number, "a line of an item begins behind \(offset) blanks")
      }
      if Self.hasGap(inside) { isTight = false }
      items.append(try blocks(inside))
      if gap, let next = rest.first, next.indent < 4, case .item(_, let number) = Opening(next),
        (number == nil) == (start == nil)
      {
        isTight = false
      }
    }
    return .list(start: start, isTight: isTight, items: items)
  }

  /// Whether a line below an item, without an empty line between, is no part of its text.
  private static func endsItem(_ line: Line) -> Bool {
    guard line.indent < 4 else { return false }
    if case .item = Opening(line) { return true }
    return Opening(line).interrupts
  }

  /// Whether an empty line stands between two blocks of an item, not inside one of them.
  private static func hasGap(_ lines: [Line]) -> Bool {
    var isFenced = false
    var hasItem = false
    for (index, line) in lines.enumerated() {
      if case .item = Opening(line), !isFenced { hasItem = true }
      if line.indent < 4, line.words.hasPrefix("```") { isFenced.toggle() }
      guard line.isBlank, !isFenced, let next = lines[(index + 1)...].first(where: { !$0.isBlank })
      else { continue }
      // Far to the right stands code, or the inside of a list within the item.
      if next.indent < 2 || (next.indent >= 4 && !hasItem) { return true }
    }
    return false
  }
}
