import MiniTensor

/// Exercise 10.4 - Shift and flip, first half.
///
/// Every new pixel asks where it came from.
public func shifted(_ image: Tensor, down: Int, right: Int, empty: Float) -> Tensor {
  let (height, width) = (image.shape[0], image.shape[1])
  var result = Tensor.full(image.shape, empty)
  for y in 0..<height {
    for x in 0..<width {
      let (fromY, fromX) = (y - down, x - right)
      guard fromY >= 0, fromY < height, fromX >= 0, fromX < width else { continue }
      result[y, x] = image[fromY, fromX]
    }
  }
  return result
}

/// Exercise 10.4 - Shift and flip, second half.
public func flipped(_ image: Tensor) -> Tensor {
  let (height, width) = (image.shape[0], image.shape[1])
  var result = image
  for y in 0..<height {
    for x in 0..<width { result[y, x] = image[y, width - 1 - x] }
  }
  return result
}
