import ExerciseKit
import MiniTensor

/// Exercise 9.3 - Convolution in two dimensions.                           *** 35 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// The window of exercise 9.2 is now a rectangle that slides over a picture, right and down,
/// `stride` pixels at a time. Around the picture lie `padding` rows and columns of zeros. A picture
/// may have several channels, and there may be several kernels; each makes one channel of the
/// output.
///
///     y[o, i, j] = biases[o] + sum over c, u, v of
///                  kernels[o, c, u, v] x[c, i * stride + u - padding, j * stride + v - padding]
///
/// where x is 0 outside the picture. The output has
///
///     floor((size + 2 padding - kernel size) / stride) + 1
///
/// rows, and columns likewise. In every question the kernel fits at least once.
///
///     // one channel of 2 x 3 pixels, one kernel of 1 x 2
///     let image = Tensor([1, 2, 3, 4, 5, 6], shape: [1, 2, 3])
///     let kernels = Tensor([1, 10], shape: [1, 1, 1, 2])
///     convolved2D(image, kernels: kernels, biases: [0], stride: 1, padding: 0)
///     // [[[21, 32], [54, 65]]], shape [1, 2, 2]
///
/// Write it yourself: the library's `Conv2D` and `convolution` earn nothing here.
///
/// - Parameters:
///   - image: x, `[input channels, height, width]`.
///   - kernels: `[output channels, input channels, kernel height, kernel width]`.
///   - biases: one a kernel.
///   - stride: how far the window moves, in both directions, at least 1.
///   - padding: the zeros on each of the four sides, at least 0.
/// - Returns: `[output channels, output height, output width]`.
public func convolved2D(
  _ image: Tensor, kernels: Tensor, biases: [Float], stride: Int, padding: Int
) -> Tensor {
  todo()
}
