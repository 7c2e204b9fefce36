import Kernels

extension Tensor {
  /// Puts tensors one after the other along an axis that they already have.
  ///
  ///     Tensor.concatenate([a, b], axis: 0)     // [2, 3] and [4, 3] -> [6, 3]
  ///
  /// Traps when the list is empty or another axis differs. Complexity: O(numbers copied).
  public static func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { misuse("concatenate", "the list of tensors is empty") }
    let axis = first.shape.axis(axis, in: "concatenate")
    var shape = first.shape.replacing(axis: axis, with: 0)
    for tensor in tensors {
      guard tensor.rank == first.rank,
        tensor.shape.replacing(axis: axis, with: shape[axis]) == shape
      else {
        misuse(
          "concatenate", "shapes \(first.shape) and \(tensor.shape) differ beyond axis \(axis)")
      }
      shape[axis] += tensor.shape[axis]
    }
    let (outer, _, inner) = first.shape.split(around: axis)
    let joined = Kernels.interleave(
      tensors.map(\.scalars), lengths: tensors.map { $0.shape[axis] * inner }, count: outer)
    return Tensor(scalars: joined, shape: shape)
  }

  /// Puts tensors of one shape beside each other along a new axis.
  ///
  ///     Tensor.stack([x, y, z])     // three vectors [4] -> a matrix [3, 4]
  ///
  /// Traps when the list is empty or the shapes differ. Complexity: O(numbers copied).
  public static func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { misuse("stack", "the list of tensors is empty") }
    for tensor in tensors where tensor.shape != first.shape {
      misuse("stack", "shapes \(first.shape) and \(tensor.shape) differ")
    }
    let expanded = first.shape.inserting(axis: axis, in: "stack")
    return concatenate(tensors.map { Tensor(scalars: $0.scalars, shape: expanded) }, axis: axis)
  }
}
