import ExerciseKit
import Foundation

extension Checks07 {
  /// The new weights and the two running means.
  private typealias AdamMemory = (weights: [Float], mean: [Float], squares: [Float])

  /// The settings of a step.
  private struct AdamSettings: Sendable {
    var step: Int
    var rate: Float
    var beta1: Float
    var beta2: Float
    var epsilon: Float
  }
  /// Exercise 7.3.
  static let adam = Check(
    "7.3", "Adam", difficulty: 2, minutes: 30,
    file: "Adam.swift", chapter: chapter, section: "Adam",
    replaces: ["Adam", "AdamW", "AMSGrad"],
    hints: [
      """
      Four stages, each a line or two: the new m, the new v, the two corrections, the step. What \
      is returned as mean and squares are the uncorrected ones.
      """,
      """
      The corrections 1 - beta1^t and 1 - beta2^t are the same for all weights: compute them once, \
      with pow(beta1, Float(step)).
      """,
      """
      In step 1 your weights must move by eta times the sign of g (if epsilon is tiny). If they \
      move by less or more, a correction is missing, or was applied to the wrong mean.
      """,
    ],
    parts: [
      Part("the two running means", points: 2, memory),
      Part("the first step", points: 1, firstStep),
      Part("later steps", points: 2, laterSteps),
    ],
    mistakes: [
      adamMistake("the means are not corrected: both began at zero and are too small at first") {
        w, m, v, g, settings in
        stepped(w, m, v, g, settings, correctsMean: false, correctsSquares: false)
      },
      adamMistake("only the mean of the slopes is corrected: v began at zero, too") {
        w, m, v, g, settings in
        stepped(w, m, v, g, settings, correctsSquares: false)
      },
      adamMistake("only v is corrected: the mean of the slopes began at zero, too") {
        w, m, v, g, settings in
        stepped(w, m, v, g, settings, correctsMean: false)
      },
      adamMistake(
        "the corrected means are kept for the next step: return m and v as they were before"
      ) {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        let (first, second) = corrections(settings)
        return (right.weights, right.mean.map { $0 / first }, right.squares.map { $0 / second })
      },
      adamMistake("beta1 and beta2 are exchanged: beta1 belongs to the mean of the slopes") {
        w, m, v, g, settings in
        var exchanged = settings
        (exchanged.beta1, exchanged.beta2) = (settings.beta2, settings.beta1)
        return stepped(w, m, v, g, exchanged)
      },
      adamMistake(
        "t is one too large: the first step is step 1 already, and 1 - beta^1 belongs to it"
      ) {
        w, m, v, g, settings in
        var late = settings
        late.step += 1
        return stepped(w, m, v, g, late)
      },
      adamMistake("the correction is 1 - beta in every step: beta must be raised to the power t") {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        var first = settings
        first.step = 1
        return (
          moved(w, right.mean, right.squares, first, corrections(first)), right.mean,
          right.squares
        )
      },
      adamMistake("v averages the slopes, not their squares") { w, m, v, g, settings in
        let mean = averaged(m, g, settings.beta1)
        let squares = averaged(v, g, settings.beta2)
        return (moved(w, mean, squares, settings, corrections(settings)), mean, squares)
      },
      adamMistake("the step takes the slope g where it should take m^: so it has no momentum") {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        let step = moved(w, g, right.squares, settings, (1, corrections(settings).1))
        return (step, right.mean, right.squares)
      },
      adamMistake("epsilon stands inside the root: add it after the root is drawn") {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        let (first, second) = corrections(settings)
        let weights = w.indices.map { i in
          let root = (right.squares[i] / second + settings.epsilon).squareRoot()
          return w[i] - settings.rate * (right.mean[i] / first) / root
        }
        return (weights, right.mean, right.squares)
      },
      adamMistake("epsilon is left out: a weight whose slopes were all 0 becomes 0 / 0") {
        w, m, v, g, settings in
        var bare = settings
        bare.epsilon = 0
        return stepped(w, m, v, g, bare)
      },
      adamMistake("the step divides by the v from before: bring it up to date first") {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        return (
          moved(w, right.mean, v, settings, corrections(settings)), right.mean, right.squares
        )
      },
      adamMistake("the step takes the m from before: bring it up to date first") {
        w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        return (
          moved(w, m, right.squares, settings, corrections(settings)), right.mean, right.squares
        )
      },
      adamMistake("the weights go uphill: the step must be taken away from w") {
        w, m, v, g, settings in
        var uphill = settings
        uphill.rate = -settings.rate
        return stepped(w, m, v, g, uphill)
      },
      adamMistake("the learning rate is missing in the step") { w, m, v, g, settings in
        var whole = settings
        whole.rate = 1
        return stepped(w, m, v, g, whole)
      },
      adamMistake("beta^t is not beta times t: raise it to a power") { w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        let t = Float(settings.step)
        let shares = (1 - settings.beta1 * t, 1 - settings.beta2 * t)
        return (moved(w, right.mean, right.squares, settings, shares), right.mean, right.squares)
      },
      adamMistake("the root of v^ is missing") { w, m, v, g, settings in
        let right = stepped(w, m, v, g, settings)
        let squared = right.squares.map { $0 * $0 }
        let (first, second) = corrections(settings)
        return (
          moved(w, right.mean, squared, settings, (first, second * second)), right.mean,
          right.squares
        )
      },
    ])

