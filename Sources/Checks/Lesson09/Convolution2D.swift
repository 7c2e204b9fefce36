import ExerciseKit
import MiniTensor

extension Checks09 {
  /// Exercise 9.3.
  static let convolution2D = Check(
    "9.3", "Convolution in two dimensions", difficulty: 3, minutes: 35,
    file: "Convolution2D.swift", chapter: "09-convolutional-networks.md",
    section: "From lines to pictures", replaces: ["Conv2D", "convolution"],
    hints: [
      """
      Begin with the output: a tensor of zeros of the right shape, and three loops over its numbers. \
      Inside, one sum that begins with the bias.
      """,
      """
      The sum needs three loops more: over the channels and over the rows and columns of the \
      kernel. The pixel it meets is row i * stride + u - padding, column j * stride + v - padding.
      """,
      """
      Zeros need not be stored. When that row or column lies outside the picture, the product is 0: \
      go on with the next weight.
      """,
    ],
    parts: [
      Part("one channel", points: 2, oneChannelImages),
      Part("with padding", points: 1, paddedImages),
      Part("with a stride", points: 1, stridedImages),
      Part("several channels and kernels", points: 1, manyChannelImages),
    ],
    mistakes: [
      convolved2D.mistake(
        "the kernel is turned around: weight 0, 0 meets the upper left pixel of the window"
      ) {
        image, kernels, biases, stride, padding in
        Convolution(image, kernels, biases, stride, padding).result { weight, shape in
          (shape[0] - 1 - weight.0, shape[1] - 1 - weight.1)
        }
      },
      convolved2D.mistake("the biases are missing") { image, kernels, biases, stride, padding in
        Convolution(image, kernels, biases.map { _ in 0 }, stride, padding).result()
      },
      convolved2D.mistake("add the products up: yours takes their mean") {
        image, kernels, biases, stride, padding in
        let mean = kernels / Float(kernels.shape[2] * kernels.shape[3])
        return Convolution(image, mean, biases, stride, padding).result()
      },
      convolved2D.mistake(
        "the padding makes the output larger, too: yours computes its size without it"
      ) {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.sizePadding = 0
        return wrong.result()
      },
      convolved2D.mistake(
        "the zeros lie on all four sides: yours adds them on the right and below only"
      ) {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, 0)
        wrong.sizePadding = padding
        return wrong.result()
      },
      convolved2D.mistake("around the picture lie zeros: yours repeats the pixels at its edge") {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.repeatsEdges = true
        return wrong.result()
      },
      convolved2D.mistake(
        "the window moves stride pixels at a time: yours computes the size but moves by 1"
      ) {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.step = 1
        return wrong.result()
      },
      convolved2D.mistake("the stride is missing: yours visits every place") {
        image, kernels, biases, _, padding in
        Convolution(image, kernels, biases, 1, padding).result()
      },
      convolved2D.mistake("rows and columns are exchanged: u and i run down, v and j to the right")
      {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.turnsWeights = true
        return wrong.result()
      },
      convolved2D.mistake("the bias is added once a place, not once a weight") {
        image, kernels, biases, stride, padding in
        let tooMuch = biases.map { $0 * Float(kernels.shape[2] * kernels.shape[3]) }
        return Convolution(image, kernels, tooMuch, stride, padding).result()
      },
      convolved2D.mistake("every kernel has weights of its own: yours uses the first for all") {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.repeatsKernel = true
        return wrong.result()
      },
      convolved2D.mistake("yours adds only the first channel: each has weights of its own") {
        image, kernels, biases, stride, padding in
        var wrong = Convolution(image, kernels, biases, stride, padding)
        wrong.channels = 1
        return wrong.result()
      },
      convolved2D.mistake("the bias belongs to the kernel: add it once, not once a channel") {
        image, kernels, biases, stride, padding in
        let tooMuch = biases.map { $0 * Float(image.shape[0]) }
        return Convolution(image, kernels, tooMuch, stride, padding).result()
      },
    ])

  private static let convolved2D = Function("convolved2D(_:kernels:biases:stride:padding:)") {
    (image: Tensor, kernels: Tensor, biases: [Float], stride: Int, padding: Int) -> Tensor in
    Convolution(image, kernels, biases, stride, padding).result()
  }

  @Sendable private static func oneChannelImages(_ judge: Judge) {
    askImage(judge, [1, 2, 3], [1, 1, 1, 2], [0], 1, 0)
    askImage(judge, [1, 3, 4], [1, 1, 2, 2], [0.5], 1, 0)
    askImage(judge, [1, 4, 3], [1, 1, 3, 1], [-2], 1, 0)
    askImage(judge, [1, 1, 1], [1, 1, 1, 1], [3], 1, 0)
  }

  @Sendable private static func paddedImages(_ judge: Judge) {
    askImage(judge, [1, 2, 2], [1, 1, 2, 2], [0], 1, 1)
    askImage(judge, [1, 3, 2], [1, 1, 3, 3], [1], 1, 1)
    askImage(judge, [1, 2, 3], [1, 1, 1, 3], [-0.5], 1, 2)
  }

  @Sendable private static func stridedImages(_ judge: Judge) {
    askImage(judge, [1, 4, 5], [1, 1, 2, 2], [0.5], 2, 0)
    askImage(judge, [1, 5, 3], [1, 1, 2, 3], [1], 3, 1)
    askImage(judge, [1, 4, 4], [1, 1, 3, 3], [0], 2, 1)
  }

  @Sendable private static func manyChannelImages(_ judge: Judge) {
    askImage(judge, [2, 3, 2], [1, 2, 2, 2], [0.5], 1, 0)
    askImage(judge, [2, 3, 4], [3, 2, 2, 3], [1, -1, 2], 1, 1)
    askImage(judge, [3, 5, 4], [2, 3, 3, 2], [0.5, 0.25], 2, 1)
    let sizes = judge.generator.sizes(3, in: 1...4)
    let biases = judge.generator.floats(sizes[1])
    askImage(judge, [sizes[0], 6, 5], [sizes[1], sizes[0], sizes[2], 3], biases, 2, 1)
  }

  /// Asks about a picture and kernels of these shapes, with random numbers of one decimal.
  private static func askImage(
    _ judge: Judge, _ imageShape: [Int], _ kernelShape: [Int], _ biases: [Float],
    _ stride: Int, _ padding: Int
  ) {
    let image = judge.generator.tensor(imageShape)
    let kernels = judge.generator.tensor(kernelShape)
    judge.ask(convolved2D, image, kernels, biases, stride, padding)
  }
}

