import ExerciseKit
import MiniTensor

extension Checks06 {
  /// Exercise 6.5.
  static let logisticRegression = Check(
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
  }

  private static let small = Case(
    x: Tensor([[1, 2], [0.5, -1], [-2, 3]]), t: Tensor([1, 0, 1]), w: Tensor([[0.5], [-0.25]]),
    b: Tensor([0.1]))

  private static let one = Case(
    x: Tensor([[2]]), t: Tensor([0]), w: Tensor([[1]]), b: Tensor([-0.5]))

  private static func random(_ judge: Judge) -> Case {
    let sizes = judge.generator.sizes(2)
    let t: [Float] = judge.generator.flags(sizes[0]).map { $0 ? 1 : 0 }
    return Case(
      x: judge.generator.matrix(sizes[0], sizes[1]) * 2, t: Tensor(t),
      w: judge.generator.matrix(sizes[1], 1), b: Tensor(judge.generator.floats(1)))
  }

  private static func call(_ sample: Case) -> String {
    Code.call(logisticLoss.name, [sample.x, sample.t, sample.w, sample.b])
  }

  @Sendable private static func askLoss(_ judge: Judge) {
    for sample in [one, small, random(judge)] {
      judge.ask("\(verbatim: call(sample)): shape, value") { answers in
        let value = try answers.call(logisticLoss, sample.x, sample.t, sample.w, sample.b).value
        return (shape: value.shape, value: Array(value.scalars.prefix(1)))
      }
    }
  }

  @Sendable private static func askGradient(_ judge: Judge) {
    for sample in [one, small, random(judge)] {
      judge.ask("\(verbatim: call(sample)).backward(); the gradients of weights and bias") {
        answers in
        try answers.call(logisticLoss, sample.x, sample.t, sample.w, sample.b).gradients
      }
    }
  }

  @Sendable private static func largeScores(_ judge: Judge) {
    let large = Float(judge.generator.count(500...2000))
    for (weight, target) in [(1000, 1), (1000, 0), (-1000, 1), (large, 0)] as [(Float, Float)] {
      let sample = Case(
        x: Tensor([[1], [0]]), t: Tensor([target, 1]), w: Tensor([[weight]]), b: Tensor([0]))
      judge.ask("\(verbatim: call(sample)): value") { answers in
        let value = try answers.call(logisticLoss, sample.x, sample.t, sample.w, sample.b).value
        return Array(value.scalars.prefix(1))
      }
    }
  }

  @Sendable private static func askTraining(_ judge: Judge) {
    for (steps, eta) in [(1, 1), (2, 0.5), (6, 0.1), (0, 1)] as [(Int, Float)] {
      judge.ask(trained, small.x, small.t, steps, eta, Loss("logisticLoss", rightLoss))
    }
    let sample = random(judge)
    judge.ask(trained, sample.x, sample.t, 4, 0.7, Loss("logisticLoss", rightLoss))
  }

  // MARK: - The functions

  /// A loss, and its gradients by the weights and by the bias.
  private typealias Slopes = (value: Tensor, gradients: [Tensor])
  private typealias Loss = Callback<Tensor, Tensor, Tensor, Tensor, Slopes>
  private typealias Trained = (weights: Tensor, bias: Float, losses: [Float])
  private typealias Graph = @Sendable (Tensor, Tensor, Variable, Variable) -> Variable

  private static let logisticLoss = Function(
    "logisticLoss(features:targets:weights:bias:)",
    reading: { value -> Slopes in try value.tuple(of: Tensor.self, [Tensor].self) }, rightLoss)
  private static let trained = Function(
    "trained(features:targets:steps:learningRate:loss:)", training)

  @Sendable private static func rightLoss(_ x: Tensor, _ t: Tensor, _ w: Tensor, _ b: Tensor)
    -> Slopes
  {
    slopes(x, t, w, b) { x, t, w, b in
      binaryCrossEntropy(
        logits: Variable(constant: x).linear(weight: w, bias: b),
        targets: t.reshaped(t.count, 1))
    }
  }

  /// A graph's value, and its gradients.
  private static func slopes(
    _ x: Tensor, _ t: Tensor, _ w: Tensor, _ b: Tensor, _ graph: Graph
  ) -> Slopes {
    let (w, b) = (Variable(w), Variable(b))
    let loss = graph(x, t, w, b)
    if loss.value.count == 1 { loss.backward() }
    return (loss.value, [w, b].map { $0.gradient ?? Tensor.zeros($0.value.shape) })
  }

  private static func lossMistake(_ likely: Text, _ graph: @escaping Graph) -> Mistake {
    logisticLoss.mistake(likely) { x, t, w, b in slopes(x, t, w, b, graph) }
  }

