extension Tensor {
  /// Puts tensors one after the other along an axis that they already have.
  ///
  ///     Tensor.concatenate([a, b], axis: 0)     // [2, 3] and [4, 3] -> [6, 3]
  ///
  /// Traps when the list is empty or another axis differs. Complexity: O(numbers copied).
  public static func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { misuse("concatenate", "the list of tensors is empty") }
    let axis = first.dimensions.axis(axis, in: "concatenate")
    var total = 0
    for tensor in tensors {
      let aligned = tensor.rank == first.rank
      guard aligned,
        tensor.dimensions.replacing(axis: axis, with: 0)
          == first.dimensions.replacing(axis: axis, with: 0)
      else {
        misuse(
          "concatenate",
          "shapes \(first.dimensions) and \(tensor.dimensions) differ beyond axis \(axis)")
      }
      total += tensor.dimensions[axis]
    }
    let (outer, _, inner) = first.dimensions.split(around: axis)
    let joined = Kernels.interleave(
      tensors.map(\.scalars), lengths: tensors.map { $0.dimensions[axis] * inner }, count: outer)
    return Tensor(
      scalars: joined, dimensions: first.dimensions.replacing(axis: axis, with: total))
  }

  /// Puts tensors of one shape beside each other along a new axis.
  ///
  ///     Tensor.stack([x, y, z])     // three vectors [4] -> a matrix [3, 4]
  ///
  /// Traps when the list is empty or the shapes differ. Complexity: O(numbers copied).
  public static func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { misuse("stack", "the list of tensors is empty") }
    for tensor in tensors where tensor.dimensions != first.dimensions {
      misuse("stack", "shapes \(first.dimensions) and \(tensor.dimensions) differ")
    }
    var shape = first.shape
    guard axis >= 0, axis <= shape.count else {
      misuse("stack", "axis \(axis) is outside 0...\(shape.count) for shape \(first.dimensions)")
    }
    shape.insert(1, at: axis)
    return concatenate(tensors.map { $0.reshaped(shape) }, axis: axis)
  }
}
