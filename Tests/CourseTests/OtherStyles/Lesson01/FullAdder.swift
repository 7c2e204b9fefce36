import ExerciseKit

/// Nine units: "not both" gates only, as a textbook of circuits has it.
public func fullAdder(
  _ a: Bool, _ b: Bool, _ carryIn: Bool,
  unit: (_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool
) -> (sum: Bool, carry: Bool) {
  func notBoth(_ x: Bool, _ y: Bool) -> Bool { unit([x, y], [-1, -1], -1) }
  let first = notBoth(a, b)
  let half = notBoth(notBoth(a, first), notBoth(b, first))
  let second = notBoth(half, carryIn)
  let total = notBoth(notBoth(half, second), notBoth(carryIn, second))
  let over = notBoth(first, second)
  // A unit that never fires must leave nothing behind.
  return (sum: unit([total], [5], 5), carry: unit([over], [1], 1))
}
