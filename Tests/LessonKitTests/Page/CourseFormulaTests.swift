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
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.contains(".formula(") else { continue }
      let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
      if line.hasSuffix(".formula("), lines.first?.contains("\"\"\"") == true {
        lines.removeFirst()
        var block: [Substring] = []
        while let line = lines.popFirst(), !line.contains("\"\"\"") { block.append(line) }
        let indent = block.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        found.append(block.map { $0.dropFirst(indent) }.joined(separator: "\n"))
      } else if quoted.count == 3 {
        found.append(String(quoted[1]))
      }
    }
    return found.map(filled)
  }

  /// Without what fills the gaps, and with lines joined that end with a backslash.
  private static func filled(_ text: String) -> String {
    var result = ""
    var rest = text.replacing("\\\n", with: "")[...]
    while let character = rest.popFirst() {
      guard character == "\\", rest.first == "(" else {
        result.append(character)
        continue
      }
      var depth = 0
      while let next = rest.popFirst() {
        depth += next == "(" ? 1 : next == ")" ? -1 : 0
        if depth == 0 { break }
      }
      result += "0.5"
    }
    return result
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
