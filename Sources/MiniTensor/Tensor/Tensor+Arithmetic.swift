import Kernels

extension Tensor {
  /// Adds element by element, with broadcasting.
  ///
  /// Traps when the shapes do not fit.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    combine(.add, left, right, in: "+")
  }

  /// Subtracts element by element, with broadcasting.
  ///
  /// Traps when the shapes do not fit.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    combine(.subtract, left, right, in: "-")
  }

  /// Multiplies element by element, with broadcasting; the matrix product is `matmul`.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    combine(.multiply, left, right, in: "*")
  }

  /// Divides element by element, with broadcasting.
  ///
  /// Traps when the shapes do not fit.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    combine(.divide, left, right, in: "/")
  }

  /// Adds a number to every element.
  public static func + (left: Tensor, right: Float) -> Tensor { left.combine(.add, right) }

  /// Subtracts a number from every element.
  public static func - (left: Tensor, right: Float) -> Tensor { left.combine(.subtract, right) }

  /// Multiplies every element by a number.
  public static func * (left: Tensor, right: Float) -> Tensor { left.combine(.multiply, right) }

  /// Divides every element by a number.
  public static func / (left: Tensor, right: Float) -> Tensor { left.combine(.divide, right) }

  /// Adds every element to a number.
  public static func + (left: Float, right: Tensor) -> Tensor { right.combine(.add, left) }

  /// Subtracts every element from a number.
  public static func - (left: Float, right: Tensor) -> Tensor {
    combine(.subtract, left, right)
  }

  /// Multiplies a number by every element.
  public static func * (left: Float, right: Tensor) -> Tensor { right.combine(.multiply, left) }

  /// Divides a number by every element.
  public static func / (left: Float, right: Tensor) -> Tensor {
    combine(.divide, left, right)
  }

  /// Changes the sign of every element.
  public static prefix func - (operand: Tensor) -> Tensor { operand.combine(.multiply, -1) }

  /// Adds in place: no new tensor is made when the shape stays the same.
  public static func += (left: inout Tensor, right: Tensor) {
    left.merge(.add, right, in: "+=")
  }

  /// Subtracts in place: no new tensor is made when the shape stays the same.
  public static func -= (left: inout Tensor, right: Tensor) {
    left.merge(.subtract, right, in: "-=")
  }

  /// Multiplies in place: no new tensor is made when the shape stays the same.
  public static func *= (left: inout Tensor, right: Tensor) {
    left.merge(.multiply, right, in: "*=")
  }

  /// Divides in place: no new tensor is made when the shape stays the same.
  public static func /= (left: inout Tensor, right: Tensor) {
    left.merge(.divide, right, in: "/=")
  }

  /// Adds a number in place.
  public static func += (left: inout Tensor, right: Float) { left.merge(.add, right) }

  /// Subtracts a number in place.
  public static func -= (left: inout Tensor, right: Float) { left.merge(.subtract, right) }

  /// Multiplies by a number in place.
  public static func *= (left: inout Tensor, right: Float) { left.merge(.multiply, right) }

  /// Divides by a number in place.
  public static func /= (left: inout Tensor, right: Float) { left.merge(.divide, right) }
}

// MARK: - The way to the kernels

extension Tensor {
  private static func combine(
    _ operation: Arithmetic, _ left: Tensor, _ right: Tensor, in name: String
  ) -> Tensor {
    if left.shape == right.shape {
      return Tensor(
        scalars: Kernels.combine(operation, left.scalars, right.scalars), shape: left.shape)
    }
    let plan = Broadcast(left.shape, right.shape, in: name)
    return Tensor(
      scalars: Kernels.combine(
        operation, left.scalars, right.scalars, count: plan.shape.elementCount,
        outer: plan.outer, inner: plan.inner), shape: plan.shape)
  }

  private static func combine(_ operation: Arithmetic, _ number: Float, _ right: Tensor) -> Tensor {
    Tensor(scalars: Kernels.combine(operation, number, right.scalars), shape: right.shape)
  }

  private func combine(_ operation: Arithmetic, _ number: Float) -> Tensor {
    Tensor(scalars: Kernels.combine(operation, scalars, number), shape: shape)
  }

  private mutating func merge(_ operation: Arithmetic, _ right: Tensor, in name: String) {
    if shape == right.shape {
      Kernels.merge(operation, &scalars, right.scalars)
      return
    }
    let plan = Broadcast(shape, right.shape, in: name)
    guard plan.shape == shape else {
      misuse(name, "shape \(right.shape) does not fit into \(shape)")
    }
    guard !isEmpty else { return }
    Kernels.merge(operation, &scalars, right.scalars, outer: plan.outer, inner: plan.inner)
  }

  private mutating func merge(_ operation: Arithmetic, _ number: Float) {
    Kernels.merge(operation, &scalars, number)
  }
}
