import ExerciseKit
import MiniTensor

extension Checks10 {
  /// Exercise 10.5.
  static let transfer = Check(
    "10.5", "Freeze and replace the head", difficulty: 2, minutes: 30,
    file: "Transfer.swift", chapter: chapter, section: "Learn here, use there",
    hints: [
      """
      The head is the last two tensors of the list. Its weights have as many rows as the layer \
      below it has units, and one column for every class.
      """,
      """
      A layer is two tensors, so the first frozenLayers layers are the first 2 * frozenLayers \
      tensors. They take part in computing the scores all the same.
      """,
      """
      Make a Variable of every tensor that learns, and Variable(constant:) of every frozen one. After \
      backward() a constant has no gradient. A ReLU stands between two layers, none after the head.
      """,
    ],
    parts: [
      Part("a new head", points: 2, heads), Part("everything learns", points: 1, fineTuning),
      Part("frozen layers", points: 2, freezing),
    ],
    mistakes: [
      withNewHead.mistake("the layers below are kept: yours begins anew everywhere") {
        weights, classes in
        newHead(weights.map { $0 * 0 }, classes)
      },
      withNewHead.mistake("the old head is still there: the new task needs its own") { weights, _ in
        weights
      },
      withNewHead.mistake("the new head comes in place of the old one, not on top of it") {
        weights, classes in
        weights + [Tensor.zeros(weights.last!.count, classes), Tensor.zeros(classes)]
      },
      withNewHead.mistake("the new head has as many outputs as the new task has classes") {
        weights, _ in
        newHead(weights, weights.last!.count)
      },
      withNewHead.mistake("the head's weights are on their side: [inputs, classes]") {
        weights, classes in
        var new = newHead(weights, classes)
        new[new.count - 2] = new[new.count - 2].transposed()
        return new
      },
      withNewHead.mistake("weights and bias of the head have changed places: weights first") {
        weights, classes in
        var new = newHead(weights, classes)
        new.swapAt(new.count - 1, new.count - 2)
        return new
      },
      withNewHead.mistake("a head is weights and bias: the old bias has stayed, or there is none") {
        weights, classes in
        let new = newHead(weights, classes)
        return new.dropLast() + [weights.last!]
      },
      stepMistake("the frozen layers have learned: leave them as they were") { n in
        descended(n, frozen: 0..<0)
      },
      stepMistake("frozen layers are counted from the front; yours froze the end") { n in
        descended(n, frozen: n.weights.count - 2 * n.frozen..<n.weights.count)
      },
      stepMistake("a layer is two tensors, weights and bias: freeze twice as many") { n in
        descended(n, frozen: 0..<n.frozen)
      },
      stepMistake("frozen layers still compute: yours leaves them out of the scores") { n in
        let kept = Array(n.weights[(2 * n.frozen)...])
        guard n.frozen > 0, kept[0].shape[0] == n.x.shape[1] else { return descended(n) }
        return n.weights[..<(2 * n.frozen)]
          + descended(
            Question(weights: kept, x: n.x, labels: n.labels, rate: n.rate, frozen: 0))
      },
      stepMistake("everything is frozen in yours: the layers after the frozen ones learn") { n in
        n.frozen > 0 ? n.weights : descended(n)
      },
      stepMistake("frozen means weights and biases: yours leaves the biases learning") { n in
        let learned = descended(n, frozen: 0..<0)
        return descended(n).enumerated().map { index, tensor in
          index % 2 == 1 ? learned[index] : tensor
        }
      },
      stepMistake("uphill: the slope is taken away") { n in
        zip(n.weights, descended(n)).map { 2 * $0 - $1 }
      },
      stepMistake("the learning rate is missing") { n in
        zip(n.weights, descended(n)).map { $0 + ($1 - $0) / n.rate }
      },
      stepMistake("the mean cross-entropy: yours adds the slopes of all examples up") { n in
        zip(n.weights, descended(n)).map { $0 + ($1 - $0) * Float(n.labels.count) }
      },
      stepMistake("the ReLU between the layers is missing") { n in
        descended(n, bends: { signal, _ in signal })
      },
      stepMistake("no ReLU after the head: the scores may be negative") { n in
        descended(n, bendsLast: true)
      },
      stepMistake("the slopes came back, not the new weights") { n in
        zip(n.weights, descended(n)).map { ($0 - $1) / n.rate }
      },
      stepMistake("the biases learn as well") { n in
        descended(n).enumerated().map { index, tensor in
          index % 2 == 1 ? n.weights[index] : tensor
        }
      },
    ])

