/// The perceptron of lesson 02 in whole numbers, so that "the same weights again" is exact.

/// Weights that are corrected by each demand they fail.
struct IntegerPerceptron {
  /// The weights, then the bias.
  var weights: [Int]

  /// Shows every demand once, in order; a failed one is added to the weights.
  ///
  /// - Returns: for each demand, 1 when it was corrected and 0 when it was not; then the weights
  ///   after each correction.
  mutating func epoch(_ demands: [Demand]) -> (corrections: [Int], path: [[Int]]) {
    var corrections = [Int](repeating: 0, count: demands.count)
    var path: [[Int]] = []
    for (number, demand) in demands.enumerated() where dot(demand.row, weights) <= 0 {
      for (column, value) in demand.row.enumerated() { weights[column] += value }
      corrections[number] = 1
      path.append(weights)
    }
    return (corrections, path)
  }
}

/// How a perceptron's training ends when it goes on as long as it takes.
enum Ending {
  case learned(weights: [Int], epochs: Int)
  case cycled(Cycle)
  /// Neither within the allowed epochs; the theorem says that a larger number would have decided
  /// it.
  case undecided
}

/// Weights that came back: from here on the same epochs repeat for ever.
struct Cycle {
  /// The epochs before the cycle was entered.
  var epochsBefore: Int
  /// The epochs of one round.
  var epochs: Int
  /// The weights after each correction of one round; the last are those it began with.
  var path: [[Int]]
  /// How often each demand was corrected in one round.
  var corrections: [Int]
  /// The weights after each correction from the start until the cycle was entered.
  var approach: [[Int]]
}

/// Trains from `start` until every demand is met or the weights at the start of an epoch repeat.
///
/// An epoch's outcome depends on the weights at its start alone. So when they repeat, all repeats.
/// That one of the two must happen is the perceptron cycling theorem (Block and Levin 1970).
func train(on demands: [Demand], from start: [Int], atMost limit: Int = 10_000) -> Ending {
  var perceptron = IntegerPerceptron(weights: start)
  var firstSeen: [[Int]: Int] = [:]  // weights -> the epoch that began with them
  var epochs: [(corrections: [Int], path: [[Int]])] = []
  while epochs.count <= limit {
    if let first = firstSeen[perceptron.weights] {
      let round = epochs[first...]
      return .cycled(
        Cycle(
          epochsBefore: first, epochs: round.count, path: round.flatMap(\.path),
          corrections: round.map(\.corrections).reduce(zeros(demands.count)) { sum($0, $1) },
          approach: [start] + epochs[..<first].flatMap(\.path)))
    }
    firstSeen[perceptron.weights] = epochs.count
    let epoch = perceptron.epoch(demands)
    epochs.append(epoch)
    if epoch.path.isEmpty { return .learned(weights: perceptron.weights, epochs: epochs.count) }
  }
  return .undecided
}

private func zeros(_ count: Int) -> [Int] { [Int](repeating: 0, count: count) }

private func sum(_ a: [Int], _ b: [Int]) -> [Int] { zip(a, b).map { $0 + $1 } }
