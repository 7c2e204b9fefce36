import MiniTensor
import Testing

@Suite struct BatchNormTests {
  @Test(arguments: [[4, 3], [2, 1], [3, 2, 5], [2, 3, 1, 4]])
  func learnsWithMeanZeroAndVarianceOne(shape: [Int]) {
    var generator = RandomGenerator(seed: 1)
    let layer = BatchNorm(featureCount: shape[1], epsilon: 0)
    let x = Tensor.normal(shape, mean: 5, standardDeviation: 3, using: &generator)
    let y = layer(x, training: &generator).value
    let rows = y.reshaped(shape[0], shape[1], -1)
    for feature in 0..<shape[1] {
      let numbers = rows.slice(axis: 1, feature..<(feature + 1))
      #expect(abs(numbers.mean()) < 1e-5)
      #expect(abs(numbers.squared().mean() - 1) < 1e-4)
    }
  }

  @Test(arguments: [[4, 3], [3, 2, 5], [2, 3, 2, 2]])
  func gradientsAreRight(shape: [Int]) {
    var generator = RandomGenerator(seed: 2)
    let layer = BatchNorm(featureCount: shape[1])
    layer.scale.value = .normal([shape[1]], using: &generator)
    layer.shift.value = .normal([shape[1]], using: &generator)
    let x = Variable(Tensor.normal(shape, using: &generator))
    let weights = Tensor.normal(shape, using: &generator)
    let learning = gradientCheck(of: [x, layer.scale, layer.shift]) {
      (layer(x, training: &generator) * weights).sum()
    }
    #expect(learning.worstError < 5e-3)
    let inUse = gradientCheck(of: [x, layer.scale, layer.shift]) {
      withGradientsInUse { (layer(x) * weights).sum() }
    }
    #expect(inUse.worstError < 2e-3)
  }

  @Test func runningValuesFollowTheBatches() {
    var generator = RandomGenerator(seed: 3)
    let layer = BatchNorm(featureCount: 1, momentum: 0.5)
    _ = layer(Tensor([[1], [3]]), training: &generator)
    #expect(layer.runningMean == Tensor([1]))  // half way from 0 to 2
    #expect(layer.runningVariance == Tensor([1.5]))  // half way from 1 to the unbiased 2
    let y = layer(Tensor([[1]])).value  // in use one example is enough
    #expect(abs(y.scalar) < 1e-6)
  }

  @Test func residualAddsItsInput() {
    var generator = RandomGenerator(seed: 4)
    let inner = Linear(inputSize: 3, outputSize: 3, using: &generator)
    let block = Residual(inner, Activation.tanh)
    let x = Tensor.normal([2, 3], using: &generator)
    #expect(block(x).value == x + inner(x).tanh().value)
    #expect(block(x, training: &generator).value == block(x).value)
    let wider = Residual(
      Linear(inputSize: 3, outputSize: 5, using: &generator),
      shortcut: Linear(inputSize: 3, outputSize: 5, hasBias: false, using: &generator))
    #expect(wider(x).shape == [2, 5])
    #expect(wider.parameters.count == 3)
  }
}