/// A convolution with all that can go wrong in it as a setting.
private struct Convolution {
  let image: [Float]
  let kernels: [Float]
  let biases: [Float]
  let imageShape: [Int]
  let kernelShape: [Int]
  let stride: Int
  let padding: Int
  /// What the size of the output is computed with.
  var sizePadding: Int
  /// How far the window moves.
  var step: Int
  var channels: Int
  var repeatsEdges = false
  /// Whether the place of a weight is read with row and column exchanged, as far as the kernel
  /// goes.
  var turnsWeights = false
  /// Whether all outputs are made by the first kernel.
  var repeatsKernel = false

  init(_ image: Tensor, _ kernels: Tensor, _ biases: [Float], _ stride: Int, _ padding: Int) {
    self.image = image.scalars
    self.kernels = kernels.scalars
    self.biases = biases
    imageShape = Array(image.shape)
    kernelShape = Array(kernels.shape)
    self.stride = stride
    self.padding = padding
    sizePadding = padding
    step = stride
    channels = image.shape[0]
  }

  /// - Parameter weight: which weight of the kernel is used in place of this one.
  func result(
    weight: (_ weight: (Int, Int), _ shape: [Int]) -> (Int, Int) = { place, _ in place }
  ) -> Tensor {
    let (height, width) = (imageShape[1], imageShape[2])
    let window = [kernelShape[2], kernelShape[3]]
    let rows = (height + 2 * sizePadding - window[0]) / stride + 1
    let columns = (width + 2 * sizePadding - window[1]) / stride + 1
    var result: [Float] = []
    for output in biases.indices {
      for place in 0..<rows * columns {
        let (top, left) = (place / columns * step - padding, place % columns * step - padding)
        var sum = biases[output]
        for channel in 0..<channels {
          for u in 0..<window[0] {
            for v in 0..<window[1] {
              guard let pixel = pixel(channel, top + u, left + v) else { continue }
              let place = turnsWeights ? (v % window[0], u % window[1]) : (u, v)
              let used = weight(place, window)
              let first = repeatsKernel ? 0 : output
              let kernel = (first * imageShape[0] + channel) * window[0] + used.0
              sum += kernels[kernel * window[1] + used.1] * pixel
            }
          }
        }
        result.append(sum)
      }
    }
    return Tensor(result, shape: [biases.count, rows, columns])
  }

  private func pixel(_ channel: Int, _ y: Int, _ x: Int) -> Float? {
    let (height, width) = (imageShape[1], imageShape[2])
    let (row, column) = (min(max(y, 0), height - 1), min(max(x, 0), width - 1))
    guard repeatsEdges || (row, column) == (y, x) else { return nil }
    return image[(channel * height + row) * width + column]
  }
}
