import MiniTensor

/// Forward, backward, and one step downhill.
public func trainingStep(
  input: Tensor, labels: [Int], hiddenWeights: Tensor, hiddenBias: Tensor,
  outputWeights: Tensor, outputBias: Tensor, learningRate: Float
) -> (hiddenWeights: Tensor, hiddenBias: Tensor, outputWeights: Tensor, outputBias: Tensor) {
  let hidden = (input.matmul(hiddenWeights) + hiddenBias).tanh()
  let logits = hidden.matmul(outputWeights) + outputBias

  let truth = Tensor.oneHot(labels, classes: logits.shape[1])
  let outputBlame = (logits.softmax(axis: 1) - truth) / Float(labels.count)
  let hiddenBlame =
    outputBlame.matmul(outputWeights, transposingOther: true) * (1 - hidden.squared())

  return (
    hiddenWeights: hiddenWeights
      - learningRate * input.matmul(hiddenBlame, transposingSelf: true),
    hiddenBias: hiddenBias - learningRate * hiddenBlame.sum(axis: 0),
    outputWeights: outputWeights
      - learningRate * hidden.matmul(outputBlame, transposingSelf: true),
    outputBias: outputBias - learningRate * outputBlame.sum(axis: 0)
  )
}
