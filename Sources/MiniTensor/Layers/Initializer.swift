/// How the weights of a layer are drawn before they learn.
///
/// A signal should neither die out nor explode on its way through many layers. For a weight
/// `[in, out]` the variance that keeps it steady is 1 / in forward and 1 / out backward.
/// Each rule is a compromise; lesson 07 shows what a wrong one does.
public enum Initializer: Sendable, Equatable {
  /// All zeros: right for biases; a layer of such weights never learns to differ.
  case zeros

  /// Evenly from -limit to +limit.
  case uniform(limit: Float)

  /// Normally distributed around 0.
  case normal(standardDeviation: Float)

  /// Evenly, with the variance 2 / (in + out).
  ///
  /// Source: X. Glorot, Y. Bengio, AISTATS 2010, equation 16.
  case glorotUniform

  /// Normally, with the variance 2 / (in + out).
  case glorotNormal

  /// Evenly, with the variance 2 / in: a rectifier blocks half of the signal.
  ///
  /// Source: K. He and others, ICCV 2015, equation 10.
  case heUniform

  /// Normally, with the variance 2 / in.
  case heNormal

  /// Draws a weight.
  ///
  /// **Shape** `[in, out]` for a layer; for a convolution `[out channels, in channels, ...]`, where
  /// every position of the filter counts as an input. Traps when a limit or a deviation is below 0.
  public func callAsFunction(_ shape: some Collection<Int>, using generator: inout RandomGenerator)
    -> Tensor
  {
    let (inputs, outputs) = Initializer.connections(of: Shape(shape))
    switch self {
    case .zeros:
      return .zeros(shape)
    case .uniform(let limit):
      requireSize(limit, "Initializer", "limit")
      return .uniform(shape, in: -limit...limit, using: &generator)
    case .normal(let deviation):
      requireSize(deviation, "Initializer", "standard deviation")
      return .normal(shape, standardDeviation: deviation, using: &generator)
    case .glorotUniform:
      let limit = (6 / (inputs + outputs)).squareRoot()
      return .uniform(shape, in: -limit...limit, using: &generator)
    case .glorotNormal:
      let deviation = (2 / (inputs + outputs)).squareRoot()
      return .normal(shape, standardDeviation: deviation, using: &generator)
    case .heUniform:
      let limit = (6 / inputs).squareRoot()
      return .uniform(shape, in: -limit...limit, using: &generator)
    case .heNormal:
      return .normal(shape, standardDeviation: (2 / inputs).squareRoot(), using: &generator)
    }
  }

  /// How many inputs each output sees, and how many outputs each input reaches.
  private static func connections(of shape: Shape) -> (inputs: Float, outputs: Float) {
    guard shape.rank >= 2 else {
      let count = Float(max(shape.first ?? 1, 1))
      return (count, count)
    }
    if shape.rank == 2 { return (Float(max(shape[0], 1)), Float(max(shape[1], 1))) }
    let positions = shape.product(of: 2..<shape.rank)
    return (Float(max(shape[1] * positions, 1)), Float(max(shape[0] * positions, 1)))
  }
}