  private static let adamStep = Function(
    "adamStep(weights:mean:squares:gradient:step:learningRate:beta1:beta2:epsilon:)",
    reading: { value -> AdamMemory in
      try value.tuple(of: [Float].self, [Float].self, [Float].self)
    }
  ) {
    (
      w: [Float], m: [Float], v: [Float], g: [Float], step: Int, rate: Float, beta1: Float,
      beta2: Float, epsilon: Float
    ) in
    stepped(
      w, m, v, g,
      AdamSettings(step: step, rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon))
  }

  private static func adamMistake(
    _ likely: Text,
    _ wrong: @escaping @Sendable ([Float], [Float], [Float], [Float], AdamSettings) -> AdamMemory
  ) -> Mistake {
    adamStep.mistake(likely) { w, m, v, g, step, rate, beta1, beta2, epsilon in
      wrong(
        w, m, v, g,
        AdamSettings(step: step, rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon))
    }
  }

  // MARK: - Questions

  @Sendable private static func memory(_ judge: Judge) {
    let settings = AdamSettings(step: 1, rate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-3)
    askMemory(judge, m: [0], v: [0], g: [2], settings)
    var later = settings
    later.step = 3
    (later.beta1, later.beta2) = (0.5, 0.75)
    askMemory(judge, m: [1, -2], v: [4, 0.5], g: [-3, 0.5], later)
    let count = judge.generator.count(2...6)
    let (m, v) = (judge.generator.floats(count), judge.generator.floats(count, in: 0...4))
    askMemory(judge, m: m, v: v, g: judge.generator.floats(count), later)
  }

  @Sendable private static func firstStep(_ judge: Judge) {
    let settings = AdamSettings(step: 1, rate: 0.25, beta1: 0.9, beta2: 0.99, epsilon: 1e-3)
    ask(judge, w: [1], m: [0], v: [0], g: [2], settings)
    ask(
      judge, w: judge.generator.floats(3), m: [0, 0, 0], v: [0, 0, 0],
      g: judge.generator.floats(3, in: 1...2), settings)
    ask(judge, w: [1, -2, 3], m: [0, 0, 0], v: [0, 0, 0], g: [0.5, -4, 0], settings)
  }

  @Sendable private static func laterSteps(_ judge: Judge) {
    let settings = AdamSettings(step: 2, rate: 0.5, beta1: 0.8, beta2: 0.9, epsilon: 0.05)
    ask(judge, w: [1, 0], m: [0.5, -1], v: [2, 0.3], g: [1.5, 0.4], settings)
    let generator = { judge.generator.floats(4, in: 0.1...1) }
    let step = judge.generator.count(10...40)
    let far = AdamSettings(step: step, rate: 0.2, beta1: 0.9, beta2: 0.95, epsilon: 0.01)
    ask(judge, w: generator(), m: generator(), v: generator(), g: generator(), far)
    ask(judge, w: [], m: [], v: [], g: [], far)
  }

  private static func askMemory(
    _ judge: Judge, m: [Float], v: [Float], g: [Float], _ settings: AdamSettings
  ) {
    for (piece, taking) in [
      ("mean", { $0.mean }), ("squares", { $0.squares }),
    ] as [(String, (AdamMemory) -> [Float])] {
      judge.ask(
        piece, of: adamStep, m.map { _ in 1 }, m, v, g, settings.step, settings.rate,
        settings.beta1, settings.beta2, settings.epsilon, taking: taking)
    }
  }

  private static func ask(
    _ judge: Judge, w: [Float], m: [Float], v: [Float], g: [Float], _ settings: AdamSettings
  ) {
    judge.ask(
      adamStep, w, m, v, g, settings.step, settings.rate, settings.beta1, settings.beta2,
      settings.epsilon)
  }

  // MARK: - Adam, right and wrong

  private static func stepped(
    _ w: [Float], _ m: [Float], _ v: [Float], _ g: [Float], _ settings: AdamSettings,
    correctsMean: Bool = true, correctsSquares: Bool = true
  ) -> AdamMemory {
    let mean = averaged(m, g, settings.beta1)
    let squares = averaged(v, g.map { $0 * $0 }, settings.beta2)
    let shares = corrections(settings)
    let used = (correctsMean ? shares.0 : 1, correctsSquares ? shares.1 : 1)
    return (moved(w, mean, squares, settings, used), mean, squares)
  }

  private static func averaged(_ old: [Float], _ new: [Float], _ beta: Float) -> [Float] {
    zip(old, new).map { beta * $0 + (1 - beta) * $1 }
  }

  private static func corrections(_ settings: AdamSettings) -> (Float, Float) {
    (1 - pow(settings.beta1, Float(settings.step)), 1 - pow(settings.beta2, Float(settings.step)))
  }

  private static func moved(
    _ w: [Float], _ m: [Float], _ v: [Float], _ settings: AdamSettings, _ shares: (Float, Float)
  ) -> [Float] {
    w.indices.map { i in
      let root = (v[i] / shares.1).squareRoot()
      return w[i] - settings.rate * (m[i] / shares.0) / (root + settings.epsilon)
    }
  }
}
