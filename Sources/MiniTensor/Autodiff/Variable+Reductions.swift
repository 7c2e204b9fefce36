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
    let (shape, axis) = (value.shape, value.shape.axis(axis, in: "sum"))
    let result = value.sum(axis: axis, keepingDimension: keepingDimension)
    return Variable(result, from: self) { gradient in
      gradient.restoring(axis: axis, of: shape).broadcast(to: shape)
    }
  }

  /// The mean along an axis.
  ///
  /// Gradient: repeated along that axis, divided by its extent.
  public func mean(axis: Int, keepingDimension: Bool = false) -> Variable {
    let extent = Float(shape[shape.filledAxis(axis, in: "mean")])
    return sum(axis: axis, keepingDimension: keepingDimension) / extent
  }

  /// The greatest element along an axis.
  ///
  /// Gradient: it goes to the greatest element; equals share it evenly.
  public func max(axis: Int, keepingDimension: Bool = false) -> Variable {
    let (x, axis) = (value, value.shape.axis(axis, in: "max"))
    let greatest = x.max(axis: axis, keepingDimension: true)
    var result = greatest
    result.shape = x.shape.reducing(axis: axis, keepingDimension: keepingDimension)
    return Variable(result, from: self) { gradient in
      let winners = x.equal(to: greatest)
      let shares = winners / winners.sum(axis: axis, keepingDimension: true)
      return shares * gradient.restoring(axis: axis, of: x.shape)
    }
  }

  /// The variance along an axis: the mean squared distance from the mean.
  ///
  /// Traps when its extent is 0.
  public func variance(axis: Int, keepingDimension: Bool = false) -> Variable {
    let axis = shape.filledAxis(axis, in: "variance")
    return (self - mean(axis: axis, keepingDimension: true)).squared()
      .mean(axis: axis, keepingDimension: keepingDimension)
  }
}

extension Tensor {
  /// Undoes the removal of an axis: the extent 1 stands where `shape` has the axis.
  func restoring(axis: Int, of shape: Shape) -> Tensor {
    Tensor(scalars: scalars, shape: shape.replacing(axis: axis, with: 1))
  }
}
