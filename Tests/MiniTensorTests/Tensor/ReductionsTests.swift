import Foundation
import Testing

@testable import MiniTensor

@Suite struct ReductionsTests {
  let cube = Tensor.range(0, 24).reshaped(2, 3, 4)

  @Test func wholeTensor() {
    #expect(cube.sum() == 276)
    #expect(cube.mean() == 11.5)
    #expect(cube.max() == 23)
    #expect((-cube).min() == -23)
    #expect(Tensor([3, 9, 9]).argmax() == 1)
    #expect(Tensor([1, 3]).variance() == 1)
    #expect(Tensor.zeros(0, 3).sum() == 0)
  }

  @Test func alongEachAxis() {
    #expect(cube.sum(axis: 0).shape == [3, 4])
    #expect(cube.sum(axis: 0)[2, 3] == 11 + 23)
    #expect(cube.sum(axis: 1) == Tensor([[12, 15, 18, 21], [48, 51, 54, 57]]))
    #expect(cube.sum(axis: -1, keepingDimension: true).shape == [2, 3, 1])
    #expect(cube.mean(axis: 2)[1, 2] == 21.5)
    #expect(cube.max(axis: 1) == Tensor([[8, 9, 10, 11], [20, 21, 22, 23]]))
    #expect((-cube).min(axis: 2)[0, 1] == -7)
    #expect(Tensor([[1, 5, 5], [7, 2, 0]]).argmax(axis: 1) == [1, 0])
    #expect(Tensor([[1, 5, 5], [7, 2, 0]]).argmax(axis: 0) == [1, 0, 0])
    #expect(Tensor([[1, 3], [2, 2]]).variance(axis: 1) == [1, 0])
    #expect(Tensor.zeros(0, 3).sum(axis: 0) == .zeros(3))
    #expect(Tensor.zeros(3, 0).sum(axis: 1) == .zeros(3))
  }

  /// Adding a million times 0.1 one by one in Float ends near 100 958.
  @Test func longSumsKeepTheirDigits() {
    let sum = Tensor.full([1_000_000], 0.1).sum()
    #expect(abs(sum - 100_000) < 1)
  }

  @Test(arguments: [1, 5, 16, 31, 100]) func everyLength(_ count: Int) {
    var generator = RandomGenerator(seed: UInt64(count))
    let x = Tensor.uniform([count], in: -1...1, using: &generator)
    let exact = x.scalars.reduce(0.0) { $0 + Double($1) }
    #expect(abs(Double(x.sum()) - exact) < 1e-5)
    #expect(x.max() == x.scalars.max())
    #expect(x.min() == x.scalars.min())
  }

  @Test func softmaxIsStable() {
    let scores = Tensor([[1e4, 0, -1e4], [-1e4, -1e4, -1e4], [1, 2, 3]])
    let p = scores.softmax()
    #expect(p.row(0) == [1, 0, 0])
    #expect(p.row(1).isApproximatelyEqual(to: .full([3], 1.0 / 3)))
    #expect(p.row(2).isApproximatelyEqual(to: [0.090_030_57, 0.244_728_48, 0.665_240_94]))
    #expect(scores.transposed().softmax(axis: 0).transposed().isApproximatelyEqual(to: p))
    #expect(scores.logSumExp().isApproximatelyEqual(to: [1e4, -1e4 + 1.098_612_3, 3.407_606]))
    #expect(scores.logSoftmax()[0, 2] == -2e4)
    #expect(Tensor([-.infinity, 0]).softmax() == [0, 1])
    #expect(Tensor([Float.infinity, 0]).logSumExp().scalar == .infinity)
    #expect(Tensor.zeros(2, 0).softmax().shape == [2, 0])
  }

  /// Rows longer and shorter than a register, grouped by the kernel.
  @Test(arguments: [(1000, 3), (5, 40), (3, 5000), (1, 1)])
  func softmaxOfManyShapes(_ rows: Int, _ columns: Int) {
    var generator = RandomGenerator(seed: 8)
    let x = Tensor.uniform([rows, columns], in: -5...5, using: &generator)
    let powers = x.map { Float(exp(Double($0))) }
    let expected = powers / powers.sum(axis: 1, keepingDimension: true)
    #expect(x.softmax().isApproximatelyEqual(to: expected, tolerance: 1e-6))
  }
}