  private static let withNewHead = Function("withNewHead(_:classes:)", newHead)
  private static let trainingStep = Function(
    "trainingStep(_:x:labels:learningRate:frozenLayers:)", right)

  /// One call of trainingStep.
  private struct Question: Sendable {
    let weights: [Tensor]
    let x: Tensor
    let labels: [Int]
    let rate: Float
    let frozen: Int
  }

  private static func stepMistake(
    _ likely: Text, _ step: @escaping @Sendable (Question) -> [Tensor]
  ) -> Mistake {
    trainingStep.mistake(likely) {
      step(Question(weights: $0, x: $1, labels: $2, rate: $3, frozen: $4))
    }
  }

  // MARK: - Questions

  @Sendable private static func heads(_ judge: Judge) {
    for (sizes, classes) in [([2, 3, 4], 2), ([3, 2], 5), ([2, 4, 3, 6], 1)] {
      judge.ask(withNewHead, network(judge, sizes), classes)
    }
  }

  @Sendable private static func fineTuning(_ judge: Judge) {
    askStep(judge, [2, 3], frozen: 0)
    askStep(judge, [3, 4, 2], frozen: 0)
  }

  @Sendable private static func freezing(_ judge: Judge) {
    askStep(judge, [3, 6, 3, 4], frozen: 2)
    askStep(judge, [3, 5, 2], frozen: 1)
    askStep(judge, [2, 4, 3, 3], frozen: 1)
  }

  private static func askStep(_ judge: Judge, _ sizes: [Int], frozen: Int) {
    let weights = network(judge, sizes)
    let batch = judge.generator.count(3...6)
    let x = judge.generator.matrix(batch, sizes[0])
    let labels = (0..<batch).map { _ in judge.generator.count(0...sizes[sizes.count - 1] - 1) }
    judge.ask(trainingStep, weights, x, labels, 0.5, frozen)
  }

  private static func network(_ judge: Judge, _ sizes: [Int]) -> [Tensor] {
    zip(sizes, sizes.dropFirst()).flatMap { inputs, outputs in
      [judge.generator.matrix(inputs, outputs) * 2, judge.row(outputs) + 0.5]
    }
  }

  // MARK: - Right answers

  @Sendable private static func newHead(_ weights: [Tensor], _ classes: Int) -> [Tensor] {
    weights.dropLast(2)
      + [Tensor.zeros(weights[weights.count - 2].shape[0], classes), Tensor.zeros(classes)]
  }

  @Sendable private static func right(
    _ weights: [Tensor], _ x: Tensor, _ labels: [Int], _ rate: Float, _ frozen: Int
  ) -> [Tensor] {
    descended(Question(weights: weights, x: x, labels: labels, rate: rate, frozen: frozen))
  }

  /// One step in which all tensors learn but those of `frozen`.
  private static func descended(
    _ n: Question, frozen: Range<Int>? = nil,
    bends: (Variable, Int) -> Variable = { signal, _ in signal.relu() }, bendsLast: Bool = false
  ) -> [Tensor] {
    let frozen = frozen ?? 0..<2 * n.frozen
    let variables = n.weights.map { Variable($0) }
    var signal = Variable(constant: n.x)
    for layer in 0..<variables.count / 2 {
      if layer > 0 { signal = bends(signal, layer) }
      signal = signal.matmul(variables[2 * layer]) + variables[2 * layer + 1]
    }
    if bendsLast { signal = signal.relu() }
    softmaxCrossEntropy(logits: signal, labels: n.labels).backward()
    return variables.enumerated().map { index, variable in
      guard !frozen.contains(index), let slope = variable.gradient else { return variable.value }
      return variable.value - n.rate * slope
    }
  }
}
