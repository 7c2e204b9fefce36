import Datasets
import MiniTensor

/// A network that reads digits of 28 x 28 pixels.
struct Reader {
  enum Kind: Sendable {
    /// 784-10: softmax regression, one straight layer.
    case straight
    /// 784-100-10 with ReLU.
    case dense
    /// Two convolutions with stride 2, of 8 and 16 channels, and a dense layer.
    case convolutional
  }

  private let layers: Sequential
  private let kind: Kind

  init(_ kind: Kind, using random: inout RandomGenerator) {
    self.kind = kind
    switch kind {
    case .straight:
      layers = Sequential(
        Linear(inputSize: 784, outputSize: 10, initializer: .zeros, using: &random))
    case .dense:
      layers = Sequential(
        Linear(inputSize: 784, outputSize: 100, initializer: .heNormal, using: &random),
        Activation.relu, Linear(inputSize: 100, outputSize: 10, using: &random))
    case .convolutional:
      layers = Sequential(
        Conv2D(inputChannels: 1, outputChannels: 8, kernelSize: 5, stride: 2, using: &random),
        Activation.relu,
        Conv2D(inputChannels: 8, outputChannels: 16, kernelSize: 3, stride: 2, using: &random),
        Activation.relu, Flatten(),
        Linear(inputSize: 16 * 5 * 5, outputSize: 10, using: &random))
    }
  }

  /// The logits of images. `[count, 784]` -> `[count, 10]`
  func callAsFunction(_ images: Variable) -> Variable {
    layers(kind == .convolutional ? images.reshaped(images.shape[0], 1, 28, 28) : images)
  }

  /// The logits as plain numbers. `[count, 784]` -> `[count, 10]`
  func logits(_ images: Tensor) -> Tensor {
    withoutGradients { self(Variable(constant: images)).value }
  }

  /// The share of images that it reads wrongly.
  func error(_ images: Tensor, _ labels: [Int]) -> Double {
    let read = logits(images).argmax(axis: 1)
    return Double(zip(read, labels).count { $0 != $1 }) / Double(labels.count)
  }

  /// Learns with Adam; under attack, half of the loss is that of attacked images.
  ///
  /// - Parameter epsilon: how far the attack of each step moves a pixel; nil for peace.
  func learn(
    _ images: Tensor, _ labels: [Int], epochs: Int, epsilon: Float? = nil,
    learningRate: Float = 0.001, using random: inout RandomGenerator, tick: () -> Void = {}
  ) {
    let optimizer = Adam(layers.parameters, learningRate: learningRate)
    for _ in 0..<epochs {
      let order = random.permutation(labels.count)
      for start in stride(from: 0, to: order.count, by: 50) {
        let batch = Array(order[start..<min(start + 50, order.count)])
        let (x, y) = (images.rows(batch), batch.map { labels[$0] })
        // The attack comes first: its backward pass leaves gradients in the weights, too.
        let attacked = epsilon.map { fastGradientStep(self, x, y, epsilon: $0) }
        optimizer.zeroGradients()
        var loss = softmaxCrossEntropy(logits: self(Variable(constant: x)), labels: y)
        if let attacked {
          let other = softmaxCrossEntropy(logits: self(Variable(constant: attacked)), labels: y)
          loss = (loss + other) * 0.5
        }
        loss.backward()
        optimizer.step()
      }
      tick()
    }
  }
}

/// A reader on its way from the thread that trained it to the one that uses it; never in both.
struct Trained: @unchecked Sendable { let reader: Reader }
