import ExerciseKit
import MiniTensor

/// A padded copy first, then every weight over the whole picture at once.
public func convolved2D(
  _ image: Tensor, kernels: Tensor, biases: [Float], stride: Int, padding: Int
) -> Tensor {
  let high = image.shape[1] + 2 * padding
  let wide = image.shape[2] + 2 * padding
  var padded = Tensor.zeros(image.shape[0], high, wide)
  for c in 0..<image.shape[0] {
    for y in 0..<image.shape[1] {
      for x in 0..<image.shape[2] { padded[c, y + padding, x + padding] = image[c, y, x] }
    }
  }
  var convolution: [Float] = []
  var (rows, columns) = (0, 0)
  for (o, bias) in biases.enumerated() {
    rows = 0
    for top in Swift.stride(from: 0, through: high - kernels.shape[2], by: stride) {
      rows += 1
      columns = 0
      for left in Swift.stride(from: 0, through: wide - kernels.shape[3], by: stride) {
        columns += 1
        var sum = Double(bias)
        for c in 0..<image.shape[0] {
          for u in 0..<kernels.shape[2] {
            for v in 0..<kernels.shape[3] {
              sum += Double(kernels[o, c, u, v] * padded[c, top + u, left + v])
            }
          }
        }
        convolution.append(Float(sum))
      }
    }
  }
  return Tensor(convolution, shape: [biases.count, rows, columns])
}
