import ExerciseKit
import MiniTensor
import Testing

@testable import AnswerProtocol
@testable import Checks

/// What is said of a wrong value is true of it, and is not said of others.
@Suite(.inEnglish) struct ResemblanceTests {
  private func said(_ yours: Any, for expected: Any) -> String? {
    Value(yours).resemblance(to: Value(expected))?.english
  }

  @Test(
    arguments: [
      ([4], [5], "one too large"), ([4], [3], "one too small"), ([3.5], [7], "twice"),
      ([3], [1.5], "half"), ([8], [0.125], "1 divided by"), ([0.3], [0.7], "1 minus"),
      ([3.5], [12.25], "square of"), ([12.25], [3.5], "square root"),
      ([1, 2, 4], [1.25, 2.25, 4.25], "0.25 too large"),
      ([1, 2, 4], [0.5, 1.5, 3.5], "0.5 too small"), ([1, 2, 5], [3, 3, 3], "the same"),
      ([1, -2, 4], [1, 2, 4], "not all signs"), ([1, 2, 5], [5, 2, 1], "in reverse"),
      ([1, 2, 4, 7], [1, 2, 9, 7], "at [2] is wrong"),
      ([1, 2, 4, 7], [1, 3, 1, 8], "first number is right, and none"),
      ([1, 2, 4, 7], [1, 2, 1, 8], "first 2 numbers are right"),
      ([1, 2, 4, 7], [3, 1, 2, 7], "last number is right, and none"),
      ([1, 2, 4, 7], [3, 3, 4, 7], "last 2 numbers are right"),
      ([1, -2, 4], [1.5, -9, 5], "too large in size"),
      ([1, -2, 4], [0.5, -1.5, 1], "too small in"),
      ([1, -2, 4], [2, 3, 5], "wrong are too large"),
      ([1, 1, 4], [0, -3, 2], "wrong are too small"),
      ([1, 2, 4], [1, 2, 4, 5, 6], "too many numbers"),
      ([1, 2, 4, 5], [1, 2], "numbers are missing"),
    ] as [([Float], [Float], String)])
  func strikes(_ expected: [Float], _ yours: [Float], _ words: String) {
    let said =
      expected.count == 1 && yours.count == 1
      ? said(yours[0], for: expected[0]) : said(yours, for: expected)
    #expect(said?.contains(words) == true, "\(said ?? "nothing")")
  }

  @Test(
    arguments: [
      ([[1, 2], [3, 4], [5, 6]], [[1, 2], [7, 8], [9, 1]], "only the first row is right"),
      ([[1, 2], [3, 4], [5, 6]], [[1, 2], [3, 4], [9, 1]], "only the last row is wrong"),
      ([[1, 2], [3, 4], [5, 6]], [[1, 2], [7, 1], [5, 6]], "one row is wrong"),
      ([[1, 2, 3], [4, 5, 6]], [[9, 2, 3], [8, 5, 6]], "only the first column is wrong"),
      (
        [[1, 2, 3], [4, 5, 6]], [[2, 4, 6], [12, 15, 18]], "each row is right, but for a factor"
      ),
      (
        [[1, 2, 3], [4, 5, 6]], [[2, 6, 3.5], [8, 15, 7]], "each column is right, but for a factor"
      ),
      ([[1, 2, 3], [4, 5, 6]], [[1, 2], [4, 5]], "axis 1 is too short"),
      ([[1, 2, 3]], [[1, 2, 3], [1, 2, 3]], "axis 0 is too long"),
    ] as [([[Float]], [[Float]], String)])
  func rowsAndColumnsStrike(_ expected: [[Float]], _ yours: [[Float]], _ words: String) {
    let said = said(Tensor(yours), for: Tensor(expected))
    #expect(said?.contains(words) == true, "\(said ?? "nothing")")
  }

  @Test func shapesTuplesListsAndTextsStrike() {
    let row = Tensor([1, 2, 3])
    #expect(said(row.reshaped(1, 3), for: row)?.contains("left over") == true)
    #expect(said(row, for: row.reshaped(3, 1))?.contains("is missing") == true)
    let pair = (a: [1, 2, 5] as [Float], b: 4 as Float)
    #expect(
      said((a: [1, 2, 5] as [Float], b: 8 as Float), for: pair)
        == "only b is wrong: your number is twice what it should be")
    #expect(said((a: [1, 2, 6] as [Float], b: 7 as Float), for: pair)?.hasPrefix("in a: ") == true)
    #expect(
      said((4 as Float, 3 as Float), for: (3 as Float, 4 as Float))?.contains("two parts") == true)
    let list = [Tensor([1, 2, 3]), Tensor([4])]
    #expect(said([Tensor([1, 2, 3]), Tensor([8])], for: list)?.hasPrefix("at [1]: ") == true)
    #expect(said([Tensor([1, 2, 3])], for: list) == "your list is too short")
    #expect(said("BPB", for: "BPBX") == "your text stops too early")
    #expect(said("BPBXX", for: "BPBX") == "your text goes on too long")
    #expect(said("BTBX", for: "BPBX") == "only the letter at [1] is wrong")
    #expect(said("BPXB", for: "BPBX")?.contains("order") == true)
  }

  @Test func wordsAndListsOfFlagsStrike() {
    #expect(said("fires when ab is 10, 11", for: "fires when ab is 11") == "too much in yours: 10")
    #expect(said("fires when ab is 11", for: "fires when ab is 01, 11") == "missing in yours: 01")
    let flags = [true, false, false, true, true]
    #expect(said(flags.map { !$0 }, for: flags)?.contains("opposite") == true)
    #expect(said(Array(flags.dropLast()), for: flags)?.contains("the end is missing") == true)
    #expect(said([true, false, true, false, false], for: flags)?.contains("before [2]") == true)
    #expect(said([false, false, false, true, true], for: flags) == "only the first value is wrong")
    #expect(said([true, false, false], for: [false, false, true])?.contains("in reverse") == true)
    #expect(said(nil as Float?, for: 2 as Float?)?.contains("nil") == true)
  }

  /// Nothing is said where nothing strikes, and nothing false of numbers near the right ones.
  @Test func isSilentElsewhere() {
    #expect(
      said([1.7, 9, -4] as [Float], for: [1, -2, 5] as [Float])
        == "none of your 3 numbers is right")
    #expect(said(3.7 as Float, for: 5.1 as Float) == nil)
    #expect(said(true, for: false) == nil)
    #expect(said("xyz", for: "BPBX") == nil)
  }
}
