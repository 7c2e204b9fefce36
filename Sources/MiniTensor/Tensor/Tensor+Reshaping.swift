import Kernels

extension Tensor {
  /// The same numbers in the same order with another shape.
  ///
  /// One extent may be -1: it becomes whatever is left. Traps when the counts do not agree.
  /// Complexity: O(1), nothing is copied.
  public func reshaped(_ extents: some Collection<Int>) -> Tensor {
    var extents = Array(extents)
    let open = extents.firstIndex(of: -1)
    guard extents.allSatisfy({ $0 >= -1 }), extents.lastIndex(of: -1) == open else {
      misuse("reshaped", "\(extents): one extent may be -1, no other below 0")
    }
    if let open {
      let known = Shape(extents[..<open] + extents[(open + 1)...]).elementCount
      guard known > 0, count % known == 0 else {
        misuse("reshaped", "the \(count) numbers of shape \(shape) do not fit \(extents)")
      }
      extents[open] = count / known
    }
    let target = Shape(extents)
    guard target.elementCount == count else {
      misuse(
        "reshaped",
        "shape \(shape) has \(count) numbers, but \(target) needs \(target.elementCount)")
    }
    return Tensor(scalars: scalars, shape: target)
  }

  /// The same numbers in the same order with another shape: `t.reshaped(2, -1)`.
  public func reshaped(_ extents: Int...) -> Tensor { reshaped(extents) }

  /// All numbers as one vector.
  public func flattened() -> Tensor { Tensor(scalars) }

  /// The numbers with a new axis of extent 1 inserted before `axis`: `[3] -> [1, 3]` or `[3, 1]`.
  public func expandingShape(at axis: Int) -> Tensor {
    Tensor(scalars: scalars, shape: shape.inserting(axis: axis, in: "expandingShape"))
  }

  /// Swaps the last two axes: rows become columns.
  ///
  /// **Shape** `[..., rows, columns] -> [..., columns, rows]`. Traps below rank 2.
  /// A product with a transposed matrix needs no transposing: see `matmul`.
  public func transposed() -> Tensor {
    guard rank >= 2 else { misuse("transposed", "shape \(shape) is not a matrix") }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let moved = Kernels.transpose(
      scalars, count: shape.product(of: 0..<(rank - 2)), rows: rows, columns: columns)
    var swapped = shape
    swapped[rank - 2] = columns
    swapped[rank - 1] = rows
    return Tensor(scalars: moved, shape: swapped)
  }

  /// Puts the axes into another order: `axes[0]` becomes the first axis.
  ///
  ///     images.transposed(axes: [0, 2, 3, 1])    // [n, c, h, w] -> [n, h, w, c]
  ///
  /// Traps unless `axes` names each axis once. Complexity: O(count).
  public func transposed(axes: [Int]) -> Tensor {
    guard axes.sorted() == Array(0..<rank) else {
      misuse("transposed", "axes \(axes) is not an order of the axes of shape \(shape)")
    }
    let moved = Kernels.permute(scalars, extents: Array(shape), order: axes)
    return Tensor(scalars: moved, shape: Shape(axes.map { shape[$0] }))
  }
}
