import MiniTensor

/// Exercise 9.3 - Convolution in two dimensions.
///
/// Three loops for the places, three for the window; what lies outside the picture is left out.
public func convolved2D(
  _ image: Tensor, kernels: Tensor, biases: [Float], stride: Int, padding: Int
) -> Tensor {
  let (channels, height, width) = (image.shape[0], image.shape[1], image.shape[2])
  let (kernelHeight, kernelWidth) = (kernels.shape[2], kernels.shape[3])
  let rows = (height + 2 * padding - kernelHeight) / stride + 1
  let columns = (width + 2 * padding - kernelWidth) / stride + 1
  var result = Tensor.zeros(biases.count, rows, columns)
  for output in 0..<biases.count {
    for i in 0..<rows {
      for j in 0..<columns {
        var sum = biases[output]
        for channel in 0..<channels {
          for u in 0..<kernelHeight {
            for v in 0..<kernelWidth {
              let (y, x) = (i * stride + u - padding, j * stride + v - padding)
              guard y >= 0, y < height, x >= 0, x < width else { continue }
              sum += kernels[output, channel, u, v] * image[channel, y, x]
            }
          }
        }
        result[output, i, j] = sum
      }
    }
  }
  return result
}
