import ExerciseKit

/// Exercise 9.2 - Convolution in one dimension, first half.                ** 25 minutes
///
/// Lay the kernel over the first points of the signal, multiply what lies on one another, add up,
/// add the bias. Then move the kernel one point to the right, and so on to the end.
///
///     y[i] = bias + kernel[0] x[i] + kernel[1] x[i + 1] + ...
///
/// The kernel is not turned around (in mathematics that would be a correlation; in networks
/// everybody calls it a convolution). Nothing is added at the ends: n points and k weights give n -
/// k + 1 numbers, and none when the kernel is longer than the signal.
///
///     convolved([1, 2, 4, 7], kernel: [-1, 1], bias: 0)      // [1, 2, 3]: how much it rises
///
/// Write it yourself: the library's `Conv1D` and `convolution` earn nothing here.
///
/// - Parameters:
///   - signal: x, any number of points.
///   - kernel: the shared weights, at least one.
///   - bias: is added to every result.
/// - Returns: one number a place of the kernel.
public func convolved(_ signal: [Float], kernel: [Float], bias: Float) -> [Float] {
  todo()
}

/// Exercise 9.2 - Convolution in one dimension, second half.
///
/// A signal may have several channels: left and right ear, or the outputs of a layer below. Then a
/// kernel has a row of weights for every channel, and what the rows give is added up. And there are
/// several kernels, each with its own bias; each makes one channel of the output.
///
///     y[o][i] = biases[o] + sum over c, j of kernels[o][c][j] x[c][i + j]
///
///     convolvedChannels(
///       [[1, 2, 3], [10, 20, 30]],                           // 2 channels, 3 points
///       kernels: [[[1, 1], [0, 0]], [[0, 1], [1, 0]]],       // 2 kernels, 2 channels, 2 weights
///       biases: [0, 0.5])                                    // [[3, 5], [12.5, 23.5]]
///
/// - Parameters:
///   - channels: x, `[input channels][points]`, at least one channel, all equally long.
///   - kernels: `[output channels][input channels][weights]`, all equally long.
///   - biases: one a kernel.
/// - Returns: `[output channels][places]`.
public func convolvedChannels(
  _ channels: [[Float]], kernels: [[[Float]]], biases: [Float]
) -> [[Float]] {
  todo()
}
