/// Layers one after another: the output of each is the input of the next.
///
///     let model = Sequential(
///       Linear(inputSize: 64, outputSize: 32, using: &generator), Activation.relu,
///       Linear(inputSize: 32, outputSize: 10, using: &generator))
///     let logits = model(images)                 // [batch, 64] -> [batch, 10]
public struct Sequential: Layer {
  /// The layers, first to last.
  public let layers: [any Layer]

  /// Chains the given layers.
  public init(_ layers: any Layer...) { self.layers = layers }

  /// Chains a list of layers.
  public init(_ layers: [any Layer]) { self.layers = layers }

  /// The parameters of all layers, first to last; one that several layers share is listed once.
  public var parameters: [Variable] { layers.flatMap { $0.parameters }.withoutRepetition }

  /// What all layers need to answer the same, first to last.
  public var state: [Variable] { layers.flatMap { $0.state }.withoutRepetition }

  /// Sends the input through all layers.
  public func callAsFunction(_ input: Variable) -> Variable {
    layers.reduce(input) { signal, layer in layer(signal) }
  }

  /// Sends the input through all layers as while they learn.
  public func callAsFunction(
    _ input: Variable, training generator: inout RandomGenerator
  ) -> Variable {
    var signal = input
    for layer in layers { signal = layer(signal, training: &generator) }
    return signal
  }
}

extension [Variable] {
  /// Each variable where it first stands.
  var withoutRepetition: [Variable] {
    var known: Set<ObjectIdentifier> = []
    return filter { known.insert(ObjectIdentifier($0)).inserted }
  }
}
