import ExerciseKit

/// Exercise 6.1 - A scalar engine: add and multiply.                   ** 30 minutes
///
/// A number that remembers how it was computed. What it remembers is given: its parents, and for
/// each of them the slope, how many times faster than this parent alone it grows.
///
///     let a = Scalar(5), b = Scalar(3)
///     let f = (a + b) * b          // value 24; its parents are a + b with slope 3, b with slope 8
///     f.receive(1)
///     a.gradient                   // 3
///     b.gradient                   // 11: 8 directly, and 3 through the sum
///
/// You write the two operations, and `receive`, which carries a gradient back to the leaves.
public final class Scalar: GraphNumber {
  /// The number.
  public let value: Double

  /// All that `receive` has been given so far, added up.
  public private(set) var gradient = 0.0

  /// What it was computed from, with the slopes; empty for a leaf.
  private let parents: [(node: Scalar, slope: Double)]

  /// A leaf: a number that was not computed.
  public init(_ value: Double) {
    self.value = value
    parents = []
  }

  /// A result of an operation.
  private init(_ value: Double, from parents: [(node: Scalar, slope: Double)]) {
    self.value = value
    self.parents = parents
  }

  /// The sum, as a new node with two parents.
  ///
  /// When one of the two grows by a little, the sum grows by as much.
  public static func + (left: Scalar, right: Scalar) -> Scalar {
    todo()
  }

  /// The product, as a new node with two parents.
  ///
  /// When one of the two grows by a little, the product grows by the other one times as much.
  public static func * (left: Scalar, right: Scalar) -> Scalar {
    todo()
  }

  /// Takes a gradient that comes back from a result.
  ///
  /// It is added to what this number has received before, since a number may be used in several
  /// places. And every parent receives its share of what has just come: slope times gradient.
  /// - Parameter gradient: how many times faster the result grows, along one way back.
  public func receive(_ gradient: Double) {
    todo()
  }
}
