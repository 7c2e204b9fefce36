import ExerciseKit
import MiniTensor

/// Exercise 13.5 - Layer normalisation, first part.                   *** 40 minutes
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
/// mean of x^2 has no digits left for it. A tensor's root is `squareRoot()`. Write all parts
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

/// Exercise 13.5 - Layer normalisation, second part.
///
/// The way back, for scale 1 and shift 0: from dL/dz to dL/dx. A number of x reaches the row's z in
/// three ways: its own z directly, and every z of its row through the mean and through the
/// variance. Find the slope along each way, and add up what they bring. What remains is short.
///
///     layerNormGradient(Tensor([[1, 0, 0]]), x: Tensor([[0, 1, 5]]), epsilon: 0)
///     // [[0.1763, -0.2204, 0.0441]]: it adds up to 0, and so do its products with z
///
/// - Parameters:
///   - gradient: dL/dz, `[rows, size]`.
///   - x: the input of the forward pass, `[rows, size]`.
///   - epsilon: as in the forward pass.
/// - Returns: dL/dx, `[rows, size]`.
public func layerNormGradient(_ gradient: Tensor, x: Tensor, epsilon: Float) -> Tensor {
  todo()
}

/// Exercise 13.5 - Layer normalisation, third part.
///
/// The whole way back: from dL/dy to the gradients of all that can learn. All rows share one scale
/// and one shift, and each column has its own.
///
///     layerNormBackward(
///       Tensor([[1, 0, 0]]), x: Tensor([[0, 1, 5]]), scale: Tensor([2, 1, 1]), epsilon: 0)
///     // x [[0.3527, -0.4409, 0.0882]], scale [-0.9258, 0, 0], shift [1, 0, 0]
///
/// - Parameters:
///   - gradient: dL/dy, `[rows, size]`.
///   - x: the input of the forward pass, `[rows, size]`.
///   - scale: as in the forward pass, `[size]`.
///   - epsilon: as in the forward pass.
/// - Returns: dL/dx, `[rows, size]`; dL/dscale and dL/dshift, `[size]` each.
public func layerNormBackward(
  _ gradient: Tensor, x: Tensor, scale: Tensor, epsilon: Float
) -> (x: Tensor, scale: Tensor, shift: Tensor) {
  todo()
}
