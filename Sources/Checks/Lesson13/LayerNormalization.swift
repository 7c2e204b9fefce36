import ExerciseKit
import MiniTensor

extension Checks13 {
  /// The two halves of exercise 13.5.
  public struct Normalization: Sendable {
    /// layerNorm(_:scale:shift:epsilon:), its arguments in their order.
    public typealias Forward =
      @Sendable (_ x: Tensor, _ scale: Tensor, _ shift: Tensor, _ epsilon: Float) -> Tensor
    /// layerNormGradient(_:x:epsilon:), its arguments in their order.
    public typealias Backward =
      @Sendable (_ gradient: Tensor, _ x: Tensor, _ epsilon: Float) -> Tensor

    let forward: Forward
    let backward: Backward

    /// layerNorm(_:scale:shift:epsilon:) and layerNormGradient(_:x:epsilon:).
    public init(forward: @escaping Forward, backward: @escaping Backward) {
      self.forward = forward
      self.backward = backward
    }
  }

  /// Exercise 13.5.
  public static let layerNormalization = Check<Normalization>(
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

  private static let forwardMistakes: [Mistake<Normalization>] = [
    forwardMistake("the mean runs down the columns: each row is normalised alone") { x, a, b, e in
      let centred = x - x.mean(axis: 0, keepingDimension: true)
      let variance = centred.squared().mean(axis: 0, keepingDimension: true)
      return centred / (variance + e).squareRoot() * a + b
    },
    forwardMistake("one mean for the whole batch: each row has its own") { x, a, b, e in
      let centred = x - x.mean()
      return centred / (centred.squared().mean() + e).squareRoot() * a + b
    },
    Mistake(
      "keepingDimension: true leaves [rows, 1], which fits every column", trapsSaying: "do not fit",
      Normalization(
        forward: { x, a, b, e in (x - x.mean(axis: 1)) * a + b }, backward: rightBackward)),
    forwardMistake("divided by the variance: its square root is wanted") { x, a, b, e in
      row(x, a, b) { z, variance in z / (variance + e) }
    },
    forwardMistake("epsilon stands under the root, beside the variance") { x, a, b, e in
      row(x, a, b) { z, variance in z / (variance.squareRoot() + e) }
    },
    forwardMistake("the variance divides by the number of columns, not by one less") {
      x, a, b, e in
      let size = Float(x.shape[1])
      return row(x, a, b) { z, variance in z / (variance * (size / (size - 1)) + e).squareRoot() }
    },
    forwardMistake("the mean is not taken away from x") { x, a, b, e in
      let (_, deviation) = standardised(x, e)
      return x / deviation * a + b
    },
    forwardMistake("the shift comes after the scale, and is not scaled itself") { x, a, b, e in
      (standardised(x, e).z + b) * a
    },
    forwardMistake("scale and shift are missing: y = scale z + shift") { x, _, _, e in
      standardised(x, e).z
    },
  ]

  private static let backwardMistakes: [Mistake<Normalization>] = [
    backwardMistake("mean and variance depend on x too: two terms are missing") { g, x, e in
      g / standardised(x, e).deviation
    },
    backwardMistake("the variance depends on x too: the term with z is missing") { g, x, e in
      (g - mean(g)) / standardised(x, e).deviation
    },
    backwardMistake("the mean depends on x too: mean(g) is missing") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - z * mean(g * z)) / deviation
    },
    backwardMistake("mean(g z) is multiplied by z before it is taken away") { g, x, e in
      let (z, deviation) = standardised(x, e)
      return (g - mean(g) - mean(g * z)) / deviation
    },
    backwardMistake("sums in place of means: divide both by the number of columns") { g, x, e in
      let (z, deviation) = standardised(x, e)
      let size = Float(x.shape[1])
      return (g - mean(g) * size - z * mean(g * z) * size) / deviation
    },
    backwardMistake("z is the normalised x: yours takes x as it is") { g, x, e in
      (g - mean(g) - x * mean(g * x)) / standardised(x, e).deviation
    },
    backwardMistake("not divided by the deviation of the row") { g, x, e in
      rightBackward(g, x, e) * standardised(x, e).deviation
    },
    backwardMistake("epsilon belongs under the root on the way back as well") { g, x, _ in
      rightBackward(g, x, 0)
    },
  ]

  private static func forwardMistake(
    _ likely: Text, _ forward: @escaping Normalization.Forward
  ) -> Mistake<Normalization> {
    Mistake(likely, Normalization(forward: forward, backward: rightBackward))
  }

  private static func backwardMistake(
    _ likely: Text, _ backward: @escaping Normalization.Backward
  ) -> Mistake<Normalization> {
    Mistake(likely, Normalization(forward: rightForward, backward: backward))
  }

  // MARK: - Questions

  @Sendable private static func forward(_ judge: Judge<Normalization>) {
    askForward(judge, [[1, 3]], [1, 1], [0, 10], 0)
    askForward(judge, [[1, 2, 6], [-4, 0, 1]], [2, 1, -1], [0.5, -3, 1], 0.25)
    askForward(judge, [[5, 5, 5, 5]], [1, 2, 3, 4], [7, 8, 9, 10], 0.01)
    let x = rows(3, 5, &judge.generator)
    let (scale, shift) = (judge.generator.floats(5), judge.generator.floats(5))
    askForward(judge, x, scale, shift, 0.5)
  }

  private static func askForward(
    _ judge: Judge<Normalization>, _ x: [[Float]], _ scale: [Float], _ shift: [Float],
    _ epsilon: Float
  ) {
    judge.ask(
      "layerNorm(\(x), scale: \(scale), shift: \(shift), epsilon: \(epsilon))",
      expect: rightForward(Tensor(x), Tensor(scale), Tensor(shift), epsilon)
    ) { $0.forward(Tensor(x), Tensor(scale), Tensor(shift), epsilon) }
  }

  @Sendable private static func backward(_ judge: Judge<Normalization>) {
    askBackward(judge, [[1, 0, -3]], [[1, 2, 6]], 0.25)
    askBackward(
      judge, [[2, -1, 0.5, 3], [1, 4, -2, 0]], [[3, 1, -1, 0], [0.5, 2, 2.5, -4]], 0.5)
    let (g, x) = (rows(3, 5, &judge.generator), rows(3, 5, &judge.generator))
    askBackward(judge, g, x, 0.3)
  }

  private static func askBackward(
    _ judge: Judge<Normalization>, _ g: [[Float]], _ x: [[Float]], _ epsilon: Float
  ) {
    judge.ask(
      "layerNormGradient(\(g), x: \(x), epsilon: \(epsilon))",
      expect: rightBackward(Tensor(g), Tensor(x), epsilon)
    ) { $0.backward(Tensor(g), Tensor(x), epsilon) }
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
