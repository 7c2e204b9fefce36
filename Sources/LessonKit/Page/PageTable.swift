/// A table of a lesson, in HTML.
struct PageTable {
  private let table: Table
  private let columns: Int

  init(_ table: Table) {
    self.table = table
    columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
  }

  /// The element, within a box that scrolls where the page is narrower than the table.
  func html(title: String?) -> String {
    guard columns > 0 else { return "" }
    let styles = (0..<columns).map {
      table.alignment(ofColumn: $0) == .right ? " class=\"number\"" : ""
    }
    func row(_ cells: [String], _ element: String, _ scope: String) -> String {
      let list = (0..<columns).map { column in
        let words = column < cells.count ? Self.cell(cells[column]) : ""
        // An empty heading is no heading.
        return words.isEmpty && element == "th"
          ? "<td\(styles[column])></td>"
          : "<\(element)\(scope)\(styles[column])>\(words)</\(element)>"
      }
      return "<tr>\(list.joined())</tr>"
    }
    let head =
      table.header.contains { !$0.isEmpty }
      ? "<thead>\(row(table.header, "th", " scope=\"col\""))</thead>" : ""
    let caption = title.map { "<caption>\(HTML.escaped($0))</caption>" } ?? ""
    let body = table.rows.map { row($0, "td", "") }.joined(separator: "\n")
    return "<div class=\"wide\"><table>\(caption)\(head)<tbody>\(body)</tbody></table></div>"
  }

  /// A cell may have lines of its own, and spaces before them.
  private static func cell(_ words: String) -> String {
    let lines = words.split(whereSeparator: \.isNewline).map { line in
      let indent = line.prefix { $0 == " " }.count
      return String(repeating: "\u{A0}", count: indent)
        + HTML.escaped(String(line.dropFirst(indent)))
    }
    return lines.joined(separator: "<br/>")
  }
}

/// The closing table of claims, in HTML.
struct ClaimSheet {
  private let claims: [Claim]
  private let sources: ClaimSources
  private let words: (Text) -> String

  init(_ claims: [Claim], sources: ClaimSources, words: @escaping (Text) -> String) {
    self.claims = claims
    self.sources = sources
    self.words = words
  }

  var html: String {
    let names: [Text] = ["claims", "published", "here", "gate"]
    let head = names.map { "<th scope=\"col\">\(HTML.escaped(words($0)))</th>" }.joined()
    let rows = claims.enumerated().map { index, claim in row(claim, index) }
    return "<div class=\"wide\"><table class=\"claims\"><thead><tr><td></td>\(head)</tr></thead>"
      + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
  }

  private func row(_ claim: Claim, _ index: Int) -> String {
    let (style, mark, gate): (String, String, Text) =
      switch claim.verdict {
      case .passed: ("passed", "✓ " + words("ok"), claim.gate)
      case .failed: ("failed", "✗ " + words("FAILED"), claim.gate)
      case .ungated(let reason): ("ungated", "-", "none: \(reason)")
      }
    func cell(_ label: Text, _ text: Text) -> String {
      "<td data-label=\"\(HTML.escaped(words(label)))\">\(HTML.escaped(words(text)))</td>"
    }
    return "<tr class=\"\(style)\"><td class=\"mark\">\(HTML.escaped(mark))</td>"
      + "<th scope=\"row\">\(HTML.escaped(words(claim.statement)))\(source(index))</th>"
      + cell("published", claim.published) + cell("here", claim.measured) + cell("gate", gate)
      + "</tr>"
  }

  private func source(_ index: Int) -> String {
    guard let number = sources.number(ofClaim: index) else { return "" }
    return " <a href=\"#source-\(number)\">[\(number)]</a>"
  }
}
