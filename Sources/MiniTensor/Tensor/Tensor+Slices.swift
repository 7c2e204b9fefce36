import Kernels

extension Tensor {
  /// A part of the tensor: only the given range along one axis.
  ///
  /// **Shape** the same, but `axis` has the extent `range.count`. Negative axes count from the
  /// back. Traps when the range reaches outside. Complexity: O(numbers copied).
  public func slice(axis: Int, _ range: Range<Int>) -> Tensor {
    slice(axis: axis, range, in: "slice")
  }

  private func slice(axis: Int, _ range: Range<Int>, in operation: String) -> Tensor {
    let axis = shape.axis(axis, in: operation)
    let (outer, extent, inner) = shape.split(around: axis)
    guard range.lowerBound >= 0, range.upperBound <= extent else {
      misuse(operation, "range \(range) is outside axis \(axis) of shape \(shape)")
    }
    let copied = Kernels.copyBlocks(
      scalars, count: outer, stride: extent * inner,
      from: range.lowerBound * inner, length: range.count * inner)
    return Tensor(scalars: copied, shape: shape.replacing(axis: axis, with: range.count))
  }

  /// One position along an axis; the axis disappears.
  ///
  ///     images.slice(axis: 1, at: 0)       // [batch, channels, h, w] -> [batch, h, w]
  public func slice(axis: Int, at index: Int) -> Tensor {
    slice(axis: axis, at: index, in: "slice")
  }

  private func slice(axis: Int, at index: Int, in operation: String) -> Tensor {
    let axis = shape.axis(axis, in: operation)
    guard index >= 0, index < shape[axis] else {
      misuse(operation, "index \(index) is outside axis \(axis) of shape \(shape)")
    }
    var result = slice(axis: axis, index..<(index + 1))
    result.shape = shape.removing(axis: axis)
    return result
  }

  /// One row: the element of the first axis, without that axis.
  ///
  /// **Shape** `[rows, columns] -> [columns]`.
  public func row(_ index: Int) -> Tensor { slice(axis: 0, at: index, in: "row") }

  /// Neighbouring rows.
  ///
  /// **Shape** `[rows, columns] -> [range.count, columns]`.
  public func rows(_ range: Range<Int>) -> Tensor { slice(axis: 0, range, in: "rows") }

  /// Rows picked by number, in that order; a row may be picked more than once ("gather").
  ///
  /// **Shape** `[rows, columns] -> [indices.count, columns]`. Traps on an index outside.
  public func rows(_ indices: [Int]) -> Tensor {
    guard rank >= 1 else { misuse("rows", "a single number has no rows") }
    let available = shape[0]
    for index in indices where index < 0 || index >= available {
      misuse("rows", "there is no row \(index) in shape \(shape)")
    }
    let picked = Kernels.gather(
      scalars, indices: indices, length: shape.product(of: 1..<rank))
    return Tensor(scalars: picked, shape: shape.replacing(axis: 0, with: indices.count))
  }

  /// Neighbouring columns: a range of the last axis.
  ///
  /// **Shape** `[rows, columns] -> [rows, range.count]`.
  public func columns(_ range: Range<Int>) -> Tensor { slice(axis: -1, range, in: "columns") }

  /// Columns of a matrix picked by number, in that order.
  ///
  /// **Shape** `[rows, columns] -> [rows, indices.count]`. Traps on an index outside.
  public func columns(_ indices: [Int]) -> Tensor {
    guard rank == 2 else { misuse("columns", "shape \(shape) is not a matrix") }
    for index in indices where index < 0 || index >= shape[1] {
      misuse("columns", "there is no column \(index) in shape \(shape)")
    }
    return transposed().rows(indices).transposed()
  }

  /// One column: an element of the last axis, without that axis.
  ///
  /// **Shape** `[rows, columns] -> [rows]`.
  public func column(_ index: Int) -> Tensor { slice(axis: -1, at: index, in: "column") }
}
