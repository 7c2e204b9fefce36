import ExerciseKit
import MiniTensor

extension Checks05 {
  /// The four tensors of a network with one hidden layer.
  private typealias TwoLayers = (
    hiddenWeights: Tensor, hiddenBias: Tensor, outputWeights: Tensor, outputBias: Tensor
  )
  /// Exercise 5.4.
  static let wholeStep = Check(
    "5.4", "A whole training step", difficulty: 3, minutes: 40,
    file: "TrainingStep.swift", chapter: "05-backpropagation.md", section: "A batch at a time",
    replaces: ["Variable", "backward", "SGD"],
    hints: [
      """
      Write it in three blocks: forward (hidden, logits), backward (two blames), step (four \
      results). Keep hidden: the way back needs it twice.
      """,
      """
      The blame of the logits is exercise 5.3, the slopes of each layer are exercise 5.1, and \
      between the layers stands the tanh of exercise 5.2.
      """,
      """
      D1 is D2 sent down the old W2, turned around, then multiplied number by number with \
      1 - hidden^2. Each result is the old tensor minus learningRate times its slope.
      """,
    ],
    parts: [
      Part("the output layer", points: 2, outputLayer),
      Part("the hidden layer", points: 3, hiddenLayer),
    ],
    mistakes: [
      mistake("the blame went down the new output weights: compute all slopes first, then move") {
        n in
        let d2 = n.outputBlame
        let moved = n.w2 - n.rate * n.hidden.matmul(d2, transposingSelf: true)
        return n.stepped(d2, n.hiddenBlame(d2, through: moved))
      },
      mistake("the derivative of the tanh is forgotten: multiply by 1 - hidden^2") { n in
        n.stepped(n.outputBlame, n.outputBlame.matmul(n.w2, transposingOther: true))
      },
      mistake("hidden (1 - hidden) is for the sigmoid: tanh has 1 - hidden^2") { n in
        let down = n.outputBlame.matmul(n.w2, transposingOther: true)
        return n.stepped(n.outputBlame, down * n.hidden * (1 - n.hidden))
      },
      mistake("uphill: each number moves against its slope, by minus the learning rate") { n in
        n.stepped(-n.outputBlame, -n.hiddenBlame(n.outputBlame, through: n.w2))
      },
      mistake("the loss is a mean: the blame of the logits is divided by the batch") { n in
        let d2 = n.outputBlame * Float(n.labels.count)
        return n.stepped(d2, n.hiddenBlame(d2, through: n.w2))
      },
      mistake("yours takes the slopes for the new weights: take them away from the old ones") { n in
        let new = n.right
        return (
          new.hiddenWeights - n.w1, new.hiddenBias - n.b1, new.outputWeights - n.w2,
          new.outputBias - n.b2
        )
      },
      mistake("the biases stand still: they have slopes too, the column sums of the blame") { n in
        let new = n.right
        return (new.hiddenWeights, n.b1, new.outputWeights, n.b2)
      },
      mistake("the slopes of the biases are averages: add the blame up down the batch") { n in
        let (d2, new) = (n.outputBlame, n.right)
        let share = Float(n.labels.count)
        let d1 = n.hiddenBlame(d2, through: n.w2)
        return (
          new.hiddenWeights, n.b1 - n.rate / share * d1.sum(axis: 0), new.outputWeights,
          n.b2 - n.rate / share * d2.sum(axis: 0)
        )
      },
      mistake("the batch divides once: the blame of the logits has its share already") { n in
        var n = n
        n.rate /= Float(n.labels.count)
        return n.right
      },
      mistake("the hidden bias is missing on the way there: x W1 + b1 goes through tanh") { n in
        var n = n
        n.hidden = n.input.matmul(n.w1).tanh()
        return n.right
      },
      mistake("the output bias is missing on the way there: logits = hidden W2 + b2") { n in
        var bare = n
        bare.b2 = n.b2 * 0
        let d2 = bare.outputBlame
        return n.stepped(d2, n.hiddenBlame(d2, through: n.w2))
      },
      mistake("the truth is missing in the blame of the logits: softmax minus truth") { n in
        let truth = Tensor.oneHot(n.labels, classes: n.b2.count) / Float(n.labels.count)
        let d2 = n.outputBlame + truth
        return n.stepped(d2, n.hiddenBlame(d2, through: n.w2))
      },
      mistake("1 - hidden^2: yours leaves out the square") { n in
        let down = n.outputBlame.matmul(n.w2, transposingOther: true)
        return n.stepped(n.outputBlame, down * (1 - n.hidden))
      },
      mistake("only the output layer learns in yours") { n in
        let new = n.right
        return (n.w1, n.b1, new.outputWeights, new.outputBias)
      },
      mistake("the learning rate is missing: the step is not the whole slope") { n in
        var n = n
        n.rate = 1
        return n.right
      },
      mistake("the hidden layer was never bent: send its sums through tanh") { n in
        var n = n
        n.hidden = n.input.matmul(n.w1) + n.b1
        return n.stepped(
          n.outputBlame, n.outputBlame.matmul(n.w2, transposingOther: true))
      },
    ])

