import ExerciseKit

extension Checks07 {
  /// The new weights and running means.
  private typealias Scaled = (weights: [Float], squares: [Float])
  /// Exercise 7.2.
  static let rmsProp = Check(
    "7.2", "Divide by the steepness", difficulty: 2, minutes: 20,
    file: "RMSProp.swift", chapter: chapter, section: "Divide by the steepness",
    replaces: ["RMSProp"],
    hints: [
      """
      Two lines for each weight: first the new running mean of g * g, then the step that divides \
      by its root.
      """,
      """
      The two shares of the running mean add up to 1: decay of the old value, 1 - decay of the \
      new square.
      """,
      """
      The divisor is squares[i].squareRoot() + epsilon with the new squares, and the dividend is \
      the slope itself, with its sign.
      """,
    ],
    parts: [
      Part("the running mean of the squares", points: 1, means),
      Part("the step", points: 2, steps),
    ],
    mistakes: [
      rmsPropStep.mistake(
        "the squares are summed up for ever, as Adagrad does: let the old ones decay"
      ) {
        stepped($0, sums($1, $2, 1, 1), $2, $3, $5)
      },
      rmsPropStep.mistake("decay and 1 - decay are exchanged: the larger share belongs to the past")
      {
        w, s, g, eta, decay, epsilon in
        stepped(w, sums(s, g, 1 - decay, decay), g, eta, epsilon)
      },
      rmsPropStep.mistake("the new square enters in full: weigh it with 1 - decay") {
        w, s, g, eta, decay, epsilon in
        stepped(w, sums(s, g, decay, 1), g, eta, epsilon)
      },
      rmsPropStep.mistake("yours averages the slopes, not their squares") {
        w, s, g, eta, decay, epsilon in
        let means = zip(s, g).map { decay * $0 + (1 - decay) * $1 }
        return stepped(w, means, g, eta, epsilon)
      },
      rmsPropStep.mistake("the root is missing: divide by sqrt(s), which is measured as g is") {
        w, s, g, eta, decay, epsilon in
        let means = sums(s, g, decay, 1 - decay)
        return (w.indices.map { w[$0] - eta * g[$0] / (means[$0] + epsilon) }, means)
      },
      rmsPropStep.mistake("epsilon stands inside the root: add it after the root is drawn") {
        w, s, g, eta, decay, epsilon in
        let means = sums(s, g, decay, 1 - decay)
        return (
          w.indices.map { w[$0] - eta * g[$0] / (means[$0] + epsilon).squareRoot() }, means
        )
      },
      rmsPropStep.mistake("the step divides by the old mean: bring it up to date first") {
        w, s, g, eta, decay, epsilon in
        (stepped(w, s, g, eta, epsilon).weights, sums(s, g, decay, 1 - decay))
      },
      rmsPropStep.mistake("epsilon is left out: a weight whose slopes were all 0 becomes 0 / 0") {
        w, s, g, eta, decay, _ in
        stepped(w, sums(s, g, decay, 1 - decay), g, eta, 0)
      },
      rmsPropStep.mistake("the step takes the slope's sign: the dividend is the slope itself") {
        w, s, g, eta, decay, epsilon in
        let means = sums(s, g, decay, 1 - decay)
        let signs = g.map { $0 > 0 ? Float(1) : $0 < 0 ? -1 : 0 }
        return stepped(w, means, zip(signs, means).map { $0 * $1.squareRoot() }, eta, epsilon)
      },
      rmsPropStep.mistake("the dividend is the slope, not its square") {
        w, s, g, eta, decay, epsilon in
        stepped(w, sums(s, g, decay, 1 - decay), g.map { $0 * $0 }, eta, epsilon)
      },
      rmsPropStep.mistake("the learning rate is missing: the step is eta g / (sqrt(s) + epsilon)") {
        w, s, g, _, decay, epsilon in stepped(w, sums(s, g, decay, 1 - decay), g, 1, epsilon)
      },
      rmsPropStep.mistake("yours returns the squares as they were: return the new running means") {
        w, s, g, eta, decay, epsilon in
        (stepped(w, sums(s, g, decay, 1 - decay), g, eta, epsilon).weights, s)
      },
      rmsPropStep.mistake("the weights go uphill: the step must be taken away from w") {
        w, s, g, eta, decay, epsilon in
        stepped(w, sums(s, g, decay, 1 - decay), g, -eta, epsilon)
      },
    ])

  private static let rmsPropStep = Function(
    "rmsPropStep(weights:squares:gradient:learningRate:decay:epsilon:)",
    reading: { value -> Scaled in try value.tuple(of: [Float].self, [Float].self) }
  ) { (w: [Float], s: [Float], g: [Float], eta: Float, decay: Float, epsilon: Float) in
    stepped(w, sums(s, g, decay, 1 - decay), g, eta, epsilon)
  }

  @Sendable private static func means(_ judge: Judge) {
    for (s, g, decay) in [
      ([0], [2], 0.9), ([4, 1], [3, -0.5], 0.75), ([2, 0, 5], [0, 1, -1], 0.6),
      (judge.generator.floats(4, in: 0...2), judge.generator.floats(4), 0.7),
    ] as [([Float], [Float], Float)] {
      judge.ask("squares", of: rmsPropStep, s.map { _ in 1 }, s, g, 0.1, decay, 1e-3) {
        $0.squares
      }
    }
  }

  @Sendable private static func steps(_ judge: Judge) {
    judge.ask(rmsPropStep, [1], [4], [2], 0.5, 0.9, 0.1)
    judge.ask(rmsPropStep, [1, -2], [0.25, 9], [3, -0.5], 0.5, 0.75, 0.2)
    judge.ask(rmsPropStep, [3, 1], [0, 1], [0, 2], 0.1, 0.8, 0.01)
    let count = judge.generator.count(2...6)
    let generator = { judge.generator.floats(count, in: 0.1...2) }
    judge.ask(rmsPropStep, generator(), generator(), generator(), 0.3, 0.6, 0.05)
    judge.ask(rmsPropStep, [], [], [], 0.1, 0.9, 1e-3)
  }

  /// `old` times what was remembered, plus `new` times the squares.
  private static func sums(_ s: [Float], _ g: [Float], _ old: Float, _ new: Float) -> [Float] {
    zip(s, g).map { old * $0 + new * $1 * $1 }
  }

  private static func stepped(
    _ w: [Float], _ s: [Float], _ g: [Float], _ eta: Float, _ epsilon: Float
  ) -> Scaled {
    (w.indices.map { w[$0] - eta * g[$0] / (s[$0].squareRoot() + epsilon) }, s)
  }
}
