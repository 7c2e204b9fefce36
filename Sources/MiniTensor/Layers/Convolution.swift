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
    requireFilters("Conv2D", inputChannels, outputChannels, kernelSize, stride, padding)
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
    requireFilters("Conv1D", inputChannels, outputChannels, kernelSize, stride, padding)
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

private func requireFilters(
  _ layer: String, _ inputs: Int, _ outputs: Int, _ kernelSize: Int, _ stride: Int, _ padding: Int
) {
  require(inputs > 0, layer, "inputChannels", inputs, "expected 1 or more")
  require(outputs > 0, layer, "outputChannels", outputs, "expected 1 or more")
  require(kernelSize > 0, layer, "kernelSize", kernelSize, "expected 1 or more")
  require(stride > 0, layer, "stride", stride, "expected 1 or more")
  require(padding >= 0, layer, "padding", padding, "expected 0 or more")
}
