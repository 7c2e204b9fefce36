// Moving numbers around changes none of them: every rule here moves the gradient back.

extension Variable {
  /// The same numbers in another shape; one extent may be -1.
  ///
  /// Gradient: shaped back.
  public func reshaped(_ shape: [Int]) -> Variable {
    let before = value.dimensions
    return Variable(value.reshaped(shape), from: self) { gradient in
      Tensor(scalars: gradient.scalars, dimensions: before)
    }
  }

  /// The same numbers in another shape; one extent may be -1.
  public func reshaped(_ shape: Int...) -> Variable { reshaped(shape) }

  /// All axes but the first joined.
  ///
  /// **Shape** `[batch, ...]` -> `[batch, features]`.
  public func flattened() -> Variable { reshaped(value.shape.first ?? 1, -1) }

  /// The last two axes exchanged.
  ///
  /// Gradient: exchanged back.
  public func transposed() -> Variable {
    Variable(value.transposed(), from: self) { $0.transposed() }
  }

  /// The axes in another order.
  ///
  /// Gradient: in the old order again.
  public func transposed(axes: [Int]) -> Variable {
    let back = axes.indices.map { axis in axes.firstIndex(of: axis) ?? axis }
    return Variable(value.transposed(axes: axes), from: self) { $0.transposed(axes: back) }
  }

  /// A range along an axis.
  ///
  /// Gradient: into that range, 0 elsewhere.
  public func slice(axis: Int, _ range: Range<Int>) -> Variable {
    let shape = value.shape
    let position = axis < 0 ? axis + shape.count : axis
    return Variable(value.slice(axis: axis, range), from: self) { gradient in
      var (before, after) = (shape, shape)
      before[position] = range.lowerBound
      after[position] = shape[position] - range.upperBound
      return Tensor.concatenate(
        [Tensor.zeros(before), gradient, Tensor.zeros(after)], axis: position)
    }
  }

  /// One position along an axis; the axis disappears.
  public func slice(axis: Int, at index: Int) -> Variable {
    let position = axis < 0 ? axis + value.rank : axis
    var shape = value.shape
    let taken = slice(axis: axis, index..<(index + 1))
    shape.remove(at: position)
    return taken.reshaped(shape)
  }

  /// The rows with the given numbers, in that order; a row may be taken several times.
  ///
  /// **Shape** `[rows, ...]` -> `[indices.count, ...]`. Gradient: each taken row's gradient is
  /// added to the row it was taken from.
  public func rows(_ indices: [Int]) -> Variable {
    let shape = value.dimensions
    return Variable(value.rows(indices), from: self) { gradient in
      let sums = Kernels.scatterAdd(
        gradient.scalars, indices: indices, rows: shape[0],
        length: shape.count(1..<Int(shape.rank)))
      return Tensor(scalars: sums, dimensions: shape)
    }
  }

  /// Tensors one after another along an axis.
  ///
  /// Gradient: cut into the same pieces.
  public static func concatenate(_ variables: [Variable], axis: Int = 0) -> Variable {
    let result = Tensor.concatenate(variables.map(\.value), axis: axis)
    let position = axis < 0 ? axis + result.rank : axis
    let extents = variables.map { $0.value.dimensions[position] }
    return Variable(result, from: variables) { gradient in
      var start = 0
      return extents.map { extent in
        defer { start += extent }
        return gradient.slice(axis: position, start..<(start + extent))
      }
    }
  }

  /// Tensors of one shape side by side along a new axis.
  public static func stack(_ variables: [Variable], axis: Int = 0) -> Variable {
    let expanded = variables.map { variable in
      var shape = variable.shape
      guard axis >= 0, axis <= shape.count else {
        misuse("stack", "axis \(axis) is outside 0...\(shape.count) for shape \(shape)")
      }
      shape.insert(1, at: axis)
      return variable.reshaped(shape)
    }
    return concatenate(expanded, axis: axis)
  }
}
