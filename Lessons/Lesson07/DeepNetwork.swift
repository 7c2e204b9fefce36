import MiniTensor

/// How far the first weights of a layer spread, when they are drawn from a normal distribution.
///
/// The signal should leave a layer as large as it came. A sum of `inputs` products has `inputs`
/// times the variance of one, so the weights' variance must be about 1 / inputs.
enum FirstWeights {
  /// 2 / (inputs + outputs): the mean of what the forward and the backward signal want.
  ///
  /// For layers that pass everything on, such as tanh near 0.
  /// Source: X. Glorot, Y. Bengio, AISTATS 2010, equation 12.
  case glorot

  /// 2 / inputs: twice as much, because a ReLU lets only half of the signal through.
  ///
  /// Source: K. He and others, ICCV 2015, equation 10.
  case he

  /// Twice what He asks for, to see the other failure.
  case tooLarge

  func variance(inputs: Int, outputs: Int) -> Float {
    switch self {
    case .glorot: 2 / Float(inputs + outputs)
    case .he: 2 / Float(inputs)
    case .tooLarge: 4 / Float(inputs)
    }
  }

  /// A layer with weights of this variance, and a bias of zeros.
  func layer(inputs: Int, outputs: Int, using generator: inout RandomGenerator) -> Linear {
    let deviation = variance(inputs: inputs, outputs: outputs).squareRoot()
    return Linear(
      weight: .normal([inputs, outputs], standardDeviation: deviation, using: &generator),
      bias: .zeros(outputs))
  }
}

/// A tower of layers of equal width, each with an activation, and ten logits on top.
struct DeepNetwork {
  let hidden: [Linear]
  let activation: Activation
  let output: Linear

  init(
    depth: Int, width: Int, inputs: Int, _ first: FirstWeights,
    activation: Activation = .relu, using generator: inout RandomGenerator
  ) {
    self.activation = activation
    hidden = (0..<depth).map { level in
      first.layer(inputs: level == 0 ? inputs : width, outputs: width, using: &generator)
    }
    output = first.layer(inputs: width, outputs: 10, using: &generator)
  }

  var parameters: [Variable] { (hidden + [output]).flatMap(\.parameters) }

  /// What each hidden layer passes on, the lowest first: [batch, width] each.
  func signals(_ input: Tensor) -> [Variable] {
    var signals: [Variable] = []
    for layer in hidden {
      signals.append(activation(layer(signals.last ?? Variable(constant: input))))
    }
    return signals
  }

  /// The scores of ten classes: [batch, 10].
  func logits(_ input: Tensor) -> Variable {
    output(signals(input).last!)
  }
}
