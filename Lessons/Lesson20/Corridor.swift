import Foundation
import MiniTensor

/// Three rooms in a row that look alike, and in the middle one left is right.
///
/// Whoever cannot tell the rooms apart must not always do the same: the best is to go right with
/// probability p = 2 - sqrt 2, by chance.
/// Source: R. Sutton and A. Barto, Reinforcement Learning, 2nd edition (2018), example 13.1.
enum Corridor {
  /// The mean return from the first room, solved by hand: -2 (2 - p) / (p (1 - p)).
  static func value(goingRight p: Double) -> Double { -2 * (2 - p) / (p * (1 - p)) }

  /// A room after a step; 3 is the way out.
  static func step(from room: Int, right: Bool) -> Int {
    let isForward = room == 1 ? !right : right
    return isForward ? room + 1 : max(0, room - 1)
  }
}

/// REINFORCE: make what was done more probable, as far as it paid better than expected.
///
/// Source: R. Williams, Machine Learning 8 (1992), 229-256.
struct PolicyWalker {
  /// How much right is preferred to left, before the softmax of two.
  private(set) var preference: Double
  /// The return that is expected: the baseline, where there is one.
  private(set) var baseline = 0.0
  let learningRate: Double
  let baselineRate: Double

  /// Goes left with probability 0.95 at first.
  init(learningRate: Double, baselineRate: Double = 0) {
    preference = log(0.05 / 0.95)
    (self.learningRate, self.baselineRate) = (learningRate, baselineRate)
  }

  var goingRight: Double { 1 / (1 + exp(-preference)) }

  /// Walks to the way out, at most 1,000 steps, and learns; returns the sum of the rewards, -1 a
  /// step.
  mutating func episode(using random: inout RandomGenerator) -> Double {
    var moves: [Bool] = []
    var room = 0
    while room < 3 && moves.count < 1000 {
      let right = Double(random.uniform()) < goingRight
      room = Corridor.step(from: room, right: right)
      moves.append(right)
    }
    let total = -Double(moves.count)
    var toGo = total
    for right in moves {
      let surprise = toGo - baseline
      baseline += baselineRate * surprise
      let p = goingRight
      preference += learningRate * surprise * (right ? 1 - p : -p)
      toGo += 1
    }
    return total
  }
}
