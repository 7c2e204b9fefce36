/// Keeps the greatest number of each square window of each channel.
///
/// **Shape** `[..., height, width]` -> `[..., positions, positions]`, with
/// positions = (extent - size) / stride + 1, rounded down. Nothing to learn.
public struct MaxPool2D: Layer, Sendable {
  let size: Int
  let stride: Int

  /// Makes the layer; the stride is the size unless given.
  public init(size: Int, stride: Int? = nil) {
    require(size > 0, "MaxPool2D", "size", size, "expected 1 or more")
    require(stride ?? size > 0, "MaxPool2D", "stride", stride ?? size, "expected 1 or more")
    (self.size, self.stride) = (size, stride ?? size)
  }

  /// Pools.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.maxPool(size: [size, size], stride: [stride, stride])
  }
}

/// Keeps the greatest number of each stretch of each channel.
///
/// **Shape** `[..., length]` -> `[..., positions]`. Nothing to learn.
public struct MaxPool1D: Layer, Sendable {
  let size: Int
  let stride: Int

  /// Makes the layer; the stride is the size unless given.
  public init(size: Int, stride: Int? = nil) {
    require(size > 0, "MaxPool1D", "size", size, "expected 1 or more")
    require(stride ?? size > 0, "MaxPool1D", "stride", stride ?? size, "expected 1 or more")
    (self.size, self.stride) = (size, stride ?? size)
  }

  /// Pools.
  public func callAsFunction(_ input: Variable) -> Variable {
    input.maxPool(size: [size], stride: [stride])
  }
}

/// The mean of each channel over all positions.
///
/// **Shape** `[batch, channels, ...]` -> `[batch, channels]`. Nothing to learn. Traps when there is
/// no position.
/// Source: M. Lin, Q. Chen, S. Yan, ICLR 2014, section 3.2.
public struct GlobalAveragePool: Layer, Sendable {
  /// Makes the layer.
  public init() {}

  /// Pools.
  public func callAsFunction(_ input: Variable) -> Variable {
    let shape = input.shape
    guard shape.rank >= 2, shape.dropFirst(2).allSatisfy({ $0 > 0 }) else {
      misuse(
        "GlobalAveragePool",
        "input of shape \(shape): expected [batch, channels, ...] with a position to average over")
    }
    if shape.rank == 2 { return input }
    return input.reshaped(shape[0], shape[1], shape.product(of: 2..<shape.rank)).mean(axis: 2)
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
