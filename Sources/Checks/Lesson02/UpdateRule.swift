import ExerciseKit

extension Checks02 {
  /// Exercise 2.2.
  static let updateRule = Check(
    "2.2", "The update rule", difficulty: 2, minutes: 15,
    file: "UpdateRule.swift", chapter: chapter, section: "The rule",
    hints: [
      "When the answer is right, y - y^ is 0. Which values can it have when the answer is wrong?",
      "All weights move by the same factor eta (y - y^), each times its own feature.",
      "The bias is a weight whose feature is always 1: what does the rule for w say then?",
    ],
    parts: [
      Part("a right answer changes nothing", points: 1) { judge in
        judge.ask(updated, [0.5, -1], 0.25, [3, 2], 1, 1, 0.5)
        judge.ask(updated, [0.5, -1], 0.25, [3, 2], -1, -1, 0.25)
        let count = judge.generator.count(1...6)
        let (w, x) = (judge.generator.floats(count), judge.generator.floats(count))
        let y: Float = judge.generator.flag() ? 1 : -1
        judge.ask(updated, w, -0.5, x, y, y, 0.3)
      },
      Part("a wrong answer moves weights and bias", points: 2) { judge in
        judge.ask(updated, [0, 0], 0, [1, 2], 1, -1, 0.5)
        judge.ask(updated, [1, -2, 0.5], 0.5, [0.5, -1, 4], -1, 1, 0.1)
        for y in [1, -1] as [Float] {
          let count = judge.generator.count(2...6)
          let (w, x) = (judge.generator.floats(count), judge.generator.floats(count))
          judge.ask(updated, w, 1, x, y, -y, 0.2)
        }
      },
    ],
    mistakes: [
      updated.mistake("with labels -1 and +1 the difference y - y^ is 2, not 1: yours adds eta y x")
      {
        w, b, x, y, predicted, eta in
        moved(w, b, x, by: y == predicted ? 0 : eta * y)
      },
      updated.mistake("the sign: yours moves away from the right answer, it uses y^ - y") {
        w, b, x, y, predicted, eta in moved(w, b, x, by: eta * (predicted - y))
      },
      updated.mistake("the bias stays where it was: it moves too, by eta (y - y^)") {
        w, b, x, y, predicted, eta in (moved(w, b, x, by: eta * (y - predicted)).weights, b)
      },
      updated.mistake("the bias has no feature: it moves by eta (y - y^), yours multiplies by x") {
        w, b, x, y, predicted, eta in
        let step = eta * (y - predicted)
        return (moved(w, b, x, by: step).weights, x.reduce(b) { $0 + step * $1 })
      },
      updated.mistake("the features are missing: each weight moves by eta (y - y^) times its own") {
        w, b, x, y, predicted, eta in moved(w, b, x.map { _ in 1 }, by: eta * (y - predicted))
      },
      updated.mistake("the step replaces the weights: it has to be added to them") {
        w, b, x, y, predicted, eta in
        moved(w.map { _ in 0 }, 0, x, by: eta * (y - predicted))
      },
      updated.mistake("the learning rate reaches the weights only: the bias moves by eta as well") {
        w, b, x, y, predicted, eta in
        (moved(w, b, x, by: eta * (y - predicted)).weights, b + y - predicted)
      },
      updated.mistake("the learning rate is missing: every step is as if eta were 1") {
        w, b, x, y, predicted, _ in moved(w, b, x, by: y - predicted)
      },
      updated.mistake("yours moves after right answers too: then y - y^ is 0") {
        w, b, x, y, _, eta in moved(w, b, x, by: 2 * eta * y)
      },
    ])

  private static let updated = Function(
    "updated(weights:bias:x:label:predicted:learningRate:)"
  ) { (w: [Float], b: Float, x: [Float], y: Float, predicted: Float, eta: Float) in
    moved(w, b, x, by: eta * (y - predicted))
  }

  private static func moved(_ w: [Float], _ b: Float, _ x: [Float], by step: Float) -> (
    weights: [Float], bias: Float
  ) {
    (zip(w, x).map { $0 + step * $1 }, b + step)
  }
}
