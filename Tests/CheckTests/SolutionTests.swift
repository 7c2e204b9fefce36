import Checks
import ExerciseKit
import Testing

/// Every check accepts the reference, with the usual inputs and with others.
@Suite struct SolutionTests {
  static let solutions: [Attempt] =
    solutions01 + solutions02 + solutions03 + solutions04 + solutions05 + solutions06 + solutions07
    + solutions08 + solutions09 + solutions10 + solutions11 + solutions12 + solutions13
    + solutions14 + solutions15 + solutions16

  @Test(arguments: solutions.indices, [CheckContext.usualSeed, 1, 2026])
  func earnsAllPoints(_ place: Int, seed: UInt64) {
    let attempt = Self.solutions[place]
    for part in attempt.report(seed: seed) {
      #expect(part.state == .passed, "\(attempt.exercise.number) \(part)")
    }
  }

  @Test func everyExerciseHasOne() {
    #expect(Self.solutions.map(\.exercise.number) == Catalogue.exercises.map(\.number))
  }
}
