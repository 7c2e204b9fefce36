import ExerciseKit
import Foundation

/// The last two parts of exercise 8.3: where decay ends, and that to stop early is a decay.
extension Checks08 {
  private static let restingWeight = Function("restingWeight(target:curvature:decay:)") {
    (target: Float, h: Float, decay: Float) -> Float in h * target / (h + decay)
  }

  private static let decayLike = Function("decayLike(stoppingAfter:learningRate:curvature:)") {
    (steps: Int, eta: Float, h: Float) -> Float in decay(leaving: missing(steps, eta * h), h)
  }

  /// The share of the target that is still missing after so many steps.
  private static func missing(_ steps: Int, _ perStep: Float) -> Float {
    pow(1 - perStep, Float(steps))
  }

  /// The decay that keeps a weight from its target by this share of it.
  private static func decay(leaving missing: Float, _ h: Float) -> Float {
    h * missing / (1 - missing)
  }

  // MARK: - Questions

  @Sendable static func askRest(_ judge: Judge) {
    let cases: [(Float, Float, Float)] = [(3, 2, 1), (-4, 0.5, 1.5), (2, 3, 0), (0, 1, 2)]
    for (target, h, decay) in cases { judge.ask(restingWeight, target, h, decay) }
    let drawn = judge.generator.tensor([3]).scalars
    judge.ask(restingWeight, drawn[0], abs(drawn[1]), abs(drawn[2]))
  }

  @Sendable static func askStop(_ judge: Judge) {
    let cases: [(Int, Float, Float)] = [
      (1, 0.25, 2), (2, 0.25, 2), (3, 0.5, 0.4), (10, 0.1, 0.5), (4, 0.25, 4), (1, 0.1, 3),
    ]
    for (steps, eta, h) in cases { judge.ask(decayLike, steps, eta, h) }
    let (eta, h) = (Float(judge.generator.count(2...9)) / 20, Float(judge.generator.count(3...19)))
    judge.ask(decayLike, judge.generator.count(2...6), eta, h / 10)
  }

  // MARK: - Mistakes

  private static func resting(
    _ likely: Text,
    _ wrong: @escaping @Sendable (_ target: Float, _ h: Float, _ decay: Float) -> Float
  ) -> Mistake { restingWeight.mistake(likely, wrong) }

  private static func stopping(
    _ likely: Text, _ wrong: @escaping @Sendable (_ steps: Int, _ eta: Float, _ h: Float) -> Float
  ) -> Mistake { decayLike.mistake(likely, wrong) }

  static let mistakesOfRest: [Mistake] = [
    resting(
      "the penalty has a half in it, as the loss has: their slopes are decay w and h (w - target)"
    ) { target, h, decay in h * target / (h + 2 * decay) },
    resting(
      "that is what decay takes away from the target: asked is what is left of it"
    ) { target, h, decay in decay * target / (h + decay) },
    resting(
      "the curvature is missing: a steep loss holds its weight, a flat one lets it shrink"
    ) { target, _, decay in target / (1 + decay) },
    resting(
      "that is L1, which pulls with the same force everywhere: L2 pulls with decay times w"
    ) { target, h, decay in target - copysign(decay / h, target) * (target == 0 ? 0 : 1) },
    resting(
      "decay pulls towards 0, so the weight at rest is smaller than the target: mind the sign"
    ) { target, h, decay in h * target / (h - decay) },
    resting(
      "at the target the loss alone is at rest: the penalty still pulls there"
    ) { target, _, _ in target },
    resting(
      "yours pulls with decay times the target: at rest it is decay times w itself"
    ) { target, h, decay in target * (1 - decay / h) },
  ]

  static let mistakesOfStopping: [Mistake] = [
    stopping(
      "that is the share of the target that is reached: which decay leaves just that share?"
    ) { steps, eta, h in 1 - missing(steps, eta * h) },
    stopping(
      "that is the share of the target that is missing: which decay takes just that share?"
    ) { steps, eta, h in missing(steps, eta * h) },
    stopping(
      "the more steps, the weaker the decay: yours is upside down"
    ) { steps, eta, h in
      let missing = missing(steps, eta * h)
      return h * (1 - missing) / missing
    },
    stopping(
      "the weight at rest depends on decay / curvature: yours gives that quotient, not the decay"
    ) { steps, eta, h in decay(leaving: missing(steps, eta * h), 1) },
    stopping(
      "each step goes eta times the curvature of the way that is left: yours goes eta of it"
    ) { steps, eta, h in decay(leaving: missing(steps, eta), h) },
    stopping(
      "each step goes eta times the curvature of the way that is left: yours has no eta"
    ) { steps, _, h in decay(leaving: missing(steps, h), h) },
    stopping(
      "1 / (eta steps) is what it comes near when the steps are tiny: it can be said exactly"
    ) { steps, eta, _ in 1 / (eta * Float(steps)) },
    stopping(
      "a later step is shorter than the first: the way that is left has become shorter"
    ) { steps, eta, h in decay(leaving: 1 - Float(steps) * eta * h, h) },
    stopping("yours takes a step too many") { steps, eta, h in
      decay(leaving: missing(steps + 1, eta * h), h)
    },
    stopping("yours takes a step too few") { steps, eta, h in
      decay(leaving: missing(steps - 1, eta * h), h)
    },
  ]
}
