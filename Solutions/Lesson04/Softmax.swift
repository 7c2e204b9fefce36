import MiniTensor

/// Exercise 4.3 - Softmax that never overflows.
public func softmax(_ logits: Tensor) -> Tensor {
  // The largest exponential of each row is then e^0 = 1.
  let exponentials = (logits - logits.max(axis: 1, keepingDimension: true)).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimension: true)
}
