import MiniTensor

/// Exercise 9.5 - Back through a convolution.
///
/// The loops of the way there; every product sends its gradient to both of its factors.
public func convolutionGradients(
  image: Tensor, kernel: Tensor, gradient: Tensor, stride: Int, padding: Int
) -> (image: Tensor, kernel: Tensor, bias: Float) {
  var imageSlopes = Tensor.zeros(image.shape)
  var kernelSlopes = Tensor.zeros(kernel.shape)
  for i in 0..<gradient.shape[0] {
    for j in 0..<gradient.shape[1] {
      for u in 0..<kernel.shape[0] {
        for v in 0..<kernel.shape[1] {
          let (y, x) = (i * stride + u - padding, j * stride + v - padding)
          guard y >= 0, y < image.shape[0], x >= 0, x < image.shape[1] else { continue }
          imageSlopes[y, x] += gradient[i, j] * kernel[u, v]
          kernelSlopes[u, v] += gradient[i, j] * image[y, x]
        }
      }
    }
  }
  return (imageSlopes, kernelSlopes, gradient.sum())
}