  private static let trainingStep = Function(
    """
    trainingStep(input:labels:hiddenWeights:hiddenBias:outputWeights:outputBias:learningRate:)
    """,
    reading: { value -> TwoLayers in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self, Tensor.self)
    }
  ) { (x: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, rate: Float) in
    Numbers(input: x, labels: labels, w1: w1, b1: b1, w2: w2, b2: b2, rate: rate).right
  }

  private static func mistake(
    _ likely: Text, _ step: @escaping @Sendable (Numbers) -> TwoLayers
  ) -> Mistake {
    trainingStep.mistake(likely) { input, labels, w1, b1, w2, b2, rate in
      step(Numbers(input: input, labels: labels, w1: w1, b1: b1, w2: w2, b2: b2, rate: rate))
    }
  }

  /// What the step is made from.
  private struct Numbers: Sendable {
    let input: Tensor
    let labels: [Int]
    let w1: Tensor
    var b1: Tensor
    let w2: Tensor
    var b2: Tensor
    var rate: Float
    var hidden: Tensor

    init(
      input: Tensor, labels: [Int], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, rate: Float
    ) {
      (self.input, self.labels) = (input, labels)
      (self.w1, self.b1, self.w2, self.b2, self.rate) = (w1, b1, w2, b2, rate)
      hidden = (input.matmul(w1) + b1).tanh()
    }

    var outputBlame: Tensor {
      let logits = hidden.matmul(w2) + b2
      return (logits.softmax(axis: 1) - Tensor.oneHot(labels, classes: b2.count))
        / Float(labels.count)
    }

    func hiddenBlame(_ outputBlame: Tensor, through weights: Tensor) -> Tensor {
      outputBlame.matmul(weights, transposingOther: true) * (1 - hidden.squared())
    }

    func stepped(_ d2: Tensor, _ d1: Tensor) -> TwoLayers {
      (
        hiddenWeights: w1 - rate * input.matmul(d1, transposingSelf: true),
        hiddenBias: b1 - rate * d1.sum(axis: 0),
        outputWeights: w2 - rate * hidden.matmul(d2, transposingSelf: true),
        outputBias: b2 - rate * d2.sum(axis: 0)
      )
    }

    var right: TwoLayers { stepped(outputBlame, hiddenBlame(outputBlame, through: w2)) }
  }

  // MARK: - Questions

  private static func cases(_ judge: Judge) -> [Numbers] {
    let small = Numbers(
      input: Tensor([[1, -2], [0.5, 1], [2, 0]]), labels: [0, 1, 1], w1: Tensor([[0.5], [-1]]),
      b1: Tensor([0.25]), w2: Tensor([[2, -1]]), b2: Tensor([0.5, 0]), rate: 0.5)
    let sizes = judge.generator.sizes(4)
    let (batch, inputs, hidden, classes) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let large = Numbers(
      input: judge.generator.matrix(batch, inputs),
      labels: (0..<batch).map { _ in judge.generator.count(0...classes - 1) },
      w1: judge.generator.matrix(inputs, hidden), b1: Tensor(judge.generator.floats(hidden)),
      w2: judge.generator.matrix(hidden, classes), b2: Tensor(judge.generator.floats(classes)),
      rate: 2)
    return [small, large]
  }

  @Sendable private static func outputLayer(_ judge: Judge) {
    for n in cases(judge) {
      ask(judge, n, "outputWeights") { $0.outputWeights }
      ask(judge, n, "outputBias") { $0.outputBias }
    }
  }

  @Sendable private static func hiddenLayer(_ judge: Judge) {
    for n in cases(judge) {
      ask(judge, n, "hiddenWeights") { $0.hiddenWeights }
      ask(judge, n, "hiddenBias") { $0.hiddenBias }
    }
  }

  private static func ask(
    _ judge: Judge, _ n: Numbers, _ what: String,
    _ part: @escaping @Sendable (TwoLayers) -> Tensor
  ) {
    judge.ask(
      what, of: trainingStep, n.input, n.labels, n.w1, n.b1, n.w2, n.b2, n.rate,
      taking: part)
  }
}
