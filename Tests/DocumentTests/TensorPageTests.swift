import Foundation
import Testing

/// The page about tensors shows only code that the library's tests run.
@Suite struct TensorPageTests {
  @Test func everyLineOfThePageIsRun() throws {
    let page = try Repository.text("docs/en/tensors.md")
    let code = bare(try Repository.text("Tests/MiniTensorTests/TensorPageTests.swift"))
    var pieces = Chapter.swiftBlocks(of: page).flatMap { $0.components(separatedBy: "\n") }
    for line in page.components(separatedBy: "\n## When it complains")[0]
      .components(separatedBy: "\n") where line.hasPrefix("| `")
    {
      let here = line.components(separatedBy: " | ")[1]
      let spans = here.components(separatedBy: "`")
      pieces += spans.indices.filter { !$0.isMultiple(of: 2) }.map { spans[$0] }
    }
    #expect(pieces.count > 70)
    for piece in pieces where !bare(piece).isEmpty {
      #expect(code.contains(bare(piece)), "tensors.md shows what no test runs: \(piece)")
    }
  }

  /// Without comments and white space.
  private func bare(_ code: String) -> String {
    String(decoding: CodeLines(code).text, as: UTF8.self)
  }
}
