// Arithmetic with broadcasting. A number that was used in several places receives the sum of
// their gradients: `summed(to:)` undoes the broadcast.

extension Variable {
  /// Adds.
  ///
  /// Gradient: passed on unchanged to both.
  public static func + (left: Variable, right: Variable) -> Variable {
    let (leftShape, rightShape) = (left.value.shape, right.value.shape)
    return Variable(left.value + right.value, from: left, right) { gradient in
      (gradient.summed(to: leftShape), gradient.summed(to: rightShape))
    }
  }

  /// Subtracts.
  ///
  /// Gradient: unchanged for the left, negative for the right.
  public static func - (left: Variable, right: Variable) -> Variable {
    let (leftShape, rightShape) = (left.value.shape, right.value.shape)
    return Variable(left.value - right.value, from: left, right) { gradient in
      (gradient.summed(to: leftShape), -gradient.summed(to: rightShape))
    }
  }

  /// Multiplies element by element.
  ///
  /// Gradient: times the other factor.
  public static func * (left: Variable, right: Variable) -> Variable {
    let (a, b) = (left.value, right.value)
    return Variable(a * b, from: left, right) { gradient in
      ((gradient * b).summed(to: a.shape), (gradient * a).summed(to: b.shape))
    }
  }

  /// Divides element by element.
  ///
  /// Gradient: 1 / b for the left, -a / b² for the right.
  public static func / (left: Variable, right: Variable) -> Variable {
    let (a, b) = (left.value, right.value)
    let quotient = a / b
    return Variable(quotient, from: left, right) { gradient in
      let forRight = -(gradient * (quotient / b))
      return ((gradient / b).summed(to: a.shape), forRight.summed(to: b.shape))
    }
  }

  /// Changes the sign.
  public static prefix func - (operand: Variable) -> Variable { operand * -1 }
}

// MARK: - With a tensor that does not learn

extension Variable {
  /// Adds a constant tensor.
  public static func + (left: Variable, right: Tensor) -> Variable {
    left + Variable(constant: right)
  }

  /// Subtracts a constant tensor.
  public static func - (left: Variable, right: Tensor) -> Variable {
    left - Variable(constant: right)
  }

  /// Multiplies by a constant tensor, such as a mask.
  public static func * (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return Variable(left.value * right, from: left) { gradient in
      (gradient * right).summed(to: shape)
    }
  }

  /// Divides by a constant tensor.
  public static func / (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return Variable(left.value / right, from: left) { gradient in
      (gradient / right).summed(to: shape)
    }
  }
}

// MARK: - With a number

extension Variable {
  /// Adds a number to every element.
  public static func + (left: Variable, right: Float) -> Variable {
    Variable(left.value + right, from: left) { $0 }
  }

  /// Adds every element to a number.
  public static func + (left: Float, right: Variable) -> Variable { right + left }

  /// Subtracts a number from every element.
  public static func - (left: Variable, right: Float) -> Variable { left + (-right) }

  /// Subtracts every element from a number.
  public static func - (left: Float, right: Variable) -> Variable {
    Variable(left - right.value, from: right) { -$0 }
  }

  /// Multiplies every element by a number.
  public static func * (left: Variable, right: Float) -> Variable {
    Variable(left.value * right, from: left) { $0 * right }
  }

  /// Multiplies a number by every element.
  public static func * (left: Float, right: Variable) -> Variable { right * left }

  /// Divides every element by a number.
  public static func / (left: Variable, right: Float) -> Variable {
    // Not times 1 / right, which is infinite for the smallest numbers.
    Variable(left.value / right, from: left) { $0 / right }
  }

  /// Divides a number by every element.
  ///
  /// Gradient: -y / x.
  public static func / (left: Float, right: Variable) -> Variable {
    let x = right.value
    let y = left / x
    return Variable(y, from: right) { gradient in -(gradient * y / x) }
  }
}
