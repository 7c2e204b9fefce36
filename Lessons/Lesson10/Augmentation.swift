import MiniTensor

/// More pictures out of the same pictures: a digit moved by a pixel is the same digit.
///
/// Every image moves by its own random step of at most `distance` pixels in each direction; what
/// leaves the picture is lost, and what comes in is `empty`.
///
/// **Shape** `images [batch, 1, height, width]` -> the same.
func shifted(
  _ images: Tensor, distance: Int = 1, empty: Float, using generator: inout RandomGenerator
) -> Tensor {
  let (count, height, width) = (images.shape[0], images.shape[2], images.shape[3])
  let source = images.scalars
  var target = [Float](repeating: empty, count: source.count)
  for image in 0..<count {
    let down = generator.integer(below: 2 * distance + 1) - distance
    let right = generator.integer(below: 2 * distance + 1) - distance
    let start = image * height * width
    for y in max(0, down)..<min(height, height + down) {
      for x in max(0, right)..<min(width, width + right) {
        target[start + y * width + x] = source[start + (y - down) * width + x - right]
      }
    }
  }
  return Tensor(target, shape: images.shape)
}

/// Pictures of 28 x 28 points made into pictures of 16 x 16, each new point the mean of the area
/// that it covers.
///
/// **Shape** `[count, 784]` -> `[count, 1, 16, 16]`.
func averagedTo16(_ images: Tensor) -> Tensor {
  let weights = overlap(from: 28, to: 16)  // [16, 28]
  let rows = images.reshaped(images.shape[0], 28, 28).matmul(weights.transposed())  // [n, 28, 16]
  let turned = rows.transposed(axes: [0, 2, 1])  // [n, 16, 28]
  return turned.matmul(weights.transposed())  // [n, 16 across, 16 down]
    .transposed(axes: [0, 2, 1]).reshaped(images.shape[0], 1, 16, 16)
}

/// How much of each old point lies under each new one.
///
/// **Shape** `[new, old]`, rows add up to 1.
private func overlap(from old: Int, to new: Int) -> Tensor {
  let step = Float(old) / Float(new)
  let rows = (0..<new).map { i -> [Float] in
    let (start, end) = (Float(i) * step, Float(i + 1) * step)
    return (0..<old).map { j in max(0, min(end, Float(j + 1)) - max(start, Float(j))) / step }
  }
  return Tensor(rows)
}
