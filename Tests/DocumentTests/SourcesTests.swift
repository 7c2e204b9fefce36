import Foundation
import Testing

/// Every topic of `docs/en/sources.md` has a place where it is treated.
@Suite struct SourcesTests {
  @Test func everyTopicLeadsToASection() throws {
    let rows = try Repository.text("docs/en/sources.md").components(separatedBy: "\n")
      .filter { $0.hasPrefix("| ") && $0 != "| topic | where | what you see there |" }
    #expect(rows.count > 40)
    for row in rows {
      let targets = row.components(separatedBy: "](").dropFirst()
        .map { $0.components(separatedBy: ")")[0] }
      #expect(!targets.isEmpty, "no lesson treats this: \(row)")
      for target in targets {
        let parts = target.components(separatedBy: "#")
        let chapter = try Repository.text("docs/en/" + parts[0])
        if parts.count > 1 {
          #expect(anchors(of: chapter).contains(parts[1]), "\(parts[0]) has no section \(parts[1])")
        }
      }
    }
  }

  /// Every lesson treats some topic of the list.
  @Test func everyLessonIsNamed() throws {
    let page = try Repository.text("docs/en/sources.md")
    for chapter in try Repository.chapters() { #expect(page.contains("(\(chapter.name)")) }
  }

  /// As GitHub makes them: "## What it costs" becomes "what-it-costs".
  private func anchors(of chapter: String) -> Set<String> {
    let headings = chapter.components(separatedBy: "\n").filter { $0.hasPrefix("## ") }
    return Set(
      headings.map { heading in
        String(
          heading.dropFirst(3).lowercased().compactMap { letter in
            letter == " " ? "-" : letter.isLetter || letter.isNumber || letter == "-" ? letter : nil
          })
      })
  }
}
