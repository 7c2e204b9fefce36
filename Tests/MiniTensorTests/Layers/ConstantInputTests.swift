import MiniTensor
import Testing

/// Equal numbers have no spread: rounding must not make one.
@Suite struct ConstantInputTests {
  @Test(arguments: [Float(12345.67), 0.1, -3e6, 1e-3], [3, 49, 100, 1000])
  func layerNorm(value: Float, count: Int) {
    let y = LayerNorm(size: count)(Variable(constant: .full([2, count], value))).value
    #expect(y == .zeros(2, count))
  }

  @Test(arguments: [Float(12345.67), 0.1], [7, 49])
  func batchNorm(value: Float, count: Int) {
    var generator = RandomGenerator(seed: 1)
    let layer = BatchNorm(featureCount: 2)
    let y = layer(Variable(constant: .full([count, 2], value)), training: &generator).value
    #expect(y == .zeros(count, 2))
    #expect(layer.runningVariance.scalars.allSatisfy { $0 < 0.91 })
  }

  @Test func nothingCanBeFlattened() {
    #expect(Variable(Tensor.zeros(0, 3)).flattened().shape == [0, 3])
    #expect(Variable(Tensor.zeros(2, 0, 3)).flattened().shape == [2, 0])
    #expect(Variable(Tensor(1)).flattened().shape == [1, 1])
    #expect(Tensor.zeros(0, 3).flattened().shape == [0])
  }
}
