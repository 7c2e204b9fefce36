import MiniTensor

extension Workload {
  /// Training steps of small networks: forward, backward, update.
  static let training: [Workload] = [
    Workload(name: "xor") {
      var generator = RandomGenerator(seed: 1)
      let model = Sequential(
        Linear(inputSize: 2, outputSize: 4, using: &generator), Activation.tanh,
        Linear(inputSize: 4, outputSize: 1, using: &generator), Activation.sigmoid)
      let inputs = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
      let targets = Tensor([[0], [1], [1], [0]])
      return trainingStep(SGD(model.parameters, learningRate: 0.5)) {
        meanSquaredError(model(inputs), targets)
      }
    },
    Workload(name: "mlp") {
      var generator = RandomGenerator(seed: 1)
      let model = Sequential(
        Linear(inputSize: 784, outputSize: 128, using: &generator), Activation.relu,
        Linear(inputSize: 128, outputSize: 10, using: &generator))
      let images = Tensor.uniform([64, 784], using: &generator)
      let labels = (0..<64).map { $0 % 10 }
      return trainingStep(Adam(model.parameters)) {
        softmaxCrossEntropy(logits: model(images), labels: labels)
      }
    },
    Workload(name: "lenet") {
      var generator = RandomGenerator(seed: 1)
      let model = Sequential(
        Conv2D(
          inputChannels: 1, outputChannels: 6, kernelSize: 5, padding: 2, using: &generator),
        Activation.relu, MaxPool2D(size: 2),
        Conv2D(inputChannels: 6, outputChannels: 16, kernelSize: 5, using: &generator),
        Activation.relu, MaxPool2D(size: 2), Flatten(),
        multilayerPerceptron([400, 120, 84, 10], Activation.relu, &generator))
      let images = Tensor.uniform([64, 1, 28, 28], using: &generator)
      let labels = (0..<64).map { $0 % 10 }
      return trainingStep(Adam(model.parameters)) {
        softmaxCrossEntropy(logits: model(images), labels: labels)
      }
    },
    Workload(name: "lstm") {
      var generator = RandomGenerator(seed: 1)
      let embedding = Embedding(count: 64, dimension: 32, using: &generator)
      let lstm = LSTM(inputSize: 32, hiddenSize: 128, using: &generator)
      let head = Linear(inputSize: 128, outputSize: 64, using: &generator)
      let symbols = (0..<32).map { _ in (0..<65).map { _ in generator.integer(below: 64) } }
      let inputs = symbols.map { Array($0.dropLast()) }  // [32, 64]
      let labels = symbols.flatMap { $0.dropFirst() }
      return trainingStep(Adam(embedding.parameters + lstm.parameters + head.parameters)) {
        softmaxCrossEntropy(logits: head(lstm(embedding(inputs)).outputs), labels: labels)
      }
    },
    Workload(name: "autoencoder") {
      var generator = RandomGenerator(seed: 1)
      let model = Sequential(
        Linear(inputSize: 784, outputSize: 128, using: &generator), Activation.relu,
        Linear(inputSize: 128, outputSize: 32, using: &generator), Activation.relu,
        Linear(inputSize: 32, outputSize: 128, using: &generator), Activation.relu,
        Linear(inputSize: 128, outputSize: 784, using: &generator), Activation.sigmoid)
      let images = Tensor.uniform([64, 784], using: &generator)
      return trainingStep(Adam(model.parameters)) { meanSquaredError(model(images), images) }
    },
    Workload(name: "gan") {
      var random = RandomGenerator(seed: 1)
      let generator = multilayerPerceptron([2, 128, 128, 2], Activation.relu, &random)
      let discriminator = multilayerPerceptron([2, 128, 128, 1], Activation.relu, &random)
      let (real, noise) = (
        Tensor.normal([256, 2], using: &random), Tensor.normal([256, 2], using: &random)
      )
      let (yes, no) = (Tensor.ones(256, 1), Tensor.zeros(256, 1))
      let teachDiscriminator = trainingStep(Adam(discriminator.parameters)) {
        let forged = withoutGradients { generator(noise).value }
        return binaryCrossEntropy(logits: discriminator(real), targets: yes)
          + binaryCrossEntropy(logits: discriminator(forged), targets: no)
      }
      let teachGenerator = trainingStep(Adam(generator.parameters)) {
        binaryCrossEntropy(logits: discriminator(generator(noise)), targets: yes)
      }
      return {
        teachDiscriminator()
        teachGenerator()
        for parameter in discriminator.parameters { parameter.zeroGradient() }
      }
    },
    Workload(name: "diffusion") {
      var generator = RandomGenerator(seed: 1)
      let model = multilayerPerceptron([17, 64, 64, 1], Activation.silu, &generator)
      let inputs = Tensor.normal([256, 17], using: &generator)
      let noise = Tensor.normal([256, 1], using: &generator)
      return trainingStep(Adam(model.parameters)) { meanSquaredError(model(inputs), noise) }
    },
  ]

  /// Forget, compute, go back, move.
  private static func trainingStep(
    _ optimizer: any Optimizer, _ loss: @escaping () -> Variable
  ) -> () -> Void {
    return {
      optimizer.zeroGradients()
      loss().backward()
      optimizer.step()
    }
  }

  private static func multilayerPerceptron(
    _ sizes: [Int], _ activation: Activation, _ generator: inout RandomGenerator
  ) -> Sequential {
    var layers: [any Layer] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      if !layers.isEmpty { layers.append(activation) }
      layers.append(Linear(inputSize: inputs, outputSize: outputs, using: &generator))
    }
    return Sequential(layers)
  }
}
