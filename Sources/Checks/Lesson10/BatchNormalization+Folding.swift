import ExerciseKit
import MiniTensor

/// The last part of exercise 10.1: a linear layer and its normalisation as one layer.
extension Checks10 {
  private typealias Layer = (weights: Tensor, bias: Tensor)

  /// A linear layer, and the normalisation behind it.
  private struct Pair: Sendable {
    let weights, bias, mean, variance, scale, shift: Tensor
    let epsilon: Float

    var deviation: Tensor { (variance + epsilon).squareRoot() }
    var factor: Tensor { scale / deviation }

    /// The one layer, with some of the ways to get it wrong.
    func folded(
      by factor: Tensor? = nil, bias: ((_ factor: Tensor) -> Tensor)? = nil
    ) -> Layer {
      let factor = factor ?? self.factor
      return (weights * factor, bias?(factor) ?? (self.bias - mean) * factor + shift)
    }
  }

  private static let folded = Function(
    "folded(weights:bias:mean:variance:scale:shift:epsilon:)"
  ) {
    (w: Tensor, b: Tensor, mean: Tensor, variance: Tensor, a: Tensor, s: Tensor, e: Float)
      -> Layer in
    Pair(weights: w, bias: b, mean: mean, variance: variance, scale: a, shift: s, epsilon: e)
      .folded()
  }

  private static func mistake(
    _ likely: Text, _ wrong: @escaping @Sendable (Pair) -> Layer
  ) -> Mistake {
    folded.mistake(likely) { w, b, mean, variance, a, s, e in
      wrong(
        Pair(weights: w, bias: b, mean: mean, variance: variance, scale: a, shift: s, epsilon: e))
    }
  }

  @Sendable static func askFolded(_ judge: Judge) {
    judge.ask(
      folded, Tensor([[2], [1]]), Tensor([1]), Tensor([3]), Tensor([4]), Tensor([6]), Tensor([5]),
      0)
    judge.ask(
      folded, Tensor([[1, -2], [3, 0.5], [-1, 4]]), Tensor([0.5, -1]), Tensor([2, -3]),
      Tensor([3, 0.25]), Tensor([-1, 2]), Tensor([4, 1.5]), 1)
    let sizes = judge.generator.sizes(2)
    for (inputs, features) in [(2, 2), (1, 3), (sizes[0], sizes[1])] {
      judge.ask(
        folded, judge.generator.tensor([inputs, features]), judge.generator.tensor([features]),
        judge.generator.tensor([features]), judge.generator.tensor([features]).squared(),
        judge.generator.tensor([features]), judge.generator.tensor([features]), 0.5)
    }
  }

  static let mistakesOfFolding: [Mistake] = [
    mistake("the old bias is normalised too: it goes the same way as x W") { pair in
      pair.folded(bias: { pair.bias - pair.mean * $0 + pair.shift })
    },
    mistake("the running mean is missing: it is taken away before the factor, so it is in the bias")
    { pair in pair.folded(bias: { pair.bias * $0 + pair.shift }) },
    mistake("the running mean is taken away before the factor: yours takes it away after") { pair in
      pair.folded(bias: { pair.bias * $0 - pair.mean + pair.shift })
    },
    mistake("the running mean is taken away: yours adds it") { pair in
      pair.folded(bias: { (pair.bias + pair.mean) * $0 + pair.shift })
    },
    mistake("the layer had a bias of its own: it is lost in yours") { pair in
      pair.folded(bias: { pair.shift - pair.mean * $0 })
    },
    mistake("the shift comes last, and nothing multiplies it") { pair in
      pair.folded(bias: { (pair.bias - pair.mean + pair.shift) * $0 })
    },
    mistake("the shift is missing in the new bias") { pair in
      pair.folded(bias: { (pair.bias - pair.mean) * $0 })
    },
    mistake("the factor works on x W as well: the weights change, not the bias alone") { pair in
      (pair.weights, pair.folded().bias)
    },
    mistake("the new weights and bias lack the scale: the factor is scale by deviation") { pair in
      pair.folded(by: 1 / pair.deviation)
    },
    mistake("the new weights and bias lack the deviation: the factor is scale by deviation") {
      pair in pair.folded(by: pair.scale)
    },
    mistake("the factor has the deviation below the line, not the variance") { pair in
      pair.folded(by: pair.scale / (pair.variance + pair.epsilon))
    },
    mistake("the factor has epsilon in it, under the root") { pair in
      pair.folded(by: pair.scale / pair.variance.squareRoot())
    },
  ]
}
