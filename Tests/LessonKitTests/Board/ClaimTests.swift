import Foundation
import Testing

@testable import LessonKit

@Suite struct ClaimTests {
  func teach(_ board: Board, holds: Bool) {
    board.claim(
      "accuracy", "test accuracy", source: "A \"book\"", published: "97 %",
      measured: "\(0.9612, percent: 1)", gate: "at least 96 %", holds: holds)
    board.ungatedClaim(
      "slow", "all digits", source: "A \"book\"", published: "98 %", reason: "not run with --quick")
  }

  @Test func onlyAFailedClaimEndsWith1() {
    #expect(Recorder().run { teach($0, holds: true) } == 0)
    #expect(Recorder().run { teach($0, holds: false) } == 1)
    #expect(Recorder().run(["--json"]) { teach($0, holds: false) } == 1)
  }

  @Test func aQuickRunIsNotJudgedWhereThereIsAReason() {
    func teach(_ board: Board) {
      board.claim(
        "slow", "all digits", source: "", published: "98 %", measured: "40 %", gate: "97 %",
        holds: false, notQuick: "3 epochs, not 24")
    }
    #expect(Recorder().run { teach($0) } == 1)
    let recorder = Recorder()
    #expect(recorder.run(["--quick"]) { teach($0) } == 0)
    #expect(recorder.output.contains("40 %  none: 3 epochs, not 24"))
    let judged = Recorder().run(["--quick"]) {
      $0.claim(
        "fast", "all digits", source: "", published: "98 %", measured: "40 %", gate: "97 %",
        holds: false, notQuick: nil)
    }
    #expect(judged == 1)
  }

  @Test func theTableMarksEachClaim() {
    let recorder = Recorder()
    _ = recorder.run {
      teach($0, holds: false)
      $0.claim("b", "another", source: "", published: "1", measured: "2", gate: "=", holds: true)
    }
    let lines = recorder.lines
    #expect(lines.contains("         claims             published  here     gate"))
    #expect(lines.contains(" FAILED  test accuracy [1]  97 %       96.1 %   at least 96 %"))
    #expect(
      lines.contains(" -       all digits [1]     98 %       not run  none: not run with --quick"))
    #expect(lines.contains(" ok      another            1          2        ="))
    #expect(lines.contains(" [1] A \"book\""))
    #expect(!recorder.output.contains("[2]"))
  }

  @Test func longClaimsTakeALineForTheStatement() throws {
    let recorder = Recorder()
    _ = recorder.run {
      teach($0, holds: true)
      $0.claim(
        "long", "a statement that takes about a line of its own, and so it gets one",
        source: "", published: "between one and two", measured: "three", gate: "at most two",
        holds: false)
    }
    let lines = recorder.lines
    let row = try #require(lines.firstIndex { $0.hasPrefix("  FAILED  a statement that takes") })
    #expect(lines[row].hasSuffix("and so it gets one"))
    #expect(
      lines[row + 1] == "          published: between one and two   here: three   gate: at most two"
    )
    #expect(lines.contains("  ok      test accuracy [1]"))
    #expect(lines.contains("          published: 97 %   here: 96.1 %   gate: at least 96 %"))
    #expect(lines.contains { $0.hasSuffix("here: not run   no gate: not run with --quick") })
  }

  @Test func jsonLines() throws {
    let recorder = Recorder()
    _ = recorder.run(["--json"]) { board in
      board.section("nothing of this is written")
      board.say("nor this")
      board.table(["a"], [["b"]])
      board.draw(Figure("nor this") { Lines(y: [1, 2]) })
      teach(board, holds: true)
    }
    let lines = recorder.lines
    try #require(lines.count == 3)
    #expect(
      lines[0]
        == #"{"lesson":4,"claim":"accuracy","statement":"test accuracy","source":"A \"book\"","#
        + #""published":"97 %","measured":"96.1 %","gate":"at least 96 %","pass":true}"#)
    #expect(lines[1].hasSuffix(#""gate":"","pass":null,"reason":"not run with --quick"}"#))
    #expect(lines[2].hasPrefix(#"{"lesson":4,"seconds":"#))
    for line in lines {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
    let end = try #require(
      JSONSerialization.jsonObject(with: Data(lines[2].utf8)) as? [String: Any])
    #expect(Set(end.keys) == ["lesson", "seconds", "peakMegabytes"])
    #expect(end["peakMegabytes"] as? Int ?? 0 > 0)
  }

  @Test func jsonIsTheSameInEveryLanguage() {
    let (english, spanish) = (Recorder(), Recorder())
    _ = english.run(["--json"]) { teach($0, holds: true) }
    _ = spanish.run(["--json", "--language", "es"]) { teach($0, holds: true) }
    #expect(english.lines.prefix(2) == spanish.lines.prefix(2))
  }

  @Test(arguments: [
    "plain", "quotes \" and \\ and /", "lines\n\r\n\ttabs", "\u{0}\u{1}\u{1F}\u{7F}\u{9F}",
    "ŷ ≤ 3 · 10⁻², 深層, 🙂, e\u{301}", "\u{2028}\u{2029}", "",
  ])
  func jsonEscaping(string: String) throws {
    var object = JSONObject()
    object.add("text", string)
    #expect(!object.line.contains { $0.isNewline })
    let decoded = try JSONSerialization.jsonObject(with: Data(object.line.utf8))
    let read = try #require((decoded as? [String: String])?["text"])
    #expect(Array(read.unicodeScalars) == Array(string.unicodeScalars))
  }

  @Test func jsonNumbers() {
    var object = JSONObject()
    object.add("a", 1)
    object.add("b", false)
    object.addNull("c")
    object.add("d", 3.25, decimals: 1)
    object.add("e", .nan, decimals: 1)
    #expect(object.line == #"{"a":1,"b":false,"c":null,"d":3.2,"e":null}"#)
  }

  @Test func aSecondClaimWithTheSameIdTraps() async {
    await #expect(processExitsWith: .failure) {
      let board = Board.sample(Recorder())
      for _ in 0..<2 {
        board.claim(
          "a", "s", source: "", published: "", measured: "", gate: "", holds: true)
      }
    }
  }
}
