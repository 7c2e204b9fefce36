import MiniTensor
import Testing

/// Every public entry with a wrong argument of each kind: one sentence, with operation and value.
@Suite struct MisuseTableTests {
  struct Call: Sendable {
    let words: String
    let run: @Sendable () -> Void

    init(_ words: String, _ run: @escaping @Sendable () -> Void) {
      (self.words, self.run) = (words, run)
    }
  }

  @Test(arguments: table.indices) func says(_ index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      MisuseTableTests.table[index].run()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let words = Self.table[index].words
    #expect(text.contains("Fatal error: " + words), "\(words): \(text.prefix(300))")
  }

  private static var weights: [Variable] { [Variable([1, 2])] }

  static let table: [Call] = tensors + variables + layers + optimizers + chance

  private static let tensors = [
    Call("shape: an axis cannot have the extent -1") { _ = Tensor.zeros(-1, 2) },
    Call("shape: [1, 1, 1, 1, 1, 1, 1] has 7 axes") { _ = Tensor.zeros(1, 1, 1, 1, 1, 1, 1) },
    Call("shape: axis 2 does not exist in shape [1, 2]") { _ = Tensor.zeros(1, 2).shape[2] },
    Call("Tensor(_:shape:): shape [2, 2] holds 4") { _ = Tensor([1], shape: [2, 2]) },
    Call("scalar: a tensor of shape [2]") { _ = Tensor([1, 2]).scalar },
    Call("-: shapes [2] and [3]") { _ = Tensor([1, 2]) - [1, 2, 3] },
    Call("greater: shapes [2] and [3]") { _ = Tensor([1, 2]).greater(than: [1, 2, 3]) },
    Call("maximum: shapes [2] and [3]") { _ = Tensor.maximum([1, 2], [1, 2, 3]) },
    Call("broadcast: shapes [2] and [3]") { _ = Tensor([1, 2]).broadcast(to: [3]) },
    Call("summed: shape [2] is no broadcast") { _ = Tensor([1, 2]).summed(to: [3]) },
    Call("isApproximatelyEqual: tolerance nan") {
      _ = Tensor([1]).isApproximatelyEqual(to: [1], tolerance: .nan)
    },
    Call("reshaped: [-1, -1]") { _ = Tensor([1]).reshaped(-1, -1) },
    Call("reshaped: the 2 numbers") { _ = Tensor([1, 2]).reshaped(3, -1) },
    Call("expandingShape: axis 3") { _ = Tensor([1]).expandingShape(at: 3) },
    Call("transposed: shape [2] is not a matrix") { _ = Tensor([1, 2]).transposed() },
    Call("transposed: axes [0, 0]") { _ = Tensor.zeros(1, 2).transposed(axes: [0, 0]) },
    Call("slice: range 1..<3") { _ = Tensor([1, 2]).slice(axis: 0, 1..<3) },
    Call("slice: index 2") { _ = Tensor([1, 2]).slice(axis: 0, at: 2) },
    Call("rows: there is no row 2") { _ = Tensor([1, 2]).rows([2]) },
    Call("columns: there is no column 2") { _ = Tensor.zeros(1, 2).columns([2]) },
    Call("concatenate: the list of tensors is empty") { _ = Tensor.concatenate([]) },
    Call("concatenate: shapes [1, 2] and [1, 3]") {
      _ = Tensor.concatenate([.zeros(1, 2), .zeros(1, 3)])
    },
    Call("stack: shapes [1] and [2]") { _ = Tensor.stack([[1], [1, 2]]) },
    Call("range: from 0.0 to 1.0 by 0.0") { _ = Tensor.range(0, 1, by: 0) },
    Call("range: from nan to 1.0") { _ = Tensor.range(.nan, 1) },
    Call("linspace: -1 numbers") { _ = Tensor.linspace(from: 0, through: 1, count: -1) },
    Call("oneHot: label 3") { _ = Tensor.oneHot([3], classes: 3) },
    Call("sum: axis 1") { _ = Tensor([1]).sum(axis: 1) },
    Call("mean: axis 0 of [0] is empty") { _ = Tensor.zeros(0).mean(axis: 0) },
    Call("max: shape [0] holds no numbers") { _ = Tensor.zeros(0).max() },
    Call("argmax: axis 0 of [0, 2] is empty") { _ = Tensor.zeros(0, 2).argmax(axis: 0) },
    Call("softmax: axis 1") { _ = Tensor([1]).softmax(axis: 1) },
    Call("symmetricEigenvectors: shape [2]") { _ = Tensor([1, 2]).symmetricEigenvectors() },
    Call("PrincipalComponents: cannot be fitted") {
      _ = PrincipalComponents(fitting: .zeros(0, 2))
    },
    Call("sinusoidalPositions: size 3") { _ = Tensor.sinusoidalPositions(count: 2, size: 3) },
    Call("sinusoidalPositions: count -1") { _ = Tensor.sinusoidalPositions(count: -1, size: 2) },
  ]

