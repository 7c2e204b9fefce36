/// A number that carries its derivative along, as exercise 6.4 asks for it.
public protocol DualNumber: SendableMetatype {
  /// A number that changes so fast.
  init(_ value: Double, derivative: Double)

  /// The number.
  var value: Double { get }

  /// Its derivative by the input that was chosen.
  var derivative: Double { get }

  /// The sum.
  static func + (left: Self, right: Self) -> Self
  /// The difference.
  static func - (left: Self, right: Self) -> Self
  /// The product.
  static func * (left: Self, right: Self) -> Self
  /// The quotient.
  static func / (left: Self, right: Self) -> Self

  /// e to the power of this number.
  func exponential() -> Self
  /// The natural logarithm.
  func logarithm() -> Self
  /// The sine.
  func sine() -> Self
}
