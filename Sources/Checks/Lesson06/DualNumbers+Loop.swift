import ExerciseKit
import Foundation

/// The last part of exercise 6.4: a derivative through a loop.
extension Checks06 {
  private typealias Pair = (value: Double, derivative: Double)

  private static let squareRoot = Function("squareRootByAveraging(_:steps:)") {
    (x: Double, steps: Int) -> Pair in averaged(x, steps)
  }

  @Sendable static func askLoop(_ judge: Judge) {
    for (x, steps) in [(4, 1), (4, 2), (9, 0), (0.25, 3), (2, 6), (1, 4)] as [(Double, Int)] {
      judge.ask(squareRoot, x, steps)
    }
    for steps in [judge.generator.count(2...3), judge.generator.count(4...9)] {
      judge.ask(squareRoot, Double(judge.generator.count(11...99)) / 10, steps)
    }
  }

  /// The loop, with some of the ways to get it wrong.
  private static func averaged(
    _ x: Double, _ steps: Int, start: Pair = (1, 0), slopeOfX: Double = 1, slopeOfTwo: Double = 0,
    forgets: Bool = false
  ) -> Pair {
    var g = start
    for _ in 0..<steps {
      if forgets { g.derivative = 0 }
      let quotient = (slopeOfX * g.value - x * g.derivative) / (g.value * g.value)
      let sum: Pair = (g.value + x / g.value, g.derivative + quotient)
      g = (sum.value / 2, (sum.derivative * 2 - sum.value * slopeOfTwo) / 4)
    }
    return g
  }

  static let mistakesOfLoop: [Mistake] = [
    squareRoot.mistake(
      "nothing changes in yours when x does: x itself has the derivative 1"
    ) { x, steps in averaged(x, steps, slopeOfX: 0) },
    squareRoot.mistake(
      "the first guess is 1 for every x: its derivative is 0"
    ) { x, steps in averaged(x, steps, start: (1, 1)) },
    squareRoot.mistake(
      "the 2 of the mean is the same for every x: its derivative is 0"
    ) { x, steps in averaged(x, steps, slopeOfTwo: 1) },
    squareRoot.mistake(
      "the guess changes with x as well: yours makes it a number without derivative in each step"
    ) { x, steps in averaged(x, steps, forgets: true) },
    squareRoot.mistake(
      "that is the derivative of the exact root: asked is that of the guess after so many steps"
    ) { x, steps in (averaged(x, steps).value, 0.5 / x.squareRoot()) },
    squareRoot.mistake(
      "1 / (2 g) is the derivative where g is the exact root: let the loop carry it instead"
    ) { x, steps in (averaged(x, steps).value, 0.5 / averaged(x, steps).value) },
    squareRoot.mistake(
      "the first guess is 1, not x"
    ) { x, steps in averaged(x, steps, start: (x, 1)) },
    squareRoot.mistake("yours takes a step too many") { x, steps in averaged(x, steps + 1) },
    squareRoot.mistake("yours takes a step too few") { x, steps in averaged(x, max(0, steps - 1)) },
    squareRoot.mistake("yours stops after one step: repeat it") { x, steps in
      averaged(x, min(steps, 1))
    },
  ]
}
