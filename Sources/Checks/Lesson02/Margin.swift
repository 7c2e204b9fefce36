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
        scores(w, b, x, y).min()! / (b * b + product(w, w))
      },
      marginOf.mistake("the label is missing: on the wrong side a distance counts as negative") {
        w, b, x, _ in
        scores(w, b, x, x.map { _ in 1 }).map { abs($0) }.min()!
          / (b * b + product(w, w)).squareRoot()
      },
      marginOf.mistake("the closest example decides, so take the smallest, not the largest") {
        w, b, x, y in
        scores(w, b, x, y).max()! / (b * b + product(w, w)).squareRoot()
      },
      mistakeBound.mistake("R^2 has a 1 for the bias: 1 + x . x") { x, gamma in
        gamma > 0 ? x.map { product($0, $0) }.max()! / (gamma * gamma) : nil
      },
      mistakeBound.mistake("the bound is the square of R / gamma") { x, gamma in
        gamma > 0 ? x.map { 1 + product($0, $0) }.max()!.squareRoot() / gamma : nil
      },
      mistakeBound.mistake("R is the longest example, not the shortest") { x, gamma in
        gamma > 0 ? x.map { 1 + product($0, $0) }.min()! / (gamma * gamma) : nil
      },
      mistakeBound.mistake("a margin of 0 or less bounds nothing: then the answer is nil") {
        x, gamma in
        x.map { 1 + product($0, $0) }.max()! / (gamma * gamma)
      },
    ])

  private static let marginOf = Function("margin(weights:bias:x:labels:)", rightMargin)
  private static let mistakeBound = Function("mistakeBound(x:margin:)", rightBound)

  @Sendable private static func margins(_ judge: Judge) {
    askMargin(judge, w: [0, 3], b: 4, x: [[5, 2]], y: [1])
    askMargin(judge, w: [3, 4], b: 0, x: [[1, 1], [-2, -1], [2, 0]], y: [1, -1, 1])
    askMargin(
      judge, w: [1, -2], b: 2, x: [[1, 1], [3, 0.5], [-4, 2], [0, 3]], y: [1, 1, -1, -1])
    let w = judge.generator.floats(4)
    let x = (0..<6).map { _ in judge.generator.floats(4) }
    askMargin(judge, w: w, b: 0.5, x: x, y: x.map { product(w, $0) + 0.5 >= 0 ? 1 : -1 })
  }

  @Sendable private static func negativeMargins(_ judge: Judge) {
    askMargin(judge, w: [3, 0], b: 4, x: [[-3, 0], [1, 1]], y: [1, 1])
    askMargin(judge, w: [1, 1], b: -1, x: [[2, 2], [1, 3], [0, 0]], y: [-1, 1, -1])
    askMargin(judge, w: [1], b: -2, x: [[2]], y: [1])
    let w = judge.generator.floats(3)
    let x = (0..<4).map { _ in judge.generator.floats(3) }
    askMargin(judge, w: w, b: 0.25, x: x, y: x.map { product(w, $0) + 0.25 >= 0 ? -1 : 1 })
  }

  @Sendable private static func bounds(_ judge: Judge) {
    askBound(judge, x: [[2, 2], [0, 1]], margin: 0.5)
    askBound(judge, x: [[0.5], [-3], [1]], margin: 2)
    askBound(judge, x: (0..<5).map { _ in judge.generator.floats(3, in: -4...4) }, margin: 0.25)
    askBound(judge, x: [[1, 1]], margin: -0.5)
    askBound(judge, x: [[1, 1]], margin: 0)
  }

  private static func askMargin(
    _ judge: Judge, w: [Float], b: Float, x: [[Float]], y: [Float]
  ) {
    judge.ask(marginOf, w, b, x, y)
  }

  private static func askBound(_ judge: Judge, x: [[Float]], margin: Float) {
    judge.ask(mistakeBound, x, margin)
  }

  @Sendable private static func rightMargin(
    _ w: [Float], _ b: Float, _ x: [[Float]], _ y: [Float]
  ) -> Float {
    scores(w, b, x, y).min()! / (b * b + product(w, w)).squareRoot()
  }

  @Sendable private static func rightBound(_ x: [[Float]], _ margin: Float) -> Float? {
    guard margin > 0 else { return nil }
    return x.map { 1 + product($0, $0) }.max()! / (margin * margin)
  }

  /// Each score times its label.
  private static func scores(_ w: [Float], _ b: Float, _ x: [[Float]], _ y: [Float]) -> [Float] {
    zip(x, y).map { $1 * (product(w, $0) + b) }
  }
}
