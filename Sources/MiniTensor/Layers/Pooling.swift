/// Keeps the greatest number of each square window of each channel.
///
/// **Shape** `[..., height, width]` -> `[..., positions, positions]`, with
/// positions = (extent - size) / stride + 1, rounded down. Nothing to learn.
public final class MaxPool2D: MaxPool {
  override class var axisCount: Int { 2 }
}

/// Keeps the greatest number of each stretch of each channel.
///
/// **Shape** `[..., length]` -> `[..., positions]`. Nothing to learn.
public final class MaxPool1D: MaxPool {
  override class var axisCount: Int { 1 }
}

/// What `MaxPool2D` and `MaxPool1D` share: windows, and the step from one to the next.
public class MaxPool: Layer {
  private let size, stride: [Int]

  /// How many axes the windows slide along; none here, so only the two above can be used.
  class var axisCount: Int { 0 }

  /// Makes the layer; the stride is the size unless given.
  public init(size: Int, stride: Int? = nil) {
    let (layer, axes) = ("\(Self.self)", Self.axisCount)
    require(size > 0, layer, "size", size, "expected 1 or more")
    require(stride ?? size > 0, layer, "stride", stride ?? size, "expected 1 or more")
    self.size = Array(repeating: size, count: axes)
    self.stride = Array(repeating: stride ?? size, count: axes)
  }

  /// Pools.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.maxPool(size: size, stride: stride)
  }
}

/// Joins all axes but the first, between the filters and the fully connected layers.
///
/// **Shape** `[batch, ...]` -> `[batch, features]`.
public struct Flatten: Layer, Sendable {
  /// Makes the layer.
  public init() {}

  /// Reshapes.
  public func callAsFunction(_ input: Variable) -> Variable { input.flattened() }
}
