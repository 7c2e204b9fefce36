import Foundation
import Testing

@testable import LessonKit

@Suite struct BoardTests {
  @Test(arguments: [40, 60, 80])
  func everyLineFits(width: Int) {
    let recorder = Recorder()
    let status = recorder.run(width: width) { board in
      board.section("A heading that is a good deal longer than one line of the page can ever be")
      board.say("Words and words. \(String(repeating: "many more words ", count: 20))")
      board.note("A remark that is as long as remarks happen to be, and then a little longer.")
      board.table(
        ["a column", "another column", "one more"],
        [["words that go on and on", "and on and on and on", "until there is no more room"]])
      for index in 1...3 {
        board.claim(
          "claim-\(index)", "a statement that takes more than one line to be read by a person",
          source: "Somebody, A book with a long title about everything (1999), chapter \(index)",
          published: "a figure with words around it", measured: "another one, and words",
          gate: "at least as good as it was", holds: true)
      }
      board.ungatedClaim("slow", "a slow one", source: "", published: "1", reason: "not in time")
    }
    #expect(status == 0)
    for line in recorder.lines {
      #expect(line.displayWidth <= width, "\(line)")
      #expect(line.allSatisfy { $0.isASCII }, "\(line)")
    }
    #expect(recorder.output.contains(" 1  A heading"))
    #expect(recorder.output.contains("4.1 - 4.5"))
    #expect(recorder.output.contains("swift test --filter Lesson04"))
  }

  @Test func formulasStayAsTheyAre() {
    let recorder = Recorder()
    Board.sample(recorder).formula("a  =  b\n   c")
    #expect(recorder.output == "        a  =  b\n           c\n\n")
  }

