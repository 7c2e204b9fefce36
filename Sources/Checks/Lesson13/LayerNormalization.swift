import ExerciseKit
import MiniTensor

extension Checks13 {
  /// Exercise 13.5.
  static let layerNormalization = Check(
    "13.5", "Layer normalisation", difficulty: 3, minutes: 40,
    file: "LayerNormalization.swift", chapter: chapter, section: "The block",
    replaces: ["LayerNorm", "Variable", "backward"],
    hints: [
      "mean(axis: 1, keepingDimension: true) gives [rows, 1], which broadcasts over the columns.",
      "First x minus its mean; then the mean of its squares; then the root of that and epsilon.",
      """
      The way back: dz_j/dx_i is a sum of three, and one of them is there for j = i only. Add up \
      g_j dz_j/dx_i over j, and what is left are sums over a row of g and of g times z.
      """,
      """
      So the way back needs three means over a row, all of shape [rows, 1]: of x (for z), of g, \
      and of g times z. The last one is multiplied by z before it is taken away.
      """,
      """
      With a scale, ask for each of the three what it touches in y = scale z + shift, and in how \
      many rows. What reaches z has passed through the scale first.
      """,
    ],
    parts: [
      Part("the way there", points: 2) { judge in
        judge.ask(norm, Tensor([[1, 3]]), Tensor([1, 1]), Tensor([0, 10]), 0)
        judge.ask(
          norm, Tensor([[1, 2, 6], [-4, 0, 1]]), Tensor([2, 1, -1]), Tensor([0.5, -3, 1]), 0.25)
        judge.ask(
          norm, Tensor([[5, 5, 5, 5]]), Tensor([1, 2, 3, 4]), Tensor([7, 8, 9, 10]), 0.01)
        for (rows, size) in [(3, 5), shape(judge)] {
          judge.ask(
            norm, 2 * judge.generator.matrix(rows, size), Tensor(judge.generator.floats(size)),
            Tensor(judge.generator.floats(size)), 0.5)
        }
        // The mean of the squares minus the square of the mean drowns in rounding here.
        judge.ask(
          norm, Tensor([[10001, 10002, 10003]]), Tensor([1, 1, 1]), Tensor([0, 0, 0]), 0.01,
          tolerance: 1e-3)
      },
      Part("the way back to x", points: 1) { judge in
        judge.ask(gradient, Tensor([[1, 0, -3]]), Tensor([[1, 2, 6]]), 0.25)
        judge.ask(
          gradient, Tensor([[2, -1, 0.5, 3], [1, 4, -2, 0]]),
          Tensor([[3, 1, -1, 0], [0.5, 2, 2.5, -4]]), 0.5)
        for (rows, size) in [(3, 5), shape(judge)] {
          judge.ask(
            gradient, 2 * judge.generator.matrix(rows, size),
            2 * judge.generator.matrix(rows, size), 0.3)
        }
        judge.ask(gradient, Tensor([[1, -2, 5]]), Tensor([[4, 4, 4]]), 0.25)
      },
      Part("the way back to all three", points: 2) { judge in askBackward(judge) },
    ],
    mistakes: normMistakes + gradientMistakes + backwardMistakes)

