import Kernels

extension Tensor {
  /// The sum of all numbers; 0 when there are none.
  public func sum() -> Float { Kernels.sum(scalars) }

  /// The mean of all numbers.
  ///
  /// Traps when there are none.
  public func mean() -> Float {
    requireNumbers(for: "mean")
    return sum() / Float(count)
  }

  /// The greatest number; not a number if one is none.
  ///
  /// Traps when there are none.
  public func max() -> Float {
    requireNumbers(for: "max")
    return Kernels.maximum(scalars)
  }

  /// The smallest number; not a number if one is none.
  ///
  /// Traps when there are none.
  public func min() -> Float {
    requireNumbers(for: "min")
    return -(-self).max()
  }

  /// The position of the greatest number in the flattened tensor, the first if there are several.
  ///
  /// What is not a number counts as the greatest. Traps when there are none.
  public func argmax() -> Int {
    requireNumbers(for: "argmax")
    return Kernels.argmax(scalars, outer: 1, extent: count, inner: 1)[0]
  }

  /// The mean squared distance of all numbers from their mean (divided by n, not n - 1).
  ///
  /// Traps when there are none.
  public func variance() -> Float {
    requireNumbers(for: "variance")
    return (self - mean()).squared().mean()
  }

  private func requireNumbers(for operation: String) {
    if isEmpty { misuse(operation, "shape \(shape) holds no numbers") }
  }
}

// MARK: - Along one axis

extension Tensor {
  /// Sums along one axis.
  ///
  /// **Shape** `[4, 3]` summed along axis 0 gives `[3]`, or `[1, 3]` when the dimension is kept.
  /// Negative axes count from the back.
  public func sum(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.axis(axis, in: "sum")
    let (outer, extent, inner) = shape.split(around: axis)
    return Tensor(
      scalars: Kernels.sum(scalars, outer: outer, extent: extent, inner: inner),
      shape: shape.reducing(axis: axis, keepingDimension: keepingDimension))
  }

  /// Means along one axis.
  ///
  /// Traps when its extent is 0.
  public func mean(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.filledAxis(axis, in: "mean")
    return sum(axis: axis, keepingDimension: keepingDimension) / Float(shape[axis])
  }

  /// The greatest numbers along one axis.
  ///
  /// Traps when its extent is 0.
  public func max(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.filledAxis(axis, in: "max")
    let (outer, extent, inner) = shape.split(around: axis)
    return Tensor(
      scalars: Kernels.maximum(scalars, outer: outer, extent: extent, inner: inner),
      shape: shape.reducing(axis: axis, keepingDimension: keepingDimension))
  }

  /// The smallest numbers along one axis.
  ///
  /// Traps when its extent is 0.
  public func min(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.filledAxis(axis, in: "min")
    return -(-self).max(axis: axis, keepingDimension: keepingDimension)
  }

  /// Where the greatest number lies along one axis, the first if there are several.
  ///
  /// **Shape** logits `[batch, classes]`, axis 1 -> `batch` class numbers. With more axes the
  /// result is flattened. Traps when the axis has the extent 0.
  public func argmax(axis: Int) -> [Int] {
    let axis = shape.filledAxis(axis, in: "argmax")
    let (outer, extent, inner) = shape.split(around: axis)
    return Kernels.argmax(scalars, outer: outer, extent: extent, inner: inner)
  }

  /// Mean squared distances from the mean along one axis (divided by n, not n - 1).
  ///
  /// Traps when its extent is 0.
  public func variance(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.filledAxis(axis, in: "variance")
    let centred = self - mean(axis: axis, keepingDimension: true)
    return centred.squared().mean(axis: axis, keepingDimension: keepingDimension)
  }
}
