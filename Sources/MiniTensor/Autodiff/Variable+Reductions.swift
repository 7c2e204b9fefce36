extension Variable {
  /// The sum of all elements.
  ///
  /// Gradient: the same for each.
  ///
  /// **Shape** any -> `[]`.
  public func sum() -> Variable {
    let shape = value.shape
    return Variable(Tensor(value.sum()), from: self) { gradient in
      Tensor.full(shape, gradient.scalar)
    }
  }

  /// The mean of all elements.
  ///
  /// Gradient: 1 / count for each.
  ///
  /// **Shape** any -> `[]`. Traps when there are no elements.
  public func mean() -> Variable {
    let shape = value.shape
    let share = 1 / Float(value.count)
    return Variable(Tensor(value.mean()), from: self) { gradient in
      Tensor.full(shape, gradient.scalar * share)
    }
  }

  /// The sum along an axis.
  ///
  /// Gradient: repeated along that axis.
  public func sum(axis: Int, keepingDimension: Bool = false) -> Variable {
    let shape = value.shape
    let result = value.sum(axis: axis, keepingDimension: keepingDimension)
    let position = axis < 0 ? axis + shape.count : axis
    return Variable(result, from: self) { gradient in
      let kept = keepingDimension ? gradient : gradient.expandingShape(at: position)
      return kept.broadcast(to: shape)
    }
  }

  /// The mean along an axis.
  ///
  /// Gradient: repeated along that axis, divided by its extent.
  public func mean(axis: Int, keepingDimension: Bool = false) -> Variable {
    let extent = value.dimensions[value.dimensions.axis(axis, in: "mean")]
    guard extent > 0 else { misuse("mean", "axis \(axis) of shape \(shape) is empty") }
    return sum(axis: axis, keepingDimension: keepingDimension) * (1 / Float(extent))
  }

  /// The greatest element along an axis.
  ///
  /// Gradient: it goes to the greatest element; equals share it evenly.
  public func max(axis: Int, keepingDimension: Bool = false) -> Variable {
    let x = value
    let greatest = x.max(axis: axis, keepingDimension: true)
    let position = axis < 0 ? axis + x.rank : axis
    let result = keepingDimension ? greatest : x.max(axis: axis)
    return Variable(result, from: self) { gradient in
      let kept = keepingDimension ? gradient : gradient.expandingShape(at: position)
      let winners = x.equal(to: greatest)
      return winners / winners.sum(axis: axis, keepingDimension: true) * kept
    }
  }

  /// The variance along an axis: the mean squared distance from the mean.
  public func variance(axis: Int, keepingDimension: Bool = false) -> Variable {
    (self - mean(axis: axis, keepingDimension: true)).squared()
      .mean(axis: axis, keepingDimension: keepingDimension)
  }

  /// The logarithm of the sum of exponentials along an axis.
  ///
  /// Gradient: the softmax.
  public func logSumExp(axis: Int = -1, keepingDimension: Bool = false) -> Variable {
    let x = value
    let result = x.logSumExp(axis: axis, keepingDimension: keepingDimension)
    let position = axis < 0 ? axis + x.rank : axis
    return Variable(result, from: self) { gradient in
      let kept = keepingDimension ? gradient : gradient.expandingShape(at: position)
      return x.softmax(axis: axis) * kept
    }
  }
}
