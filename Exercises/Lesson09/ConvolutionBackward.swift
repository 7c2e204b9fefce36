import ExerciseKit
import MiniTensor

/// Exercise 9.5 - Back through a convolution.                              *** 35 minutes
///
/// One picture, one kernel, one map came out:
///
///     y[i, j] = bias + sum over u, v of
///                      kernel[u, v] x[i * stride + u - padding, j * stride + v - padding]
///
/// with x = 0 outside the picture. Somebody above tells how the loss changes with every number of
/// y: `gradient`, g[i, j]. Every product in that sum has two factors, and each factor gets the
/// other one times g. What is used at many places collects from all of them:
///
///     bias             adds up every g[i, j]
///     kernel[u, v]     adds up g[i, j] x[i * stride + u - padding, j * stride + v - padding]
///     x[p, q]          adds up g[i, j] kernel[u, v] from wherever the window touched it
///
///     convolutionGradients(
///       image: Tensor([[1, 2, 3]]), kernel: Tensor([[4, 5]]), gradient: Tensor([[10, 100]]),
///       stride: 1, padding: 0)
///     // image [[40, 450, 500]], kernel [[210, 320]], bias 110
///
/// Write it yourself: the library's `Conv2D`, `convolution`, `Variable`, `backward` and
/// `gradientCheck` earn nothing here.
///
/// - Parameters:
///   - image: x, `[height, width]`.
///   - kernel: `[kernel height, kernel width]`.
///   - gradient: g, `[output height, output width]`.
///   - stride: how far the window moved, in both directions.
///   - padding: the zeros that lay on each side of the picture. They are no part of it: they get
///     nothing.
/// - Returns: the slope of the loss by every pixel, by every weight, and by the bias.
public func convolutionGradients(
  image: Tensor, kernel: Tensor, gradient: Tensor, stride: Int, padding: Int
) -> (image: Tensor, kernel: Tensor, bias: Float) {
  todo()
}
