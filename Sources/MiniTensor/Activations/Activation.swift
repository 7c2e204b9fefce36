/// An activation function as a layer, to stand between others in a `Sequential`.
///
/// **Shape** any -> the same. The functions themselves are methods of `Variable`.
public enum Activation: Layer, Equatable, Sendable {
  case sigmoid, tanh, relu, silu, gelu, softplus
  case leakyReLU(slope: Float)
  case elu(scale: Float)

  /// Along the last axis.
  case softmax

  /// Applies the function.
  public func callAsFunction(_ input: Variable) -> Variable {
    switch self {
    case .sigmoid: input.sigmoid()
    case .tanh: input.tanh()
    case .relu: input.relu()
    case .silu: input.silu()
    case .gelu: input.gelu()
    case .softplus: input.softplus()
    case .leakyReLU(let slope): input.leakyReLU(slope: slope)
    case .elu(let scale): input.elu(scale: scale)
    case .softmax: input.softmax()
    }
  }
}
