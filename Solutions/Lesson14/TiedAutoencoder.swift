import ExerciseKit
import MiniTensor

/// Encodes with W, decodes with W transposed.
public func tiedForward(
  _ input: Tensor, weights: Tensor, codeBias: Tensor, outputBias: Tensor
) -> (code: Tensor, rebuilt: Tensor) {
  let code = (matmul(input, weights) + codeBias).tanh()
  return (code, matmul(code, weights, transposingRight: true) + outputBias)
}

/// The slope of weights that work twice: the sum of both parts.
public func tiedGradient(
  _ input: Tensor, weights: Tensor, code: Tensor, rebuilt: Tensor
) -> Tensor {
  let outputBlame = (rebuilt - input) / Float(input.shape[0])  // [batch, columns]
  let codeBlame = matmul(outputBlame, weights) * (1 - code * code)  // [batch, codeSize]
  let encoderPart = matmul(input, codeBlame, transposingLeft: true)
  let decoderPart = matmul(outputBlame, code, transposingLeft: true)
  return encoderPart + decoderPart
}
