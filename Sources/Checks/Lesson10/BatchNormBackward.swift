import ExerciseKit
import MiniTensor

extension Checks10 {
  /// What batchNormGradients returns.
  private typealias BatchNormSlopes = (x: Tensor, scale: Tensor, shift: Tensor)
  /// Exercise 10.2.
  static let batchNormBackward = Check(
    "10.2", "Back through batch normalisation", difficulty: 3, minutes: 40,
    file: "BatchNormBackward.swift", chapter: chapter,
    section: "The way back through a batch",
    replaces: ["BatchNorm", "LayerNorm", "Variable", "backward", "gradientCheck"],
    hints: [
      """
      g z is a product of two matrices of the same shape, number by number. Its sum down the \
      columns is the slope of scale.
      """,
      """
      Through the mean: when one x grows by a little, every x - mean of its column becomes smaller \
      by 1/n of that, and each of them brings its own g. So a sum of g comes in, divided by n.
      """,
      """
      Through the variance: write s for the root. It grows by z / n for each step of x, and a z \
      shrinks by z / s for each step of s. The first z is that of the x you ask about, the second \
      one that of each example in turn.
      """,
      """
      In the end there are two means down the columns: of g, and of g z. Each is [features] and \
      broadcasts; and one factor, with scale and root, stands before all three ways.
      """,
      """
      In a row of a layer normalisation every number has its own scale, so no factor can stand \
      before a mean: call scale g by a name of its own, and begin with that.
      """,
    ],
    parts: [
      Part("the shift and the scale", points: 1) { judge in
        ask(judge, "shift") { $0.shift }
        ask(judge, "scale") { $0.scale }
      },
      Part("the input", points: 2) { judge in ask(judge, "x") { $0.x } },
      Part("a layer normalisation", points: 2, askLayerNorm),
    ],
    mistakes: [
      mistake("the slope of the shift adds up over the batch: yours takes the mean") {
        n, slopes in slopes.shift /= n.examples
      },
      mistake("the shift is added after the scale: its slope has no scale in it") {
        n, slopes in slopes.shift = slopes.shift * n.scale
      },
      mistake("the slope of the scale adds up over the batch: yours takes the mean") {
        n, slopes in slopes.scale /= n.examples
      },
      mistake("the scale worked on z: its slope is the sum of g z, not of g") {
        _, slopes in slopes.scale = slopes.shift
      },
      mistake("the scale has no part in its own slope: the sum of g z alone") {
        n, slopes in slopes.scale = slopes.scale * n.scale
      },
      mistake("slopes of scale and shift are one a feature: add up down the columns") {
        n, slopes in
        slopes.scale = (n.gradient * n.z).sum(axis: 1)
        slopes.shift = n.gradient.sum(axis: 1)
      },
      mistake("mean and variance depend on x too: two terms are missing") { n, slopes in
        slopes.x = n.factor * n.gradient
      },
      mistake("the variance depends on x too: the term with z is missing") { n, slopes in
        slopes.x = n.factor * (n.gradient - n.gradient.mean(axis: 0))
      },
      mistake("the mean depends on x too: the mean of g is missing") { n, slopes in
        slopes.x = n.factor * (n.gradient - n.z * (n.gradient * n.z).mean(axis: 0))
      },
      mistake("the mean of g z is multiplied by z before it is taken away") { n, slopes in
        slopes.x =
          n.factor
          * (n.gradient - n.gradient.mean(axis: 0) - (n.gradient * n.z).mean(axis: 0))
      },
      mistake("sums in place of means: divide both by the number of examples") { n, slopes in
        slopes.x =
          n.factor
          * (n.gradient - n.gradient.sum(axis: 0) - n.z * (n.gradient * n.z).sum(axis: 0))
      },
      mistake("the means run down the columns: yours run along the rows") { n, slopes in
        let along = (n.gradient * n.z).mean(axis: 1, keepingDimension: true)
        slopes.x =
          n.factor
          * (n.gradient - n.gradient.mean(axis: 1, keepingDimension: true) - n.z * along)
      },
      mistake("the scale is missing on the way down to x") { n, slopes in
        slopes.x = slopes.x / n.scale
      },
      mistake("the root is missing: divided by the variance and epsilon as they are") {
        n, slopes in slopes.x = slopes.x / (n.variance + n.epsilon).squareRoot()
      },
      mistake("not divided by the deviation of the feature") { n, slopes in
        slopes.x = slopes.x * (n.variance + n.epsilon).squareRoot()
      },
      mistake("epsilon belongs under the root on the way back as well") { n, slopes in
        slopes.x = slopes.x * (1 + n.epsilon / n.variance).squareRoot()
      },
    ] + mistakesOfLayerNorm)

  private static let batchNormGradients = Function(
    "batchNormGradients(normalized:variance:scale:gradient:epsilon:)",
    reading: { value -> BatchNormSlopes in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self)
    }
  ) { (z: Tensor, variance: Tensor, scale: Tensor, gradient: Tensor, epsilon: Float) in
    right(Numbers(z: z, variance: variance, scale: scale, gradient: gradient, epsilon: epsilon))
  }

  /// What a batch left behind, and what came from above.
  private struct Numbers: Sendable {
    let z: Tensor
    let variance: Tensor
    let scale: Tensor
    let gradient: Tensor
    let epsilon: Float

    var examples: Float { Float(z.shape[0]) }
    var factor: Tensor { scale / (variance + epsilon).squareRoot() }
  }

  private static func mistake(
    _ likely: Text, _ spoil: @escaping @Sendable (Numbers, inout BatchNormSlopes) -> Void
  ) -> Mistake {
    batchNormGradients.mistake(likely) { z, variance, scale, gradient, epsilon in
      let n = Numbers(
        z: z, variance: variance, scale: scale, gradient: gradient, epsilon: epsilon)
      var slopes = right(n)
      spoil(n, &slopes)
      return slopes
    }
  }

  private static func right(_ n: Numbers) -> BatchNormSlopes {
    let along = n.gradient * n.z
    let rest = n.gradient - n.gradient.mean(axis: 0) - n.z * along.mean(axis: 0)
    return (n.factor * rest, along.sum(axis: 0), n.gradient.sum(axis: 0))
  }

  private static func ask(
    _ judge: Judge, _ what: String,
    _ part: @escaping @Sendable (BatchNormSlopes) -> Tensor
  ) {
    for n in cases(judge) {
      judge.ask(
        what, of: batchNormGradients, n.z, n.variance, n.scale, n.gradient, n.epsilon,
        taking: part)
    }
  }

  /// Batches as they come out of the way there.
  private static func cases(_ judge: Judge) -> [Numbers] {
    var cases = [
      numbers(
        Tensor([[1], [3], [5], [9]]), Tensor([2]), Tensor([[1], [0], [0.5], [-3]]), epsilon: 1)
    ]
    let sizes = judge.generator.sizes(2)
    for (examples, features) in [(3, 2), (5, 3), (4, 1), (sizes[0], sizes[1])] {
      cases.append(
        numbers(
          judge.generator.matrix(examples, features), judge.row(features) + 2,
          judge.generator.matrix(examples, features), epsilon: 0.25))
    }
    return cases
  }

  private static func numbers(
    _ x: Tensor, _ scale: Tensor, _ gradient: Tensor, epsilon: Float
  ) -> Numbers {
    let centred = x - x.mean(axis: 0)
    let variance = centred.squared().mean(axis: 0)
    return Numbers(
      z: centred / (variance + epsilon).squareRoot(), variance: variance, scale: scale,
      gradient: gradient, epsilon: epsilon)
  }
}
