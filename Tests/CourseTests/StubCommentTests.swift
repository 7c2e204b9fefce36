import Checks
import Foundation
import Testing

@testable import Course

/// The comments of stubs, which a student edition can have in another language.
@Suite(.inEnglish) struct StubCommentTests {
  let stub = """
    import ExerciseKit

    /// Exercise 5.1 - Back through a layer.                                       ** 25 minutes
    ///
    /// A layer computes
    /// z = x W + b.
    ///
    ///     z = x W    [batch, inputs]
    ///
    /// 1. first
    ///    of all
    ///
    /// - Parameters:
    ///   - input: x, what the layer
    ///     read.
    /// - Returns: the slopes.
    public func slopes(input: Double) -> Double {
      // MARK: - Inside
      todo()
    }

    """

  @Test func paragraphsAreFound() {
    let paragraphs = StubComments(stub).paragraphs
    #expect(
      paragraphs.map(\.text) == [
        "Exercise 5.1 - Back through a layer.", "** 25 minutes",
        "A layer computes z = x W + b.", "first of all", "x, what the layer read.", "the slopes.",
        "Inside",
      ])
    #expect(paragraphs.map(\.line) == [3, 3, 5, 10, 14, 16, 18])
  }

  @Test func onlyTheWordsChange() {
    let words = [
      "** 25 minutes": "** 25 minutos", "x, what the layer read.": "x, lo que leyó la capa.",
      "A layer computes z = x W + b.": String(repeating: "palabra ", count: 15) + "fin.",
    ]
    let rows = StubComments(stub).rewritten { words[$0] ?? $0 }.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.allSatisfy { $0.count <= 100 })
    #expect(rows.contains { $0.hasSuffix("  ** 25 minutos") })
    #expect(rows.contains("///   - input: x, lo que leyó la capa."))
    #expect(rows.contains("///     z = x W    [batch, inputs]"))
    #expect(rows.contains("/// 1. first of all"))
    #expect(rows.contains("  // MARK: - Inside"))
    #expect(rows.contains("public func slopes(input: Double) -> Double {"))
    #expect(rows.contains { $0.hasPrefix("/// palabra") && $0.count > 90 })
  }

  @Test(arguments: Catalogue.exercises.map(\.number))
  func everyStubKeepsItsCodeAndItsWords(number: String) throws {
    let exercise = try #require(Catalogue.exercises.first { $0.number == number })
    let source = try String(contentsOf: Place.course.stub(of: exercise), encoding: .utf8)
    let comments = StubComments(source)
    let again = comments.rewritten { $0 }
    func code(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//")
      }
    }
    func words(_ text: String) -> [Substring] {
      text.split(whereSeparator: \.isWhitespace).filter { $0 != "///" && $0 != "//" }
    }
    #expect(code(again) == code(source))
    #expect(words(again) == words(source))
    #expect(StubComments(again).rewritten { $0 } == again)
  }
}
