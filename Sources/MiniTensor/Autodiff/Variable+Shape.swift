import Kernels

// Moving numbers around changes none of them: every rule here moves the gradient back.

extension Variable {
  /// The same numbers in another shape; one extent may be -1.
  ///
  /// Gradient: shaped back.
  public func reshaped(_ extents: some Collection<Int>) -> Variable {
    let before = value.shape
    return Variable(value.reshaped(extents), from: self) { gradient in
      Tensor(scalars: gradient.scalars, shape: before)
    }
  }

  /// The same numbers in another shape; one extent may be -1.
  public func reshaped(_ extents: Int...) -> Variable { reshaped(extents) }

  /// All axes but the first joined.
  ///
  /// **Shape** `[batch, ...]` -> `[batch, features]`.
  public func flattened() -> Variable {
    let shape = value.shape
    return reshaped(Shape(shape.first ?? 1, shape.isEmpty ? 1 : shape.product(of: 1..<shape.rank)))
  }

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
    cut(value.slice(axis: axis, range), from: range, axis)
  }

  /// One position along an axis; the axis disappears.
  public func slice(axis: Int, at index: Int) -> Variable {
    cut(value.slice(axis: axis, at: index), from: index..<(index + 1), axis)
  }

  private func cut(_ piece: Tensor, from range: Range<Int>, _ axis: Int) -> Variable {
    let (shape, axis) = (value.shape, value.shape.axis(axis, in: "slice"))
    func part(_ extent: Int) -> Shape { shape.replacing(axis: axis, with: extent) }
    return Variable(piece, from: self) { gradient in
      let inside = Tensor(scalars: gradient.scalars, shape: part(range.count))
      let (before, after) = (part(range.lowerBound), part(shape[axis] - range.upperBound))
      return Tensor.concatenate([.zeros(before), inside, .zeros(after)], axis: axis)
    }
  }

  /// The rows with the given numbers, in that order; a row may be taken several times.
  ///
  /// **Shape** `[rows, ...]` -> `[indices.count, ...]`. Gradient: each taken row's gradient is
  /// added to the row it was taken from.
  public func rows(_ indices: [Int]) -> Variable {
    let shape = value.shape
    return Variable(value.rows(indices), from: self) { gradient in
      let sums = Kernels.scatterAdd(
        gradient.scalars, indices: indices, rows: shape[0],
        length: shape.product(of: 1..<shape.rank))
      return Tensor(scalars: sums, shape: shape)
    }
  }

  /// Tensors one after another along an axis.
  ///
  /// Gradient: cut into the same pieces.
  public static func concatenate(_ variables: [Variable], axis: Int = 0) -> Variable {
    let result = Tensor.concatenate(variables.map(\.value), axis: axis)
    let axis = result.shape.axis(axis, in: "concatenate")
    let extents = variables.map { $0.shape[axis] }
    return Variable(result, from: variables) { gradient in
      var start = 0
      return extents.map { extent in
        defer { start += extent }
        return gradient.slice(axis: axis, start..<(start + extent))
      }
    }
  }

  /// Tensors of one shape side by side along a new axis.
  ///
  /// Gradient: to each the slice that it became.
  public static func stack(_ variables: [Variable], axis: Int = 0) -> Variable {
    let positions = variables.indices
    return Variable(.stack(variables.map(\.value), axis: axis), from: variables) { gradient in
      positions.map { gradient.slice(axis: axis, at: $0) }
    }
  }
}
