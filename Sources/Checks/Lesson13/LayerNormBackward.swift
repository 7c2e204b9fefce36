import ExerciseKit
import MiniTensor

/// The last part of exercise 13.5: all three gradients of the layer norm.
extension Checks13 {
  typealias NormGradients = (x: Tensor, scale: Tensor, shift: Tensor)

  static let backward = Function("layerNormBackward(_:x:scale:epsilon:)") {
    (g: Tensor, x: Tensor, scale: Tensor, epsilon: Float) -> NormGradients in
    gradients(g, x, scale, epsilon)
  }

  private static func gradients(
    _ g: Tensor, _ x: Tensor, _ scale: Tensor, _ epsilon: Float
  ) -> NormGradients {
    (
      back(g * scale, x, epsilon), (g * standardised(x, epsilon).z).sum(axis: 0), g.sum(axis: 0)
    )
  }

  static func askBackward(_ judge: Judge) {
    judge.ask(backward, Tensor([[1, 0, -3]]), Tensor([[1, 2, 6]]), Tensor([2, -1, 0.5]), 0.25)
    judge.ask(
      backward, Tensor([[2, -1, 0.5, 3], [1, 4, -2, 0]]),
      Tensor([[3, 1, -1, 0], [0.5, 2, 2.5, -4]]), Tensor([3, 0.5, -2, 4]), 0.5)
    for (rows, size) in [(5, 3), shape(judge)] {
      judge.ask(
        backward, 2 * judge.generator.matrix(rows, size), 2 * judge.generator.matrix(rows, size),
        Tensor(judge.generator.floats(size, in: -3...3)), 0.3)
    }
    judge.ask(
      backward, Tensor([[1, -2, 5], [0.5, 1, 2]]), Tensor([[4, 4, 4], [-1, -1, -1]]),
      Tensor([3, 2, 5]), 0.25)
  }

  static let backwardMistakes: [Mistake] = [
    backward.mistake("the gradient has to pass through the scale before it reaches z and x") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (back(g, x, e), right.scale, right.shift)
    },
    backward.mistake("the scale comes after z on the way there, so it comes first on the way back")
    {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (back(g, x, e) * scale, right.scale, right.shift)
    },
    backward.mistake("the scale multiplies z, not x: its gradient is made of g and z") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (right.x, (g * x).sum(axis: 0), right.shift)
    },
    backward.mistake("y = scale z + shift: the slope of y by the scale is z, without the scale") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (right.x, right.scale * scale, right.shift)
    },
    backward.mistake("the shift is added to y as it is: the scale has no part in its gradient") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (right.x, right.scale, right.shift * scale)
    },
    backward.mistake("scale and shift are used in every row: their gradients add up over the rows")
    {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (right.x, g * standardised(x, e).z, g)
    },
    backward.mistake("sums over the rows, not means: nothing in the loss divides by their number") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      let rows = Float(g.shape[0])
      return (right.x, right.scale / rows, right.shift / rows)
    },
    backward.mistake("a column has one scale: add up down the column, not along the row") {
      g, x, scale, e in
      (back(g * scale, x, e), (g * standardised(x, e).z).sum(axis: 1), g.sum(axis: 1))
    },
    backward.mistake("mean and variance of a row depend on x: two of the three ways are missing") {
      g, x, scale, e in
      let right = gradients(g, x, scale, e)
      return (g * scale / standardised(x, e).deviation, right.scale, right.shift)
    },
    backward.mistake("the third way is missing: x moves the variance of its row, too") {
      g, x, scale, e in
      let (right, deviation) = (gradients(g, x, scale, e), standardised(x, e).deviation)
      return ((g * scale - mean(g * scale)) / deviation, right.scale, right.shift)
    },
    backward.mistake("the scale differs from column to column: it belongs inside both means") {
      g, x, scale, e in
      let (right, (z, deviation)) = (gradients(g, x, scale, e), standardised(x, e))
      return ((g * scale - mean(g) - z * mean(g * z)) / deviation, right.scale, right.shift)
    },
  ]
}
