import Kernels

/// How two shapes meet in `a + b`, by NumPy's rules.
///
/// The shapes are aligned at the right. Along each axis the extents must be equal, or one of them
/// must be 1 (or missing): then that side stands still while the other moves on.
///
///     [4, 3] + [3]     the vector is added to every row
///     [4, 3] + [4, 1]  each row gets its own number
///     [4, 3] + []      everything gets the same number
///
/// Neighbouring axes in which the two sides move alike are joined. What remains is one inner loop
/// and, rarely, outer loops that count like an odometer.
struct Broadcast {
  var shape: Shape
  var outer: [Walk]
  var inner: Walk

  /// Traps when the shapes do not fit; `operation` stands in the message.
  init(_ left: Shape, _ right: Shape, in operation: String) {
    guard let plan = Broadcast(left, right) else {
      misuse(
        operation,
        """
        shapes \(left) and \(right) do not fit: counted from the right, \
        extents must be equal or one of them 1
        """)
    }
    self = plan
  }

  init?(_ left: Shape, _ right: Shape) {
    let rank = max(left.rank, right.rank)
    let (leftPad, rightPad) = (rank - left.rank, rank - right.rank)
    var extents = left.rank >= right.rank ? left : right
    var loops: [Walk] = []
    var (leftCount, rightCount) = (1, 1)
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      let a = axis < leftPad ? 1 : left[axis - leftPad]
      let b = axis < rightPad ? 1 : right[axis - rightPad]
      guard a == b || a == 1 || b == 1 else { return nil }
      let extent = a == 1 ? b : a
      extents[axis] = extent
      if extent != 1 {
        let next = Walk(
          extent: extent, leftStep: a == 1 ? 0 : leftCount, rightStep: b == 1 ? 0 : rightCount)
        Broadcast.join(next, to: &loops)
      }
      leftCount *= a
      rightCount *= b
    }
    shape = extents
    inner = loops.first ?? Walk(extent: extents.elementCount, leftStep: 1, rightStep: 1)
    outer = Array(loops.dropFirst().reversed())
  }

  /// Extends the last loop when the next axis simply carries it on, else starts a new one.
  private static func join(_ next: Walk, to loops: inout [Walk]) {
    if let last = loops.last,
      next.leftStep == last.leftStep * last.extent,
      next.rightStep == last.rightStep * last.extent
    {
      loops[loops.count - 1].extent *= next.extent
    } else {
      loops.append(next)
    }
  }
}

extension Tensor {
  /// The tensor repeated until it has the given shape.
  ///
  /// Traps when NumPy's rules do not allow it. Complexity: O(numbers of the result).
  public func broadcast(to extents: some Collection<Int>) -> Tensor {
    let target = Shape(extents)
    if shape == target { return self }
    let plan = Broadcast(shape, target, in: "broadcast")
    guard plan.shape == target else {
      misuse("broadcast", "shape \(shape) does not broadcast to \(target)")
    }
    return self + Tensor.full(target, -0.0)  // -0 changes nothing, 0 would take the sign of -0
  }

  /// Undoes a broadcast: adds up all copies, until the tensor has the given shape again.
  ///
  /// It is the backward rule of broadcasting: a number used in several places receives the sum
  /// of their gradients. Traps when `shape` does not broadcast to this tensor's shape.
  public func summed(to shape: some Collection<Int>) -> Tensor { summed(to: Shape(shape)) }

  func summed(to target: Shape) -> Tensor {
    if shape == target { return self }
    guard let plan = Broadcast(target, shape), plan.shape == shape else {
      misuse("summed", "shape \(shape) is no broadcast of \(target)")
    }
    var result = self
    let missing = rank - target.rank
    if missing > 0 {
      // Leading axes that the target lacks lie side by side: one sum over all of them.
      let leading = shape.product(of: 0..<missing)
      let rest = shape.product(of: missing..<rank)
      let sums = Kernels.sum(scalars, outer: 1, extent: leading, inner: rest)
      result = Tensor(scalars: sums, shape: Shape(shape[missing...]))
    }
    for axis in 0..<result.rank where result.shape[axis] != target[axis] {
      result = result.sum(axis: axis, keepingDimension: true)
    }
    return result
  }
}
