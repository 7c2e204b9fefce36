import MiniTensor

/// Exercise 10.3 - A residual block, first half.
public func residualBlock(
  _ x: Tensor, first: Tensor, firstBias: Tensor, second: Tensor, secondBias: Tensor,
  shortcut: Tensor?
) -> Tensor {
  let past = shortcut.map { x.matmul($0) } ?? x
  let hidden = (x.matmul(first) + firstBias).relu()
  return past + hidden.matmul(second) + secondBias
}

/// Exercise 10.3 - A residual block, second half: the way back.
public func residualBlockGradient(
  _ gradient: Tensor, x: Tensor, first: Tensor, firstBias: Tensor, second: Tensor,
  shortcut: Tensor?
) -> Tensor {
  let past = shortcut.map { gradient.matmul($0.transposed()) } ?? gradient
  let isOpen = (x.matmul(first) + firstBias).greater(than: 0)
  let hidden = gradient.matmul(second.transposed()) * isOpen
  return past + hidden.matmul(first.transposed())
}
