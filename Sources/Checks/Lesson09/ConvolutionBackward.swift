import ExerciseKit
import MiniTensor

extension Checks09 {
  /// What convolutionGradients returns.
  private typealias ConvolutionSlopes = (image: Tensor, kernel: Tensor, bias: Float)
  /// Exercise 9.5.
  static let convolutionBackward = Check(
    "9.5", "Back through a convolution", difficulty: 3, minutes: 35,
    file: "ConvolutionBackward.swift", chapter: "09-convolutional-networks.md",
    section: "The way back",
    replaces: ["Conv2D", "convolution", "Variable", "backward", "gradientCheck"],
    hints: [
      """
      Write the loops of the way there: over the places i, j and the weights u, v. In them stands \
      one product, kernel[u, v] times a pixel.
      """,
      """
      Each product sends g[i, j] times its other factor to either factor. Begin with zeros of both \
      shapes, and add.
      """,
      """
      The same pixel as on the way there: row i * stride + u - padding, column j * stride + v - \
      padding; outside the picture nothing is added to anything. No turning around is needed.
      """,
    ],
    parts: [
      Part("the bias", points: 1) { judge in ask(judge, "bias") { $0.bias } },
      Part("the kernel", points: 2) { judge in ask(judge, "kernel") { $0.kernel } },
      Part("the picture", points: 2) { judge in ask(judge, "image") { $0.image } },
    ],
    mistakes: [
      convolutionGradients.mistake(
        "the bias was added at every place: add all slopes up, do not take their mean"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.bias /= Float(gradient.count)
        return slopes
      },
      convolutionGradients.mistake(
        "the slopes of the bias have nothing to do with the picture: add up g alone"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.bias = slopes.kernel.sum()
        return slopes
      },
      convolutionGradients.mistake(
        "the slopes of the kernel were divided by the number of places: they are a sum"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.kernel /= Float(gradient.count)
        return slopes
      },
      convolutionGradients.mistake(
        "the slopes of the kernel are turned around: weight 0, 0 met the upper left pixel"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.kernel = Tensor(slopes.kernel.scalars.reversed(), shape: kernel.shape)
        return slopes
      },
      convolutionGradients.mistake(
        "a weight worked at every place: add its slopes up, yours keeps the last one"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        var weights = [Float](repeating: 0, count: kernel.count)
        visit(image, kernel, gradient, stride, padding) { place, weight, pixel in
          weights[weight] = gradient.scalars[place] * image.scalars[pixel]
        }
        slopes.kernel = Tensor(weights, shape: kernel.shape)
        return slopes
      },
      convolutionGradients.mistake(
        "the kernel is turned around here: g[i, j] kernel[u, v] goes where kernel[u, v] read"
      ) {
        image, kernel, gradient, stride, padding in
        let turned = Tensor(kernel.scalars.reversed(), shape: kernel.shape)
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.image = right(image, turned, gradient, stride, padding).image
        return slopes
      },
      convolutionGradients.mistake(
        "several windows touch a pixel: add what they send, yours keeps the last one"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        var pixels = [Float](repeating: 0, count: image.count)
        visit(image, kernel, gradient, stride, padding) { place, weight, pixel in
          pixels[pixel] = gradient.scalars[place] * kernel.scalars[weight]
        }
        slopes.image = Tensor(pixels, shape: image.shape)
        return slopes
      },
      convolutionGradients.mistake(
        "the stride is missing on the way back: window i, j began at i * stride"
      ) {
        image, kernel, gradient, _, padding in
        right(image, kernel, gradient, 1, padding)
      },
      convolutionGradients.mistake(
        "the padding is missing on the way back: window 0, 0 began outside the picture"
      ) {
        image, kernel, gradient, stride, _ in
        right(image, kernel, gradient, stride, 0)
      },
      convolutionGradients.mistake(
        "the pixel has no place in its own slope: that is g times the weight alone"
      ) {
        image, kernel, gradient, stride, padding in
        var slopes = right(image, kernel, gradient, stride, padding)
        slopes.image *= image
        return slopes
      },
    ])

  private static let convolutionGradients = Function(
    "convolutionGradients(image:kernel:gradient:stride:padding:)",
    reading: { value -> ConvolutionSlopes in
      try value.tuple(of: Tensor.self, Tensor.self, Float.self)
    }, right)

  /// Asks for one of the three slopes.
  private static func ask<Slope>(
    _ judge: Judge, _ name: String, _ part: @escaping @Sendable (ConvolutionSlopes) -> Slope
  ) {
    let sizes = judge.generator.sizes(2, in: 3...6)
    for (imageShape, kernelShape, stride, padding) in [
      ([1, 3], [1, 2], 1, 0), ([2, 3], [2, 2], 1, 0), ([3, 4], [2, 3], 1, 1),
      ([4, 5], [2, 2], 2, 0), ([5, 4], [3, 2], 2, 1), ([1, 1], [1, 1], 1, 0),
      (sizes, [judge.generator.count(1...3), 2], judge.generator.count(1...3), 1),
    ] {
      let image = judge.generator.tensor(imageShape)
      let kernel = judge.generator.tensor(kernelShape)
      let rows = (imageShape[0] + 2 * padding - kernelShape[0]) / stride + 1
      let columns = (imageShape[1] + 2 * padding - kernelShape[1]) / stride + 1
      let gradient = judge.generator.tensor([rows, columns])
      judge.ask(
        name, of: convolutionGradients, image, kernel, gradient, stride, padding, taking: part)
    }
  }

  @Sendable private static func right(
    _ image: Tensor, _ kernel: Tensor, _ gradient: Tensor, _ stride: Int, _ padding: Int
  ) -> ConvolutionSlopes {
    var pixels = [Float](repeating: 0, count: image.count)
    var weights = [Float](repeating: 0, count: kernel.count)
    visit(image, kernel, gradient, stride, padding) { place, weight, pixel in
      pixels[pixel] += gradient.scalars[place] * kernel.scalars[weight]
      weights[weight] += gradient.scalars[place] * image.scalars[pixel]
    }
    return (
      Tensor(pixels, shape: image.shape), Tensor(weights, shape: kernel.shape), gradient.sum()
    )
  }

  /// Visits every product of the way there.
  private static func visit(
    _ image: Tensor, _ kernel: Tensor, _ gradient: Tensor, _ stride: Int, _ padding: Int,
    _ product: (_ place: Int, _ weight: Int, _ pixel: Int) -> Void
  ) {
    let (height, width) = (image.shape[0], image.shape[1])
    let columns = gradient.shape[1]
    for place in 0..<gradient.count {
      for weight in 0..<kernel.count {
        let y = place / columns * stride + weight / kernel.shape[1] - padding
        let x = place % columns * stride + weight % kernel.shape[1] - padding
        guard y >= 0, y < height, x >= 0, x < width else { continue }
        product(place, weight, y * width + x)
      }
    }
  }
}
