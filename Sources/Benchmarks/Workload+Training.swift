import MiniTensor

extension Workload {
  /// Training steps of small networks: forward, backward, update.
  static let training: [Workload] = [
    Workload(name: "xor") {
      var random = RandomGenerator(seed: 1)
      let model = Sequential(
        Linear(inputSize: 2, outputSize: 4, using: &random), Activation.tanh,
        Linear(inputSize: 4, outputSize: 1, using: &random), Activation.sigmoid)
      var numbers = StartingNumbers()
      numbers.fill(model.parameters)
      let inputs = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
      let targets = Tensor([[0], [1], [1], [0]])
      return step(SGD(model.parameters, learningRate: 0.5)) {
        meanSquaredError(model(inputs), targets)
      }
    },
    Workload(name: "mlp") {
      let model = multilayerPerceptron([784, 128, 10], .relu)
      var numbers = StartingNumbers()
      numbers.fill(model.parameters)
      let images = numbers.tensor([64, 784])
      let labels = numbers.labels(64, classes: 10)
      return step(Adam(model.parameters)) {
        softmaxCrossEntropy(logits: model(images), labels: labels)
      }
    },
    Workload(name: "lenet") {
      var random = RandomGenerator(seed: 1)
      let model = Sequential(
        Conv2D(inputChannels: 1, outputChannels: 6, kernelSize: 5, padding: 2, using: &random),
        Activation.relu, MaxPool2D(size: 2),
        Conv2D(inputChannels: 6, outputChannels: 16, kernelSize: 5, using: &random),
        Activation.relu, MaxPool2D(size: 2), Flatten(),
        multilayerPerceptron([400, 120, 84, 10], .relu))
      var numbers = StartingNumbers()
      numbers.fill(model.parameters)
      let images = numbers.tensor([64, 1, 28, 28])
      let labels = numbers.labels(64, classes: 10)
      return step(Adam(model.parameters)) {
        softmaxCrossEntropy(logits: model(images), labels: labels)
      }
    },
    Workload(name: "lstm") {
      var random = RandomGenerator(seed: 1)
      let embedding = Embedding(count: 64, dimension: 32, using: &random)
      let lstm = LSTM(inputSize: 32, hiddenSize: 128, using: &random)
      let head = Linear(inputSize: 128, outputSize: 64, using: &random)
      let parameters = embedding.parameters + lstm.parameters + head.parameters
      var numbers = StartingNumbers()
      numbers.fill(lstm.parameters + head.parameters)
      embedding.weight.value = numbers.tensor([64, 32])  // a lookup reads one row: variance 1
      let symbols = (0..<32).map { _ in numbers.labels(65, classes: 64) }
      let inputs = symbols.map { Array($0.dropLast()) }  // [batch 32, time 64]
      let next = symbols.flatMap { $0.dropFirst() }
      return step(Adam(parameters)) {
        let outputs = lstm(embedding(inputs)).outputs  // [32, 64, 128]
        return softmaxCrossEntropy(logits: head(outputs), labels: next)
      }
    },
    Workload(name: "autoencoder") {
      let model = Sequential(
        multilayerPerceptron([784, 128, 32, 128, 784], .relu), Activation.sigmoid)
      var numbers = StartingNumbers()
      numbers.fill(model.parameters)
      let images = numbers.tensor([64, 784]).sigmoid()
      return step(Adam(model.parameters)) { meanSquaredError(model(images), images) }
    },
    Workload(name: "gan") {
      let generator = multilayerPerceptron([2, 128, 128, 2], .relu)
      let discriminator = multilayerPerceptron([2, 128, 128, 1], .relu)
      var numbers = StartingNumbers()
      numbers.fill(generator.parameters + discriminator.parameters)
      let (real, noise) = (numbers.tensor([256, 2]) * 0.5 + 1, numbers.tensor([256, 2]))
      let (yes, no) = (Tensor.ones(256, 1), Tensor.zeros(256, 1))
      let teachDiscriminator = step(Adam(discriminator.parameters)) {
        let forged = withoutGradients { generator(noise).value }
        return binaryCrossEntropy(logits: discriminator(real), targets: yes)
          + binaryCrossEntropy(logits: discriminator(forged), targets: no)
      }
      let teachGenerator = step(Adam(generator.parameters)) {
        binaryCrossEntropy(logits: discriminator(generator(noise)), targets: yes)
      }
      return {
        let loss = teachDiscriminator()
        _ = teachGenerator()
        return loss
      }
    },
    Workload(name: "diffusion") {
      let model = multilayerPerceptron([17, 64, 64, 1], .silu)
      var numbers = StartingNumbers()
      numbers.fill(model.parameters)
      let (inputs, noise) = (numbers.tensor([256, 17]), numbers.tensor([256, 1]))
      return step(Adam(model.parameters)) { meanSquaredError(model(inputs), noise) }
    },
  ]

  /// Forget, compute, go back, move; the loss was that before the move.
  private static func step(
    _ optimizer: Optimizer, _ loss: @escaping () -> Variable
  ) -> () -> Float {
    return {
      optimizer.zeroGradients()
      let loss = loss()
      loss.backward()
      optimizer.step()
      return loss.value.scalar
    }
  }

  private static func multilayerPerceptron(_ sizes: [Int], _ activation: Activation) -> Sequential {
    var random = RandomGenerator(seed: 1)
    var layers: [any Layer] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      if !layers.isEmpty { layers.append(activation) }
      layers.append(Linear(inputSize: inputs, outputSize: outputs, using: &random))
    }
    return Sequential(layers)
  }
}
