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
