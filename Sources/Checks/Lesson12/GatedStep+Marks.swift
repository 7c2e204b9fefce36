import ExerciseKit
import Foundation
import MiniTensor

/// The last part of exercise 12.3: weights for a unit that keeps what was marked.
extension Checks12 {
  private typealias Weights = (
    inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, stateBias: Tensor
  )

  private static let lastMarked = Function(
    "lastMarked()",
    reading: { value -> Weights in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self, Tensor.self)
    }
  ) { () -> Weights in weights() }

  /// One column of weights and bias for each of r, z, n.
  private struct Sum {
    var value: Float = 0
    var mark: Float = 0
    var state: Float = 0
    var bias: Float = 0
  }

  /// The weights of the unit, with some of the ways to get them wrong.
  ///
  /// So large that the gate is open and shut to the last digit.
  private static func weights(
    update: Sum = Sum(mark: -200, bias: 100), candidate: Sum = Sum(value: 1),
    order: [Int] = [0, 1, 2]
  ) -> Weights {
    let all = [Sum(), update, candidate]
    let sums = order.map { all[$0] }
    return (
      Tensor([sums.map(\.value), sums.map(\.mark)]), Tensor([sums.map(\.state)]),
      Tensor(sums.map(\.bias)), Tensor.zeros(3)
    )
  }

  // MARK: - Questions

  /// A value with or without a mark, so many times in a row.
  private typealias Stretch = (value: Float, mark: Float, times: Int)

  @Sendable static func askLastMarked(_ judge: Judge) {
    judge.ask("the shapes of the four tensors of lastMarked()") { answers in
      shapes(of: try answers.call(lastMarked))
    }
    ask(judge, [(0.8, 0, 200)])
    ask(judge, [(0.5, 1, 1), (-0.3, 0, 1), (-0.3, 0, 199)])
    ask(judge, [(-0.8, 1, 1), (0.8, 0, 200), (0.4, 1, 1), (-0.6, 0, 1)])
    ask(judge, [(0.8, 1, 3), (0, 1, 1), (-0.8, 0, 200), (-0.2, 1, 2), (0.8, 0, 200)])
    for _ in 0..<3 {
      let stretches = (0..<judge.generator.count(4...7)).map { place -> Stretch in
        let value = Float(judge.generator.count(-8...8)) / 10
        let isMarked = place == 0 || judge.generator.flag()
        return (value, isMarked ? 1 : 0, isMarked ? 1 : judge.generator.count(1...100))
      }
      ask(judge, stretches)
    }
  }

  private static func ask(_ judge: Judge, _ stretches: [Stretch]) {
    let heard = stretches.map { value, mark, times in
      let pair: Code = "[\(value), \(mark)]"
      return times == 1 ? pair.text : "\(times) x \(pair.text)"
    }
    .joined(separator: ", ")
    let right = states(of: weights(), along: stretches)
    let leaks = { (states: [Float]) in
      let wrong = zip(states, right).enumerated().filter { abs($0.element.0 - $0.element.1) > 0.02 }
      // All that goes wrong is what stays unmarked for long.
      return states.count == right.count
        && wrong.allSatisfy { stretches[$0.offset].mark == 0 && stretches[$0.offset].times > 5 }
    }
    judge.ask(
      "the state of lastMarked() after each of \(verbatim: heard)", tolerance: 0.02,
      shows: [tooSmallABias: leaks]
    ) { answers in states(of: try answers.call(lastMarked), along: stretches) }
  }

  private static let tooSmallABias: Text =
    "without a mark z is nearly 1, but not near enough for 200 steps: a larger bias"

  private static func shapes(of weights: Weights) -> [[Int]] {
    [weights.inputWeights, weights.stateWeights, weights.bias, weights.stateBias].map {
      $0.shape.map { $0 }
    }
  }

  /// The state after each stretch; nothing for weights that fit no unit.
  private static func states(of weights: Weights, along stretches: [Stretch]) -> [Float] {
    guard shapes(of: weights) == [[2, 3], [1, 3], [3], [3]] else { return [] }
    var state: Float = 0
    return stretches.map { value, mark, times in
      let p = Tensor([[value, mark]]).matmul(weights.inputWeights) + weights.bias
      for _ in 0..<times {
        let h = state
        func q(_ k: Int) -> Float { h * weights.stateWeights[0, k] + weights.stateBias[k] }
        func gate(_ k: Int) -> Float { 1 / (1 + exp(-p[0, k] - q(k))) }
        state = (1 - gate(1)) * tanh(p[0, 2] + gate(0) * q(2)) + gate(1) * h
      }
      return state
    }
  }

  // MARK: - Mistakes

  static let mistakesOfLastMarked: [Mistake] = [
    lastMarked.mistake(
      "z keeps: it must be 1 without a mark and 0 with one, yours is the other way round"
    ) { weights(update: Sum(mark: 24, bias: -12)) },
    lastMarked.mistake(
      "without a mark z is half open, so half of the state is overwritten in each step"
    ) { weights(update: Sum(mark: -24)) },
    lastMarked.mistake(tooSmallABias) { weights(update: Sum(mark: -24, bias: 4)) },
    lastMarked.mistake(
      "with a mark z is 0.5: the weight of the mark only undoes the bias, it must win over it"
    ) { weights(update: Sum(mark: -12, bias: 12)) },
    lastMarked.mistake(
      "the first mark is kept for ever: at a later one z must be 0 too"
    ) { weights(update: Sum(bias: 12)) },
    lastMarked.mistake("value and mark are exchanged: the value is heard first") {
      let (w, u, b, c) = weights()
      return (Tensor(Array(w.scalars[3...] + w.scalars[..<3]), shape: [2, 3]), u, b, c)
    },
    lastMarked.mistake("the mark comes into the candidate: the tanh of the value alone is wanted") {
      weights(candidate: Sum(value: 1, mark: 1))
    },
    lastMarked.mistake(
      "the candidate is 1 or -1 for almost every value: its weight is too large"
    ) { weights(candidate: Sum(value: 12)) },
    lastMarked.mistake(
      "the candidate is the tanh of half the value: only z needs room, this weight is 1"
    ) { weights(candidate: Sum(value: 0.5)) },
    lastMarked.mistake("the old state comes into the candidate: a new mark must not hear it") {
      weights(candidate: Sum(value: 1, state: 1))
    },
    lastMarked.mistake("the candidate has a bias: a marked 0 must make the state 0") {
      weights(candidate: Sum(value: 1, bias: 0.5))
    },
    lastMarked.mistake("the value has the wrong sign in the candidate") {
      weights(candidate: Sum(value: -1))
    },
    lastMarked.mistake("the blocks are r, z, n: in yours z comes first") {
      weights(order: [1, 0, 2])
    },
    lastMarked.mistake("the blocks are r, z, n: in yours n comes before z") {
      weights(order: [0, 2, 1])
    },
    lastMarked.mistake(
      "two numbers are heard, so W has two rows: one for the value, one for the mark"
    ) {
      let (w, u, b, c) = weights()
      return (w.transposed(), u, b, c)
    },
  ]
}