  @Test func narrowTablesCutNoWord() {
    let recorder = Recorder()
    Board.sample(recorder, width: 50).table(
      ["network", "convolution", "parameters", "accuracy", "seconds"],
      [
        ["convolutional", "convolution", "12,345", "97.5 %", "12"],
        ["connected", "none", "99", "", "3"],
      ])
    let words = recorder.output.split(whereSeparator: \.isWhitespace)
    #expect(words.contains("convolutional") && words.contains("parameters:"), "\(recorder.output)")
    #expect(recorder.lines.allSatisfy { $0.displayWidth <= 50 })
    #expect(
      recorder.lines.prefix(3) == [
        "      convolutional", "        convolution: convolution", "        parameters: 12,345",
      ])
  }

  @Test func theEndNamesTheNextLesson() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "l\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("Lessons/Lesson05"), withIntermediateDirectories: true)
    #expect(LessonCard.sample.next(in: folder.path) == "swift run Lesson05")
    #expect(LessonCard.sample.next(in: folder.path + "/Lessons") == nil)
    let page = folder.appendingPathComponent("docs/en/where-to-go.md")
    try FileManager.default.createDirectory(
      at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: page)
    try FileManager.default.removeItem(at: folder.appendingPathComponent("Lessons"))
    #expect(LessonCard.sample.next(in: folder.path) == "docs/en/where-to-go.md")
    #expect(LessonCard.sample.next(in: folder.path, language: "es") == "docs/en/where-to-go.md")
    let spanish = folder.appendingPathComponent("docs/es/where-to-go.md")
    try FileManager.default.createDirectory(
      at: spanish.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: spanish)
    #expect(LessonCard.sample.next(in: folder.path, language: "es") == "docs/es/where-to-go.md")
  }

  @Test func wideFormulasBreakAtOperators() {
    let recorder = Recorder()
    let sum = (1...12).map { "weight\($0) * x\($0)" }.joined(separator: " + ")
    Board.sample(recorder, width: 60).formula("  y = \(sum)")
    #expect(recorder.lines.count > 2)
    #expect(recorder.lines.allSatisfy { $0.displayWidth <= 59 })
    #expect(recorder.lines[0].hasPrefix("          y = weight1 * x1 + "))
    #expect(recorder.lines.dropFirst().allSatisfy { $0.hasPrefix("              ") })
    #expect(recorder.lines.dropFirst().allSatisfy { "+*".contains($0.first { $0 != " " }!) })
    let words = recorder.lines.flatMap { $0.split(separator: " ") }
    #expect(words.joined(separator: " ") == "y = " + sum)
    #expect(Wrapping.formula(String(repeating: "x", count: 90), width: 50).count == 1)
  }

  @Test func aLessonBeginsAtAnySection() {
    func teach(_ board: Board) {
      for name in ["one", "two", "three"] {
        board.section("\(name)")
        board.say("said in \(name)")
      }
      board.claim(
        "c", "a claim", source: "", published: "1", measured: "1", gate: "1", holds: true)
    }
    let recorder = Recorder()
    #expect(recorder.run(["--section", "2"], teach) == 0)
    #expect(!recorder.output.contains("said in one"))
    #expect(recorder.output.contains(" 2  two") && recorder.output.contains("said in three"))
    #expect(recorder.output.contains("a claim"))
    let last = Recorder()
    #expect(last.run(["--section", "4"], teach) == 64)
    #expect(last.errors == "Lesson04: there is no section 4, only 3\n")
    #expect(Recorder().run(["--section", "0"], teach) == 64)
  }

  #if os(Linux)
    @Test(arguments: [[], ["--json"], ["--help"]])
    func aFullDiskIsStatus74(arguments: [String]) async throws {
      let result = try await #require(
        processExitsWith: .exitCode(74), observing: [\.standardErrorContent]
      ) { [arguments] in
        dup2(open("/dev/full", O_WRONLY), 1)
        let launch = Launch(card: .sample, arguments: arguments, environment: [:])
        exit(
          launch.run(page: { Page.standard(options: $0, environment: [:]) }) { $0.section("one") })
      }
      let errors = String(decoding: result.standardErrorContent, as: UTF8.self)
      #expect(errors == "cannot write to standard output: No space left on device\n")
    }

    @Test func aClosedPipeEndsQuietly() async throws {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardErrorContent]
      ) {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        dup2(ends[1], 1)
        let launch = Launch(card: .sample, arguments: [], environment: [:])
        _ = launch.run(page: { Page.standard(options: $0, environment: [:]) }) { $0.section("one") }
        exit(5)
      }
      let errors = String(decoding: result.standardErrorContent, as: UTF8.self)
      #expect(!errors.contains("cannot write"))
    }
  #endif

  @Test func steppingPausesEachScreen() {
    func teach(_ board: Board) {
      for name in ["one", "two"] {
        board.section("\(name)")
        for line in 1...30 { board.formula("\(name) \(line)") }
      }
    }
    let recorder = Recorder()
    recorder.height = 24
    #expect(recorder.run(["--step"], teach) == 0)
    let pauses = recorder.errors.components(separatedBy: "space: more").count - 1
    let lines = recorder.output.components(separatedBy: "\n").count - 1
    #expect((lines / 23...lines / 23 + 3).contains(pauses), "\(pauses) for \(lines) lines")
    #expect(recorder.output.contains("one 30") && recorder.output.contains("two 30"))

    let hasty = Recorder()
    hasty.height = 24
    hasty.keys = [.section, .section]
    #expect(hasty.run(["--step"], teach) == 0)
    #expect(hasty.output.contains("one 5") && !hasty.output.contains("one 30"))
    #expect(hasty.output.contains(" 2  two") && !hasty.output.contains("two 30"))
    #expect(hasty.output.contains("swift test --filter Lesson04"))
  }

  @Test func steppingEndsWhenAsked() async {
    await #expect(processExitsWith: .success) {
      let recorder = Recorder()
      recorder.height = 10
      recorder.keys = [.end]
      _ = recorder.run(["--step"]) { board in
        board.section("one")
        for line in 1...30 { board.formula("\(line)") }
      }
      exit(5)
    }
  }

  @Test func stepping() {
    let recorder = Recorder()
    recorder.answers = [""]
    let status = recorder.run(["--step"]) { board in
      board.section("one")
      #expect(recorder.returnsRead == 0)
      board.section("two")
      board.section("three")
    }
    #expect(status == 0)
    #expect(recorder.returnsRead == 2, "at the end of the input the lesson goes on")
    let silent = Recorder()
    _ = silent.run(["--step", "--json"]) { board in
      board.section("one")
      board.section("two")
    }
    #expect(silent.returnsRead == 0)
  }

  @Test func thrownErrorsAreOneLine() {
    struct Trouble: Error, CustomStringConvertible { let description = "digits.idx:\nnot found" }
    for arguments in [[], ["--json"]] {
      let recorder = Recorder()
      let status = recorder.run(arguments) { _ in throw Trouble() }
      #expect(status == 1)
      #expect(recorder.errors == "Lesson04: digits.idx: not found\n")
      if arguments == ["--json"] { #expect(recorder.output.isEmpty) }
    }
  }

  @Test func progressIsSilentWithoutTerminal() {
    let recorder = Recorder()
    let result = Board.sample(recorder).progress("training", total: 3) { tick in
      for _ in 0..<3 { tick(note: "loss \(0.5)") }
      return 42
    }
    #expect(result == 42)
    var now = 0.0
    let bar = Progress(
      name: "training", unit: "steps", total: 3, page: recorder.page(), elapsed: { now })
    now = 2
    bar()
    bar.clear()
    #expect(recorder.output.isEmpty && recorder.errors.isEmpty)
  }

  @Test func progressShowsRateAndTimeLeft() {
    let recorder = Recorder()
    var now = 0.0
    let bar = Progress(
      name: "training", unit: "epochs", total: 40, page: recorder.page(showsProgress: true),
      elapsed: { now })
    bar()
    now = 0.9
    bar()
    #expect(recorder.errors.isEmpty, "nothing is shown in the first second")
    now = 2
    bar(18, note: "loss \(0.5)")
    #expect(recorder.errors.contains("50 %  2 s left  10 epochs/s  loss 0.5"))
    #expect(recorder.output.isEmpty)
    let shown = recorder.errors
    now = 2.05
    bar()
    #expect(recorder.errors == shown, "not more often than ten times a second")
    bar.clear()
    #expect(recorder.errors.hasSuffix("\r\u{1B}[K"))
    #expect(!bar.isVisible)
  }

  @Test func progressNeverBreaksTheLine() {
    for width in [40, 80] {
      let page = Recorder().page(width: width)
      for total in [0, 1, 7, 1_000_000] {
        let name = String(repeating: "a long name ", count: 5)
        let bar = Progress(
          name: Text(verbatim: name), unit: "steps", total: total, page: page, elapsed: { 3 })
        bar(3)
        #expect(bar.line(after: 1e-9).displayWidth < width)
        #expect(bar.line(after: 100_000).displayWidth < width)
        #expect(bar.line(after: 0).displayWidth < width)
      }
    }
    #expect(Progress.duration(200) == "3 min 20 s")
    #expect(Progress.duration(0.2) == "1 s")
    #expect(Progress.duration(.infinity) == "6000 min 0 s")
  }

  @Test func textClearsTheBar() {
    let recorder = Recorder()
    let board = Board(
      card: .sample, options: Options(), page: recorder.page(showsProgress: true))
    board.progress("training", total: 2) { _ in board.say("in between") }
    #expect(recorder.output.contains("in between"))
    #expect(board.progressBars.isEmpty)
  }
}
