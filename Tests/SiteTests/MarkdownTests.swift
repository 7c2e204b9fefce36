import Foundation
import Testing

@testable import Course

/// The subset of Markdown, piece by piece; `docs/en/site.md` lists it.
@Suite(.inEnglish) struct MarkdownTests {
  private func html(_ markdown: String) throws -> String {
    var writer = MarkdownWriter()
    return try writer.html(try MarkdownReader.blocks(of: markdown))
      .replacingOccurrences(of: "\n", with: " ")
  }

  /// Expected results are those of GitHub's own reader (cmark-gfm), without its line ends.
  @Test(arguments: [
    (
      "two *words* and **two *more***",
      "<p>two <em>words</em> and <strong>two <em>more</em></strong></p>"
    ),
    ("2 * 3 * 4, a*b*c, w_i x_i", "<p>2 * 3 * 4, a<em>b</em>c, w_i x_i</p>"),
    ("**bold*", "<p>*<em>bold</em></p>"),
    ("`a < b` and ``a ` b``", "<p><code>a &lt; b</code> and <code>a ` b</code></p>"),
    ("a \\* b & c < d", "<p>a * b &amp; c &lt; d</p>"),
    (
      "[the *rule*](a.md#b) and [1, 2]",
      "<p><a href=\"a.md#b\">the <em>rule</em></a> and [1, 2]</p>"
    ),
    ("see https://a.org/b.", "<p>see <a href=\"https://a.org/b\">https://a.org/b</a>.</p>"),
    ("![A *plot*](a.png)", "<figure><img src=\"a.png\" alt=\"A plot\"/></figure>"),
    ("## The rule, *again*", "<h2 id=\"the-rule-again\">The rule, <em>again</em></h2>"),
    ("- a\n- b\n  c", "<ul> <li>a</li> <li>b c</li> </ul>"),
    ("- a\n\n- b", "<ul> <li><p>a</p></li> <li><p>b</p></li> </ul>"),
    ("3. a\n4. b", "<ol start=\"3\"> <li>a</li> <li>b</li> </ol>"),
    ("in\n1983. It", "<p>in 1983. It</p>"),
    ("> a\n> b", "<blockquote> <p>a b</p> </blockquote>"),
    ("---", "<hr/>"), ("<!-- nobody sees this -->", ""),
    (
      "<details><summary>Why?</summary>\n\nSo.\n</details>",
      "<details> <summary>Why?</summary> <p>So.</p> </details>"
    ),
  ])
  func showsWhatGitHubShows(_ markdown: String, _ expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test func codeKeepsItsBlanks() throws {
    let fenced = try MarkdownReader.blocks(of: "- a\n\n  ```sh\n  one\n    two\n  ```\n")
    #expect(
      fenced == [
        .list(
          start: nil, isTight: false,
          items: [[.paragraph([.text("a")]), .code("one\n  two", language: "sh")]])
      ])
    let indented = try MarkdownReader.blocks(of: "    a = b\n\n      c\n\nd")
    #expect(indented == [.code("a = b\n\n  c", language: nil), .paragraph([.text("d")])])
  }

  @Test func aTableHasSidesAndBars() throws {
    let rows = try html("| a | b |\n|---|---:|\n| `x \\| y` | \\| |")
    #expect(rows.contains("<th scope=\"col\" class=\"right\">b</th>"))
    #expect(rows.contains("<td><code>x | y</code></td>"))
    #expect(rows.contains("<td class=\"right\">|</td>"))
  }

  @Test func headingsHaveTheNamesThatGitHubGivesThem() throws {
    let blocks = try MarkdownReader.blocks(of: "# A b_c, d-e: (f)!\n## Wörter `x`\n## Wörter `x`\n")
    let anchors = blocks.map { if case .heading(_, _, let anchor) = $0 { anchor } else { "" } }
    #expect(anchors == ["a-b_c-d-e-f", "wörter-x", "wörter-x-1"])
  }

  /// Each with the line that is named.
  @Test(arguments: [
    ("a\n\n<b>c</b>", 3), ("a &amp; b", 1), ("a\n_b_ c", 2), ("a ~~b~~", 1), ("Title\n=====", 2),
    ("Title\n---", 2), ("* a", 1), ("+ a", 1), ("1) a", 1), ("- [ ] a", 1), ("a  \nb", 1),
    ("a\\\nb", 1), ("```sh\na", 1), ("~~~\na\n~~~", 1), ("- a\nb", 2), ("> a\nb", 2),
    ("| a | b |\n|---|---|\n| c |", 3), ("a\n| b |\n|---|", 2), ("[a](b c)", 1), ("a [^1] b", 1),
    ("[a]: https://b.org", 1), ("<details><summary>a</summary>\nb\n</details>", 1),
    ("<details><summary>`a`</summary>\n\nb\n</details>", 1),
    ("<details><summary>a</summary>\n\nb", 1), ("a\tb", 1), ("a `b", 1), ("##### a", 1), ("***", 1),
  ])
  func refusesTheRest(_ markdown: String, _ line: Int) throws {
    let problem = #expect(throws: MarkdownProblem.self) { try MarkdownReader.blocks(of: markdown) }
    #expect(problem?.line == line)
  }

  /// All documents of the course keep to the subset, and all their links lead somewhere.
  @Test func everyDocumentKeepsToTheSubset() throws {
    let plan = try SitePlan(MadeSite.course, SiteOptions(folder: URL(fileURLWithPath: "/nowhere")))
    #expect(plan.documents.count > 50)
    #expect(plan.documents.filter(\.isChapter).count == plan.lessons.count)
    #expect(plan.terms.count > 200)
    for document in plan.documents { _ = try DocumentPages(plan).html(document) }
  }

  @Test func coloursSwift() {
    let pieces = SwiftColours.pieces("let x = \"a\\\"b\" // c\nFloat(1.5)")
    #expect(
      pieces.map(\.text) == [
        "let", " x = ", "\"a\\\"b\"", " ", "// c", "\n", "Float", "(", "1.5", ")",
      ])
    #expect(
      pieces.map(\.kind) == [.keyword, nil, .text, nil, .comment, nil, .type, nil, .number, nil])
  }

  @Test func marksATermOnceInASection() {
    let term = Term(name: "feature map", meaning: "what <one> filter sees", lesson: "09")
    var marks = TermMarks([term], glossary: "glossary.html")
    let first = marks.marked("Two feature maps & a feature map.")
    #expect(first.components(separatedBy: "<abbr").count == 2)
    #expect(
      first.hasPrefix(
        "Two <a class=\"term\" href=\"glossary.html#term-feature-map\"><abbr title=\"feature map: what &lt;one&gt; filter sees\">feature maps</abbr></a> &amp; a"
      ))
    #expect(marks.marked("a feature map") == "a feature map")
    marks.beginSection()
    #expect(marks.marked("a feature map") != "a feature map")
  }
}