  private static let normMistakes: [Mistake] = [
    norm.mistake("the mean runs down the columns: each row is normalised alone") { x, a, b, e in
      let centred = x - x.mean(axis: 0, keepingDimension: true)
      let variance = centred.squared().mean(axis: 0, keepingDimension: true)
      return centred / (variance + e).squareRoot() * a + b
    },
    norm.mistake("one mean for the whole batch: each row has its own") { x, a, b, e in
      let centred = x - x.mean()
      return centred / (centred.squared().mean() + e).squareRoot() * a + b
    },
    norm.mistake("keepingDimension: true leaves [rows, 1], which fits every column") { x, a, b, e in
      let (rows, size) = (x.shape[0], x.shape[1])
      guard rows == 1 || rows == size else { throw Trap("do not fit") }
      let centred = x - x.mean(axis: 1)
      return centred / (centred.squared().mean(axis: 1) + e).squareRoot() * a + b
    },
    norm.mistake("divided by the variance: its square root is wanted") { x, a, b, e in
      row(x) { centred, variance in centred / (variance + e) } * a + b
    },
    norm.mistake("epsilon stands under the root, beside the variance") { x, a, b, e in
      row(x) { centred, variance in centred / (variance.squareRoot() + e) } * a + b
    },
    norm.mistake("the variance divides by the number of columns, not by one less") { x, a, b, e in
      let size = Float(x.shape[1])
      return row(x) { $0 / ($1 * (size / (size - 1)) + e).squareRoot() } * a + b
    },
    norm.mistake("the mean is not taken away from x") { x, a, b, e in
      x / standardised(x, e).deviation * a + b
    },
    norm.mistake("the shift comes after the scale, and is not scaled itself") { x, a, b, e in
      (standardised(x, e).z + b) * a
    },
    norm.mistake("scale and shift are missing: y = scale z + shift") { x, _, _, e in
      standardised(x, e).z
    },
    norm.mistake(
      "mean(x^2) - mean^2 loses all digits when x is large: average the squares of x - mean"
    ) { x, a, b, e in
      let variance = mean(x.squared()) - mean(x).squared()
      return (x - mean(x)) / (variance + e).squareRoot() * a + b
    },
  ]

  private static let gradientMistakes: [Mistake] = [
    gradient.mistake("mean and variance depend on x too: two terms are missing") { g, x, e in
      g / standardised(x, e).deviation
    },
    gradient.mistake("the variance depends on x too: the term with z is missing") { g, x, e in
      (g - mean(g)) / standardised(x, e).deviation
    },
    gradient.mistake("the mean depends on x too: mean(g) is missing") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - z * mean(g * z)) / deviation
    },
    gradient.mistake("mean(g z) is multiplied by z before it is taken away") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - mean(g) - mean(g * z)) / deviation
    },
    gradient.mistake("sums in place of means: divide both by the number of columns") { g, x, e in
      let (z, deviation) = standardised(x, e)
      let size = Float(x.shape[1])
      return (g - mean(g) * size - z * mean(g * z) * size) / deviation
    },
    gradient.mistake("z is the normalised x: yours takes x as it is") { g, x, e in
      (g - mean(g) - x * mean(g * x)) / standardised(x, e).deviation
    },
    gradient.mistake("not divided by the deviation of the row") { g, x, e in
      let z = standardised(x, e).z
      return g - mean(g) - z * mean(g * z)
    },
    gradient.mistake("epsilon belongs under the root on the way back as well") { g, x, _ in
      back(g, x, 0)
    },
  ]

  // MARK: - The functions

  private static let norm = Function("layerNorm(_:scale:shift:epsilon:)") {
    (x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float) -> Tensor in
    standardised(x, epsilon).z * scale + shift
  }

  private static let gradient = Function("layerNormGradient(_:x:epsilon:)") {
    (g: Tensor, x: Tensor, epsilon: Float) -> Tensor in back(g, x, epsilon)
  }

  static func mean(_ x: Tensor) -> Tensor { x.mean(axis: 1, keepingDimension: true) }

  /// What `divide` makes of the centred rows and their variance.
  private static func row(_ x: Tensor, _ divide: (Tensor, Tensor) -> Tensor) -> Tensor {
    let centred = x - mean(x)
    return divide(centred, mean(centred.squared()))
  }

  static func standardised(
    _ x: Tensor, _ epsilon: Float
  ) -> (z: Tensor, deviation: Tensor) {
    let centred = x - mean(x)
    let deviation = (mean(centred.squared()) + epsilon).squareRoot()
    return (centred / deviation, deviation)
  }

  static func back(_ g: Tensor, _ x: Tensor, _ epsilon: Float) -> Tensor {
    let (z, deviation) = standardised(x, epsilon)
    return (g - mean(g) - z * mean(g * z)) / deviation
  }

  static func shape(_ judge: Judge) -> (Int, Int) {
    (judge.generator.count(2...4), judge.generator.count(5...7))
  }
}
