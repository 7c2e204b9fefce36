import ExerciseKit

extension Checks02 {
  /// Exercise 2.4.
  static let margin = Check(
    "2.4", "Margin and bound", difficulty: 2, minutes: 25,
    file: "Margin.swift", chapter: "02-perceptron.md", section: "The bound",
    hints: [
      "y times the score is positive for a right answer. What does it lack to be a distance?",
      "Divide by the length of all weights together, the bias among them. Then take the smallest.",
      "For the bound: R^2 is the largest 1 + x . x, and a gamma that is not positive gives nil.",
    ],
    parts: [
      Part("the margin of a line that separates", points: 2, margins),
      Part("the margin of a line that does not", points: 1, negativeMargins),
      Part("the bound on the mistakes", points: 2, bounds),
    ],
    mistakes: [
      marginOf.mistake("the bias belongs to the length: |w~|^2 = b^2 + w . w") { w, b, x, y in
        scores(w, b, x, y).min()! / product(w, w).squareRoot()
      },
      marginOf.mistake("that is a score: divided by the length of the weights it is a distance") {
        w, b, x, y in
        scores(w, b, x, y).min()!
      },
      marginOf.mistake("divide by the length of the weights, not by its square") { w, b, x, y in
        let square: Float = b * b + product(w, w)
        return scores(w, b, x, y).min()! / square
      },
      marginOf.mistake("the label is missing: on the wrong side a distance counts as negative") {
        w, b, x, _ in
        let ones = [Float](repeating: 1, count: x.count)
        let nearest: Float = scores(w, b, x, ones).map(abs).min()!
        return nearest / length(w, b)
      },
      marginOf.mistake("the closest example decides, so take the smallest, not the largest") {
        w, b, x, y in
        scores(w, b, x, y).max()! / length(w, b)
      },
      marginOf.mistake("the label multiplies the whole score, its bias too") { w, b, x, y in
        let labelled: [Float] = zip(x, y).map { example, label in label * product(w, example) + b }
        return labelled.min()! / length(w, b)
      },
      marginOf.mistake("the length is the root of the sum of squares, not the sum of the sizes") {
        w, b, x, y in
        let sum: Float = w.reduce(abs(b)) { $0 + abs($1) }
        return scores(w, b, x, y).min()! / sum
      },
      marginOf.mistake("the closest example decides: yours takes the mean of the distances") {
        w, b, x, y in
        let sum: Float = scores(w, b, x, y).reduce(0, +)
        return sum / (Float(x.count) * length(w, b))
      },
      marginOf.mistake("an example on the wrong side makes the margin negative; yours stays above")
      {
        w, b, x, y in max(0, rightMargin(w, b, x, y))
      },
      mistakeBound.mistake("R^2 is the longest example's alone: yours adds up all examples") {
        x, gamma in
        guard gamma > 0 else { return nil }
        let sum: Float = squares(x).reduce(0, +)
        return sum / (gamma * gamma)
      },
      mistakeBound.mistake("gamma is squared too: the bound is (R / gamma)^2") { x, gamma in
        atPositive(gamma, squares(x).max()! / gamma)
      },
      mistakeBound.mistake("R^2 has a 1 for the bias: 1 + x . x") { x, gamma in
        let longest: Float = x.map { product($0, $0) }.max()!
        return atPositive(gamma, longest / (gamma * gamma))
      },
      mistakeBound.mistake("the bound is the square of R / gamma") { x, gamma in
        atPositive(gamma, squares(x).max()!.squareRoot() / gamma)
      },
      mistakeBound.mistake("R is the longest example, not the shortest") { x, gamma in
        atPositive(gamma, squares(x).min()! / (gamma * gamma))
      },
      mistakeBound.mistake("a margin of 0 or less bounds nothing: then the answer is nil") {
        x, gamma in
        squares(x).max()! / (gamma * gamma)
      },
    ])

  private static let marginOf = Function("margin(weights:bias:x:labels:)", rightMargin)
  private static let mistakeBound = Function("mistakeBound(x:margin:)", rightBound)

  @Sendable private static func margins(_ judge: Judge) {
    judge.ask(marginOf, [0, 3], 4, [[5, 2]], [1])
    judge.ask(marginOf, [3, 4], 0, [[1, 1], [-2, -1], [2, 0]], [1, -1, 1])
    judge.ask(marginOf, [1, -2], 2, [[1, 1], [3, 0.5], [-4, 2], [0, 3]], [1, 1, -1, -1])
    judge.ask(marginOf, [1], 0, [[-5000]], [-1])
    askRandom(judge, separates: true)
  }

  @Sendable private static func negativeMargins(_ judge: Judge) {
    judge.ask(marginOf, [3, 0], 4, [[-3, 0], [1, 1]], [1, 1])
    judge.ask(marginOf, [1, 1], -1, [[2, 2], [1, 3], [0, 0]], [-1, 1, -1])
    judge.ask(marginOf, [1], -2, [[2]], [1])
    askRandom(judge, separates: false)
  }

  private static func askRandom(_ judge: Judge, separates: Bool) {
    let sizes = judge.generator.sizes(2)
    let (w, b) = (judge.generator.floats(sizes[0]), judge.generator.floats(1)[0])
    let x = judge.generator.rows(sizes[1], sizes[0])
    judge.ask(marginOf, w, b, x, x.map { (product(w, $0) + b >= 0) == separates ? 1 : -1 })
  }

  @Sendable private static func bounds(_ judge: Judge) {
    judge.ask(mistakeBound, [[2, 2], [0, 1]], 0.5)
    judge.ask(mistakeBound, [[0.5], [-3], [1]], 2)
    judge.ask(mistakeBound, [[1, 0.5], [-2, 3]], 0.5)
    let sizes = judge.generator.sizes(2)
    judge.ask(mistakeBound, judge.generator.rows(sizes[0], sizes[1], in: -4...4), 0.25)
    judge.ask(mistakeBound, [[3], [-1]], 0.001)
    judge.ask(mistakeBound, [[1, 1]], -0.5)
    judge.ask(mistakeBound, [[1, 1]], 0)
  }

  @Sendable private static func rightMargin(
    _ w: [Float], _ b: Float, _ x: [[Float]], _ y: [Float]
  ) -> Float {
    scores(w, b, x, y).min()! / length(w, b)
  }

  @Sendable private static func rightBound(_ x: [[Float]], _ margin: Float) -> Float? {
    guard margin > 0 else { return nil }
    return squares(x).max()! / (margin * margin)
  }

  /// The length of all weights, the bias among them.
  private static func length(_ w: [Float], _ b: Float) -> Float {
    (b * b + product(w, w)).squareRoot()
  }

  private static func atPositive(_ gamma: Float, _ bound: Float) -> Float? {
    gamma > 0 ? bound : nil
  }

  // 1 + x . x of each example; the 1 is the bias's input.
  private static func squares(_ x: [[Float]]) -> [Float] { x.map { 1 + product($0, $0) } }

  /// Each score times its label.
  private static func scores(_ w: [Float], _ b: Float, _ x: [[Float]], _ y: [Float]) -> [Float] {
    zip(x, y).map { $1 * (product(w, $0) + b) }
  }
}
