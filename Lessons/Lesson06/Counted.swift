/// A number that counts: every operation on it adds one to the tally of the running task.
struct Counted: Number {
  var value: Double

  init(_ value: Double) { self.value = value }

  /// How many operations `body` spends: sums, products, powers, exponentials, ..., one each.
  static func operations(in body: () -> Void) -> Int {
    let tally = Tally()
    Tally.$current.withValue(tally, operation: body)
    return tally.count
  }

  private static func spend(_ value: Double) -> Counted {
    Tally.current?.count += 1
    return Counted(value)
  }

  static func constant(_ value: Double) -> Counted { Counted(value) }
  static func + (left: Self, right: Self) -> Self { spend(left.value + right.value) }
  static func - (left: Self, right: Self) -> Self { spend(left.value - right.value) }
  static func * (left: Self, right: Self) -> Self { spend(left.value * right.value) }
  static func + (left: Self, right: Double) -> Self { spend(left.value + right) }
  static func * (left: Double, right: Self) -> Self { spend(left * right.value) }
  func power(_ exponent: Double) -> Self { Self.spend(value.power(exponent)) }
  func exp() -> Self { Self.spend(value.exp()) }
  func log() -> Self { Self.spend(value.log()) }
  func sin() -> Self { Self.spend(value.sin()) }
  func cos() -> Self { Self.spend(value.cos()) }
  func tanh() -> Self { Self.spend(value.tanh()) }
  func relu() -> Self { Self.spend(value.relu()) }
  var isPositive: Bool { value.isPositive }
}

/// What one task has counted.
private final class Tally: @unchecked Sendable {
  @TaskLocal static var current: Tally?
  var count = 0
}
