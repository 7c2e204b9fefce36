/// Filters that slide over images: see `Convolution`.
///
/// **Shape** `[batch, in, height, width]` -> `[batch, out, positions, positions]`.
/// Parameters: `weight [out, in, kernel, kernel]`, `bias [out]`.
public final class Conv2D: Convolution {
  override class var axisCount: Int { 2 }
}

/// Filters that slide along sequences: see `Convolution`.
///
/// **Shape** `[batch, in, length]` -> `[batch, out, positions]`.
/// Parameters: `weight [out, in, kernel]`, `bias [out]`.
public final class Conv1D: Convolution {
  override class var axisCount: Int { 1 }
}

/// What `Conv2D` and `Conv1D` share: small weights that are the same at every position.
///
/// positions = (extent + 2 · padding - kernelSize) / stride + 1, rounded down.
/// The equation, traps and complexity are those of `Variable.convolution`.
public class Convolution: Layer {
  /// One filter an output channel.
  ///
  /// **Shape** `[out, in, kernel]`, for images `[out, in, kernel, kernel]`.
  public let weight: Variable

  /// What each output channel starts from; `nil` when made without.
  public let bias: Variable?

  /// Steps from one position to the next.
  public let stride: Int

  /// Zeros added on every side.
  public let padding: Int

  /// How many axes the filters slide along; none here, so only the two above can be used.
  class var axisCount: Int { 0 }

  /// Makes filters with drawn weights and a bias of zeros.
  public init(
    inputChannels: Int, outputChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
    hasBias: Bool = true, initializer: Initializer = .heUniform,
    using generator: inout RandomGenerator
  ) {
    let (layer, axes) = ("\(Self.self)", Self.axisCount)
    require(inputChannels > 0, layer, "inputChannels", inputChannels, "expected 1 or more")
    require(outputChannels > 0, layer, "outputChannels", outputChannels, "expected 1 or more")
    require(kernelSize > 0, layer, "kernelSize", kernelSize, "expected 1 or more")
    require(stride > 0, layer, "stride", stride, "expected 1 or more")
    requireCount(padding, layer, "padding")
    let shape = [outputChannels, inputChannels] + Array(repeating: kernelSize, count: axes)
    weight = Variable(initializer(shape, using: &generator))
    bias = hasBias ? Variable(Tensor.zeros(outputChannels)) : nil
    (self.stride, self.padding) = (stride, padding)
  }

  /// The weight, then the bias.
  public var parameters: [Variable] { [weight, bias].compactMap { $0 } }

  /// Slides the filters.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.convolution(weight: weight, bias: bias, stride: stride, padding: padding)
  }
}
