import MiniTensor

/// What a network reads a picture with, and what it answers with.
struct TwoPartNetwork: Layer {
  /// **Shape** `[batch, 1, 28, 28]` -> `[batch, 784]`.
  let features: Sequential
  /// **Shape** `[batch, 784]` -> `[batch, classes]`.
  let head: Linear

  init(classes: Int, using generator: inout RandomGenerator) {
    features = Sequential(
      Conv2D(inputChannels: 1, outputChannels: 8, kernelSize: 5, padding: 2, using: &generator),
      Activation.relu, MaxPool2D(size: 2),  // [batch, 8, 14, 14]
      Conv2D(inputChannels: 8, outputChannels: 16, kernelSize: 5, padding: 2, using: &generator),
      Activation.relu, MaxPool2D(size: 2), Flatten())  // [batch, 784]
    head = Linear(inputSize: 784, outputSize: classes, using: &generator)
  }

  var parameters: [Variable] { features.parameters + head.parameters }

  func callAsFunction(_ input: Variable) -> Variable { head(features(input)) }
}

/// Three ways to learn a new task from little.
enum Way: CaseIterable, Sendable {
  /// New filters and a new head, and all of it learns.
  case fromScratch
  /// The filters of the old task stay as they are; a new head learns.
  case frozenFeatures
  /// The filters of the old task and a new head, and all of it learns.
  case fineTuning

  /// A network to begin with, and what of it learns.
  func start(
    _ learned: [Tensor], classes: Int, using generator: inout RandomGenerator
  ) -> (network: TwoPartNetwork, learning: [Variable]) {
    let network = TwoPartNetwork(classes: classes, using: &generator)
    guard self != .fromScratch else { return (network, network.parameters) }
    for (parameter, value) in zip(network.features.parameters, learned) { parameter.value = value }
    return (network, self == .fineTuning ? network.parameters : network.head.parameters)
  }
}
