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
  static func combine(
    _ operation: BinaryOperation, _ left: Tensor, _ right: Tensor, in name: String
  ) -> Tensor {
    if left.dimensions == right.dimensions {
      return Tensor(
        scalars: Kernels.combine(operation, left.scalars, right.scalars),
        dimensions: left.dimensions)
    }
    let plan = Broadcast(left.dimensions, right.dimensions, in: name)
    return Tensor(
      scalars: Kernels.combine(operation, left.scalars, right.scalars, plan),
      dimensions: plan.shape)
  }

  static func combine(_ operation: BinaryOperation, _ number: Float, _ right: Tensor) -> Tensor {
    Tensor(
      scalars: Kernels.combine(operation, number, right.scalars), dimensions: right.dimensions)
  }

  func combine(_ operation: BinaryOperation, _ number: Float) -> Tensor {
    Tensor(scalars: Kernels.combine(operation, scalars, number), dimensions: dimensions)
  }

  mutating func merge(_ operation: BinaryOperation, _ right: Tensor, in name: String) {
    if dimensions == right.dimensions {
      Kernels.merge(operation, &scalars, right.scalars)
      return
    }
    let plan = Broadcast(dimensions, right.dimensions, in: name)
    guard plan.shape == dimensions else {
      misuse(name, "shape \(right.dimensions) does not fit into \(dimensions)")
    }
    Kernels.merge(operation, &scalars, right.scalars, plan)
  }

  mutating func merge(_ operation: BinaryOperation, _ number: Float) {
    Kernels.merge(operation, &scalars, number)
  }
}
