import ExerciseKit
import Foundation

extension Checks17 {
  /// Exercise 17.1.
  static let fastGradientStep = Check(
    "17.1", "One step against the class", difficulty: 2, minutes: 20,
    file: "FastGradientStep.swift", chapter: chapter, section: "The fast gradient sign method",
    hints: [
      "First the score s, one number. Then one factor for all pixels: -y sigmoid(-y s).",
      "sigmoid(-y s) is 1 / (1 + e^(y s)).",
      """
      The sign is 1 where the slope is above 0, -1 where it is below, and 0 where it is 0. Only then \
      multiply by epsilon, add, and bring the pixel back to 0...1.
      """,
    ],
    parts: [
      Part("the slope by each pixel", points: 2) { judge in
        judge.ask(slopes, [2, -4], 1, [0.5, 0.5], 1)
        judge.ask(slopes, [2, -4], 1, [0.5, 0.5], -1)
        judge.ask(slopes, [1.5], -0.25, [0.75], 1)
        judge.ask(slopes, [], 0.5, [], -1)
        for label: Float in [1, -1] {
          let count = judge.generator.count(2...6)
          let bias = Float.random(in: 0.3...0.9, using: &judge.generator)
          judge.ask(
            slopes, judge.generator.floats(count, in: -2...2), bias,
            judge.generator.floats(count, in: 0...1), label)
        }
        judge.ask(slopes, [0, 0.5, -3], -2, [1, 0.25, 0.5], -1)
      },
      Part("the step", points: 2) { judge in
        judge.ask(step, [0.5, 0.4], [-3, 0.01], 0.2)
        judge.ask(step, [0.5, 0.9, 0.1, 0.3], [-3, 0.01, -7, 0], 0.2)
        judge.ask(step, [0.25], [0.5], 0)
        judge.ask(step, [0.5, 0.4, 0.6], [-0.01, 0.01, -1], 0.2)
        judge.ask(step, [], [], 0.3)
        let count = judge.generator.count(3...8)
        let epsilon = Float.random(in: 0.15...0.45, using: &judge.generator)
        judge.ask(
          step, judge.generator.floats(count, in: 0...1), judge.generator.floats(count, in: -3...3),
          epsilon)
        judge.ask(step, [0, 1, 0, 1], [-1, 1, 0, 0], 0.125)
      },
    ],
    mistakes: slopeMistakes + stepMistakes)

  private static let slopeMistakes: [Mistake] = [
    slopes.mistake("the bias is missing in the score") { w, b, x, y in
      times(w, -y * sigmoid(-y * score(w, 0, x)))
    },
    slopes.mistake("the sign: that is how the loss falls, and here it should grow") { w, b, x, y in
      times(w, y * sigmoid(-y * score(w, b, x)))
    },
    slopes.mistake("sigmoid of -y s: yours leaves the minus sign out") { w, b, x, y in
      times(w, -y * sigmoid(y * score(w, b, x)))
    },
    slopes.mistake("sigmoid of -y s: the label belongs in there, too") { w, b, x, y in
      times(w, -y * sigmoid(-score(w, b, x)))
    },
    slopes.mistake("the factor -y in front is missing: the slope turns round with the class") {
      w, b, x, y in times(w, sigmoid(-y * score(w, b, x)))
    },
    slopes.mistake("that is the slope by the weights: by the pixels it is proportional to w") {
      w, b, x, y in times(x, -y * sigmoid(-y * score(w, b, x)))
    },
    slopes.mistake("the size of the slope is wanted here, too, not its sign only") { w, b, x, y in
      times(w, -y).map(sign)
    },
    slopes.mistake("the factor sigmoid(-y s) is missing") { w, b, x, y in times(w, -y) },
    slopes.mistake("the labels are -1 and +1: with sigmoid(s) - y you took 0 and 1") {
      w, b, x, y in times(w, sigmoid(score(w, b, x)) - y)
    },
  ]

  private static let stepMistakes: [Mistake] = [
    step.mistake("yours walks down the loss: an attack walks up") { x, g, eps in
      moved(x, g) { $0 - eps * sign($1) }
    },
    step.mistake("each pixel moves by the same epsilon: only the sign of its slope counts") {
      x, g, eps in moved(x, g) { $0 + eps * $1 }
    },
    step.mistake("a pixel lies between 0 and 1: bring it back") { x, g, eps in
      zip(x, g).map { $0 + eps * sign($1) }
    },
    step.mistake("a pixel cannot be above 1: bring it back") { x, g, eps in
      zip(x, g).map { max(0, $0 + eps * sign($1)) }
    },
    step.mistake("a pixel cannot be below 0: bring it back") { x, g, eps in
      zip(x, g).map { min(1, $0 + eps * sign($1)) }
    },
    step.mistake("a pixel with slope 0 stays where it is: yours moves it up") { x, g, eps in
      moved(x, g) { $0 + ($1 >= 0 ? eps : -eps) }
    },
    step.mistake("a pixel with slope 0 stays where it is: yours moves it down") { x, g, eps in
      moved(x, g) { $0 + ($1 > 0 ? eps : -eps) }
    },
    step.mistake("that is the change alone: add it to the picture") { x, g, eps in
      moved(x, g) { _, slope in eps * sign(slope) }
    },
    step.mistake("0 / abs(0) is not a number: a pixel with slope 0 stays where it is") {
      x, g, eps in
      zip(x, g).map { $1 == 0 ? .nan : inside($0 + eps * sign($1)) }
    },
    step.mistake("the sign was not multiplied by epsilon: a whole step") { x, g, eps in
      moved(x, g) { $0 + sign($1) }
    },
  ]

  // MARK: - The functions

  private static let slopes = Function("inputGradient(weights:bias:x:label:)") {
    (w: [Float], b: Float, x: [Float], y: Float) -> [Float] in
    times(w, -y * sigmoid(-y * score(w, b, x)))
  }

  private static let step = Function("fastGradientStep(_:gradient:epsilon:)") {
    (x: [Float], g: [Float], eps: Float) -> [Float] in
    moved(x, g) { $0 + eps * sign($1) }
  }

  private static func score(_ w: [Float], _ b: Float, _ x: [Float]) -> Float {
    zip(w, x).reduce(b) { $0 + $1.0 * $1.1 }
  }

  private static func sigmoid(_ s: Float) -> Float { 1 / (1 + exp(-s)) }

  private static func times(_ x: [Float], _ factor: Float) -> [Float] { x.map { factor * $0 } }

  private static func moved(
    _ x: [Float], _ g: [Float], _ move: (Float, Float) -> Float
  ) -> [Float] {
    zip(x, g).map { inside(move($0, $1)) }
  }
}
