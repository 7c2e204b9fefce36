import ExerciseKit

/// The last part of exercise 8.4: the mean of the squared error over all masks.
extension Checks08 {
  private static let expectedError = Function(
    "expectedSquaredError(inputs:weights:target:rate:)"
  ) { (x: [Float], w: [Float], target: Float, rate: Float) -> Float in
    expected(products(x, w), target, rate)
  }

  private static func products(_ x: [Float], _ w: [Float]) -> [Float] { zip(w, x).map { $0 * $1 } }

  private static func squared(_ number: Float) -> Float { number * number }

  /// The square of the mean's distance, and a variance, with some of the ways to get them wrong.
  private static func expected(
    _ products: [Float], _ target: Float, _ rate: Float, mean factor: Float = 1,
    variance: ((_ rate: Float) -> Float)? = nil
  ) -> Float {
    let sum = products.reduce(0, +)
    let perSquare = variance?(rate) ?? rate / (1 - rate)
    return squared(target - factor * sum) + perSquare * products.reduce(0) { $0 + squared($1) }
  }

  @Sendable static func askExpectedError(_ judge: Judge) {
    judge.ask(expectedError, [2], [1.5], 1, 0.5)
    judge.ask(expectedError, [1, 2], [3, 1], 4, 0.5)
    judge.ask(expectedError, [1, -2], [3, 0.5], -1, 0.2)
    judge.ask(expectedError, [2, 1, -1], [1, -3, 0.5], 2, 0.75)
    judge.ask(expectedError, [1, 2], [3, 1], 3, 0)
    judge.ask(expectedError, [], [], 3, 0.5)
    for count in [judge.generator.count(3...6), 40] {
      let (x, w) = (judge.generator.floats(count), judge.generator.floats(count, in: -2...2))
      judge.ask(
        expectedError, x, w, Float(judge.generator.count(-3...3)),
        Float(judge.generator.count(1...4)) / 10)
    }
  }

  private typealias Loss =
    @Sendable (
      _ x: [Float], _ w: [Float], _ target: Float, _ rate: Float
    ) -> Float

  private static func masked(_ likely: Text, _ wrong: @escaping Loss) -> Mistake {
    expectedError.mistake(likely, wrong)
  }

  static let mistakesOfExpectedError: [Mistake] = [
    masked(
      "the mean of a square is not the square of the mean: the variance is missing"
    ) { x, w, target, rate in expected(products(x, w), target, rate, variance: { _ in 0 }) },
    masked(
      "that is the variance of a mask of 0 and 1: here a kept input is made louder as well"
    ) { x, w, target, rate in
      expected(products(x, w), target, rate, variance: { $0 * (1 - $0) })
    },
    masked(
      "made louder by 1 / (1 - rate), a product has a variance that is larger by its square"
    ) { x, w, target, rate in expected(products(x, w), target, rate, variance: { $0 }) },
    masked(
      "a variance is the mean of the square less the square of the mean: you took nothing away"
    ) { x, w, target, rate in
      expected(products(x, w), target, rate, variance: { 1 / (1 - $0) })
    },
    masked(
      "an input that is never silenced has no variance: rate and 1 - rate are exchanged in yours"
    ) { x, w, target, rate in
      expected(products(x, w), target, rate, variance: { (1 - $0) / $0 })
    },
    masked(
      "every input has a mask of its own: square the products first, then add up"
    ) { x, w, target, rate in
      let sum = products(x, w).reduce(0, +)
      return squared(target - sum) + rate / (1 - rate) * squared(sum)
    },
    masked(
      "inverted dropout leaves the mean of the answer as it is: yours makes it smaller"
    ) { x, w, target, rate in expected(products(x, w), target, rate, mean: 1 - rate) },
    masked(
      "the weights count in the variance too: square weight times input, not the input alone"
    ) { x, w, target, rate in
      squared(target - products(x, w).reduce(0, +))
        + rate / (1 - rate) * x.reduce(0) { $0 + squared($1) }
    },
    masked(
      "that is the mean distance without its square"
    ) { x, w, target, _ in abs(target - products(x, w).reduce(0, +)) },
    expectedError.mistake(
      "with all masks tried the exercise is never done: a billion of them for thirty inputs"
    ) { x, w, target, rate in
      if x.count > 20 { throw NeverEnds() }
      return expected(products(x, w), target, rate)
    },
  ]
}
