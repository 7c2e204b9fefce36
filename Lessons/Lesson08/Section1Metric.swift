import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// The loss is what the gradient descends; the metric is what we want to know.
  static func measureDifferently(_ runs: [ProjectRun], _ cars: RegressionSet, _ board: Board) {
    board.say(
      """
      One thing more: the metric is not the loss. The metric answers our question, say "how often \
      is it within 2 miles per gallon?". That one is flat nearly everywhere, so no gradient can \
      descend it. The loss is a smooth stand-in. Which one you choose shows. Take the simplest \
      model of all, the same answer c for every car:
      """)
    let mpg = cars.targets.scalars.map(Double.init)
    let guesses = (0...3000).map { 10 + 0.01 * Double($0) }  // miles per gallon
    let errors = guesses.map { guess in Errors(mpg.map { $0 - guess }) }
    /// The best guess; the middle one, when several are equally good.
    func best(_ value: (Errors) -> Double) -> Double {
      let values = errors.map(value)
      let least = values.min()! + 1e-9
      return guesses.indices.filter { values[$0] <= least }.map { guesses[$0] }.median
    }
    let byAbsolute = best(\.meanAbsolute)
    let bySquared = best(\.rootMeanSquared)
    let byHits = best { -$0.withinTwo }
    let shown = stride(from: 0, to: guesses.count, by: 20).map { $0 }
    board.draw(
      Figure(
        "One answer for all cars", x: "the answer c (mpg)", y: "error (mpg)", name: "constant"
      ) {
        Lines(
          x: shown.map { guesses[$0] }, y: shown.map { errors[$0].meanAbsolute },
          name: "mean absolute error")
        Lines(
          x: shown.map { guesses[$0] }, y: shown.map { errors[$0].rootMeanSquared },
          name: "root of the mean squared error")
        Lines.vertical(at: byAbsolute, colour: 0)
        Lines.vertical(at: bySquared, colour: 1)
      })
    board.say(
      """
      The absolute error is least at \(byAbsolute, decimals: 2), the median of the cars; the \
      squared error at \(bySquared, decimals: 2), their mean, for it fears large errors more. And \
      "within 2 mpg" would like \(byHits, decimals: 2), the middle of the densest crowd. Three \
      questions, three answers. The same for our models, by three metrics:
      """)
    board.table(
      ["model", "trained to lower the", "mean absolute", "root mean squared", "within 2 mpg"],
      [Candidate.linear, .linearSquared, .deep, .deepSquared].map { candidate in
        let errors = runs.map { $0.test[candidate.rawValue] }
        return [
          candidate.name, candidate.loss == .absolute ? "absolute error" : "squared error",
          "\(errors.map(\.meanAbsolute).median, decimals: 2)",
          "\(errors.map(\.rootMeanSquared).median, decimals: 2)",
          "\(errors.map(\.withinTwo).median, percent: 0)",
        ]
      }, title: "Test cars, median of fifteen splits (a lesson may open the drawer four times):")

    board.claim(
      "best-constant", "the best single answer: by absolute, by squared error",
      source: "textbook (Laplace 1774; Gauss 1809)",
      published: "the median \(mpg.median, decimals: 2), the mean \(mpg.mean, decimals: 2)",
      measured: "\(byAbsolute, decimals: 2), \(bySquared, decimals: 2)",
      gate: "the same, within 0.01",
      holds: abs(byAbsolute - mpg.median) < 0.01 && abs(bySquared - mpg.mean) < 0.01)
  }
}
