/// A number that remembers how it was computed, as exercise 6.1 asks for it.
public protocol GraphNumber: AnyObject, SendableMetatype {
  /// A leaf of the graph: a number that was not computed.
  init(_ value: Double)

  /// The number.
  var value: Double { get }

  /// All that has been received so far, added up.
  var gradient: Double { get }

  /// The sum, as a new node.
  static func + (left: Self, right: Self) -> Self

  /// The product, as a new node.
  static func * (left: Self, right: Self) -> Self

  /// Adds to the gradient, and passes on to the parents what is theirs of it.
  func receive(_ gradient: Double)
}
