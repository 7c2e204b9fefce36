import ExerciseKit

/// Writes the blocks of a document as HTML.
struct MarkdownWriter {
  /// Where a link or a picture leads on the site; nil for a link that is shown as words.
  var address: (_ target: String, _ line: Int) throws -> String? = { target, _ in target }
  /// The words of a paragraph, with marks around the terms of the glossary.
  var terms: TermMarks?
  /// Gives the rows of a table names: the word in their first cell, where it is bold.
  var namesRows = false
  /// Shows a block of formulas; nil where it is none.
  var formulas: (String) -> String? = { _ in nil }
  /// Shows a formula between words; nil where it is none.
  var inlineFormulas: (String) -> String? = { _ in nil }
  /// Shows a picture as a part of the page; nil where it stays a file.
  var picture: (_ source: String) throws -> String? = { _ in nil }

  mutating func html(_ blocks: [MarkdownBlock]) throws -> String {
    var rows: [String] = []
    for block in blocks { rows.append(try html(block)) }
    return rows.joined(separator: "\n")
  }

  private mutating func html(_ block: MarkdownBlock) throws -> String {
    switch block {
    case .heading(let level, let words, let anchor):
      if level <= 2 { terms?.beginSection() }
      let id = anchor.escapedForHTML
      return "<h\(level) id=\"\(id)\">\(try html(words))</h\(level)>"
    case .paragraph(let words):
      if words.isPicture { return "<figure>\(try html(words))</figure>" }
      return "<p>\(try html(words, marksTerms: true))</p>"
    case .code(let text, let language):
      if language == nil, let formulas = formulas(text) { return formulas }
      let name = language.map { $0.isEmpty ? "" : " class=\"language-\($0)\"" } ?? ""
      let shown = language == "swift" ? Self.coloured(text) : text.escapedForHTML
      return "<pre tabindex=\"0\"><code\(name)>\(shown)\n</code></pre>"
    case .table(let table): return try html(table)
    case .list(let start, let isTight, let items): return try html(start, isTight, items)
    case .quote(let blocks): return "<blockquote>\n\(try html(blocks))\n</blockquote>"
    case .details(let summary, let blocks):
      let words = summary.escapedForHTML
      return "<details>\n<summary>\(words)</summary>\n\(try html(blocks))\n</details>"
    case .rule: return "<hr/>"
    }
  }

  private mutating func html(_ start: Int?, _ isTight: Bool, _ items: [[MarkdownBlock]]) throws
    -> String
  {
    let name = start == nil ? "ul" : "ol"
    let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    var rows = ["<\(name)\(from)>"]
    for item in items {
      var inside: [String] = []
      for block in item {
        if isTight, case .paragraph(let words) = block {
          inside.append(try html(words, marksTerms: true))
        } else {
          inside.append(try html(block))
        }
      }
      rows.append("<li>\(inside.joined(separator: "\n"))</li>")
    }
    return (rows + ["</\(name)>"]).joined(separator: "\n")
  }

  private mutating func html(_ table: MarkdownTable) throws -> String {
    func style(_ column: Int) -> String {
      switch table.sides[column] {
      case nil: ""
      case .left: " class=\"left\""
      case .middle: " class=\"middle\""
      case .right: " class=\"right\""
      }
    }
    var rows = ["<div class=\"wide\" tabindex=\"0\"><table>", "<thead><tr>"]
    for (column, cell) in table.head.enumerated() {
      rows.append("<th scope=\"col\"\(style(column))>\(try html(cell))</th>")
    }
    rows += ["</tr></thead>", "<tbody>"]
    for row in table.rows {
      if namesRows, case .strong(let name) = row[0].first {
        rows.append("<tr id=\"\(Term.anchor(name.words).escapedForHTML)\">")
      } else {
        rows.append("<tr>")
      }
      for (column, cell) in row.enumerated() {
        rows.append("<td\(style(column))>\(try html(cell))</td>")
      }
      rows.append("</tr>")
    }
    return (rows + ["</tbody>", "</table></div>"]).joined(separator: "\n")
  }

  // MARK: - Words

  /// Words as HTML; terms of the glossary are marked only where asked, and not inside of links.
  mutating func html(
    _ words: [MarkdownInline], marksTerms: Bool = false, isInLink: Bool = false
  ) throws -> String {
    var result = ""
    for piece in words {
      switch piece {
      case .text(let words):
        result += marksTerms ? terms?.marked(words) ?? words.escapedForHTML : words.escapedForHTML
      case .code(let code):
        result += inlineFormulas(code) ?? "<code>\(code.escapedForHTML)</code>"
      case .emphasis(let inner): result += "<em>\(try html(inner))</em>"
      case .strong(let inner): result += "<strong>\(try html(inner))</strong>"
      case .link(let inner, let target, let line):
        let words = try html(inner, isInLink: true)
        let address = try address(target, line)
        result += address.map { "<a href=\"\($0.escapedForHTML)\">\(words)</a>" } ?? words
      case .image(let alternative, let source, let line):
        let place = (try address(source, line) ?? source).escapedForHTML
        let drawing = try picture(source).map { isInLink ? $0 : "<a href=\"\(place)\">\($0)</a>" }
        result += drawing ?? "<img src=\"\(place)\" alt=\"\(alternative.escapedForHTML)\"/>"
      }
    }
    return result
  }

  static func coloured(_ code: String) -> String {
    SwiftColours.pieces(code).map { text, kind in
      let shown = text.escapedForHTML
      return kind.map { "<span class=\"\($0.rawValue)\">\(shown)</span>" } ?? shown
    }.joined()
  }
}