  private static let variables = [
    Call("backward: shape [2] is not a single number") { Variable([1, 2]).backward() },
    Call("backward: nothing wants a gradient") { Variable(constant: [1]).backward() },
    Call("backward: a gradient of shape [1] for a value of shape [2]") {
      Variable([1, 2]).backward(from: [1])
    },
    Call("matmul: shapes [2] and [2]") { _ = Variable([1, 2]).matmul(Variable([1, 2])) },
    Call("Linear: bias of shape [3]") {
      _ = Variable(Tensor.zeros(1, 2))
        .linear(weight: Variable(Tensor.zeros(2, 2)), bias: Variable(Tensor.zeros(3)))
    },
    Call("stack: the list of variables is empty") { _ = Variable.stack([]) },
    Call("slice: index -1") { _ = Variable([1, 2]).slice(axis: 0, at: -1) },
    Call("max: axis 4") { _ = Variable([1]).max(axis: 4) },
    Call("convolution: stride 0, padding 0") {
      _ = Variable(Tensor.zeros(1, 1, 3)).convolution(
        weight: Variable(Tensor.zeros(1, 1, 2)), stride: 0)
    },
    Call("maxPool: windows [3] with stride [1]") {
      _ = Variable(Tensor.zeros(1, 2)).maxPool(size: [3], stride: [1])
    },
    Call("attention: the mask holds 0.5") {
      let x = Variable(Tensor.zeros(1, 2, 2))
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .full([2, 2], 0.5))
    },
    Call("attention: mask of shape [2, 2, 2] for scores of shape [2, 2, 2, 2]") {
      let x = Variable(Tensor.zeros(2, 2, 2, 2))
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .ones(2, 2, 2))
    },
    Call("attention: the mask leaves a query nowhere to look") {
      let x = Variable(Tensor.zeros(1, 2, 2))
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .zeros(2, 2))
    },
    Call("gradientCheck: step 0.0") {
      let x = Variable([1])
      _ = gradientCheck(of: [x], step: 0) { x.sum() }
    },
    Call("meanSquaredError: predictions of shape [2]") {
      _ = meanSquaredError(Variable([1, 2]), [1])
    },
    Call("meanAbsoluteError: there are no elements") {
      _ = meanAbsoluteError(Variable(Tensor.zeros(0)), .zeros(0))
    },
    Call("binaryCrossEntropy: predictions of shape [2]") {
      _ = binaryCrossEntropy(logits: Variable([1, 2]), targets: [1])
    },
    Call("softmaxCrossEntropy: 2 labels") {
      _ = softmaxCrossEntropy(logits: Variable(Tensor.zeros(1, 2)), labels: [0, 1])
    },
    Call("softmaxCrossEntropy: label 2 in row 0") {
      _ = softmaxCrossEntropy(logits: Variable(Tensor.zeros(1, 2)), labels: [2])
    },
  ]

  private static let layers = [
    Call("Linear: inputSize 0") {
      var random = RandomGenerator(seed: 1)
      _ = Linear(inputSize: 0, outputSize: 1, using: &random)
    },
    Call("Linear: weight of shape [2]") { _ = Linear(weight: [1, 2], bias: nil) },
    Call("Conv2D: kernelSize 0") {
      var random = RandomGenerator(seed: 1)
      _ = Conv2D(inputChannels: 1, outputChannels: 1, kernelSize: 0, using: &random)
    },
    Call("Conv1D: padding -1") {
      var random = RandomGenerator(seed: 1)
      _ = Conv1D(
        inputChannels: 1, outputChannels: 1, kernelSize: 1, padding: -1, using: &random)
    },
    Call("MaxPool2D: size 0") { _ = MaxPool2D(size: 0) },
    Call("MaxPool1D: stride -1") { _ = MaxPool1D(size: 1, stride: -1) },
    Call("Dropout: rate 1.0") { _ = Dropout(rate: 1) },
    Call("BatchNorm: featureCount 0") { _ = BatchNorm(featureCount: 0) },
    Call("BatchNorm: momentum nan") { _ = BatchNorm(featureCount: 1, momentum: .nan) },
    Call("BatchNorm: input of shape [2, 3] for 2 features") {
      _ = BatchNorm(featureCount: 2)(Variable(Tensor.zeros(2, 3)))
    },
    Call("LayerNorm: epsilon -1.0") { _ = LayerNorm(size: 2, epsilon: -1) },
    Call("LayerNorm: input of shape [3]") { _ = LayerNorm(size: 2)(Variable([1, 2, 3])) },
    Call("RMSNorm: epsilon inf") { _ = RMSNorm(epsilon: .infinity) },
    Call("Embedding: count 0") {
      var random = RandomGenerator(seed: 1)
      _ = Embedding(count: 0, dimension: 1, using: &random)
    },
    Call("Embedding: symbol 2") { _ = Embedding(weight: .zeros(2, 1))([2]) },
    Call("Embedding: weight of shape [2]") { _ = Embedding(weight: [1, 2]) },
    Call("RNN: inputSize 0") {
      var random = RandomGenerator(seed: 1)
      _ = RNN(inputSize: 0, hiddenSize: 1, using: &random)
    },
    Call("GRU: weights of shape [2, 9] and [1, 1]") {
      var random = RandomGenerator(seed: 1)
      let layer = GRU(inputSize: 2, hiddenSize: 3, using: &random)
      layer.recurrentWeight.value = .zeros(1, 1)
      layer.inputWeight.value = .zeros(2, 9)
      _ = layer(Variable(Tensor.zeros(1, 1, 2)))
    },
    Call("LSTM: input of shape [1, 2]") {
      var random = RandomGenerator(seed: 1)
      _ = LSTM(inputSize: 2, hiddenSize: 3, using: &random)(Variable(Tensor.zeros(1, 2)))
    },
    Call("MultiHeadAttention: input of shape [2, 4]") {
      var random = RandomGenerator(seed: 1)
      _ = MultiHeadAttention(size: 4, headCount: 2, using: &random)(Variable(Tensor.zeros(2, 4)))
    },
    Call("MultiHeadAttention: 3 heads cannot share 4") {
      var random = RandomGenerator(seed: 1)
      _ = MultiHeadAttention(size: 4, headCount: 3, using: &random)
    },
  ]

  private static let optimizers = [
    Call("SGD: learning rate nan") { _ = SGD(weights, learningRate: .nan) },
    Call("SGD: learning rate -1.0") { _ = SGD(weights, learningRate: -1) },
    Call("SGD: momentum 1.0") { _ = SGD(weights, learningRate: 1, momentum: 1) },
    Call("SGD: Nesterov's variant needs momentum") {
      _ = SGD(weights, learningRate: 1, isNesterov: true)
    },
    Call("Adagrad: epsilon -1.0") { _ = Adagrad(weights, epsilon: -1) },
    Call("RMSProp: decay 1.0") { _ = RMSProp(weights, decay: 1) },
    Call("Adadelta: decay nan") { _ = Adadelta(weights, decay: .nan) },
    Call("Adam: beta1 1.0") { _ = Adam(weights, beta1: 1) },
    Call("Adam: beta2 -0.1") { _ = Adam(weights, beta2: -0.1) },
    Call("Adam: weight decay -1.0") { _ = AdamW(weights, weightDecay: -1) },
    Call("step: learning rate inf") {
      let optimizer = Adam(weights)
      optimizer.learningRate = .infinity
      optimizer.step()
    },
    Call("clipGradients: limit -1.0") { weights.clipGradients(toNorm: -1) },
    Call("clipGradients: limit nan") { weights.clipGradients(toValue: .nan) },
    Call("step: an interval of 0") { _ = LearningRateSchedule.step(every: 0) },
    Call("cosine: 0 steps") { _ = LearningRateSchedule.cosine(steps: 0) },
    Call("exponential: factor nan") { _ = LearningRateSchedule.exponential(factor: .nan) },
    Call("warmedUp: count -1") { _ = LearningRateSchedule.constant.warmedUp(over: -1) },
  ]

  private static let chance = [
    Call("integer(below:): 0 is not positive") {
      var random = RandomGenerator(seed: 1)
      _ = random.integer(below: 0)
    },
    Call("permutation: a count of -1") {
      var random = RandomGenerator(seed: 1)
      _ = random.permutation(-1)
    },
    Call("choice: cannot draw 3 from 2") {
      var random = RandomGenerator(seed: 1)
      _ = random.choice(3, from: 2)
    },
    Call("choice(weights:): nan is not a weight") {
      var random = RandomGenerator(seed: 1)
      _ = random.choice(weights: [.nan])
    },
    Call("chance: probability 1.5") {
      var random = RandomGenerator(seed: 1)
      _ = random.chance(1.5)
    },
    Call("normal: standard deviation -1.0") {
      var random = RandomGenerator(seed: 1)
      _ = Tensor.normal([1], standardDeviation: -1, using: &random)
    },
  ]
}
