import MiniTensor

/// A convolution, as plainly as it is meant: one small window of weights slides over a picture.
///
///     y[o, i, j] = bias[o] + sum over c, u, v of
///                  kernel[o, c, u, v] x[c, i stride + u - padding, j stride + v - padding]
///
/// x is 0 outside the picture. The library computes the same a hundred times faster, from a large
/// matrix product; the lesson compares the two.
///
/// Source: Y. LeCun and others, Backpropagation applied to handwritten zip code recognition, Neural
/// Computation 1 (1989), 541-551.
struct Convolution {
  var kernels: Tensor  // [output channels, input channels, kernel height, kernel width]
  var biases: [Float]  // one an output channel
  var stride = 1
  var padding = 0

  /// How many places a window has on a line: floor((n + 2 padding - k) / stride) + 1.
  static func places(on size: Int, kernelSize: Int, stride: Int, padding: Int) -> Int {
    let lastStart = size + 2 * padding - kernelSize
    return lastStart < 0 ? 0 : lastStart / stride + 1
  }

  /// **Shape** [input channels, height, width] -> [output channels, rows, columns].
  func callAsFunction(_ image: Tensor) -> Tensor {
    let output = outputShape(for: image)
    let (pixels, weights) = (image.scalars, kernels.scalars)
    var result = biases.flatMap { [Float](repeating: $0, count: output[1] * output[2]) }
    forEachProduct(over: image.shape) { place, weight, pixel in
      result[place] += weights[weight] * pixels[pixel]
    }
    return Tensor(result, shape: output)
  }

  /// The way back: each product hands the gradient to both of its factors, and what was used at
  /// many places adds up what it gets.
  ///
  /// **Shape** gradient as the output; the results as the image, the kernels and the biases.
  func gradients(
    _ image: Tensor, _ gradient: Tensor
  ) -> (image: Tensor, kernels: Tensor, biases: Tensor) {
    let (pixels, weights, slopes) = (image.scalars, kernels.scalars, gradient.scalars)
    var pixelSlopes = [Float](repeating: 0, count: pixels.count)
    var weightSlopes = [Float](repeating: 0, count: weights.count)
    forEachProduct(over: image.shape) { place, weight, pixel in
      pixelSlopes[pixel] += slopes[place] * weights[weight]
      weightSlopes[weight] += slopes[place] * pixels[pixel]
    }
    return (
      Tensor(pixelSlopes, shape: image.shape), Tensor(weightSlopes, shape: kernels.shape),
      gradient.reshaped(biases.count, -1).sum(axis: 1)
    )
  }

  func outputShape(for image: Tensor) -> [Int] {
    let (shape, window) = (image.shape, kernels.shape)
    return [
      window[0],
      Self.places(on: shape[1], kernelSize: window[2], stride: stride, padding: padding),
      Self.places(on: shape[2], kernelSize: window[3], stride: stride, padding: padding),
    ]
  }

  /// Visits every product: the number of its place, of its weight and of its pixel.
  private func forEachProduct(
    over shape: Shape, _ visit: (_ place: Int, _ weight: Int, _ pixel: Int) -> Void
  ) {
    let (channels, height, width) = (shape[0], shape[1], shape[2])
    let (kernelHeight, kernelWidth) = (kernels.shape[2], kernels.shape[3])
    let rows = Self.places(
      on: height, kernelSize: kernelHeight, stride: stride, padding: padding)
    let columns = Self.places(
      on: width, kernelSize: kernelWidth, stride: stride, padding: padding)
    for o in 0..<kernels.shape[0] {
      for i in 0..<rows {
        for j in 0..<columns {
          let place = (o * rows + i) * columns + j
          for c in 0..<channels {
            for u in 0..<kernelHeight {
              for v in 0..<kernelWidth {
                let (y, x) = (i * stride + u - padding, j * stride + v - padding)
                guard y >= 0, y < height, x >= 0, x < width else { continue }
                let weight = ((o * channels + c) * kernelHeight + u) * kernelWidth + v
                visit(place, weight, (c * height + y) * width + x)
              }
            }
          }
        }
      }
    }
  }
}

extension Convolution {
  /// One kernel for pictures of one channel, from its rows.
  init(rows: [[Float]], bias: Float = 0, stride: Int = 1, padding: Int = 0) {
    self.init(
      kernels: Tensor(rows).reshaped(1, 1, rows.count, -1), biases: [bias], stride: stride,
      padding: padding)
  }

  /// A signal is a picture of one row.
  func callAsFunction(_ signal: [Float]) -> [Float] {
    self(Tensor(signal).reshaped(1, 1, -1)).scalars
  }
}
