import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.5.
  static let layerNormalization = Check(
    "13.5", "Layer normalisation", difficulty: 3, minutes: 30,
    file: "LayerNormalization.swift", chapter: chapter, section: "The block",
    replaces: ["LayerNorm", "Variable", "backward"],
    hints: [
      "mean(axis: 1, keepingDimension: true) gives [rows, 1], which broadcasts over the columns.",
      "First x minus its mean; then the mean of its squares; then the root of that and epsilon.",
      """
      The way back needs three means over a row, all of shape [rows, 1]: of x (for z), of g, and of \
      g times z. The last one is multiplied by z before it is taken away.
      """,
    ],
    parts: [
      Part("the way there", points: 2, forward), Part("the way back", points: 2, backward),
    ],
    mistakes: forwardMistakes + backwardMistakes)

  private static let layerNorm = Function("layerNorm(_:scale:shift:epsilon:)", rightForward)
  private static let layerNormGradient = Function("layerNormGradient(_:x:epsilon:)", rightBackward)

  private static let forwardMistakes: [Mistake] = [
    layerNorm.mistake("the mean runs down the columns: each row is normalised alone") {
      x, a, b, e in
      let centred = x - x.mean(axis: 0, keepingDimension: true)
      let variance = centred.squared().mean(axis: 0, keepingDimension: true)
      return centred / (variance + e).squareRoot() * a + b
    },
    layerNorm.mistake("one mean for the whole batch: each row has its own") { x, a, b, e in
      let centred = x - x.mean()
      return centred / (centred.squared().mean() + e).squareRoot() * a + b
    },
    layerNorm.mistake("keepingDimension: true leaves [rows, 1], which fits every column") {
      x, a, b, e in
      guard x.shape[0] == 1 || x.shape[0] == x.shape[1] else { throw Trap("do not fit") }
      return (x - x.mean(axis: 1)) * a + b
    },
    layerNorm.mistake("divided by the variance: its square root is wanted") { x, a, b, e in
      row(x, a, b) { z, variance in z / (variance + e) }
    },
    layerNorm.mistake("epsilon stands under the root, beside the variance") { x, a, b, e in
      row(x, a, b) { z, variance in z / (variance.squareRoot() + e) }
    },
    layerNorm.mistake("the variance divides by the number of columns, not by one less") {
      x, a, b, e in
      let size = Float(x.shape[1])
      return row(x, a, b) { z, variance in z / (variance * (size / (size - 1)) + e).squareRoot() }
    },
    layerNorm.mistake("the mean is not taken away from x") { x, a, b, e in
      let (_, deviation) = standardised(x, e)
      return x / deviation * a + b
    },
    layerNorm.mistake("the shift comes after the scale, and is not scaled itself") { x, a, b, e in
      (standardised(x, e).z + b) * a
    },
    layerNorm.mistake("scale and shift are missing: y = scale z + shift") { x, _, _, e in
      standardised(x, e).z
    },
  ]

  private static let backwardMistakes: [Mistake] = [
    layerNormGradient.mistake("mean and variance depend on x too: two terms are missing") {
      g, x, e in
      g / standardised(x, e).deviation
    },
    layerNormGradient.mistake("the variance depends on x too: the term with z is missing") {
      g, x, e in
      (g - mean(g)) / standardised(x, e).deviation
    },
    layerNormGradient.mistake("the mean depends on x too: mean(g) is missing") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - z * mean(g * z)) / deviation
    },
    layerNormGradient.mistake("mean(g z) is multiplied by z before it is taken away") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - mean(g) - mean(g * z)) / deviation
    },
    layerNormGradient.mistake("sums in place of means: divide both by the number of columns") {
      g, x, e in
      let (z, deviation) = standardised(x, e)
      let size = Float(x.shape[1])
      return (g - mean(g) * size - z * mean(g * z) * size) / deviation
    },
    layerNormGradient.mistake("z is the normalised x: yours takes x as it is") { g, x, e in
      (g - mean(g) - x * mean(g * x)) / standardised(x, e).deviation
    },
    layerNormGradient.mistake("not divided by the deviation of the row") { g, x, e in
      rightBackward(g, x, e) * standardised(x, e).deviation
    },
    layerNormGradient.mistake("epsilon belongs under the root on the way back as well") { g, x, _ in
      rightBackward(g, x, 0)
    },
  ]

  // MARK: - Questions

  @Sendable private static func forward(_ judge: Judge) {
    askForward(judge, [[1, 3]], [1, 1], [0, 10], 0)
    askForward(judge, [[1, 2, 6], [-4, 0, 1]], [2, 1, -1], [0.5, -3, 1], 0.25)
    askForward(judge, [[5, 5, 5, 5]], [1, 2, 3, 4], [7, 8, 9, 10], 0.01)
    let x = rows(3, 5, &judge.generator)
    let (scale, shift) = (judge.generator.floats(5), judge.generator.floats(5))
    askForward(judge, x, scale, shift, 0.5)
  }

  private static func askForward(
    _ judge: Judge, _ x: [[Float]], _ scale: [Float], _ shift: [Float],
    _ epsilon: Float
  ) {
    judge.ask(layerNorm, Tensor(x), Tensor(scale), Tensor(shift), epsilon)
  }

  @Sendable private static func backward(_ judge: Judge) {
    askBackward(judge, [[1, 0, -3]], [[1, 2, 6]], 0.25)
    askBackward(
      judge, [[2, -1, 0.5, 3], [1, 4, -2, 0]], [[3, 1, -1, 0], [0.5, 2, 2.5, -4]], 0.5)
    let (g, x) = (rows(3, 5, &judge.generator), rows(3, 5, &judge.generator))
    askBackward(judge, g, x, 0.3)
  }

  private static func askBackward(
    _ judge: Judge, _ g: [[Float]], _ x: [[Float]], _ epsilon: Float
  ) {
    judge.ask(layerNormGradient, Tensor(g), Tensor(x), epsilon)
  }

  // MARK: - Right answers

  private static func mean(_ x: Tensor) -> Tensor { x.mean(axis: 1, keepingDimension: true) }

  private static func standardised(
    _ x: Tensor, _ epsilon: Float
  ) -> (z: Tensor, deviation: Tensor) {
    let centred = x - mean(x)
    let deviation = (mean(centred.squared()) + epsilon).squareRoot()
    return (centred / deviation, deviation)
  }

  /// Centred rows, divided as `divide` says by something of their variance, scaled and shifted.
  private static func row(
    _ x: Tensor, _ scale: Tensor, _ shift: Tensor, _ divide: (Tensor, Tensor) -> Tensor
  ) -> Tensor {
    let centred = x - mean(x)
    return divide(centred, mean(centred.squared())) * scale + shift
  }

  @Sendable private static func rightForward(
    _ x: Tensor, _ scale: Tensor, _ shift: Tensor, _ epsilon: Float
  ) -> Tensor {
    standardised(x, epsilon).z * scale + shift
  }

  @Sendable private static func rightBackward(
    _ g: Tensor, _ x: Tensor, _ epsilon: Float
  ) -> Tensor {
    let (z, deviation) = standardised(x, epsilon)
    return (g - mean(g) - z * mean(g * z)) / deviation
  }
}
