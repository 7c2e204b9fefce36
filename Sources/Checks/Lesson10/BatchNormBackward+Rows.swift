import ExerciseKit
import MiniTensor

/// The last part of exercise 10.2: the way back through a layer normalisation.
extension Checks10 {
  /// Rows as they come out of the way there, and what came from above.
  private struct Rows: Sendable {
    let z, variance, scale, gradient: Tensor
    let epsilon: Float

    var deviation: Tensor { (variance + epsilon).squareRoot() }
    var scaled: Tensor { scale * gradient }

    /// The slopes, with some of the ways to get them wrong.
    func slopes(
      of u: Tensor? = nil, less mean: (Tensor) -> Tensor = Rows.mean,
      along: (Tensor) -> Tensor = Rows.mean
    ) -> Tensor {
      let u = u ?? scaled
      return (u - mean(u) - z * along(u * z)) / deviation
    }

    static func mean(_ numbers: Tensor) -> Tensor { numbers.mean(axis: 1, keepingDimension: true) }
    static func nothing(_ numbers: Tensor) -> Tensor { 0 * mean(numbers) }
  }

  private static let layerNorm = Function(
    "layerNormBackward(normalized:variance:scale:gradient:epsilon:)"
  ) { (z: Tensor, variance: Tensor, scale: Tensor, g: Tensor, e: Float) -> Tensor in
    Rows(z: z, variance: variance, scale: scale, gradient: g, epsilon: e).slopes()
  }

  private static func mistake(
    _ likely: Text, _ wrong: @escaping @Sendable (Rows) -> Tensor
  ) -> Mistake {
    layerNorm.mistake(likely) { z, variance, scale, g, e in
      wrong(Rows(z: z, variance: variance, scale: scale, gradient: g, epsilon: e))
    }
  }

  @Sendable static func askLayerNorm(_ judge: Judge) {
    ask(judge, Tensor([[1, 3, 6]]), Tensor([2, 1, 3]), Tensor([[0, 1, 1]]), epsilon: 1)
    let sizes = judge.generator.sizes(2, in: 3...6)
    for (examples, features) in [(1, 4), (3, 3), (2, 5), (4, 2), (sizes[0], sizes[1])] {
      ask(
        judge, judge.generator.matrix(examples, features), judge.row(features) + 2,
        judge.generator.matrix(examples, features), epsilon: 0.25)
    }
  }

  private static func ask(
    _ judge: Judge, _ x: Tensor, _ scale: Tensor, _ gradient: Tensor, epsilon: Float
  ) {
    let centred = x - Rows.mean(x)
    let variance = Rows.mean(centred.squared())
    let z = centred / (variance + epsilon).squareRoot()
    judge.ask(layerNorm, z, variance, scale, gradient, epsilon)
  }

  static let mistakesOfLayerNorm: [Mistake] = [
    mistake(
      "in a row every number has its own scale: multiply g by it before the means, not after them"
    ) { $0.slopes(of: $0.gradient) * $0.scale },
    mistake("the scale is missing: what comes to z is scale g, not g") {
      $0.slopes(of: $0.gradient)
    },
    mistake("the means run along the rows: yours run down the columns, as for a batch") { rows in
      rows.slopes(less: { $0.mean(axis: 0) }, along: { $0.mean(axis: 0) })
    },
    mistake("one mean for the whole batch: each row has its own") { rows in
      rows.slopes(less: { Tensor($0.mean()) }, along: { Tensor($0.mean()) })
    },
    mistake("the mean of a row and its variance depend on x too: two ways are missing") {
      $0.slopes(less: Rows.nothing, along: Rows.nothing)
    },
    mistake("the variance of a row depends on x too: one way is missing") {
      $0.slopes(along: Rows.nothing)
    },
    mistake("the mean of a row depends on x too: one way is missing") {
      $0.slopes(less: Rows.nothing)
    },
    mistake("sums along a row stand where its means belong") { rows in
      rows.slopes(
        less: { $0.sum(axis: 1, keepingDimension: true) },
        along: { $0.sum(axis: 1, keepingDimension: true) })
    },
    mistake("a row is divided by the root of its variance and epsilon: here the root is missing") {
      $0.slopes() / $0.deviation
    },
    mistake("a row is divided by its deviation on the way back as well") {
      $0.slopes() * $0.deviation
    },
    mistake("epsilon stands beside the variance of a row, under the root") {
      $0.slopes() * $0.deviation / $0.variance.squareRoot()
    },
  ]
}
