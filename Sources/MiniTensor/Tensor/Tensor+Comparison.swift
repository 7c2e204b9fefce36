import Loops

extension Tensor {
  /// 1 where this tensor is greater than the other, else 0; with broadcasting.
  public func greater(than other: Tensor) -> Tensor {
    let (a, b) = Tensor.aligned(self, other, in: "greater")
    return a.holding(Loops.zip(a.scalars, b.scalars) { $0 > $1 ? 1 : 0 })
  }

  /// 1 where the element is greater than the number, else 0.
  public func greater(than number: Float) -> Tensor {
    holding(Loops.map(scalars) { $0 > number ? 1 : 0 })
  }

  /// 1 where the element is greater than the number or equal, else 0.
  public func greaterOrEqual(to number: Float) -> Tensor {
    holding(Loops.map(scalars) { $0 >= number ? 1 : 0 })
  }

  /// 1 where this tensor is less than the other, else 0; with broadcasting.
  public func less(than other: Tensor) -> Tensor {
    _ = Broadcast(shape, other.shape, in: "less")  // so that a message names this operation
    return other.greater(than: self)
  }

  /// 1 where the element is less than the number, else 0.
  public func less(than number: Float) -> Tensor {
    holding(Loops.map(scalars) { $0 < number ? 1 : 0 })
  }

  /// 1 where the two are exactly equal, else 0; with broadcasting.
  public func equal(to other: Tensor) -> Tensor {
    let (a, b) = Tensor.aligned(self, other, in: "equal")
    return a.holding(Loops.zip(a.scalars, b.scalars) { $0 == $1 ? 1 : 0 })
  }

  /// The greater of the two, element by element, with broadcasting; not a number if one is none.
  public static func maximum(_ left: Tensor, _ right: Tensor) -> Tensor {
    let (a, b) = aligned(left, right, in: "maximum")
    return a.holding(Loops.zip(a.scalars, b.scalars) { $0 >= $1 || $0.isNaN ? $0 : $1 })
  }

  /// The smaller of the two, element by element, with broadcasting; not a number if one is none.
  public static func minimum(_ left: Tensor, _ right: Tensor) -> Tensor {
    let (a, b) = aligned(left, right, in: "minimum")
    return a.holding(Loops.zip(a.scalars, b.scalars) { $0 <= $1 || $0.isNaN ? $0 : $1 })
  }

  /// Both tensors repeated until they have one shape.
  private static func aligned(
    _ left: Tensor, _ right: Tensor, in operation: String
  ) -> (Tensor, Tensor) {
    if left.shape == right.shape { return (left, right) }
    let shape = Broadcast(left.shape, right.shape, in: operation).shape
    return (left.broadcast(to: shape), right.broadcast(to: shape))
  }

  /// True when the shapes agree and no element differs by more than the tolerance.
  ///
  /// The tolerance counts relative to the larger of the two elements, but at least absolutely:
  /// |a - b| <= tolerance * max(1, |a|, |b|). Equal infinities agree; an infinity agrees with
  /// nothing else, and not-a-number never does.
  public func isApproximatelyEqual(to other: Tensor, tolerance: Float = 1e-5) -> Bool {
    requireSize(tolerance, "isApproximatelyEqual", "tolerance")
    return shape == other.shape
      && Swift.zip(scalars, other.scalars).allSatisfy { a, b in
        let difference = Swift.abs(a - b)
        return a == b
          || difference.isFinite
            && difference <= tolerance * Swift.max(1, Swift.abs(a), Swift.abs(b))
      }
  }
}
