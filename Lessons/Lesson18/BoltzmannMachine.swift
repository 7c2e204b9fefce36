import Foundation
import MiniTensor

/// Units of 0 and 1 that turn on with the chance sigmoid(field / T).
///
/// Source: D. H. Ackley, G. E. Hinton and T. J. Sejnowski, A learning algorithm for Boltzmann
/// machines, Cognitive Science 9 (1985), 147-169.
struct BoltzmannMachine: Sendable {
  let unitCount: Int
  /// The pairs that are joined, each once, the larger number first.
  let pairs: [(Int, Int)]
  /// Symmetric, a row a unit; 0 where there is no connection.
  private(set) var weights: [Double]
  private(set) var biases: [Double]

  init(unitCount: Int, joining isJoined: (Int, Int) -> Bool) {
    self.unitCount = unitCount
    pairs = (0..<unitCount).flatMap { i in (0..<i).filter { isJoined(i, $0) }.map { (i, $0) } }
    weights = Array(repeating: 0, count: unitCount * unitCount)
    biases = Array(repeating: 0, count: unitCount)
  }

  /// The 4-2-4 encoder: two groups of four, each joined within, and both joined to two hidden
  /// units.
  ///
  /// Units 0...3 and 4...7 are visible, 8 and 9 hidden. The groups are not joined with each other,
  /// and the hidden units are not, either.
  static var encoder: BoltzmannMachine {
    func group(_ unit: Int) -> Int { unit / 4 }
    return BoltzmannMachine(unitCount: 10) { i, j in
      let (a, b) = (group(i), group(j))
      return a == b ? a < 2 : a == 2 || b == 2
    }
  }

  mutating func setWeight(_ i: Int, _ j: Int, _ value: Double) {
    weights[i * unitCount + j] = value
    weights[j * unitCount + i] = value
  }

  mutating func setBias(_ unit: Int, _ value: Double) { biases[unit] = value }

  /// What unit `unit` hears, its bias included: by so much the energy falls when it is on.
  func field(_ unit: Int, _ state: [Bool]) -> Double {
    var sum = biases[unit]
    for other in 0..<unitCount where state[other] { sum += weights[unit * unitCount + other] }
    return sum
  }

  /// E = -(sum over pairs of w_ij s_i s_j) - sum_i b_i s_i.
  func energy(_ state: [Bool]) -> Double {
    var sum = 0.0
    for (i, j) in pairs where state[i] && state[j] { sum -= weights[i * unitCount + j] }
    for unit in 0..<unitCount where state[unit] { sum -= biases[unit] }
    return sum
  }

  /// Asks `count` times a unit, drawn among those that are free, whether it wants to be on.
  func run(
    _ state: inout [Bool], free: [Int], temperature: Double, probes count: Int,
    using random: inout RandomGenerator
  ) {
    for _ in 0..<count {
      let unit = free[random.integer(below: free.count)]
      let chance = 1 / (1 + exp(-field(unit, state) / temperature))
      state[unit] = Double(random.uniform()) < chance
    }
  }

  /// From chance to equilibrium: hot at first, then cooler.
  ///
  /// A time of 1 is a probe a free unit.
  func anneal(_ state: inout [Bool], free: [Int], using random: inout RandomGenerator) {
    for unit in free { state[unit] = random.chance(0.5) }
    for (time, temperature) in [(2, 20.0), (2, 15), (2, 12), (4, 10)] {
      run(
        &state, free: free, temperature: temperature, probes: time * free.count, using: &random)
    }
  }
}

// MARK: - Learning

extension BoltzmannMachine {
  /// How often units were on, and pairs on together.
  struct Statistics: Sendable {
    var units: [Int]
    var pairs: [Int]
  }

  /// Anneals, then watches for ten units of time at temperature 10.
  func watch(
    _ state: inout [Bool], free: [Int], _ seen: inout Statistics,
    using random: inout RandomGenerator
  ) {
    anneal(&state, free: free, using: &random)
    for _ in 0..<10 {
      run(&state, free: free, temperature: 10, probes: free.count, using: &random)
      for unit in 0..<unitCount where state[unit] { seen.units[unit] += 1 }
      for (place, pair) in pairs.enumerated() where state[pair.0] && state[pair.1] {
        seen.pairs[place] += 1
      }
    }
  }

  /// One cycle: watch with the world clamped, watch dreaming, and move each weight by 2.
  mutating func learn(using random: inout RandomGenerator) {
    let nothing = Statistics(
      units: Array(repeating: 0, count: unitCount), pairs: Array(repeating: 0, count: pairs.count))
    var (awake, asleep) = (nothing, nothing)
    for code in 0..<4 {
      for _ in 0..<2 {
        var state = Array(repeating: false, count: unitCount)
        // The world is noisy, or weights would have to grow for ever.
        for place in 0..<4 {
          for group in [0, 4] {
            state[group + place] = random.chance(place == code ? 0.85 : 0.05)
          }
        }
        watch(&state, free: [8, 9], &awake, using: &random)
        state = Array(repeating: false, count: unitCount)
        watch(&state, free: Array(0..<unitCount), &asleep, using: &random)
      }
    }
    for (place, pair) in pairs.enumerated() {
      let change = 2 * Double((awake.pairs[place] - asleep.pairs[place]).signum())
      setWeight(pair.0, pair.1, weights[pair.0 * unitCount + pair.1] + change)
    }
    for unit in 0..<unitCount {
      biases[unit] += 2 * Double((awake.units[unit] - asleep.units[unit]).signum())
    }
  }

  /// For each of the four inputs the likelier state of the two hidden units, as a number 0 to 3.
  var codes: [Int] {
    (0..<4).map { input in
      var state = Array(repeating: false, count: unitCount)
      (state[input], state[4 + input]) = (true, true)
      return (field(8, state) > 0 ? 2 : 0) + (field(9, state) > 0 ? 1 : 0)
    }
  }
}
