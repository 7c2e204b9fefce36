/// What maps one variable to one variable and may have parameters to learn.
///
/// A layer is called like a function: `let hidden = layer(input)`. Some layers behave differently
/// while they learn (dropout, batch normalisation). They need chance for that, and chance is
/// never hidden here: `layer(input, training: &generator)`.
///
/// Your own layer is a struct with its variables, `parameters` listing them, and one function:
///
///     struct Affine: Layer {
///       let scale = Variable(Tensor(1)), shift = Variable(Tensor(0))
///       var parameters: [Variable] { [scale, shift] }
///       func callAsFunction(_ input: Variable) -> Variable { input * scale + shift }
///     }
public protocol Layer {
  /// The variables that learn, always in the same order.
  var parameters: [Variable] { get }

  /// Computes the output, as when the network is used.
  func callAsFunction(_ input: Variable) -> Variable

  /// Computes the output as while the network learns.
  func callAsFunction(_ input: Variable, training generator: inout RandomGenerator) -> Variable
}

extension Layer {
  /// Nothing to learn, as in most layers.
  public var parameters: [Variable] { [] }

  /// The same as in use: few layers behave differently while they learn.
  public func callAsFunction(
    _ input: Variable, training generator: inout RandomGenerator
  ) -> Variable {
    self(input)
  }

  /// Computes the output for data, which does not learn.
  public func callAsFunction(_ input: Tensor) -> Variable { self(Variable(constant: input)) }

  /// Computes the output for data as while the network learns.
  public func callAsFunction(
    _ input: Tensor, training generator: inout RandomGenerator
  ) -> Variable {
    self(Variable(constant: input), training: &generator)
  }

  /// How many numbers the layer learns.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }
}
