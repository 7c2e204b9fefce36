/// What maps one variable to one variable and may have parameters to learn.
///
/// A layer is called like a function: `let hidden = layer(input)`. Some layers behave differently
/// while they learn (dropout, batch normalisation). They need chance for that, and chance is
/// never hidden here: `layer(input, training: &generator)`. Where the two differ, a `backward()`
/// through `layer(input)` traps, as it would train without what the layer is for.
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

  /// All that the layer needs to answer the same after it was saved and loaded: the parameters,
  /// and what it has gathered without learning, such as the running means of a batch norm.
  ///
  ///     try ParameterFile.save(model.state, to: file)
  var state: [Variable] { get }

  /// Computes the output, as when the network is used.
  func callAsFunction(_ input: Variable) -> Variable

  /// Computes the output as while the network learns.
  func callAsFunction(_ input: Variable, training generator: inout RandomGenerator) -> Variable
}

extension Layer {
  /// Nothing to learn, as in most layers.
  public var parameters: [Variable] { [] }

  /// The parameters: few layers gather anything else.
  public var state: [Variable] { parameters }

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

extension Variable {
  /// The same value, through which no gradient may flow: the result of a layer that was called as
  /// in use, though it behaves differently while the network learns.
  func notForTraining(_ layer: String, _ difference: String) -> Variable {
    if GradientRecording.reachesLayersInUse { return self }
    return Variable(value, from: self) { _ in
      misuse(
        layer,
        """
        backward() through a layer in use, which \(difference): \
        train with model(input, training: &generator), or see withGradientsInUse
        """)
    }
  }
}
