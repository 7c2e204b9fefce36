import ExerciseKit
import Foundation
import MiniTensor

/// The last part of exercise 12.1: weights for a memory of one bit.
extension Checks12 {
  private typealias Weights = (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor)

  private static let latch = Function(
    "latch()",
    reading: { value -> Weights in try value.tuple(of: Tensor.self, Tensor.self, Tensor.self) }
  ) { () -> Weights in weights() }

  /// One column of weights and bias for each of i, f, o, g: at a set, at a reset, and always.
  private struct Sum {
    var set: Float = 0
    var reset: Float = 0
    var bias: Float = 0
  }

  /// The weights of a latch, with some of the ways to get them wrong.
  ///
  /// So large that gates are open and shut to the last digit, and what is expected reads 0 and 1.
  private static func weights(
    input: Sum = Sum(set: 200, bias: -100),
    forget: Sum = Sum(set: -200, reset: -200, bias: 100),
    candidate: Sum = Sum(set: 12)
  ) -> Weights {
    let sums = [input, forget, Sum(), candidate]
    return (
      Tensor([sums.map(\.set), sums.map(\.reset)]), Tensor.zeros(1, 4), Tensor(sums.map(\.bias))
    )
  }

  // MARK: - Questions

  /// What is heard so many times in a row: set, reset or nothing.
  private typealias Stretch = (heard: [Float], times: Int)
  private static let set: [Float] = [1, 0]
  private static let reset: [Float] = [0, 1]
  private static let silence: [Float] = [0, 0]

  @Sendable static func askLatch(_ judge: Judge) {
    judge.ask("the shapes of the three tensors of latch()") { answers in
      shapes(of: try answers.call(latch))
    }
    ask(judge, [(silence, 200)])
    ask(judge, [(set, 1), (silence, 3), (silence, 197)])
    ask(judge, [(set, 1), (silence, 200), (reset, 1), (silence, 200)])
    ask(judge, [(set, 3), (silence, 5), (set, 1), (reset, 1), (set, 1), (silence, 200)])
    ask(judge, [(reset, 1), (silence, 9), (reset, 5), (set, 1), (reset, 2), (silence, 200)])
    for _ in 0..<3 {
      let pulses = (0..<judge.generator.count(3...5)).flatMap { _ -> [Stretch] in
        let pulse = judge.generator.flag() ? set : reset
        return [
          (pulse, judge.generator.count(1...2)), (silence, judge.generator.count(1...200)),
        ]
      }
      ask(judge, pulses)
    }
  }

  private static func ask(_ judge: Judge, _ stretches: [Stretch]) {
    let heard = stretches.map { $0.times == 1 ? "\($0.heard)" : "\($0.times) x \($0.heard)" }
      .joined(separator: ", ").replacingOccurrences(of: ".0", with: "")
    let right = cells(of: weights(), along: stretches)
    let leaks = { (cells: [Float]) in
      let wrong = zip(cells, right).enumerated().filter { abs($0.element.0 - $0.element.1) > 0.1 }
      // All that goes wrong is a 1 that became less in a long silence, and is not yet gone.
      return cells.count == right.count
        && wrong.allSatisfy { place, pair in
          stretches[place].heard == silence && stretches[place].times > 5
            && 0...0.9 ~= pair.0 && pair.1 > 0.9
        }
    }
    judge.ask(
      "the cell of latch() after each of \(verbatim: heard)", tolerance: 0.1,
      shows: [tooSmallABias: leaks]
    ) { answers in cells(of: try answers.call(latch), along: stretches) }
  }

  private static let tooSmallABias: Text =
    "the forget gate is open in silence, but not far enough for 200 steps: a larger bias"

  private static func shapes(of weights: Weights) -> [[Int]] {
    [weights.inputWeights, weights.stateWeights, weights.bias].map { $0.shape.map { $0 } }
  }

  /// The cell after each stretch; nothing for weights that fit no cell.
  private static func cells(of weights: Weights, along stretches: [Stretch]) -> [Float] {
    guard shapes(of: weights) == [[2, 4], [1, 4], [4]] else { return [] }
    var (hidden, cell): (Float, Float) = (0, 0)
    return stretches.map { heard, times in
      let fixed = Tensor([heard]).matmul(weights.inputWeights) + weights.bias
      for _ in 0..<times {
        func sum(_ k: Int) -> Float { fixed[0, k] + hidden * weights.stateWeights[0, k] }
        func gate(_ k: Int) -> Float { 1 / (1 + exp(-sum(k))) }
        cell = gate(1) * cell + gate(0) * tanh(sum(3))
        hidden = gate(2) * tanh(cell)
      }
      return cell
    }
  }

  // MARK: - Mistakes

  static let mistakesOfLatch: [Mistake] = [
    latch.mistake(
      "in silence the forget gate is half open, and half of the cell goes in every step"
    ) { weights(forget: Sum(set: -24, reset: -24)) },
    latch.mistake(tooSmallABias) { weights(forget: Sum(set: -24, reset: -24, bias: 4)) },
    latch.mistake(
      "a set must also forget: when the cell is 1 already, yours adds another 1"
    ) { weights(forget: Sum(reset: -24, bias: 12)) },
    latch.mistake(
      "a reset must forget: in yours the forget gate stays open, and the 1 too"
    ) { weights(forget: Sum(set: -24, bias: 12)) },
    latch.mistake("set and reset are exchanged: the first number that is heard is set") {
      let (w, u, b) = weights()
      return (Tensor(Array(w.scalars[4...] + w.scalars[..<4]), shape: [2, 4]), u, b)
    },
    latch.mistake(
      "the input gate is open in silence, and the candidate is not 0 there: it is written each step"
    ) { weights(input: Sum(bias: 12), candidate: Sum(bias: 12)) },
    latch.mistake(
      "nothing is ever written: is the input gate open at a set, and is the order i, f, o, g?"
    ) { weights(input: Sum(bias: -12)) },
    latch.mistake(
      "at a set the input gate is half open, so half of the candidate is written"
    ) { weights(input: Sum(set: 12, bias: -12)) },
    latch.mistake(
      "the candidate at a set is the tanh of 1, which is 0.76: its sum must be larger"
    ) { weights(candidate: Sum(set: 1)) },
    latch.mistake("the candidate at a set has the wrong sign: yours writes -1") {
      weights(candidate: Sum(set: -12))
    },
    latch.mistake(
      "a reset of yours writes -1 to take the 1 away: a cell that is 0 becomes -1"
    ) {
      weights(
        input: Sum(set: 24, reset: 24, bias: -12), forget: Sum(set: -24, bias: 12),
        candidate: Sum(set: 12, reset: -12))
    },
    latch.mistake("two numbers are heard, so W has two rows: one for set, one for reset") {
      let (w, u, b) = weights()
      return (w.transposed(), u, b)
    },
  ]
}
