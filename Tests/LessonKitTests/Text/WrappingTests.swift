import Testing

@testable import LessonKit

@Suite struct WrappingTests {
  @Test func fillsLines() {
    #expect(Wrapping.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Wrapping.lines("one two\nthree", width: 80) == ["one two three"])
    #expect(Wrapping.lines("a\n\nb\n \n\nc", width: 80) == ["a", "", "b", "", "c"])
    #expect(Wrapping.lines("", width: 10) == [])
    #expect(Wrapping.lines("   \n ", width: 10) == [])
    #expect(Wrapping.lines("exactly ten", width: 11) == ["exactly ten"])
  }

  @Test func aNumberKeepsItsPercentSign() {
    #expect(Wrapping.lines("about 98.0 % of all", width: 11) == ["about", "98.0 % of", "all"])
    #expect(Wrapping.lines("% 5 %", width: 1) == ["%", "5", " ", "%"])
  }

  @Test func longWordsAreCut() {
    #expect(Wrapping.lines("ab abcdefgh", width: 3) == ["ab", "abc", "def", "gh"])
    #expect(Wrapping.lines("abc", width: 0) == ["a", "b", "c"])
  }

  @Test func wideAndCombiningCharacters() {
    #expect("ŷ = σ(x)".displayWidth == 8)
    #expect("y\u{302}".displayWidth == 1)
    #expect("深層".displayWidth == 4)
    #expect("🙂".displayWidth == 2)
    #expect("深層学習".clipped(to: 5) == "深層")
    #expect(Wrapping.lines("深層学習", width: 4) == ["深層", "学習"])
    #expect("深層学習".truncated(to: 4) == "深~")
  }

  @Test func partsStayWhole() {
    #expect(Wrapping.parts(["a: 1", "b: 2", "c: 3"], width: 11) == ["a: 1   b: 2", "c: 3"])
    #expect(
      Wrapping.parts(["a: one two three", "b"], width: 10) == ["a: one", "  two", "  three", "b"])
    #expect(Wrapping.parts([], width: 10) == [])
  }

  @Test func padding() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("ab".rightAligned(in: 4) == "  ab")
    #expect("ab".centred(in: 5) == " ab  ")
    #expect("abc".padded(to: 2) == "abc")
  }
}

@Suite struct TableTests {
  func lines(_ header: [String], _ rows: [[String]], width: Int) -> [String] {
    Table(header: header, rows: rows).lines(width: width).map(\.text)
  }

  @Test func numbersStandRightAndWordsLeft() {
    let table = lines(["name", "errors"], [["setosa", "2"], ["versicolor", "13"]], width: 40)
    #expect(table == ["name        errors", "setosa           2", "versicolor      13"])
  }

  @Test func wideCellsWrap() {
    let table = lines(["a", "b"], [["x", "one two three four five"]], width: 14)
    #expect(table.allSatisfy { $0.displayWidth <= 14 })
    #expect(table == ["a  b", "x  one two", "   three four", "   five"])
  }

  @Test func namesBreakBeforeNumbersDo() {
    let table = lines(["n", "one weighted unit"], [["4,294,967,296", "94,572"]], width: 23)
    #expect(
      table == [
        "            n       one", "               weighted", "                   unit",
        "4,294,967,296    94,572",
      ])
  }

  @Test func raggedAndEmptyTables() {
    #expect(lines([], [], width: 40) == [])
    #expect(lines(["a", "b"], [["1"], ["1", "2", "3"]], width: 40).count == 3)
    #expect(lines([], [["a", "b"]], width: 40) == ["a  b"])
    let narrow = lines(["aaaa", "bbbb", "cccc"], [["dddd", "eeee", "ffff"]], width: 5)
    #expect(narrow.allSatisfy { $0.displayWidth <= 7 })
  }

  @Test func aCellMayHaveLinesOfItsOwn() {
    #expect(lines([], [["a\n  b c d", "1"]], width: 9) == ["a       1", "  b c", "  d"])
  }
}
