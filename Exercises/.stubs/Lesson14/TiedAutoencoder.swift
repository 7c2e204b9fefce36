import ExerciseKit
import MiniTensor

/// Exercise 14.2 - The tied autoencoder, first half.                  *** 35 minutes
///
/// `Tensor` in ten minutes: docs/en/tensors.md.
///
/// An autoencoder whose decoder has the encoder's weights, transposed: half as many numbers to
/// learn.
///
///     code = tanh(x W + b)        x^ = code W' + c
///
/// Write both halves yourself: the library's `Variable` earns nothing here.
///
/// - Parameters:
///   - input: x, [batch, columns].
///   - weights: W, [columns, codeSize].
///   - codeBias: b, [codeSize].
///   - outputBias: c, [columns].
/// - Returns: the code, [batch, codeSize], and x^, [batch, columns].
public func tiedForward(
  _ input: Tensor, weights: Tensor, codeBias: Tensor, outputBias: Tensor
) -> (code: Tensor, rebuilt: Tensor) {
  todo()
}

/// Exercise 14.2 - The tied autoencoder, second half.
///
/// The slope of the loss with respect to W. The weights work twice, in the encoder and in the
/// decoder; so the slope has two parts, and they add up.
///
///     L = sum over the batch and the columns of (x^ - x)^2 / (2 n),  n = the rows of the batch
///     blame of x^     = (x^ - x) / n
///     blame of x W + b = (blame of x^, sent back through the decoder) * (1 - code^2)
///
/// Which two products of these give a [columns, codeSize] each? Lesson 05 has the rule for a dense
/// layer: the slope of its weights is its input, transposed, times the blame of its sums.
///
/// - Parameters:
///   - input: x, [batch, columns].
///   - weights: W, [columns, codeSize].
///   - code: from the forward pass, [batch, codeSize].
///   - rebuilt: x^, from the forward pass, [batch, columns].
/// - Returns: dL/dW, [columns, codeSize].
public func tiedGradient(
  _ input: Tensor, weights: Tensor, code: Tensor, rebuilt: Tensor
) -> Tensor {
  todo()
}
