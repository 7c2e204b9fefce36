import MiniTensor

/// What was believed minus what is true, a share for each row.
public func lossBackward(logits: Tensor, labels: [Int]) -> Tensor {
  let truth = Tensor.oneHot(labels, classes: logits.shape[1])
  return (logits.softmax(axis: 1) - truth) / Float(labels.count)
}
