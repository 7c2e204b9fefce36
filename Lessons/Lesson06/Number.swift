import Foundation

/// What a formula of this lesson can compute with.
///
/// A formula that is written for any `Number` runs on four kinds of them, and none of its lines
/// changes: `Double` gives a value, ``Dual`` a value and one derivative, ``Scalar`` a graph with
/// all derivatives, and ``Counted`` counts the operations.
protocol Number {
  /// A number that does not depend on anything.
  static func constant(_ value: Double) -> Self

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func + (left: Self, right: Double) -> Self
  static func * (left: Double, right: Self) -> Self

  /// The number to the power of a constant.
  func power(_ exponent: Double) -> Self
  func exp() -> Self
  /// The natural logarithm.
  func log() -> Self
  func sin() -> Self
  func cos() -> Self
  func tanh() -> Self
  /// The number itself above zero, else zero.
  func relu() -> Self

  /// Whether it is above zero.
  var isPositive: Bool { get }
}

// MARK: - What follows from these

extension Number {
  static func / (left: Self, right: Self) -> Self { left * right.power(-1) }
  static func / (left: Double, right: Self) -> Self { left * right.power(-1) }
  static func / (left: Self, right: Double) -> Self { (1 / right) * left }
  static func * (left: Self, right: Double) -> Self { right * left }
  static func + (left: Double, right: Self) -> Self { right + left }
  static func - (left: Self, right: Double) -> Self { left + -right }
  static func - (left: Double, right: Self) -> Self { -1 * right + left }
  static prefix func - (number: Self) -> Self { -1 * number }

  /// 1 / (1 + e^-x).
  func sigmoid() -> Self { (1 + (-self).exp()).power(-1) }

  /// The sum of a list with at least one number.
  static func sum(_ numbers: [Self]) -> Self {
    numbers.dropFirst().reduce(numbers[0], +)
  }
}

extension Double: Number {
  static func constant(_ value: Double) -> Double { value }
  func power(_ exponent: Double) -> Double { Foundation.pow(self, exponent) }
  func exp() -> Double { Foundation.exp(self) }
  func log() -> Double { Foundation.log(self) }
  func sin() -> Double { Foundation.sin(self) }
  func cos() -> Double { Foundation.cos(self) }
  func tanh() -> Double { Foundation.tanh(self) }
  func relu() -> Double { Swift.max(0, self) }
  var isPositive: Bool { self > 0 }
}
