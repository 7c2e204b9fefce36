/// Filters that slide over images.
///
/// **Shape** `[batch, in, height, width]` -> `[batch, out, positions, positions]`, with
/// positions = (extent + 2 · padding - kernelSize) / stride + 1, rounded down.
/// Parameters: `weight [out, in, kernel, kernel]`, `bias [out]`.
/// The equation, traps and complexity are those of `Variable.convolution`.
public struct Conv2D: Layer {
  /// One filter an output channel.
  ///
  /// **Shape** `[out, in, kernel, kernel]`.
  public let weight: Variable

  /// What each output channel starts from; `nil` when made without.
  public let bias: Variable?

  /// Steps from one position to the next.
  public let stride: Int

  /// Zeros added on every side.
  public let padding: Int

  /// Makes filters with drawn weights and a bias of zeros.
  public init(
    inputChannels: Int, outputChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
    hasBias: Bool = true, initializer: Initializer = .heUniform,
    using generator: inout RandomGenerator
  ) {
    let shape = [outputChannels, inputChannels, kernelSize, kernelSize]
    weight = Variable(initializer(shape, using: &generator))
    bias = hasBias ? Variable(Tensor.zeros(outputChannels)) : nil
    (self.stride, self.padding) = (stride, padding)
  }

  /// The weight, then the bias.
  public var parameters: [Variable] { bias.map { [weight, $0] } ?? [weight] }

  /// Slides the filters.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.convolution(weight: weight, bias: bias, stride: stride, padding: padding)
  }
}

/// Filters that slide along sequences.
///
/// **Shape** `[batch, in, length]` -> `[batch, out, positions]`, with
/// positions = (length + 2 · padding - kernelSize) / stride + 1, rounded down.
/// Parameters: `weight [out, in, kernel]`, `bias [out]`.
/// The equation, traps and complexity are those of `Variable.convolution`.
public struct Conv1D: Layer {
  /// One filter an output channel.
  ///
  /// **Shape** `[out, in, kernel]`.
  public let weight: Variable

  /// What each output channel starts from; `nil` when made without.
  public let bias: Variable?

  /// Steps from one position to the next.
  public let stride: Int

  /// Zeros added on both sides.
  public let padding: Int

  /// Makes filters with drawn weights and a bias of zeros.
  public init(
    inputChannels: Int, outputChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
    hasBias: Bool = true, initializer: Initializer = .heUniform,
    using generator: inout RandomGenerator
  ) {
    let shape = [outputChannels, inputChannels, kernelSize]
    weight = Variable(initializer(shape, using: &generator))
    bias = hasBias ? Variable(Tensor.zeros(outputChannels)) : nil
    (self.stride, self.padding) = (stride, padding)
  }

  /// The weight, then the bias.
  public var parameters: [Variable] { bias.map { [weight, $0] } ?? [weight] }

  /// Slides the filters.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.convolution(weight: weight, bias: bias, stride: stride, padding: padding)
  }
}
