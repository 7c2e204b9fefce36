import ExerciseKit

extension Checks08 {
  /// What 8.3 gets for a step.
  private struct Descent: Sendable {
    var w: [Float]
    var b: Float
    var gw: [Float]
    var gb: Float
    var eta: Float
    var lambda: Float
    var n: Int
  }

  /// The new weights and the new bias.
  private typealias Moved = (weights: [Float], bias: Float)

  /// Exercise 8.3.
  static let weightDecay = Check(
    "8.3", "The L2 step", difficulty: 2, minutes: 35,
    file: "WeightDecay.swift", chapter: "08-generalization.md", section: "Small weights",
    hints: [
      "What is the derivative of lambda w^2 / (2 n)? Compare it with the formula of the step.",
      "All weights shrink by the same factor, 1 - eta lambda / n. Their gradients do not.",
      "The bias moves as it always did: its gradient times eta, nothing else.",
      """
      A weight is at rest where nothing moves it: there the slope of the loss and the slope of the \
      penalty add up to 0. Solve that for w.
      """,
      """
      Watch what is missing to the target, step after step, without decay: by which factor does \
      one step change it? Then compare the share of the target that is reached with the share \
      that a decay leaves.
      """,
    ],
    parts: [
      Part("the penalty", points: 1, penalties),
      Part("the step", points: 1, steps),
      Part("where decay ends", points: 1, askRest),
      Part("to stop is to decay", points: 2, askStop),
    ],
    mistakes: [
      l2Penalty.mistake("the 2 is missing below the line: lambda / (2 n)") { w, lambda, n in
        2 * rightPenalty(w, lambda, n)
      },
      l2Penalty.mistake("divide by n, the number of examples") { w, lambda, n in
        rightPenalty(w, lambda, 1)
      },
      l2Penalty.mistake("that is L1: the weights are squared, not taken without their sign") {
        w, lambda, n in
        let sum = w.reduce(0) { $0 + abs($1) }
        return lambda * sum / Float(2 * n)
      },
      l2Penalty.mistake("that is the length of the weights: its square is wanted, without the root")
      {
        w, lambda, n in
        let sum = w.reduce(0) { $0 + $1 * $1 }
        return lambda * sum.squareRoot() / Float(2 * n)
      },
      stepMistake("the bias shrinks too: L2 spares it") { d in
        let factor = 1 - d.eta * d.lambda / Float(d.n)
        return (moved(d, factor).weights, factor * d.b - d.eta * d.gb)
      },
      stepMistake("lambda is divided by n, the number of examples") { d in
        moved(d, 1 - d.eta * d.lambda)
      },
      stepMistake("the shrinking is a part of the step, so it has the learning rate too") { d in
        moved(d, 1 - d.lambda / Float(d.n))
      },
      stepMistake("the sign: the weights grow; they are multiplied by 1 - eta lambda / n") { d in
        moved(d, 1 + d.eta * d.lambda / Float(d.n))
      },
      stepMistake("the 2 of the penalty cancels in its derivative: eta lambda / n") { d in
        moved(d, 1 - d.eta * d.lambda / Float(2 * d.n))
      },
      stepMistake("only the old weights shrink, not the gradient's part of the step") { d in
        let factor = 1 - d.eta * d.lambda / Float(d.n)
        let plain = moved(d, 1)
        return (plain.weights.map { factor * $0 }, plain.bias)
      },
      stepMistake("the gradient's part of the step has the learning rate: yours leaves it out") {
        d in
        let right = moved(d, 1 - d.eta * d.lambda / Float(d.n))
        return (zip(right.weights, d.gw).map { $0 - (1 - d.eta) * $1 }, right.bias)
      },
      stepMistake("the weights go uphill: their gradient is taken away") { d in
        let right = moved(d, 1 - d.eta * d.lambda / Float(d.n))
        return (zip(right.weights, d.gw).map { $0 + 2 * d.eta * $1 }, right.bias)
      },
      stepMistake("the bias goes uphill: its gradient is taken away") { d in
        let right = moved(d, 1 - d.eta * d.lambda / Float(d.n))
        return (right.weights, d.b + d.eta * d.gb)
      },
      stepMistake("the bias stands still: it moves by its gradient, as ever") { d in
        (moved(d, 1 - d.eta * d.lambda / Float(d.n)).weights, d.b)
      },
      stepMistake("the weights only shrink in yours: their gradient moves them too") { d in
        let factor = 1 - d.eta * d.lambda / Float(d.n)
        return (d.w.map { factor * $0 }, d.b - d.eta * d.gb)
      },
      stepMistake("nothing shrinks: that is the step without a penalty") { d in moved(d, 1) },
    ] + mistakesOfRest + mistakesOfStopping)

  private static let l2Penalty = Function("l2Penalty(weights:lambda:exampleCount:)", rightPenalty)
  private static let l2Step = Function(
    "l2Step(weights:bias:weightGradient:biasGradient:learningRate:lambda:exampleCount:)", rightStep)

  private static func stepMistake(
    _ likely: Text, _ step: @escaping @Sendable (Descent) -> Moved
  ) -> Mistake {
    l2Step.mistake(likely) { w, b, gw, gb, eta, lambda, n in
      step(Descent(w: w, b: b, gw: gw, gb: gb, eta: eta, lambda: lambda, n: n))
    }
  }

  @Sendable private static func penalties(_ judge: Judge) {
    judge.ask(l2Penalty, [3, -4], 0.4, 10)
    judge.ask(l2Penalty, [-2], 5, 4)
    judge.ask(l2Penalty, [], 1, 3)
    let weights = judge.generator.floats(judge.generator.count(3...7), in: -3...3)
    judge.ask(l2Penalty, weights, 2, judge.generator.count(3...9))
  }

  @Sendable private static func steps(_ judge: Judge) {
    askStep(judge, Descent(w: [2, -4], b: 1, gw: [1, 3], gb: -2, eta: 0.5, lambda: 2, n: 10))
    askStep(judge, Descent(w: [3], b: -2, gw: [0], gb: 0, eta: 0.25, lambda: 4, n: 5))
    askStep(
      judge, Descent(w: [1, 2, 3], b: 4, gw: [-1, 0.5, 2], gb: 1, eta: 0.1, lambda: 0, n: 7))
    let (count, n) = (judge.generator.count(2...6), judge.generator.count(3...9))
    let (w, gw) = (judge.generator.floats(count, in: -3...3), judge.generator.floats(count))
    askStep(judge, Descent(w: w, b: 0.5, gw: gw, gb: 0.75, eta: 0.3, lambda: 3, n: n))
  }

  private static func askStep(_ judge: Judge, _ d: Descent) {
    judge.ask(l2Step, d.w, d.b, d.gw, d.gb, d.eta, d.lambda, d.n)
  }

  @Sendable private static func rightPenalty(_ w: [Float], _ lambda: Float, _ n: Int) -> Float {
    lambda / Float(2 * n) * w.reduce(0) { $0 + $1 * $1 }
  }

  @Sendable private static func rightStep(
    _ w: [Float], _ b: Float, _ gw: [Float], _ gb: Float, _ eta: Float, _ lambda: Float, _ n: Int
  ) -> Moved {
    moved(
      Descent(w: w, b: b, gw: gw, gb: gb, eta: eta, lambda: lambda, n: n),
      1 - eta * lambda / Float(n))
  }

  /// A step whose weights are multiplied by a factor first.
  private static func moved(_ d: Descent, _ factor: Float) -> Moved {
    (zip(d.w, d.gw).map { factor * $0 - d.eta * $1 }, d.b - d.eta * d.gb)
  }
}
