/// Exercise 3.4 - Detect the cycle.
///
/// A dictionary remembers at which step each weights were there first.
public func findCycle(
  from start: [Int], limit: Int, epoch: ([Int]) -> [Int]
) -> (before: Int, length: Int)? {
  var placeOf = [start: 0]
  var weights = start
  for step in 1..<(limit + 1) {
    weights = epoch(weights)
    if let before = placeOf[weights] { return (before, step - before) }
    placeOf[weights] = step
  }
  return nil
}
