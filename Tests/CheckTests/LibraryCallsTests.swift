import Foundation
import Testing

@testable import Checks

/// What a compiled file takes from the library is seen, whatever its text looks like.
@Suite(.inEnglish) struct LibraryCallsTests {
  @Test(arguments: [
    ("MiniTensor.Tensor.softmax(axis: Swift.Int) -> MiniTensor.Tensor", "softmax", true),
    ("MiniTensor.softmaxCrossEntropy(logits: MiniTensor.Tensor) -> Swift.Float", "softmax", false),
    ("(extension in MiniTensor):MiniTensor.Tensor.softmax() -> MiniTensor.Tensor", "softmax", true),
    ("type metadata accessor for MiniTensor.Variable", "Variable", true),
    ("MiniTensor.VariableList.init() -> MiniTensor.VariableList", "Variable", false),
    ("MiniTensor.Variable.backward(keepingGraph: Swift.Bool) -> ()", "backward", true),
    ("MiniTensor.Tensor.shape.getter : [Swift.Int]", "shape", true),
    ("Exercises05.backward(Swift.Float) -> Swift.Float", "backward", false),
    ("tanhf", "tanhf", true), ("tanhf", "tanh", false),
  ])
  func symbolsAreUnderstood(_ symbol: String, _ name: String, _ uses: Bool) {
    #expect(LibraryCalls.symbol(symbol, uses: name) == uses)
  }

  @Test func helpersAreFollowed() {
    let bodies = FunctionBodies(
      of: """
        func helper(_ x: Tensor) -> Tensor { inner(x) }
        private func inner(_ x: Tensor) -> Tensor { x.softmax() }
        func other(_ x: Tensor) -> Tensor { x /* softmax */ }
        extension Tensor { var soft: Tensor { inner(self) } }
        """)
    #expect(bodies.reaches("softmax", from: "helper"))
    #expect(bodies.reaches("softmax", from: "soft"))
    #expect(!bodies.reaches("softmax", from: "other"))
    #expect(!bodies.reaches("softmax", from: "missing"))
  }

  /// Otherwise an answer that copies the library would pass wherever the symbols cannot be listed.
  @Test func unreadableFilesAreTold() throws {
    let exercise = try #require(
      Catalogue.checks.first { !$0.exercise.replaces.isEmpty }?.exercise)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).o")
    try Data("no object".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for objects in [[:], [exercise.file: file.path], [exercise.file: "/missing.o"]] {
      #expect(throws: LibraryCalls.Unreadable.self) {
        try LibraryCalls(objects: objects).replaced(by: exercise, sources: [:])
      }
    }
  }

  @Test(arguments: [
    ("", "import Foundation\n// func dot() {}\nprivate func dot() {}\nfileprivate let e = 1", true),
    ("public func f() {}", "public func f() { func inner() {}; let x = 1 }", true),
    ("", "func dot() {}", false), ("", "struct Tensor {}", false),
    ("", "typealias Float = Double", false), ("", "infix operator **", false),
    ("", "extension Array { func sum() {} }", false), ("", "let scale = 2", false),
  ])
  func namesForTheWholeModuleAreSeen(_ stub: String, _ answer: String, _ isSame: Bool) {
    #expect((SharedNames(of: stub) == SharedNames(of: answer)) == isSame)
  }

  // MARK: - Words

  @Test func commentsEndWithTheirLine() {
    #expect(SwiftWords("// a comment\rlet x = softmax(1)").words.map(\.text).contains("softmax"))
    #expect(SwiftWords("a\r\nb\rc\nd").words.map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: ["let x = \"no end", "/* no end", "\"\\(", "#", "\"\"\"", "let x = \"\\"])
  func brokenSourcesAreSurvived(_ source: String) { _ = SwiftWords(source) }

  @Test func deeplyNestedStringsAreRefused() {
    let source = String(repeating: "\"\\(", count: 1_000_000)
    #expect(SwiftWords(source).isTooDeep)
    #expect(Forbidden.found(in: source) != nil)
  }

  @Test func interpolatedCodeIsCode() {
    #expect(SwiftWords(#"let text = "\(x.softmax()) is""#).words.map(\.text).contains("softmax"))
    #expect(!SwiftWords(#"let text = "call softmax""#).words.map(\.text).contains("softmax"))
  }
}