  @Sendable private static func training(
    _ x: Tensor, _ t: Tensor, _ steps: Int, _ eta: Float, _ loss: Loss
  ) -> Trained {
    train(x, t, steps, loss) { parameter, gradient in parameter -= eta * gradient }
  }

  /// Trains; `move` changes a parameter by what its gradient says.
  private static func train(
    _ x: Tensor, _ t: Tensor, _ steps: Int, _ loss: Loss, movesBias: Bool = true,
    keepsGradients: Bool = false, _ move: (inout Tensor, Tensor) -> Void
  ) -> Trained {
    var parameters = [Tensor.zeros(x.shape[1], 1), Tensor.zeros(1)]
    var gradients = parameters
    var losses: [Float] = []
    for _ in 0..<steps {
      let now = loss(x, t, parameters[0], parameters[1])
      losses.append(now.value.scalars[0])
      for place in 0..<(movesBias ? 2 : 1) {
        let old = keepsGradients ? gradients[place] : Tensor.zeros(gradients[place].shape)
        gradients[place] = old + now.gradients[place]
        move(&parameters[place], gradients[place])
      }
    }
    return (parameters[0], parameters[1].scalars[0], losses)
  }

  // MARK: - Mistakes

  private static func logits(_ x: Tensor, _ w: Variable, _ b: Variable) -> Variable {
    Variable(constant: x).linear(weight: w, bias: b)
  }

  private static let lossMistakes: [Mistake] = [
    lossMistake(
      """
      z is [batch, 1] and the targets are [batch]: broadcasting makes every z meet every target. \
      Reshape the targets first
      """
    ) { x, t, w, b in
      let z = logits(x, w, b)
      return (z.softplus() - z * t).mean()
    },
    lossMistake(
      "the loss is the *mean* over the examples, yours is their sum"
    ) { x, t, w, b in
      let z = logits(x, w, b)
      return (z.softplus() - z * t.reshaped(t.count, 1)).sum()
    },
    lossMistake(
      "the bias is missing in z"
    ) { x, t, w, b in
      let z = logits(x, w, b * 0)
      return (z.softplus() - z * t.reshaped(t.count, 1)).mean()
    },
    lossMistake(
      "the sign of t z: a high score on a yes makes the loss small, so it is taken away"
    ) { x, t, w, b in
      let z = logits(x, w, b)
      return (z.softplus() + z * t.reshaped(t.count, 1)).mean()
    },
    lossMistake(
      "that is the squared error of the probability: the cross-entropy is asked for"
    ) { x, t, w, b in
      (logits(x, w, b).sigmoid() - t.reshaped(t.count, 1)).squared().mean()
    },
    lossMistake(
      """
      for large scores the sigmoid is exactly 0 or 1, and log 0 is minus infinity: write the loss \
      from z, with the softplus
      """
    ) { x, t, w, b in
      let p = logits(x, w, b).sigmoid()
      let yes = t.reshaped(t.count, 1)
      return -(p.log() * yes + (1 - p).log() * (1 - yes)).mean()
    },
    lossMistake(
      "log(1 + e^z) written out overflows for large scores: e^1000 is infinite, `softplus()` is not"
    ) { x, t, w, b in
      let z = logits(x, w, b)
      return ((z.exp() + 1).log() - z * t.reshaped(t.count, 1)).mean()
    },
  ]

  private static let trainingMistakes: [Mistake] = [
    trained.mistake(
      "old gradients stay and are added to the new ones: forget them after each step"
    ) { x, t, steps, eta, loss in
      train(x, t, steps, loss, keepsGradients: true) { parameter, gradient in
        parameter -= eta * gradient
      }
    },
    trained.mistake(
      "yours walks uphill: the step goes *against* the gradient"
    ) { x, t, steps, eta, loss in
      train(x, t, steps, loss) { parameter, gradient in parameter += eta * gradient }
    },
    trained.mistake(
      "your bias never moves: it has a gradient, like the weights"
    ) { x, t, steps, eta, loss in
      train(x, t, steps, loss, movesBias: false) { parameter, gradient in
        parameter -= eta * gradient
      }
    },
    trained.mistake(
      "the learning rate is missing: every step is as if eta were 1"
    ) { x, t, steps, _, loss in training(x, t, steps, 1, loss) },
    trained.mistake(
      "your losses are those after each step: the loss *before* the step is asked for"
    ) { x, t, steps, eta, loss in
      let longer = training(x, t, steps + 1, eta, loss)
      let (weights, bias, _) = training(x, t, steps, eta, loss)
      return (weights, bias, Array(longer.losses.dropFirst()))
    },
  ]
}
