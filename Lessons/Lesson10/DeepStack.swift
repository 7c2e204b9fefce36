import MiniTensor

/// How a stack of equal layers is built.
enum Stack: Sendable, CaseIterable {
  /// One layer after another, the first weights drawn as was usual: U(-1/√n, 1/√n).
  case plain
  /// The same layers, each with a shortcut around it.
  case shortcuts
  /// No shortcut, but first weights √6 times as large, by He's rule.
  case he
  /// No shortcut, the usual first weights, and batch normalisation before every ReLU.
  case normalised
}

/// The idea of this lesson in one line: a layer that adds to its input instead of replacing it.
///
///     y = x + f(x)        so        dy/dx = 1 + f'(x)
///
/// When f has nothing to say, y = x: the layer is in nobody's way. And the gradient reaches x along
/// the 1, unless f' happens to be near -1. Source: K. He and others, CVPR 2016, section 3.
struct ShortcutLayer: Layer {
  let inner: any Layer

  var parameters: [Variable] { inner.parameters }

  func callAsFunction(_ input: Variable) -> Variable { input + inner(input) }

  func callAsFunction(_ input: Variable, training generator: inout RandomGenerator) -> Variable {
    input + inner(input, training: &generator)
  }
}

/// A deep network of `depth` hidden layers of one width, each a linear map and a ReLU.
///
/// **Shape** `[batch, inputSize]` -> `[batch, classes]`.
struct DeepNetwork: Layer {
  let first: Linear
  let hidden: [any Layer]
  let last: Linear

  init(
    _ stack: Stack, depth: Int, width: Int = 50, inputSize: Int = 64, classes: Int = 10,
    using generator: inout RandomGenerator
  ) {
    func linear(_ inputs: Int, _ outputs: Int) -> Linear {
      let limit = 1 / Float(inputs).squareRoot()
      let initializer: Initializer = stack == .he ? .heUniform : .uniform(limit: limit)
      let layer = Linear(
        inputSize: inputs, outputSize: outputs, initializer: initializer, using: &generator)
      if stack != .he {
        layer.bias?.value = .uniform([outputs], in: -limit...limit, using: &generator)
      }
      return layer
    }
    first = linear(inputSize, width)
    hidden = (0..<depth).map { _ in
      switch stack {
      case .plain, .he: Sequential(linear(width, width), Activation.relu)
      case .shortcuts: ShortcutLayer(inner: Sequential(linear(width, width), Activation.relu))
      case .normalised:
        Sequential(linear(width, width), BatchNorm(featureCount: width), Activation.relu)
      }
    }
    last = linear(width, classes)
  }

  var parameters: [Variable] {
    first.parameters + hidden.flatMap { $0.parameters } + last.parameters
  }

  func callAsFunction(_ input: Variable) -> Variable {
    last(hidden.reduce(first(input).relu()) { signal, layer in layer(signal) })
  }

  func callAsFunction(_ input: Variable, training generator: inout RandomGenerator) -> Variable {
    var signal = first(input).relu()
    for layer in hidden { signal = layer(signal, training: &generator) }
    return last(signal)
  }
}

extension DeepNetwork {
  /// How strong the gradient of the loss is at every hidden layer, from the first to the last: the
  /// root of the mean square over a batch, before anything has been learned.
  func gradientSizes(
    _ images: Tensor, _ labels: [Int], using generator: inout RandomGenerator
  ) -> [Double] {
    var signals: [Variable] = []
    var signal = first(images).relu()
    for layer in hidden {
      signal = layer(signal, training: &generator)
      signal.keepsGradient = true
      signals.append(signal)
    }
    softmaxCrossEntropy(logits: last(signal), labels: labels).backward()
    return signals.map { Double(($0.gradient ?? Tensor(0)).squared().mean()).squareRoot() }
  }
}
