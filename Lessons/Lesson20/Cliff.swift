import MiniTensor

/// A walk of 4 x 12 squares along a cliff: every step costs 1, a fall costs 100 and leads back to
/// the start.
///
/// Source: R. Sutton and A. Barto, Reinforcement Learning, 2nd edition (2018), example 6.6.
struct Cliff: Sendable {
  static let height = 4
  static let width = 12
  static let places = height * width
  static let start = 3 * width
  static let goal = places - 1

  /// Up, down, left, right.
  static let steps = [(-1, 0), (1, 0), (0, -1), (0, 1)]

  static func step(from place: Int, _ action: Int) -> (next: Int, reward: Float) {
    let row = min(max(place / width + steps[action].0, 0), height - 1)
    let column = min(max(place % width + steps[action].1, 0), width - 1)
    let next = row * width + column
    return next > start && next < goal ? (start, -100) : (next, -1)
  }
}

/// A walker who learns the worth of each action in each place, Q.
struct Walker: Sendable {
  /// What the walker expects of the next place.
  enum Rule: Sendable {
    /// The best action there, whatever will be done.
    case qLearning
    /// The action that will be done.
    case sarsa
  }

  let rule: Rule
  var epsilon: Float = 0.1
  var learningRate: Float = 0.5
  private(set) var values = Array(
    repeating: Array(repeating: Float(0), count: Cliff.steps.count), count: Cliff.places)

  init(_ rule: Rule) { self.rule = rule }

  private func choose(_ place: Int, using random: inout RandomGenerator) -> Int {
    random.chance(epsilon)
      ? random.integer(below: Cliff.steps.count) : values[place].firstGreatest
  }

  /// One walk from the start to the goal; the return is the sum of its rewards.
  mutating func episode(using random: inout RandomGenerator) -> Float {
    var place = Cliff.start
    var action = choose(place, using: &random)
    var total: Float = 0
    while place != Cliff.goal {
      let (next, reward) = Cliff.step(from: place, action)
      let nextAction = choose(next, using: &random)
      let expected: Float =
        switch rule {
        case .qLearning: values[next].max()!
        case .sarsa: values[next][nextAction]
        }
      values[place][action] += learningRate * (reward + expected - values[place][action])
      total += reward
      place = next
      // Q-learning chooses with what it has just learned; Sarsa has promised.
      action = rule == .sarsa ? nextAction : choose(place, using: &random)
    }
    return total
  }

  /// The places of the walk without chance, the start included; nil if it falls or goes round in
  /// circles.
  var path: [Int]? {
    var places = [Cliff.start]
    while let place = places.last, place != Cliff.goal {
      guard places.count <= Cliff.places else { return nil }
      let (next, reward) = Cliff.step(from: place, values[place].firstGreatest)
      guard reward > -100 else { return nil }
      places.append(next)
    }
    return places
  }
}
