import ExerciseKit

extension Checks02 {
  /// The student's `updated(weights:bias:x:label:predicted:learningRate:)`.
  public typealias UpdateRule =
    @Sendable (_ w: [Float], _ b: Float, _ x: [Float], _ y: Float, _ predicted: Float, _ eta: Float)
    -> (weights: [Float], bias: Float)

  /// Exercise 2.2.
  public static let updateRule = Check<UpdateRule>(
    "2.2", "The update rule", difficulty: 2, minutes: 15,
    file: "UpdateRule.swift", chapter: "02-perceptron.md", section: "The rule",
    hints: [
      "When the answer is right, y - y^ is 0. Which values can it have when the answer is wrong?",
      "All weights move by the same factor eta (y - y^), each times its own feature.",
      "The bias is a weight whose feature is always 1: what does the rule for w say then?",
    ],
    parts: [
      Part("a right answer changes nothing", points: 1, rightAnswers),
      Part("a wrong answer moves weights and bias", points: 2, wrongAnswers),
    ],
    mistakes: [
      Mistake("with labels -1 and +1 the difference y - y^ is 2, not 1: yours adds eta y x") {
        w, b, x, y, predicted, eta in
        let step = y == predicted ? 0 : eta * y
        return moved(w, b, x, weightStep: step, biasStep: step)
      },
      Mistake("the sign: yours moves away from the right answer, it uses y^ - y") {
        w, b, x, y, predicted, eta in
        let step = eta * (predicted - y)
        return moved(w, b, x, weightStep: step, biasStep: step)
      },
      Mistake("the bias stays where it was: it moves too, by eta (y - y^)") {
        w, b, x, y, predicted, eta in
        moved(w, b, x, weightStep: eta * (y - predicted), biasStep: 0)
      },
      Mistake("the learning rate is missing: every step is as if eta were 1") {
        w, b, x, y, predicted, _ in
        moved(w, b, x, weightStep: y - predicted, biasStep: y - predicted)
      },
      Mistake("yours moves after right answers too: then y - y^ is 0") {
        w, b, x, y, _, eta in
        moved(w, b, x, weightStep: 2 * eta * y, biasStep: 2 * eta * y)
      },
    ])

  @Sendable private static func rightAnswers(_ judge: Judge<UpdateRule>) {
    for (label, eta) in [(+1, 0.5), (-1, 0.25)] as [(Float, Float)] {
      ask(judge, w: [0.5, -1], b: 0.25, x: [3, 2], y: label, predicted: label, eta)
    }
  }

  @Sendable private static func wrongAnswers(_ judge: Judge<UpdateRule>) {
    ask(judge, w: [0, 0], b: 0, x: [1, 2], y: +1, predicted: -1, 0.5)
    ask(judge, w: [1, -2, 0.5], b: 0.5, x: [0.5, -1, 4], y: -1, predicted: +1, 0.1)
    let x = judge.generator.floats(5)
    ask(judge, w: judge.generator.floats(5), b: 1, x: x, y: +1, predicted: -1, 0.2)
  }

  private static func ask(
    _ judge: Judge<UpdateRule>, w: [Float], b: Float, x: [Float], y: Float, predicted: Float,
    _ eta: Float
  ) {
    let step = eta * (y - predicted)
    judge.ask(
      """
      updated(weights: \(w), bias: \(b), x: \(x), label: \(y), predicted: \(predicted), \
      learningRate: \(eta))
      """,
      expect: moved(w, b, x, weightStep: step, biasStep: step)
    ) { updated in updated(w, b, x, y, predicted, eta) }
  }

  private static func moved(
    _ w: [Float], _ b: Float, _ x: [Float], weightStep: Float, biasStep: Float
  ) -> (weights: [Float], bias: Float) {
    (zip(w, x).map { $0 + weightStep * $1 }, b + biasStep)
  }
}
