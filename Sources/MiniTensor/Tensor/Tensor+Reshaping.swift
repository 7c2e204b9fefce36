extension Tensor {
  /// The same numbers in the same order with another shape.
  ///
  /// One extent may be -1: it becomes whatever is left. Traps when the counts do not agree.
  /// Complexity: O(1), nothing is copied.
  public func reshaped(_ shape: [Int]) -> Tensor {
    var shape = shape
    if let open = shape.firstIndex(of: -1) {
      let known = shape.enumerated().reduce(1) { $1.offset == open ? $0 : $0 * $1.element }
      guard known > 0, count % known == 0 else {
        misuse("reshaped", "the \(count) numbers of shape \(dimensions) do not fit \(shape)")
      }
      shape[open] = count / known
    }
    let target = Shape(shape)
    guard target.count == count else {
      misuse(
        "reshaped",
        "shape \(dimensions) has \(count) numbers, but \(target) needs \(target.count)")
    }
    return Tensor(scalars: scalars, dimensions: target)
  }

  /// The same numbers in the same order with another shape: `t.reshaped(2, -1)`.
  public func reshaped(_ shape: Int...) -> Tensor { reshaped(shape) }

  /// All numbers as one vector.
  public func flattened() -> Tensor {
    Tensor(scalars: scalars, dimensions: Shape(count))
  }

  /// The numbers with a new axis of extent 1 inserted before `axis`: `[3] -> [1, 3]` or `[3, 1]`.
  public func expandingShape(at axis: Int) -> Tensor {
    var shape = self.shape
    guard axis >= 0, axis <= shape.count else {
      misuse("expandingShape", "axis \(axis) is outside 0...\(shape.count) for \(dimensions)")
    }
    shape.insert(1, at: axis)
    return Tensor(scalars: scalars, dimensions: Shape(shape))
  }

  /// Swaps the last two axes: rows become columns.
  ///
  /// **Shape** `[..., rows, columns] -> [..., columns, rows]`. Traps below rank 2.
  /// A product with a transposed matrix needs no transposing: see `matmul`.
  public func transposed() -> Tensor {
    guard rank >= 2 else { misuse("transposed", "shape \(dimensions) is not a matrix") }
    let (rows, columns) = (dimensions[rank - 2], dimensions[rank - 1])
    let moved = Kernels.transpose(
      scalars, count: dimensions.count(0..<(rank - 2)), rows: rows, columns: columns)
    var shape = dimensions
    shape[rank - 2] = columns
    shape[rank - 1] = rows
    return Tensor(scalars: moved, dimensions: shape)
  }

  /// Puts the axes into another order: `axes[0]` becomes the first axis.
  ///
  ///     images.transposed(axes: [0, 2, 3, 1])    // [n, c, h, w] -> [n, h, w, c]
  ///
  /// Traps unless `axes` names each axis once. Complexity: O(count).
  public func transposed(axes: [Int]) -> Tensor {
    guard axes.sorted() == Array(0..<rank) else {
      misuse("transposed", "axes \(axes) is not an order of the axes of shape \(dimensions)")
    }
    let moved = Kernels.permute(scalars, shape: shape, order: axes)
    return Tensor(scalars: moved, dimensions: Shape(axes.map { dimensions[$0] }))
  }
}
