import ExerciseKit
import MiniTensor

extension Checks06 {
  /// The two functions of exercise 6.5.
  public struct LogisticRegression: Sendable {
    /// The student's `logisticLoss(features:targets:weights:bias:)`.
    public typealias Loss =
      @Sendable (_ features: Tensor, _ targets: Tensor, _ weights: Variable, _ bias: Variable) ->
      Variable
    /// The student's `trained(features:targets:steps:learningRate:loss:)`.
    public typealias Training =
      @Sendable (
        _ features: Tensor, _ targets: Tensor, _ steps: Int, _ learningRate: Float,
        _ loss: (Tensor, Tensor, Variable, Variable) -> Variable
      ) -> (weights: Tensor, bias: Float, losses: [Float])

    var loss: Loss
    var training: Training

    /// Gathers the two answers.
    public init(loss: @escaping Loss, training: @escaping Training) {
      self.loss = loss
      self.training = training
    }
  }

  /// Exercise 6.5.
  public static let logisticRegression = Check<LogisticRegression>(
    "6.5", "Logistic regression as a graph", difficulty: 3, minutes: 35,
    file: "LogisticRegression.swift", chapter: chapter,
    section: "A neuron as a graph",
    replaces: ["binaryCrossEntropy", "softmaxCrossEntropy", "SGD", "Adam", "AdamW", "RMSProp"],
    hints: [
      """
      Give the targets the shape of z first: `targets.reshaped(targets.count, 1)`. The features \
      become part of the formula as `Variable(constant: features)`.
      """,
      """
      The loss is one line of words you know: the softplus of z, less z times the targets, and of \
      that the mean.
      """,
      """
      The loop: call `loss`, append its number to the list, `backward()`. Then subtract \
      learningRate times `gradient` from the `value` of weights and of bias, and call \
      `zeroGradient()` on both, or the next gradient is added to this one.
      """,
    ],
    parts: [
      Part("the loss", points: 1, askLoss),
      Part("its gradient", points: 1, askGradient),
      Part("large scores", points: 1, largeScores),
      Part("the loop", points: 2, askTraining),
    ],
    mistakes: lossMistakes + trainingMistakes)

  // MARK: - Questions

  private struct Case {
    let x: Tensor
    let t: Tensor
    let w: Tensor
    let b: Tensor

    var shown: String {
      """
      features: Tensor(\(Sample(x).shown)), targets: Tensor(\(Sample(t).shown)), weights: \
      \(Sample(w).shown), bias: \(Sample(b).shown)
      """
    }
  }

  private static let small = Case(
    x: Tensor([[1, 2], [0.5, -1], [-2, 3]]), t: Tensor([1, 0, 1]), w: Tensor([[0.5], [-0.25]]),
    b: Tensor([0.1]))

  private static let one = Case(
    x: Tensor([[2]]), t: Tensor([0]), w: Tensor([[1]]), b: Tensor([-0.5]))

  private static func random(_ judge: Judge<LogisticRegression>) -> Case {
    let t: [Float] = (0..<5).map { _ in Bool.random(using: &judge.generator) ? 1 : 0 }
    return Case(
      x: Tensor(judge.generator.floats(15, in: -2...2), shape: [5, 3]), t: Tensor(t),
      w: Tensor(judge.generator.floats(3), shape: [3, 1]), b: Tensor(judge.generator.floats(1)))
  }

  @Sendable private static func askLoss(_ judge: Judge<LogisticRegression>) {
    for sample in [one, small, random(judge)] {
      judge.ask(
        "logisticLoss(\(verbatim: sample.shown)): shape, value", expect: value(right.loss, sample)
      ) { value($0.loss, sample) }
    }
  }

  private static func value(
    _ loss: LogisticRegression.Loss, _ sample: Case
  ) -> (shape: [Int], value: [Float]) {
    let result = loss(sample.x, sample.t, Variable(sample.w), Variable(sample.b)).value
    return (Array(result.shape), Array(result.scalars.prefix(1)))
  }

  @Sendable private static func askGradient(_ judge: Judge<LogisticRegression>) {
    for sample in [one, small, random(judge)] {
      judge.ask(
        """
        logisticLoss(\(verbatim: sample.shown)).backward(); the gradients of weights and bias
        """, expect: gradients(right.loss, sample)
      ) { gradients($0.loss, sample) }
    }
  }

  private static func gradients(
    _ loss: LogisticRegression.Loss, _ sample: Case
  ) -> (weights: Tensor?, bias: Tensor?) {
    let (w, b) = (Variable(sample.w), Variable(sample.b))
    let result = loss(sample.x, sample.t, w, b)
    guard result.value.count == 1, result.wantsGradient else { return (nil, nil) }
    result.backward()
    return (w.gradient, b.gradient)
  }

  @Sendable private static func largeScores(_ judge: Judge<LogisticRegression>) {
    for (weight, target) in [(1000, 1), (1000, 0), (-1000, 1)] as [(Float, Float)] {
      let sample = Case(
        x: Tensor([[1], [0]]), t: Tensor([target, 1]), w: Tensor([[weight]]), b: Tensor([0]))
      judge.ask(
        "logisticLoss(\(verbatim: sample.shown)): value", expect: value(right.loss, sample).value
      ) { value($0.loss, sample).value }
    }
  }

  @Sendable private static func askTraining(_ judge: Judge<LogisticRegression>) {
    for (steps, eta) in [(1, 1), (2, 0.5), (6, 0.1), (0, 1)] as [(Int, Float)] {
      ask(judge, small, steps, eta)
    }
    ask(judge, random(judge), 4, 0.7)
  }

