extension Tensor {
  /// 1 where this tensor is greater than the other, else 0; with broadcasting.
  public func greater(than other: Tensor) -> Tensor {
    Tensor.combine(.greater, self, other, in: "greater")
  }

  /// 1 where the element is greater than the number, else 0.
  public func greater(than number: Float) -> Tensor { combine(.greater, number) }

  /// 1 where this tensor is greater than the other or equal, else 0; with broadcasting.
  public func greaterOrEqual(to other: Tensor) -> Tensor {
    Tensor.combine(.greaterOrEqual, self, other, in: "greaterOrEqual")
  }

  /// 1 where the element is greater than the number or equal, else 0.
  public func greaterOrEqual(to number: Float) -> Tensor { combine(.greaterOrEqual, number) }

  /// 1 where this tensor is less than the other, else 0; with broadcasting.
  public func less(than other: Tensor) -> Tensor {
    Tensor.combine(.less, self, other, in: "less")
  }

  /// 1 where the element is less than the number, else 0.
  public func less(than number: Float) -> Tensor { combine(.less, number) }

  /// 1 where this tensor is less than the other or equal, else 0; with broadcasting.
  public func lessOrEqual(to other: Tensor) -> Tensor {
    Tensor.combine(.lessOrEqual, self, other, in: "lessOrEqual")
  }

  /// 1 where the element is less than the number or equal, else 0.
  public func lessOrEqual(to number: Float) -> Tensor { combine(.lessOrEqual, number) }

  /// 1 where the two are exactly equal, else 0; with broadcasting.
  public func equal(to other: Tensor) -> Tensor {
    Tensor.combine(.equal, self, other, in: "equal")
  }

  /// 1 where the element is exactly the number, else 0.
  public func equal(to number: Float) -> Tensor { combine(.equal, number) }

  /// The greater of the two, element by element, with broadcasting.
  public static func maximum(_ left: Tensor, _ right: Tensor) -> Tensor {
    combine(.maximum, left, right, in: "maximum")
  }

  /// The smaller of the two, element by element, with broadcasting.
  public static func minimum(_ left: Tensor, _ right: Tensor) -> Tensor {
    combine(.minimum, left, right, in: "minimum")
  }

  /// True when the shapes agree and no element differs by more than the tolerance.
  ///
  /// The tolerance counts relative to the larger of the two elements, but at least absolutely:
  /// |a - b| <= tolerance * max(1, |a|, |b|). Equal infinities agree; not-a-number never does.
  public func isApproximatelyEqual(to other: Tensor, tolerance: Float = 1e-5) -> Bool {
    dimensions == other.dimensions
      && zip(scalars, other.scalars).allSatisfy { a, b in
        a == b || Swift.abs(a - b) <= tolerance * Swift.max(1, Swift.abs(a), Swift.abs(b))
      }
  }
}
