import Checks
import ExerciseKit
import Foundation
import Sandbox
import Testing

@testable import Course

/// What an instructor can ask the grader for, and what its files look like.
@Suite(.inEnglish) struct GradeOptionTests {
  /// Two students who have done one exercise, 2.3; the second one wrongly.
  private func smallClass() throws -> MadeUpClass {
    let made = try MadeUpClass()
    for name in ["ann", "bob"] { try made.handIn(name, from: "Exercises/.stubs", lessons: ["02"]) }
    let exercise = Catalogue.exercises.first { $0.number == "2.3" }!
    let file = "Lesson02/\(exercise.file)"
    let reference = Repository.root.appendingPathComponent("Solutions/\(file)")
    let stub = try String(contentsOf: made.file("bob", file), encoding: .utf8)
    try FileManager.default.removeItem(at: made.file("ann", file))
    try FileManager.default.copyItem(at: reference, to: made.file("ann", file))
    let wrong = stub.replacingOccurrences(of: "todo()", with: "fatalError(\"not `yet` | <b>\")")
    try made.write("import Foundation\n" + wrong, to: "bob", file)
    return made
  }

  @Test func filesForTheInstructorAndForTheStudents() throws {
    let made = try smallClass()
    defer { made.remove() }
    try made.write("\u{feff}# exercise, points\n2.3, 10\n2.4;0\n", to: "points.txt")
    try made.write("folder,student\nann,\"4711\"\r\nbob, =1+1\nmia, 99\n", to: "students.csv")
    let (status, text) = try made.grade([
      "--only", "2.3,2.4", "--points", "points.txt", "--students", "students.csv",
    ])
    #expect(status == 0, "\(text)")
    let csv = try made.csv()
    #expect(csv[0] == "student,folder,points,possible,2.3,2.4,flags")
    #expect(csv[1] == "4711,ann,10,10,10,0,")
    #expect(csv[2] == "'=1+1,bob,0,10,0,0,", "a spreadsheet must not take a name for a formula")
    let book = try made.book()
    #expect(book["ann"]?["2.3"]?.state == "passed")
    #expect(book["bob"]?["2.3"]?.state == "crashed")
    #expect(book["bob"]?["2.4"]?.state == "not attempted")
    let page = try made.feedback("4711")
    #expect(page.contains("**10 of 10 points**") && page.contains("✓ 2.3"))
    let other = try made.feedback("=1+1")
    #expect(other.contains("not `yet` | <b>"), "the diagnosis is quoted as it is")
    #expect(text.contains("isolation: ") && text.contains("seed 7"))
    let fences = Sandbox.fences
    #expect(
      text.contains(
        fences.systemCalls ? "a list of allowed system calls (seccomp)" : "no list of system calls")
    )
    #expect(
      text.contains(
        fences.files ? "readable files (Landlock)" : "no list of readable files (no Landlock"))
    #expect(text.contains("2/2"), "no progress was told")
    #expect(text.contains("nothing was handed in for 99 (mia)"))
    #expect(text.contains("2 not attempted, 1 crashed, 1 passed"))
  }

  @Test func goesOnWhereItWas() throws {
    let made = try smallClass()
    defer { made.remove() }
    for number in 3...6 {
      try FileManager.default.copyItem(at: made.student("ann"), to: made.student("c\(number)"))
    }
    let arguments = ["grade", made.submissions.path, "--out", made.out.path, "--seed", "7"]
    let options = ["--jobs", "1", "--only", "2.3"]
    let first = try Tool.start(arguments + options, in: made.folder)
    while first.isRunning, made.graded.isEmpty { usleep(5000) }
    let (refused, reason) = try made.grade(options)
    #expect(refused == 1 && reason.contains("another `swift run Course` works in"), "\(reason)")
    first.interrupt()
    first.waitUntilExit()
    #expect(first.terminationStatus == 130)
    let done = made.graded
    #expect((1...5).contains(done.count))
    #expect(GradeTests.processes(saying: made.folder.path) == [])

    #expect(try made.grade(options).status == 0)
    #expect(made.graded.count == 6)
    for (name, date) in done { #expect(made.graded[name] == date, "graded again") }
    #expect(try made.book().values.count { $0["2.3"]?.state == "passed" } == 5)

    // Only what was handed in anew is graded anew.
    let before = made.graded
    let file = made.file(
      "bob", "Lesson02/\(Catalogue.exercises.first { $0.number == "2.3" }!.file)")
    try "public let unfinished = 1\n".write(to: file, atomically: false, encoding: .utf8)
    try made.grade(options)
    #expect(made.graded.count { before[$0.key] != $0.value } == 1)
    #expect(try made.book()["bob"]?["2.3"]?.state == "did not compile")
  }

  @Test func archivesAreReadWithoutUnpacking() throws {
    let made = try smallClass()
    defer { made.remove() }
    let exercise = Catalogue.exercises.first { $0.number == "2.3" }!
    let path = "neuron to diffusion/Exercises/\(exercise.folder)/"
    let answer = try Data(contentsOf: made.file("ann", "Lesson02/\(exercise.file)"))
    let entries = [
      ("__MACOSX/Exercises/Lesson02/._\(exercise.file)", Data("x".utf8)),
      (path + exercise.file, answer), (path + "Mine.swift", Data("y".utf8)),
      ("../../escaped.txt", Data("z".utf8)),
    ]
    try Zip.archive(entries).write(to: made.student("carl.zip"))
    try Data("no archive".utf8).write(to: made.student("dora.zip"))
    try made.write("carl, Carl\n", to: "students.csv")
    let (status, text) = try made.grade(["--only", "2.3", "--students", "students.csv"])
    #expect(status == 2, "\(text)")
    let book = try made.book()
    #expect(book["dora.zip"]?.student == "dora")
    #expect(book["dora.zip"]?.state == "not graded")
    #expect(book["dora.zip"]?.flags == ["not graded: a .zip that cannot be read: unpack it"])
    #expect(book["carl.zip"]?.student == "Carl")
    #expect(book["carl.zip"]?["2.3"]?.state == "passed", "\(book["carl.zip"]!)")
    #expect(book["carl.zip"]?.flags == ["Lesson02/Mine.swift was not handed out and is left out"])
    #expect(snapshot(of: made.folder).keys.allSatisfy { !$0.contains("escaped") })
  }

  @Test(arguments: [
    (["grade"], "takes one folder"), (["grade", "nowhere"], "is not a folder"),
    (["grade", "class"], "there is nothing to grade"),
    (["grade", "class", "--out", "class/x"], "lies among the submissions"),
    (["grade", "class", "--jobs", "0"], "expected a whole number"),
    (["grade", "class", "--only", "99"], "no exercise \"99\""),
    (["grade", "class", "--seed"], "--seed needs a value"),
    (["grade", "class", "--isolation", "foil"], "expected one of bwrap"),
    (["grade", "class", "--colour"], "has no option \"--colour\""),
    (["grade", "class", "--points", "bad.txt"], "bad.txt, line 2: expected an exercise"),
    (["grade", "class", "--students", "bad.txt"], "bad.txt, line 2: expected a folder"),
    (["grade", "class", "--students", "twice.txt"], "twice.txt, line 2: Eve was named before"),
  ])
  func saysWhatItCannotDo(_ arguments: [String], _ words: String) throws {
    let made = try MadeUpClass()
    defer { made.remove() }
    try made.write("# nothing\n2.3\n", to: "bad.txt")
    try made.write("a, Eve\nb, Eve\n", to: "twice.txt")
    let (status, text) = try made.course(arguments)
    #expect([1, 64].contains(status))
    #expect(text.contains(words), "\(text)")
  }

  @Test func namesAreSafe() {
    #expect(GradeBook.cell("=1+1") == "'=1+1")
    #expect(GradeBook.cell("a,\"b\"") == "\"a,\"\"b\"\"\"")
    #expect(GradeBook.cell("a\nb\u{1b}[2J") == "a b\u{fffd}[2J")
    #expect(GradeBook.fileName("../../etc/passwd") == "_.._etc_passwd")
    #expect(GradeBook.fileName("..") == "student")
    #expect(Feedback.quoted("a\n````\nb").first == "`````text")
  }
}

extension MadeUpClass {
  /// A file beside the submissions.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// When each submission that is done was graded.
  var graded: [String: String] {
    snapshot(of: out.appendingPathComponent(".state")).filter { $0.key.hasSuffix(".json") }
  }

  func csv() throws -> [String] {
    try String(contentsOf: out.appendingPathComponent("grades.csv"), encoding: .utf8)
      .components(separatedBy: "\r\n")
  }
}