  private static func ask(
    _ judge: Judge<LogisticRegression>, _ sample: Case, _ steps: Int, _ eta: Float
  ) {
    judge.ask(
      """
      trained(features: \(sample.x), targets: \(sample.t), steps: \(steps), \
      learningRate: \(eta), loss: logisticLoss)
      """,
      expect: right.training(sample.x, sample.t, steps, eta, right.loss)
    ) { $0.training(sample.x, sample.t, steps, eta, right.loss) }
  }

  // MARK: - Right answers

  private static let right = LogisticRegression(
    loss: { x, t, w, b in
      binaryCrossEntropy(
        logits: Variable(constant: x).linear(weight: w, bias: b),
        targets: t.reshaped(t.count, 1))
    },
    training: { x, t, steps, eta, loss in
      train(x, t, steps, loss) { parameter in
        parameter.value -= eta * (parameter.gradient ?? Tensor.zeros(parameter.shape))
        parameter.zeroGradient()
      }
    })

  private static func train(
    _ x: Tensor, _ t: Tensor, _ steps: Int,
    _ loss: (Tensor, Tensor, Variable, Variable) -> Variable,
    movesBias: Bool = true, _ move: (Variable) -> Void
  ) -> (weights: Tensor, bias: Float, losses: [Float]) {
    let (w, b) = (Variable(Tensor.zeros(x.shape[1], 1)), Variable(Tensor.zeros(1)))
    var losses: [Float] = []
    for _ in 0..<steps {
      let now = loss(x, t, w, b)
      losses.append(now.value.scalars[0])
      now.backward()
      move(w)
      if movesBias { move(b) }
    }
    return (w.value, b.value.scalars[0], losses)
  }

  // MARK: - Mistakes

  private static func with(loss: @escaping LogisticRegression.Loss) -> LogisticRegression {
    LogisticRegression(loss: loss, training: right.training)
  }

  private static func with(
    training: @escaping LogisticRegression.Training
  ) -> LogisticRegression {
    LogisticRegression(loss: right.loss, training: training)
  }

  private static func logits(_ x: Tensor, _ w: Variable, _ b: Variable) -> Variable {
    Variable(constant: x).linear(weight: w, bias: b)
  }

  private static let lossMistakes: [Mistake<LogisticRegression>] = [
    Mistake(
      """
      z is [batch, 1] and the targets are [batch]: broadcasting makes every z meet every target. \
      Reshape the targets first
      """,
      with(loss: { x, t, w, b in
        let z = logits(x, w, b)
        return (z.softplus() - z * t).mean()
      })),
    Mistake(
      "the loss is the *mean* over the examples, yours is their sum",
      with(loss: { x, t, w, b in
        let z = logits(x, w, b)
        return (z.softplus() - z * t.reshaped(t.count, 1)).sum()
      })),
    Mistake(
      "the bias is missing in z",
      with(loss: { x, t, w, b in
        let z = logits(x, w, b * 0)
        return (z.softplus() - z * t.reshaped(t.count, 1)).mean()
      })),
    Mistake(
      "the sign of t z: a high score on a yes makes the loss small, so it is taken away",
      with(loss: { x, t, w, b in
        let z = logits(x, w, b)
        return (z.softplus() + z * t.reshaped(t.count, 1)).mean()
      })),
    Mistake(
      "that is the squared error of the probability: the cross-entropy is asked for",
      with(loss: { x, t, w, b in
        (logits(x, w, b).sigmoid() - t.reshaped(t.count, 1)).squared().mean()
      })),
    Mistake(
      """
      for large scores the sigmoid is exactly 0 or 1, and log 0 is minus infinity: write the loss \
      from z, with the softplus
      """,
      with(loss: { x, t, w, b in
        let p = logits(x, w, b).sigmoid()
        let yes = t.reshaped(t.count, 1)
        return -(p.log() * yes + (1 - p).log() * (1 - yes)).mean()
      })),
    Mistake(
      "log(1 + e^z) written out overflows for large scores: e^1000 is infinite, `softplus()` is not",
      with(loss: { x, t, w, b in
        let z = logits(x, w, b)
        return ((z.exp() + 1).log() - z * t.reshaped(t.count, 1)).mean()
      })),
  ]

  private static let trainingMistakes: [Mistake<LogisticRegression>] = [
    Mistake(
      "old gradients stay and are added to the new ones: forget them after each step",
      with(training: { x, t, steps, eta, loss in
        train(x, t, steps, loss) { parameter in
          parameter.value -= eta * (parameter.gradient ?? Tensor.zeros(parameter.shape))
        }
      })),
    Mistake(
      "yours walks uphill: the step goes *against* the gradient",
      with(training: { x, t, steps, eta, loss in
        train(x, t, steps, loss) { parameter in
          parameter.value += eta * (parameter.gradient ?? Tensor.zeros(parameter.shape))
          parameter.zeroGradient()
        }
      })),
    Mistake(
      "your bias never moves: it has a gradient, like the weights",
      with(training: { x, t, steps, eta, loss in
        train(x, t, steps, loss, movesBias: false) { parameter in
          parameter.value -= eta * (parameter.gradient ?? Tensor.zeros(parameter.shape))
          parameter.zeroGradient()
        }
      })),
    Mistake(
      "the learning rate is missing: every step is as if eta were 1",
      with(training: { x, t, steps, _, loss in right.training(x, t, steps, 1, loss) })),
    Mistake(
      "your losses are those after each step: the loss *before* the step is asked for",
      with(training: { x, t, steps, eta, loss in
        let longer = right.training(x, t, steps + 1, eta, loss)
        let (weights, bias, _) = right.training(x, t, steps, eta, loss)
        return (weights, bias, Array(longer.losses.dropFirst()))
      })),
  ]
}
