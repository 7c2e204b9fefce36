import Checks
import ExerciseKit
import Foundation
import Testing

/// All exercises of the course, and everything that can go wrong at once.
///
/// It takes a minute or two, so `.ci/run` asks for it with `COURSE_LONG_TESTS=1`.
@Suite(.enabled(if: GradeTests.isLong), .inEnglish) struct LongClassTests {
  /// What an answer does in place of answering, and the state that it earns.
  private static let misbehaviours: [(body: String, state: String)] = [
    ("while true {}", "too slow"), ("while true { sleep(1000) }", "too slow"),
    ("while true { print(\"and on\") }", "too much output"),
    (hoarding, "too much memory"),
    ("fatalError(\"on purpose\")", "crashed"),
    ("func deeper(_ n: Int) -> Int { 1 + deeper(n + 1) }; exit(Int32(deeper(0)))", "crashed"),
    ("let all = [Int.max]; exit(Int32(all[0] + all.count))", "crashed"),
    ("exit(0)", "crashed"), ("_exit(77)", "crashed"),
    ("kill(getppid(), SIGKILL); exit(0)", "crashed"), ("abort()", "crashed"),
    ("print(\"Test run with 1 test passed.\"); exit(65)", "crashed"),
  ]
  private static let hoarding = """
    var all: [[Float]] = []
    while true { all.append([Float](unsafeUninitializedCapacity: 1 << 24) { $1 = 1 }) }
    """
  private static let slow = 4

  private static func misbehaviour(_ place: Int) -> (body: String, state: String) {
    let fast = misbehaviours.count - slow
    return place < misbehaviours.count
      ? misbehaviours[place] : misbehaviours[slow + (place - misbehaviours.count) % fast]
  }

  private let lessons = Set(Catalogue.exercises.map(\.folder)).map { String($0.suffix(2)) }.sorted()

  @Test func otherGradesStay() throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try made.handIn("right", from: "Solutions", lessons: lessons)
    #expect(try made.grade([]).status == 0)
    let alone = try #require(made.book()["right"])
    #expect(alone.points == alone.possible)
    #expect(alone.exercises.map(\.number) == Catalogue.exercises.map(\.number))
    // Everything is to be graded anew, now in bad company.
    try FileManager.default.removeItem(at: made.out)

    try made.handIn("untouched", from: "Exercises/.stubs", lessons: lessons)
    for name in ["crashing", "at once"] {
      try made.handIn(name, from: "Exercises/.stubs", lessons: lessons)
    }
    for (place, exercise) in Catalogue.exercises.enumerated() {
      try made.misbehave("crashing", exercise, "fatalError(\"no\")")
      try made.misbehave("at once", exercise, Self.misbehaviour(place).body)
    }
    try made.handIn("one syntax error", from: "Solutions", lessons: lessons)
    let broken = try #require(Catalogue.exercises.first { $0.lesson == 5 })
    try made.write("func (\n", to: "one syntax error", "\(broken.folder)/\(broken.file)")

    let (status, text) = try made.grade(["--jobs", "2"])
    #expect(status == 0, "\(text)")
    let book = try made.book()
    #expect(book["right"]?.exercises == alone.exercises)
    #expect(book["untouched"]?.exercises.allSatisfy { $0.state == "not attempted" } == true)
    #expect(book["untouched"]?.points == 0)
    #expect(book["crashing"]?.exercises.filter { $0.state != "crashed" }.map(\.number) == [])
    #expect(book["crashing"]?.points == 0)
    let atOnce = try #require(book["at once"])
    for (place, exercise) in atOnce.exercises.enumerated() {
      let expected = Self.misbehaviour(place)
      #expect(
        exercise.state == expected.state,
        "\(exercise.number), \(expected.body): \(exercise.message)")
      #expect(exercise.points == 0)
    }
    let almost = try #require(book["one syntax error"])
    for (one, other) in zip(almost.exercises, alone.exercises) {
      if one.number == broken.number {
        #expect(one.state == "did not compile" && one.message.contains("\(broken.path):1"))
      } else {
        #expect(one == other)
      }
    }
    #expect(GradeTests.processes(saying: made.folder.path) == [])
  }
}

extension MadeUpClass {
  /// Puts something else in the place of every `todo()` of a stub.
  fileprivate func misbehave(_ student: String, _ exercise: Exercise, _ body: String) throws {
    let file = file(student, "\(exercise.folder)/\(exercise.file)")
    let stub = try String(contentsOf: file, encoding: .utf8)
    let text = stub.replacingOccurrences(of: "todo()", with: "misbehave()")
    let helper = "\nimport Foundation\n\nprivate func misbehave() -> Never {\n  \(body)\n}\n"
    try Data((text + helper).utf8).write(to: file)
  }
}
