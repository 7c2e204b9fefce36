import Testing

@testable import LessonKit

@Suite struct NumeralTests {
  let spanish = Phrasebook(language: "es")

  @Test(arguments: [
    ("0.25", "0,25"), ("60,000", "60\u{A0}000"), ("1,425", "1425"),
    ("-1,234,567", "-1\u{A0}234\u{A0}567"),
    ("12,345.5", "12\u{A0}345,5"), ("1.5e-7", "1,5e-7"), ("96.1 %", "96,1 %"), ("12345", "12345"),
    ("5.2.1", "5.2.1"), ("0,1", "0,1"), ("1, 2", "1, 2"), ("3.", "3."), ("nan", "nan"),
    ("...", "..."),
    ("1234,567", "1234,567"), ("(0.5, 12,000)", "(0,5, 12\u{A0}000)"), ("", ""),
  ])
  func spanishWritesNumbersItsOwnWay(english: String, expected: String) {
    #expect(Numerals.comma.written(english) == expected)
    #expect(Numerals.point.written(english) == english)
  }

  @Test func valuesKeepTheirFormatUntilTheyAreShown() {
    let texts: [(Text, String)] = [
      ("\(0.25)", "0,25"), ("\(Float(0.1), decimals: 2)", "0,10"),
      ("\(0.9612, percent: 1)", "96,1 %"),
      ("\(60000, grouped: true)", "60\u{A0}000"), ("\(0.00123456, significant: 2)", "0,0012"),
      ("\([2, 3])", "2, 3"), ("\([0.5, 2])", "0,5; 2"), ("\([0.5, 1], decimals: 1)", "0,5; 1,0"),
      ([0.25, 0.5].list, "0,25; 0,5"), ("\("0.5")", "0.5"), (Text(verbatim: "0.5"), "0.5"),
      ("1,425", "1425"), ("0.5 to \(0.75)", "0.5 to 0,75"), ("\(5)", "5"),
    ]
    for (text, expected) in texts { #expect(text.rendered(in: spanish) == expected) }
  }

  @Test func codeKeepsThePoint() {
    let inner: Text = "\(0.25)"
    #expect(("y = \(0.5) x + \(inner)" as Text).renderedAsCode(in: spanish) == "y = 0.5 x + 0.25")
    #expect(("0.5" as Text).renderedAsCode(in: spanish) == "0.5")
  }

  @Test func aNumberIsNotBrokenOverTwoLines() {
    #expect(Wrapping.lines("60\u{A0}000 digits", width: 8) == ["60\u{A0}000", "digits"])
  }

  @Test func theBoardWritesProseAndTablesSoButNotFormulasAndJSON() {
    let recorder = Recorder()
    _ = recorder.run(["--language", "es"]) { board in
      board.say("Prose \(0.125).")
      board.formula("a = \(0.375)")
      board.listing("b \(0.625)")
      board.table(["a", "b"], [["\(0.75)", "2.5"]])
    }
    for words in ["Prose 0,125.", "a = 0.375", "b 0.625", "0,75", "2,5"] {
      #expect(recorder.output.contains(words), "\(words)")
    }
    let program = Recorder()
    _ = program.run(["--language", "es", "--json"]) { board in
      board.claim(
        "a", "something", source: "", published: "\(0.5)", measured: "\(0.25)", gate: "\(0.75)",
        holds: true)
    }
    #expect(program.output.contains("0.25") && !program.output.contains("0,25"))
  }
}
