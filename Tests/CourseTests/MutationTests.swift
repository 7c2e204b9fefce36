import Checks
import ExerciseKit
import Foundation
import Testing

@testable import Course

/// Small slips in the references: how they are made, and that the checks are asked about them.
@Suite(.inEnglish) struct MutationTests {
  private static let source = """
    import Foundation

    /// Exercise 0.0.
    public func mean(_ numbers: [Float], _ limits: [Float]) -> Float {
      var sum: Float = 0  // in Float
      for number in numbers where number > 2 { sum += number }
      return -sum / Float(max(numbers.count, 1)) + limits[0]
    }

    """

  @Test(arguments: [
    ("an operator", "for number in numbers where number >= 2 { sum += number }"),
    ("an operator", "for number in numbers where number > 2 { sum -= number }"),
    ("a constant", "for number in numbers where number > 4 { sum += number }"),
    ("a constant", "var sum: Float = 1"),
    ("an early end", "for number in numbers where number > 2 { sum += number; break }"),
    (
      "a forgotten element", "for number in (numbers).dropLast() where number > 2 { sum += number }"
    ),
    ("a forgotten condition", "for number in numbers { sum += number }"),
    ("a forgotten statement", "for number in numbers where number > 2 { }"),
    ("another name", "return -sum / Float(min(numbers.count, 1)) + limits[0]"),
    ("swapped arguments", "return -sum / Float(max(1, numbers.count)) + limits[0]"),
    ("another parameter", "return -sum / Float(max(limits.count, 1)) + limits[0]"),
    ("a forgotten sign", "return sum / Float(max(numbers.count, 1)) + limits[0]"),
    ("a forgotten term", "return -sum / Float(max(numbers.count, 1))"),
    ("a constant", "return -sum / Float(max(numbers.count, 1)) + limits[1]"),
  ])
  func makesTheSlip(_ kind: String, _ line: String) {
    let mutants = Mutator.mutants(of: Self.source)
    #expect(mutants.contains { $0.kind == kind && $0.key == line }, "\(mutants.map(\.key))")
  }

  @Test func leavesDeclarationsAndCommentsAlone() {
    let mutants = Mutator.mutants(of: Self.source)
    let head = Self.source.prefix { $0 != "{" }
    #expect(mutants.allSatisfy { $0.text.hasPrefix(head) })
    #expect(Set(mutants.map(\.text)).count == mutants.count)
    #expect(mutants.map(\.line) == mutants.map(\.line).sorted())
  }

  @Test func standsInATypeOfItsOwnLineByLine() {
    let wrapped = MutantLibrary.wrapped(Self.source, in: "Mutant7")
    #expect(wrapped.hasPrefix("import Foundation; public enum Mutant7 { \n"))
    #expect(wrapped.contains("public static func mean("))
    let rows = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[4].contains("var sum: Float = 0"))
    #expect(MutantLibrary.canShare(Self.source))
    #expect(!MutantLibrary.canShare("extension Float { }"))
  }

  @Test func readsTheListOfEquivalents() throws {
    let list = try EquivalentMutants(page: "## 16.1\n\n- `a >= 1`: the same.\n## 16.2\n- `b`: so.")
    #expect(list.reasons == ["16.1": ["a >= 1": "the same."], "16.2": ["b": "so."]])
    #expect(throws: ToolError.self) { try EquivalentMutants(page: "## 16.1\n- `a` the same") }
  }

  /// Every listed line still comes up as a mutant, and has a reason to be there.
  @Test func theListIsUpToDate() throws {
    for (number, reasons) in try EquivalentMutants(of: .course).reasons {
      let exercise = try #require(Catalogue.check(number)?.exercise)
      let file = Place.course.root.appendingPathComponent(
        "Solutions/\(exercise.folder)/\(exercise.file)")
      let keys = Set(Mutator.mutants(of: try String(contentsOf: file, encoding: .utf8)).map(\.key))
      for key in reasons.keys { #expect(keys.contains(key), "\(number): \(key)") }
    }
  }

  /// The whole way, with the slips in the first lines of one exercise.
  @Test func catchesAndTells() throws {
    let exercise = try #require(Catalogue.check("16.1")?.exercise)
    let run = try MutationRun(exercise, .course, EquivalentMutants(page: ""), most: 12)
    #expect(run.results.count > 6)
    #expect(run.count(.cause) > 0)
    let keys = run.results.map(\.mutant.key)
    #expect(keys.contains("guard stepCount >= 1 else { return [first] }"))
    for result in run.results
    where result.mutant.key == "guard stepCount > 2 else { return [first] }" {
      #expect(result.outcome.state == .failed)
    }
    // What was found can be kept, and read again.
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mutants-\(UUID().uuidString).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let table = MutationTable(run)
    try table.append(to: file)
    try table.append(to: file)
    let tables = try MutationTable.read(file)
    #expect(tables.count == 2)
    #expect(tables.last?.rows.map(\.message) == table.rows.map(\.message))
    #expect(throws: ToolError.self) { try MutationTable.read(file + ".not") }
    let text = MutationReport.sample(2, of: tables.suffix(1), seed: 1)
    #expect(text == MutationReport.sample(2, of: [table], seed: 1))
    #expect(text.contains("[2] "))
    #expect(MutationReport.row(table).hasPrefix("16.1"))
  }
}
