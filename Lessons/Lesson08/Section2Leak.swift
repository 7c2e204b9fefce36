import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// How to get 98 % on pure noise.
  static func chooseBeforeSplitting(_ board: Board) {
    board.section("How to fool yourself")
    board.say(
      """
      Fifty patients, half of them ill. For each, five thousand measurements: all of them noise. \
      Nothing can be predicted, and whoever guesses is wrong half of the time. Now do what sounds \
      sensible: first keep the hundred measurements that correlate best with the illness. Then \
      test a nearest-neighbour classifier carefully, with five-fold cross-validation: each fifth \
      of the patients is judged by the other four.
      """)
    let errors = concurrently(200, seed: board.seed) { _, generator, _ in
      let clinic = SelectionBias(using: &generator)
      return (
        wrong: clinic.crossValidatedError(.chooseThenSplit, using: &generator),
        right: clinic.crossValidatedError(.splitThenChoose, using: &generator)
      )
    }
    let wrong = errors.map(\.wrong).mean
    let right = errors.map(\.right).mean
    board.table(
      ["order of work", "error it reports", "truth"],
      [
        ["choose by all patients, then split", "\(wrong, percent: 1)", "50 %"],
        ["split, then choose by the training patients", "\(right, percent: 1)", "50 %"],
      ])
    board.say(
      """
      The test was careful and worthless: its patients had already voted on the measurements. Out \
      of five thousand noises, some agree with any labels. So the law of step 2: split first, and \
      let nothing that was learned, chosen or averaged come from a row that it will be tested on. \
      Rows that belong together (one patient's two visits, one writer's digits) go to one side.
      """)
    board.claim(
      "selection-bias", "noise: the error reported when the choice saw the test labels",
      source: "Hastie, Tibshirani and Friedman (2009), sec. 7.10.2", published: "3 %; truth 50 %",
      measured: "\(wrong, percent: 1); chosen inside the folds \(right, percent: 1)",
      gate: "1 to 5 %; inside the folds 45 to 55 %",
      holds: (0.01...0.05).contains(wrong) && (0.45...0.55).contains(right))
  }
}
