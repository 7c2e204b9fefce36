import MiniTensor
import Testing

extension Variable {
  /// The cube x³.
  ///
  /// Gradient: 3 x².
  public func cubed() -> Variable {
    let x = value
    return Variable(x * x * x, from: self) { gradient in gradient * x * x * 3 }
  }
}

/// The examples of docs/en/architecture.md; the tests of the documents compare them with these.
@Suite struct ArchitecturePageTests {
  @Test func aStepOfTraining() {
    var generator = RandomGenerator(seed: 1)
    let inputs = Variable(constant: Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]))
    let targets = Tensor([[0], [1], [1], [1]])
    let model = Sequential(
      Linear(inputSize: 2, outputSize: 4, using: &generator), Activation.tanh,
      Linear(inputSize: 4, outputSize: 1, using: &generator), Activation.sigmoid)
    let optimizer = SGD(model.parameters, learningRate: 0.5)
    let before = meanSquaredError(model(inputs), targets).value.scalar

    for _ in 0..<1000 {
      optimizer.zeroGradients()
      let loss = meanSquaredError(model(inputs), targets)
      loss.backward()
      optimizer.step()
    }
    #expect(meanSquaredError(model(inputs), targets).value.scalar < 0.1 * before)
  }

  @Test func anOperationOfOnesOwn() {
    let x = Variable(Tensor([[0.5, -1, 2], [1.5, 0.3, -0.7]]))
    let weights = Variable(constant: Tensor([[1, 2, 3], [-1, 0.5, 4]]))
    let check = gradientCheck(of: [x]) { (x.cubed() * weights).sum() }
    #expect(check.worstError < 2e-3)
  }
}
