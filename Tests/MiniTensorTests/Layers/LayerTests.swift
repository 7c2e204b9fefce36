import MiniTensor
import Testing

@Suite struct LayerTests {
  @Test func linearComputesAndLearns() {
    let layer = Linear(weight: Tensor([[1, 2, 3], [4, 5, 6]]), bias: Tensor([10, 20, 30]))
    let output = layer(Tensor([[1, 1], [2, 0]]))
    #expect(output.value == Tensor([[15, 27, 39], [12, 24, 36]]))
    output.sum().backward()
    #expect(layer.weight.gradient == Tensor([[3, 3, 3], [1, 1, 1]]))
    #expect(layer.bias?.gradient == Tensor([2, 2, 2]))
  }

  @Test func sequentialListsItsParametersInOrder() {
    var generator = RandomGenerator(seed: 1)
    let model = Sequential(
      Linear(inputSize: 4, outputSize: 3, using: &generator), Activation.relu,
      Linear(inputSize: 3, outputSize: 2, hasBias: false, using: &generator))
    #expect(model.parameters.map(\.shape) == [[4, 3], [3], [3, 2]])
    #expect(model.parameterCount == 21)
    #expect(model(Tensor.ones(5, 4)).shape == [5, 2])
  }

  @Test func dropoutKeepsTheExpectedSignal() {
    var generator = RandomGenerator(seed: 2)
    let dropout = Dropout(rate: 0.25)
    let input = Tensor.ones(100, 100)
    #expect(dropout(input).value == input)
    let output = dropout(input, training: &generator).value
    #expect(Set(output.scalars) == [0, Float(4) / 3])
    #expect(abs(output.mean() - 1) < 0.03)
    let silent = Float(output.scalars.count { $0 == 0 }) / 10_000
    #expect(abs(silent - 0.25) < 0.03)
  }

  @Test func dropoutStopsTheGradientOfSilencedUnits() {
    var generator = RandomGenerator(seed: 3)
    let x = Variable(Tensor.ones(50))
    let output = Dropout(rate: 0.5)(x, training: &generator)
    output.sum().backward()
    #expect(x.gradient == output.value)
  }

  @Test func embeddingLooksRowsUp() {
    let table = Embedding(weight: Tensor([[0, 1], [2, 3], [4, 5]]))
    #expect(table([2, 0]).value == Tensor([[4, 5], [0, 1]]))
    let batch = table([[2, 2], [0, 1]])
    #expect(batch.shape == [2, 2, 2])
    batch.sum().backward()
    #expect(table.weight.gradient == Tensor([[1, 1], [1, 1], [2, 2]]))
  }

  @Test(arguments: [
    (Initializer.glorotUniform, Float(2.0 / 300)), (.glorotNormal, Float(2.0 / 300)),
    (.heUniform, Float(2.0 / 200)), (.heNormal, Float(2.0 / 200)),
    (.uniform(limit: 0.3), Float(0.03)), (.normal(standardDeviation: 0.5), Float(0.25)),
  ])
  func initializersHaveTheirVariance(initializer: Initializer, variance: Float) {
    var generator = RandomGenerator(seed: 4)
    let weight = initializer([200, 100], using: &generator)
    #expect(abs(weight.mean()) < 0.02)
    #expect(abs(weight.variance() / variance - 1) < 0.05)
  }

  @Test func aFilterCountsEveryPositionAsAnInput() {
    var generator = RandomGenerator(seed: 5)
    let weight = Initializer.heNormal([64, 8, 5, 5], using: &generator)
    #expect(abs(weight.variance() * 100 - 1) < 0.1)
  }

  @Test func lossesStayFiniteForHugeLogits() {
    let z = Variable(Tensor([[1e4, -1e4], [-1e4, 1e4]]))
    let wrong = Tensor([[0, 1], [1, 0]])
    let binary = binaryCrossEntropy(logits: z, targets: wrong)
    #expect(binary.value.scalar == 1e4)
    binary.backward()
    #expect(z.gradient == Tensor([[0.25, -0.25], [-0.25, 0.25]]))
    z.zeroGradient()
    let softmax = softmaxCrossEntropy(logits: z, labels: [1, 0])
    #expect(softmax.value.scalar == 2e4)
    softmax.backward()
    #expect(z.gradient == Tensor([[0.5, -0.5], [-0.5, 0.5]]))
    #expect(softmaxCrossEntropy(logits: z, labels: [0, 1]).value.scalar == 0)
  }

  @Test func aWrongLabelIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = softmaxCrossEntropy(logits: Variable(Tensor.zeros(2, 3)), labels: [0, 3])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("softmaxCrossEntropy: label 3 in row 1 is not in 0 ..< 3"))
  }

  @Test func aWrongInputNamesBothShapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Linear(weight: Tensor.zeros(4, 2), bias: nil)(Tensor.zeros(3, 5))
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("Linear: input of shape [3, 5] for a weight of shape [4, 2]"))
  }
}
