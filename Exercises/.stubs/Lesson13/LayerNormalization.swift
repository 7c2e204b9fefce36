import ExerciseKit
import MiniTensor

/// Exercise 13.5 - Layer normalisation, first half.                   *** 30 minutes
///
/// Bring the numbers of each row to mean 0 and variance 1, then stretch and shift each column. The
/// variance is the mean squared distance from the mean (divide by the number of columns).
///
///     z = (x - mean) / sqrt(variance + epsilon)          y = scale z + shift
///
///     layerNorm(Tensor([[1, 3]]), scale: Tensor([1, 1]), shift: Tensor([0, 10]), epsilon: 0)
///     // [[-1, 11]]
///
/// A row such as 10001, 10002, 10003 has a variance too: average the squares of x - mean, for the
/// mean of x^2 has no digits left for it. A tensor's root is `squareRoot()`. Write both halves
/// yourself: the library's `LayerNorm`, `Variable` and `backward` earn nothing here.
///
/// - Parameters:
///   - x: one place a row, `[rows, size]`; each row is treated alone.
///   - scale: `[size]`.
///   - shift: `[size]`.
///   - epsilon: keeps the division safe when a row is constant.
/// - Returns: `[rows, size]`.
public func layerNorm(_ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float) -> Tensor {
  todo()
}

/// Exercise 13.5 - Layer normalisation, second half.
///
/// The way back, for scale 1 and shift 0: from dL/dz to dL/dx. A number of x moves the mean and the
/// variance of its row, and through them every number of the row. What remains is short:
///
///     dx = (g - mean(g) - z mean(g z)) / sqrt(variance + epsilon)
///
/// where g = dL/dz, and both means are over the row.
///
/// - Parameters:
///   - gradient: dL/dz, `[rows, size]`.
///   - x: the input of the forward pass, `[rows, size]`.
///   - epsilon: as in the forward pass.
/// - Returns: dL/dx, `[rows, size]`.
public func layerNormGradient(_ gradient: Tensor, x: Tensor, epsilon: Float) -> Tensor {
  todo()
}
