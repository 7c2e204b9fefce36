import Kernels

extension Tensor {
  /// The sum of all numbers; 0 when there are none.
  public func sum() -> Float { Kernels.sum(scalars) }

  /// The mean of all numbers.
  ///
  /// Traps when there are none.
  public func mean() -> Float {
    guard count > 0 else { misuse("mean", "shape \(shape) holds no numbers") }
    return sum() / Float(count)
  }

  /// The greatest number; not a number if one is none.
  ///
  /// Traps when there are none.
  public func max() -> Float {
    guard count > 0 else { misuse("max", "shape \(shape) holds no numbers") }
    return Kernels.maximum(scalars)
  }

  /// The smallest number; not a number if one is none.
  ///
  /// Traps when there are none.
  public func min() -> Float {
    guard count > 0 else { misuse("min", "shape \(shape) holds no numbers") }
    return -(-self).max()
  }

  /// The position of the greatest number in the flattened tensor, the first if there are several.
  ///
  /// What is not a number counts as the greatest. Traps when there are none.
  public func argmax() -> Int {
    guard count > 0 else { misuse("argmax", "shape \(shape) holds no numbers") }
    return Kernels.argmax(scalars, outer: 1, extent: count, inner: 1)[0]
  }

  /// The mean squared distance of all numbers from their mean (divided by n, not n - 1).
  ///
  /// Traps when there are none.
  public func variance() -> Float {
    guard count > 0 else { misuse("variance", "shape \(shape) holds no numbers") }
    return (self - mean()).squared().mean()
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
    let axis = shape.axis(axis, in: "mean")
    guard shape[axis] > 0 else { misuse("mean", "axis \(axis) of \(shape) is empty") }
    return sum(axis: axis, keepingDimension: keepingDimension) / Float(shape[axis])
  }

  /// The greatest numbers along one axis.
  ///
  /// Traps when its extent is 0.
  public func max(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.axis(axis, in: "max")
    guard shape[axis] > 0 else { misuse("max", "axis \(axis) of \(shape) is empty") }
    let (outer, extent, inner) = shape.split(around: axis)
    return Tensor(
      scalars: Kernels.maximum(scalars, outer: outer, extent: extent, inner: inner),
      shape: shape.reducing(axis: axis, keepingDimension: keepingDimension))
  }

  /// The smallest numbers along one axis.
  ///
  /// Traps when its extent is 0.
  public func min(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.axis(axis, in: "min")
    guard shape[axis] > 0 else { misuse("min", "axis \(axis) of \(shape) is empty") }
    return -(-self).max(axis: axis, keepingDimension: keepingDimension)
  }

  /// Where the greatest number lies along one axis, the first if there are several.
  ///
  /// **Shape** logits `[batch, classes]`, axis 1 -> `batch` class numbers. With more axes the
  /// result is flattened. Traps when the axis has the extent 0.
  public func argmax(axis: Int) -> [Int] {
    let axis = shape.axis(axis, in: "argmax")
    guard shape[axis] > 0 else { misuse("argmax", "axis \(axis) of \(shape) is empty") }
    let (outer, extent, inner) = shape.split(around: axis)
    return Kernels.argmax(scalars, outer: outer, extent: extent, inner: inner)
  }

  /// Mean squared distances from the mean along one axis (divided by n, not n - 1).
  ///
  /// Traps when its extent is 0.
  public func variance(axis: Int, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.axis(axis, in: "variance")
    guard shape[axis] > 0 else { misuse("variance", "axis \(axis) of \(shape) is empty") }
    let centred = self - mean(axis: axis, keepingDimension: true)
    return centred.squared().mean(axis: axis, keepingDimension: keepingDimension)
  }
}
