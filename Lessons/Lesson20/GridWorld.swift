/// Sutton and Barto's field of 5 x 5: two places pay and carry the walker away, the walls cost one.
///
/// Source: Reinforcement Learning, 2nd edition (2018), examples 3.5 and 3.8.
struct GridWorld: Sendable {
  static let size = 5
  static let discount = 0.9
  static let placeA = 1
  static let placeB = 3

  /// Up, down, left, right.
  static let steps = [(-1, 0), (1, 0), (0, -1), (0, 1)]

  /// Where a step leads, and what it pays.
  static func step(from place: Int, _ action: Int) -> (next: Int, reward: Double) {
    if place == placeA { return (placeA + 4 * size, 10) }
    if place == placeB { return (placeB + 2 * size, 5) }
    let row = place / size + steps[action].0
    let column = place % size + steps[action].1
    guard (0..<size).contains(row), (0..<size).contains(column) else { return (place, -1) }
    return (row * size + column, 0)
  }

  /// Values of all places, by putting Bellman's equation to work until nothing changes.
  ///
  /// - Parameter join: what a place is worth from what its four actions are worth: their mean for a
  ///   walker who walks by chance, their greatest for the best one.
  static func values(_ join: ([Double]) -> Double) -> (values: [Double], sweeps: Int) {
    var values = Array(repeating: 0.0, count: size * size)
    var sweeps = 0
    var change = 1.0
    while change > 1e-9 {
      change = 0
      sweeps += 1
      for place in values.indices {
        let actions = steps.indices.map { action in
          let (next, reward) = step(from: place, action)
          return reward + discount * values[next]
        }
        let value = join(actions)
        change = max(change, abs(value - values[place]))
        values[place] = value
      }
    }
    return (values, sweeps)
  }
}
