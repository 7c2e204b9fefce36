/// The fully connected layer: y = x W + b.
///
/// **Shape** `[..., in]` -> `[..., out]`. Parameters: `weight [in, out]`, `bias [out]`.
/// Complexity: O(rows · in · out). Traps when the input's last axis is not `in`.
public struct Linear: Layer {
  /// One column an output.
  ///
  /// **Shape** `[in, out]`.
  public let weight: Variable

  /// What each output starts from; `nil` when made without.
  ///
  /// **Shape** `[out]`.
  public let bias: Variable?

  /// Makes a layer with drawn weights and a bias of zeros.
  ///
  /// `initializer` says how the weights are drawn; Glorot's rule suits tanh and sigmoid,
  /// `.heNormal` suits rectifiers.
  public init(
    inputSize: Int, outputSize: Int, hasBias: Bool = true,
    initializer: Initializer = .glorotUniform, using generator: inout RandomGenerator
  ) {
    require(inputSize > 0, "Linear", "inputSize", inputSize, "expected 1 or more")
    require(outputSize > 0, "Linear", "outputSize", outputSize, "expected 1 or more")
    weight = Variable(initializer([inputSize, outputSize], using: &generator))
    bias = hasBias ? Variable(Tensor.zeros(outputSize)) : nil
  }

  /// Makes a layer from given weights, say for a construction by hand.
  public init(weight: Tensor, bias: Tensor?) {
    guard weight.rank == 2, bias.map({ $0.shape == [weight.shape[1]] }) ?? true else {
      misuse(
        "Linear",
        """
        weight of shape \(weight.shape), \(bias.map { "bias of shape \($0.shape)" } ?? "no bias"): \
        expected [in, out] and [out]
        """)
    }
    self.weight = Variable(weight)
    self.bias = bias.map { Variable($0) }
  }

  /// The weight, then the bias.
  public var parameters: [Variable] { bias.map { [weight, $0] } ?? [weight] }

  /// Computes x W + b.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.linear(weight: weight, bias: bias)
  }
}
