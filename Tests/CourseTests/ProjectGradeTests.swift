import Foundation
import Testing

/// Projects of the workbench in a grading: their points follow from trusted results alone.
@Suite(.inEnglish) struct ProjectGradeTests {
  private struct Shown: Decodable {
    struct Entry: Decodable {
      struct Project: Decodable, Equatable {
        let name: String
        let points: Double?
        let possible: Double
        let missing: [String]
      }
      let folder: String
      let points, possible: Double?
      let projects: [Project]?
    }
    let submissions: [Entry]
  }

  private func entries(_ made: MadeUpClass) throws -> [String: Shown.Entry] {
    let data = try Data(contentsOf: made.out.appendingPathComponent("grades.json"))
    let book = try JSONDecoder().decode(Shown.self, from: data)
    return Dictionary(uniqueKeysWithValues: book.submissions.map { ($0.folder, $0) })
  }

  @Test func aProjectCountsWhenItsExercisesPass() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try made.handIn("anna", from: "Solutions", lessons: ["01"])
    try made.handIn("bela", from: "Solutions", lessons: ["01"])
    try made.handIn("carla", from: "Exercises/.stubs", lessons: ["01"])
    let unit = made.file("bela", "Lesson01/ThresholdUnit.swift")
    let right = try String(contentsOf: unit, encoding: .utf8)
    try #require(right.contains(">="))
    try Data(right.replacingOccurrences(of: ">=", with: "<").utf8).write(to: unit)

    let (status, text) = try made.grade(["--only", "1,2", "--projects", "2.5"])
    #expect(status == 0, "\(text)")
    let found = try entries(made)
    let anna = try #require(found["anna"]?.projects)
    #expect(anna.map(\.name) == ["calculator", "perceptron"])
    #expect(anna.map(\.points) == [2.5, 0] && anna.map(\.possible) == [2.5, 2.5])
    #expect(anna[0].missing == [] && anna[1].missing == ["2.1", "2.2", "2.3", "2.5"])
    #expect(found["bela"]?.projects?[0].points == 0)
    #expect(found["bela"]?.projects?[0].missing.first == "1.1")
    #expect(found["carla"]?.projects?[0].missing == ["1.1", "1.2", "1.3", "1.4"])
    let plain = try made.book()["anna"]?.exercises.reduce(0) { $0 + $1.points }
    #expect(found["anna"]?.points == plain.map { $0 + 2.5 })

    let table = try String(
      contentsOf: made.out.appendingPathComponent("grades.csv"), encoding: .utf8)
    #expect(table.hasPrefix("student,folder,points,possible,1.1,"))
    #expect(table.contains(",calculator,perceptron,flags\r\n"))
    let page = try made.feedback("anna")
    #expect(page.contains("## Projects of the workbench: 2.5 of 5 points\n\n- ✓ calculator"))
    #expect(page.contains("to pass first: 2.1, 2.2, 2.3, 2.5"))
    #expect(text.contains("bench"))

    // Without the option nothing of it is seen; the results of the last time are used again.
    let (again, words) = try made.grade(["--only", "1,2"])
    #expect(again == 0 && !words.contains("bench"))
    #expect(try entries(made)["anna"]?.projects == nil)
    #expect(try !made.feedback("anna").contains("workbench"))
  }

  /// Who names the folder of one student meant that of the class.
  @Test func oneSubmissionIsNoClass() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try made.handIn("anna", from: "Solutions", lessons: ["01"])
    let (status, text) = try made.course(["grade", made.student("anna").path])
    #expect(status == 1 && text.contains("is one submission"), "\(text)")
    let left = try FileManager.default.contentsOfDirectory(atPath: made.submissions.path)
    #expect(left == ["anna"])
  }

  @Test(arguments: ["map", "check", "hint", "grade", "site", "student-edition"])
  func everyCommandHelps(_ command: String) throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    let (status, text) = try made.course([command, "--help"])
    #expect(status == 0 && text.contains("usage: swift run Course"), "\(text)")
  }

  @Test(arguments: ["-1", "many", "nan", ""])
  func pointsMustBeANumber(_ points: String) throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try made.handIn("anna", from: "Solutions", lessons: ["01"])
    let (status, text) = try made.grade(["--projects", points])
    #expect(status == 64, "\(text)")
    #expect(text.contains("--projects"))
  }
}
