import Kernels
import Loops

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
  public static func + (left: Tensor, right: Float) -> Tensor {
    left.holding(Loops.map(left.scalars) { $0 + right })
  }

  /// Subtracts a number from every element.
  public static func - (left: Tensor, right: Float) -> Tensor {
    left.holding(Loops.map(left.scalars) { $0 - right })
  }

  /// Multiplies every element by a number.
  public static func * (left: Tensor, right: Float) -> Tensor {
    left.holding(Loops.map(left.scalars) { $0 * right })
  }

  /// Divides every element by a number.
  public static func / (left: Tensor, right: Float) -> Tensor {
    left.holding(Loops.map(left.scalars) { $0 / right })
  }

  /// Adds every element to a number.
  public static func + (left: Float, right: Tensor) -> Tensor { right + left }

  /// Subtracts every element from a number.
  public static func - (left: Float, right: Tensor) -> Tensor {
    right.holding(Loops.map(right.scalars) { left - $0 })
  }

  /// Multiplies a number by every element.
  public static func * (left: Float, right: Tensor) -> Tensor { right * left }

  /// Divides a number by every element.
  public static func / (left: Float, right: Tensor) -> Tensor {
    right.holding(Loops.map(right.scalars) { left / $0 })
  }

  /// Changes the sign of every element.
  public static prefix func - (operand: Tensor) -> Tensor {
    operand.holding(Loops.map(operand.scalars) { -$0 })
  }

  /// Adds in place: no new tensor is made when the shape stays the same.
  public static func += (left: inout Tensor, right: Tensor) {
    guard left.shape == right.shape else { return left.set(.add, right, in: "+=") }
    Loops.update(&left.scalars, right.scalars) { $0 += $1 }
  }

  /// Subtracts in place: no new tensor is made when the shape stays the same.
  public static func -= (left: inout Tensor, right: Tensor) {
    guard left.shape == right.shape else { return left.set(.subtract, right, in: "-=") }
    Loops.update(&left.scalars, right.scalars) { $0 -= $1 }
  }

  /// Multiplies in place: no new tensor is made when the shape stays the same.
  public static func *= (left: inout Tensor, right: Tensor) {
    guard left.shape == right.shape else { return left.set(.multiply, right, in: "*=") }
    Loops.update(&left.scalars, right.scalars) { $0 *= $1 }
  }

  /// Divides in place: no new tensor is made when the shape stays the same.
  public static func /= (left: inout Tensor, right: Tensor) {
    guard left.shape == right.shape else { return left.set(.divide, right, in: "/=") }
    Loops.update(&left.scalars, right.scalars) { $0 /= $1 }
  }

  /// Adds a number in place.
  public static func += (left: inout Tensor, right: Float) {
    Loops.update(&left.scalars) { $0 += right }
  }

  /// Subtracts a number in place.
  public static func -= (left: inout Tensor, right: Float) {
    Loops.update(&left.scalars) { $0 -= right }
  }

  /// Multiplies by a number in place.
  public static func *= (left: inout Tensor, right: Float) {
    Loops.update(&left.scalars) { $0 *= right }
  }

  /// Divides by a number in place.
  public static func /= (left: inout Tensor, right: Float) {
    Loops.update(&left.scalars) { $0 /= right }
  }
}

// MARK: - The way to the kernels

extension Tensor {
  /// left op right, with broadcasting.
  private static func combine(
    _ operation: Arithmetic, _ left: Tensor, _ right: Tensor, in name: String
  ) -> Tensor {
    if left.shape == right.shape {
      return left.holding(Kernels.combine(operation, left.scalars, right.scalars))
    }
    let plan = Broadcast(left.shape, right.shape, in: name)
    return Tensor(
      scalars: Kernels.combine(
        operation, left.scalars, right.scalars, count: plan.shape.elementCount,
        outer: plan.outer, inner: plan.inner), shape: plan.shape)
  }

  /// Takes the result of an operation in place, which must not change the shape.
  private mutating func set(_ operation: Arithmetic, _ right: Tensor, in name: String) {
    let result = Tensor.combine(operation, self, right, in: name)
    guard result.shape == shape else {
      misuse(name, "a result of shape \(result.shape) does not fit into \(shape)")
    }
    self = result
  }
}
