import MiniTensor
import Testing

/// `model(x)` in training skips dropout and the batch's statistics: that must not stay silent.
@Suite struct TrainingModeTests {
  @Test func dropoutInUseTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let w = Variable([1, 2])
      Sequential(Dropout(rate: 0.5))(w).sum().backward()
    }
    expect(result, says: "Dropout: backward() through a layer in use", "training: &generator")
  }

  @Test func batchNormInUseTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      BatchNorm(featureCount: 2)(Variable(Tensor.ones(3, 2))).sum().backward()
    }
    expect(result, says: "BatchNorm: backward() through a layer in use")
  }

  @Test func inUseAndInTrainingBothWork() {
    var generator = RandomGenerator(seed: 1)
    let model = Sequential(Dropout(rate: 0.5), BatchNorm(featureCount: 2))
    let x = Variable(Tensor.ones(8, 2))
    #expect(model(x).shape == [8, 2])
    model(x, training: &generator).sum().backward()
    #expect(x.gradient != nil)
    Dropout(rate: 0)(x).sum().backward()
  }

  @Test func theStateHoldsTheRunningValues() {
    var generator = RandomGenerator(seed: 1)
    let layer = BatchNorm(featureCount: 2)
    _ = layer(Variable(constant: .normal([9, 2], using: &generator)), training: &generator)
    #expect(layer.state.count == 4)
    #expect(layer.state[2].value == layer.runningMean)
    #expect(layer.state[3].value == layer.runningVariance)
    let model = Sequential(Residual(Sequential(layer)), layer)
    #expect(model.parameters.count == 2 && model.state.count == 4)
  }
}
