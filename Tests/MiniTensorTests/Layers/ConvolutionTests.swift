import MiniTensor
import Testing

@Suite struct ConvolutionTests {
  /// A convolution to try; `x` and `weight` with the channels on axis 1.
  struct Case: Sendable, CustomTestStringConvertible {
    var x: [Int]
    var weight: [Int]
    var stride = 1
    var padding = 0
    var testDescription: String { "\(x) * \(weight), stride \(stride), padding \(padding)" }
  }

  static let cases = [
    Case(x: [1, 1, 1, 1], weight: [1, 1, 1, 1]), Case(x: [2, 1, 5, 3], weight: [3, 1, 2, 3]),
    Case(x: [3, 2, 6, 7], weight: [5, 2, 3, 3], stride: 2, padding: 1),
    Case(x: [1, 3, 4, 4], weight: [2, 3, 3, 3], stride: 3, padding: 2),
    Case(x: [2, 2, 3, 9], weight: [7, 2, 1, 5], padding: 3),
    Case(x: [1, 1, 2, 2], weight: [1, 1, 6, 6], padding: 2),
    Case(x: [5, 2, 7], weight: [3, 2, 3], stride: 2, padding: 1),
    Case(x: [1, 1, 4], weight: [2, 1, 4]), Case(x: [2, 3, 11], weight: [4, 3, 5], stride: 4),
    Case(x: [0, 2, 4, 4], weight: [3, 2, 3, 3]),
  ]

  @Test(arguments: cases) func valueIsThatOfTheDefinition(_ test: Case) {
    var generator = RandomGenerator(seed: 7)
    let x = Tensor.normal(test.x, using: &generator)
    let weight = Tensor.normal(test.weight, using: &generator)
    let bias = Tensor.normal([test.weight[0]], using: &generator)
    let result = Variable(x).convolution(
      weight: Variable(weight), bias: Variable(bias), stride: test.stride, padding: test.padding)
    let expected = Reference.convolution(
      x, weight, bias, stride: test.stride, padding: test.padding)
    #expect(result.value.count == expected.count)
    #expect(largestDifference(result.value.scalars, expected) < 1e-4)
  }

  @Test(arguments: cases.dropLast()) func gradientsAreRight(_ test: Case) {
    var generator = RandomGenerator(seed: 8)
    let x = Variable(Tensor.normal(test.x, using: &generator))
    let weight = Variable(Tensor.normal(test.weight, using: &generator))
    let bias = Variable(Tensor.normal([test.weight[0]], using: &generator))
    func result() -> Variable {
      x.convolution(weight: weight, bias: bias, stride: test.stride, padding: test.padding)
    }
    let weights = Tensor.normal(withoutGradients(result).shape, using: &generator)
    let check = gradientCheck(of: [x, weight, bias]) { (result() * weights).sum() }
    #expect(check.worstError < 3e-3)
  }

  /// Large enough for two threads, and an uneven last group of images.
  @Test(arguments: [[70, 3, 20, 20], [131, 3, 9, 9]])
  func sameBitsForAnyNumberOfThreads(shape: [Int]) {
    func run(threads: Int) -> [Tensor?] {
      var generator = RandomGenerator(seed: 9)
      let x = Variable(Tensor.normal(shape, using: &generator))
      let layer = Conv2D(
        inputChannels: 3, outputChannels: 24, kernelSize: 5, padding: 2, using: &generator)
      return Threads.$count.withValue(threads) {
        let y = layer(x)
        (y * y).sum().backward()
        return [y.value, x.gradient, layer.weight.gradient, layer.bias?.gradient]
      }
    }
    let alone = run(threads: 1)
    #expect(alone == run(threads: 2))
    #expect(alone == run(threads: 3))
  }

  @Test func maximumPoolingKeepsTheGreatestAndItsPlace() {
    let x = Variable(Tensor([1, 5, 2, 0, 3, 4, 9, 9, -1, -2, -3, -4], shape: [1, 1, 3, 4]))
    let y = MaxPool2D(size: 2)(x)
    #expect(y.value == Tensor([5, 9], shape: [1, 1, 1, 2]))
    (y * Tensor([10, 20], shape: [1, 1, 1, 2])).sum().backward()
    // The first of two equal numbers receives all.
    #expect(x.gradient?.scalars == [0, 10, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0])
    #expect(MaxPool1D(size: 3, stride: 1)(x.reshaped(1, 12)).shape == [1, 10])
  }

  @Test func overlappingWindowsAddTheirGradients() {
    let x = Variable(Tensor([1, 7, 2], shape: [1, 1, 3]))
    MaxPool1D(size: 2, stride: 1)(x).sum().backward()
    #expect(x.gradient?.scalars == [0, 2, 0])
  }

  @Test func flatteningKeepsTheBatch() {
    #expect(Flatten()(Variable(Tensor.zeros(2, 3, 5, 7))).shape == [2, 105])
  }
}

extension Reference {
  /// The definition, with sequences as images of height 1.
  static func convolution(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor, stride: Int, padding: Int
  ) -> [Double] {
    let isImage = x.rank == 4
    let (height, width) = (isImage ? x.shape[2] : 1, x.shape.last!)
    let (kernelHeight, kernelWidth) = (isImage ? weight.shape[2] : 1, weight.shape.last!)
    let (step, edge) = (isImage ? stride : 1, isImage ? padding : 0)
    let rows = (height + 2 * edge - kernelHeight) / step + 1
    let columns = (width + 2 * padding - kernelWidth) / stride + 1
    var result: [Double] = []
    for b in 0..<x.shape[0] {
      for o in 0..<weight.shape[0] {
        for row in 0..<rows {
          for column in 0..<columns {
            var sum = Double(bias.scalars[o])
            for c in 0..<x.shape[1] {
              for i in 0..<kernelHeight {
                for j in 0..<kernelWidth {
                  let (y, z) = (row * step + i - edge, column * stride + j - padding)
                  guard (0..<height).contains(y), (0..<width).contains(z) else { continue }
                  let at = ((b * x.shape[1] + c) * height + y) * width + z
                  let weightAt = ((o * x.shape[1] + c) * kernelHeight + i) * kernelWidth + j
                  sum += Double(x.scalars[at]) * Double(weight.scalars[weightAt])
                }
              }
            }
            result.append(sum)
          }
        }
      }
    }
    return result
  }
}
