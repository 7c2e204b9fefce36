import Foundation
import MiniTensor
import Testing

/// Each parameter steps once, by its own count, and in its own shape.
@Suite struct ParameterListTests {
  static let optimizers: [@Sendable ([Variable]) -> Optimizer] = [
    { SGD($0, learningRate: 0.1) }, { SGD($0, learningRate: 0.1, momentum: 0.9) },
    { Adagrad($0) }, { RMSProp($0) }, { Adadelta($0) }, { Adam($0) }, { AdamW($0) },
    { AMSGrad($0) },
  ]

  @Test func listedTwiceTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let (a, b) = (Variable([1]), Variable([2]))
      _ = Adam([a, b, a])
    }
    expect(result, says: "Adam: parameter 2 is parameter 0 again")
  }

  @Test func sharedWeightsStepOnce() {
    let shared = Linear(weight: Tensor([[1, 0], [0, 1]]), bias: nil)
    let model = Sequential(shared, Activation.tanh, shared)
    #expect(model.parameters.count == 1)
    let optimizer = SGD(model.parameters, learningRate: 1)
    shared.weight.gradient = .ones(2, 2)
    optimizer.step()
    #expect(shared.weight.value == Tensor([[0, -1], [-1, 0]]))
  }

  /// The correction of bias belongs to the parameter: its first step is as long as any other's.
  @Test(arguments: 0..<2) func aLateParameterBeginsAnew(kind: Int) {
    let (early, late) = (Variable(Tensor([1])), Variable(Tensor([1])))
    let optimizer: Optimizer =
      kind == 0
      ? Adam([early, late], learningRate: 0.1) : AMSGrad([early, late], learningRate: 0.1)
    for step in 1...6 {
      optimizer.zeroGradients()
      early.gradient = [0.5]
      if step == 6 { late.gradient = [0.5] }
      optimizer.step()
    }
    #expect(abs(late.value[0] - 0.9) < 1e-6)
  }

  @Test func aReplacedParameterTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let w = Variable(Tensor.zeros(3))
      let optimizer = RMSProp([w])
      w.value = .zeros(100_000)
      w.gradient = .ones(100_000)
      optimizer.step()
    }
    expect(result, says: "step: parameter 0 had shape [3] at first, now [100000]")
  }

  @Test func aReplacedGradientTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let w = Variable(Tensor.zeros(3))
      w.gradient = .ones(2)
      SGD([w], learningRate: 1).step()
    }
    expect(result, says: "step: a gradient of shape [2] for a [3] parameter")
  }

  /// Saved in the middle and loaded into new objects, training ends with the same bits.
  @Test(arguments: optimizers.indices) func resumes(_ index: Int) throws {
    let make = Self.optimizers[index]
    func model() -> Sequential {
      var random = RandomGenerator(seed: 4)
      return Sequential(
        Linear(inputSize: 3, outputSize: 5, using: &random), BatchNorm(featureCount: 5),
        Activation.tanh, Linear(inputSize: 5, outputSize: 2, using: &random))
    }
    func train(_ model: Sequential, _ optimizer: Optimizer, _ steps: Range<Int>) {
      for step in steps {
        var random = RandomGenerator(seed: UInt64(step))
        let x = Tensor.normal([8, 3], using: &random)
        optimizer.zeroGradients()
        let loss = meanSquaredError(
          model(x, training: &random), .normal([8, 2], using: &random))
        loss.backward()
        optimizer.step()
      }
    }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }

    let (whole, interrupted, resumed) = (model(), model(), model())
    train(whole, make(whole.parameters), 0..<10)
    let before = make(interrupted.parameters)
    train(interrupted, before, 0..<5)
    try ParameterFile.save(interrupted.state + before.state, to: file)
    let after = make(resumed.parameters)
    try ParameterFile.load(resumed.state + after.state, from: file)
    train(resumed, after, 5..<10)

    for (a, b) in zip(whole.state, resumed.state) { #expect(a.value == b.value) }
    let x = Tensor.ones(2, 3)
    withoutGradients { #expect(whole(x).value == resumed(x).value) }
  }
}
