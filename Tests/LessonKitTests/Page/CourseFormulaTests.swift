import Foundation
import Testing

@testable import LessonKit

/// Every formula that a lesson or a chapter shows can be read, so that a page shows it as one.
@Suite struct CourseFormulaTests {
  private static let course = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func files(_ folder: String, _ ending: String) throws -> [URL] {
    let folder = course.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.sorted().map { folder.appendingPathComponent($0) }
  }

  /// What stands in the quotes of `board.formula("...")`; a value that is filled in becomes 0.5.
  private static func formulas(in source: String) -> [String] {
    var found: [String] = []
    let block = /\.formula\(\s*"""\n((?:.|\n)*?)\n( *)"""/
    for match in source.matches(of: block) {
      let indent = match.2.count
      let lines = match.1.split(separator: "\n", omittingEmptySubsequences: false)
      found.append(
        lines.map { $0.dropFirst(indent) }.joined(separator: "\n").replacing(/\\\n */, with: ""))
    }
    for match in source.matches(of: /\.formula\(\s*"([^"\n][^"]*)"\)/) {
      found.append(String(match.1))
    }
    return found.map { $0.replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "0.5") }
  }

  @Test func lessonsWriteNothingElse() throws {
    var count = 0
    for file in try Self.files("Lessons", ".swift") {
      for formula in Self.formulas(in: try String(contentsOf: file, encoding: .utf8)) {
        count += 1
        let html = Formula(formula)?.html
        #expect(
          html != nil,
          "\(file.lastPathComponent):\n\(formula)\nboard.listing shows what is no formula")
        if let html {
          let page = try PageReader(html)
          #expect(page.elements.contains { $0.name == "math" }, "\(formula)")
        }
      }
    }
    #expect(count >= 90, "the search for formulas finds \(count) only")
  }

  /// What lessons put together while they run.
  @Test func lessonsWhoseFormulasAreMade() {
    let xor = """
                - b >= 1      for 00 -> 0
           w2 + b >= 1        for 01 -> 1
      - w1 - w2 - b >= 1      for 11 -> 0
      """
    #expect(Formula(xor) != nil)
  }

  /// The beginnings of blocks in chapters that are no formulas.
  private static let others = ["swift ", "from scratch", "1 1 0", "B T"]

  @Test func chaptersToo() throws {
    var count = 0
    for file in try Self.files("docs/en", ".md")
    where file.lastPathComponent.first?.isNumber == true {
      var blocks: [[Substring]] = [[]]
      var isFenced = false
      for line in try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      {
        if line.hasPrefix("```") { isFenced.toggle() }
        if line.hasPrefix("    "), !isFenced {
          blocks[blocks.count - 1].append(line.dropFirst(4))
        } else if !blocks[blocks.count - 1].isEmpty {
          blocks.append([])
        }
      }
      for block in blocks where !block.isEmpty {
        let text = block.joined(separator: "\n")
        guard !Self.others.contains(where: text.hasPrefix) else { continue }
        count += 1
        let html = Formula(text)?.html
        #expect(html != nil, "\(file.lastPathComponent):\n\(text)")
        if let html { _ = try PageReader(html) }
      }
    }
    #expect(count >= 100, "the search for formulas finds \(count) only")
  }
}
