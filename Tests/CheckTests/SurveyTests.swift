import ExerciseKit
import Testing

@testable import AnswerProtocol
@testable import Checks

/// What is said of all answers of a part together, and what is not said of a single wrong value.
@Suite(.inEnglish) struct SurveyTests {
  /// What the student reads after "likely" for a wrong answer that no typical mistake explains.
  private func said(
    _ wrong: Mistake, mistakes: [Mistake] = [], _ questions: @escaping @Sendable (Judge) -> Void
  ) -> String? {
    let check = Check(
      "1.1", "A trial", difficulty: 1, minutes: 1, file: "Trial.swift", chapter: "none.md",
      section: "None", hints: [], parts: [Part("", points: 1, questions)], mistakes: mistakes)
    return check.reports(on: wrong).first?.end.likely
  }

  private static let total = Function("total(of:bias:)") {
    (values: [Float], bias: Float) -> Float in
    values.reduce(bias, +)
  }

  @Sendable private static func totals(_ judge: Judge) {
    judge.ask(total, [1, 2, 4], 3)
    judge.ask(total, [0.5, 2], -0.25)
    judge.ask(total, [7, 1, 1, 5], 2)
    judge.ask(total, [], 5)
  }

  @Test func aForgottenNumberIsNamed() {
    let said = said(Self.total.mistake("") { values, _ in values.reduce(0, +) }, Self.totals)
    #expect(said == "your answer is too small by `bias`")
  }

  @Test func aTurnedSignIsNamed() {
    let said = said(Self.total.mistake("") { $0.reduce(-$1, +) }, Self.totals)
    #expect(said?.hasPrefix("your answer is too small by twice `bias`") == true, "\(said ?? "-")")
  }

  private static let mean = Function("mean(of:)") { (values: [Float]) -> Float in
    values.reduce(0, +) / Float(values.count)
  }

  @Sendable private static func means(_ judge: Judge) {
    judge.ask(mean, [1, 2, 4.5])
    judge.ask(mean, [0.5, 2])
    judge.ask(mean, [7, 1, 1, 5])
  }

  @Test func aForgottenDivisionIsNamed() {
    let sum = said(Self.mean.mistake("") { $0.reduce(0, +) }, Self.means)
    #expect(sum == "your answer is too large as many times as `of` has values")
    let divided = Self.mean.mistake("") { values in
      let sum = values.reduce(0, +)
      return sum / Float(values.count + 1)
    }
    let one = said(divided, Self.means)
    #expect(one?.contains("one off from the number of values") == true, "\(one ?? "-")")
  }

  private static let fires = Function("fires(inputs:forbidden:)") {
    (inputs: [Bool], forbidden: Bool) -> Bool in !forbidden && inputs.contains(true)
  }

  @Sendable private static func firing(_ judge: Judge) {
    judge.ask(fires, [true, false], false)
    judge.ask(fires, [false, true], false)
    judge.ask(fires, [false], false)
    judge.ask(fires, [true, true], true)
    judge.ask(fires, [true], true)
  }

  @Test func whatWrongQuestionsHaveInCommonIsNamed() {
    let said = said(Self.fires.mistake("") { inputs, _ in inputs.contains(true) }, Self.firing)
    #expect(said?.hasSuffix("and no other: `forbidden` is true") == true, "\(said ?? "-")")
  }

  @Test func flagsThatNeverChangeAreNamed() {
    #expect(
      said(Self.fires.mistake("") { _, _ in true }, Self.firing)
        == "whatever is asked, yours says true")
    #expect(
      said(Self.fires.mistake("") { !($1 == false && $0.contains(true)) }, Self.firing)
        == "every answer is the opposite of what it should be")
  }

  /// A typical mistake that agrees on the first wrong question, and not on the others, is not
  /// named.
  @Test func aMistakeThatAgreesOnlyOnceIsNotNamed() {
    let typical = Self.fires.mistake("a false cause") { inputs, forbidden in
      forbidden && inputs.count > 1 || !forbidden && inputs.contains(true)
    }
    let wrong = Self.fires.mistake("") { inputs, _ in inputs.contains(true) }
    #expect(said(wrong, mistakes: [typical], Self.firing)?.contains("false cause") == false)
    #expect(said(typical, mistakes: [typical], Self.firing) == "a false cause")
  }

  @Test func oneWrongQuestionOfManyIsNamed() {
    let wrong = Self.total.mistake("") { $0.isEmpty ? 77 : $0.reduce($1, +) }
    #expect(said(wrong, Self.totals)?.hasPrefix("all 3 other questions") == true)
  }

  /// That the first wrong number is one too large is an accident when the next ones are not.
  @Test func anAccidentOfOneNumberIsNotNamed() {
    let wrong = Self.total.mistake("") { 1.25 * $0.reduce($1, +) - 1.5 }
    let said = said(wrong, Self.totals)
    #expect(said != nil && said?.contains("one too") == false, "\(said ?? "-")")
  }

  private static let split = Function("split(_:)") {
    (values: [Float]) -> (kept: [Float], sum: Float) in
    (values.filter { $0 > 0 }, values.reduce(0, +))
  }

  @Test func aValueThatIsHandedBackIsNamed() {
    let said = said(Self.split.mistake("") { ($0, $0.reduce(0, +)) }) { judge in
      judge.ask(Self.split, [1, -2, 3])
      judge.ask(Self.split, [-1, -2, 3.5])
    }
    #expect(said == "in kept: your answer is argument 1 as it was handed over")
  }
}
