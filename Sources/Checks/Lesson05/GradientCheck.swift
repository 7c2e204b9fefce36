import ExerciseKit
import Foundation

extension Checks05 {
  /// Exercise 5.5.
  static let gradientCheck = Check(
    "5.5", "The gradient check", difficulty: 2, minutes: 25,
    file: "GradientCheck.swift", chapter: "05-backpropagation.md", section: "Is it right?",
    replaces: ["Variable", "backward", "gradientCheck"],
    hints: [
      """
      For each number make two copies of the point, one a step to the right, one a step to the \
      left, and ask the loss about both.
      """,
      "Make the copies inside the loop over the numbers: then nothing has to be put back.",
      """
      The difference of the two losses, over twice the step. For the other function: two largest \
      values and one quotient; when the lower one is 0, so is the answer.
      """,
    ],
    parts: [
      Part("slopes by wiggling", points: 2, askSlopes),
      Part("how far apart", points: 2, askDifference),
    ],
    mistakes: [
      numericalSlopes.mistake("wiggled to the right only: the formula steps to both sides") {
        loss, w, h in
        w.indices.map { (loss(moved(w, $0, h)) - loss(w)) / h }
      },
      numericalSlopes.mistake("the way from left to right is two steps long: divide by 2 step") {
        loss, w, h in
        w.indices.map { (loss(moved(w, $0, h)) - loss(moved(w, $0, -h))) / h }
      },
      numericalSlopes.mistake("right minus left, not left minus right: your signs are turned") {
        loss, w, h in
        w.indices.map { (loss(moved(w, $0, -h)) - loss(moved(w, $0, h))) / (2 * h) }
      },
      numericalSlopes.mistake("a wiggled number was not put back before the next one was wiggled") {
        loss, w, h in
        var point = w
        return w.indices.map { k in
          point[k] += h
          let above = loss(point)
          point[k] -= 2 * h
          return (above - loss(point)) / (2 * h)
        }
      },
      numericalSlopes.mistake("the difference of the losses is not a slope yet: divide by 2 step") {
        loss, w, h in
        w.indices.map { loss(moved(w, $0, h)) - loss(moved(w, $0, -h)) }
      },
      numericalSlopes.mistake(
        "in a / 2 * step the step multiplies: put brackets around 2 * step"
      ) { loss, w, h in
        w.indices.map { (loss(moved(w, $0, h)) - loss(moved(w, $0, -h))) / 2 * h }
      },
      numericalSlopes.mistake("wiggled to the left only: the formula steps to both sides") {
        loss, w, h in
        w.indices.map { (loss(w) - loss(moved(w, $0, -h))) / h }
      },
      numericalSlopes.mistake("half a step to each side: the formula goes a whole step") {
        loss, w, h in
        w.indices.map { (loss(moved(w, $0, h / 2)) - loss(moved(w, $0, -h / 2))) / h }
      },
      numericalSlopes.mistake("all numbers were wiggled together: one at a time") { loss, w, h in
        let slope = (loss(w.map { $0 + h }) - loss(w.map { $0 - h })) / (2 * h)
        return w.map { _ in slope }
      },
      numericalSlopes.mistake("your step has a size of its own: use the one that was asked for") {
        loss, w, _ in
        w.indices.map { (loss(moved(w, $0, 1e-5)) - loss(moved(w, $0, -1e-5))) / 2e-5 }
      },
      relativeDifference.mistake("0 / 0 is not a number: when all slopes are 0, they agree") {
        a, b in
        largest(zip(a, b).map { $0 - $1 }) / largest(a + b)
      },
      relativeDifference.mistake("the differences keep their signs in yours: take absolute values")
      { a, b in
        let size = largest(a + b)
        return size > 0 ? (zip(a, b).map { $0 - $1 }.max() ?? 0) / size : 0
      },
      relativeDifference.mistake(
        "not divided by anything: a difference means little without the size"
      ) {
        a, b in largest(zip(a, b).map { $0 - $1 })
      },
      relativeDifference.mistake("the differences are added up: only the largest counts") { a, b in
        let size = largest(a + b)
        return size > 0 ? zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / size : 0
      },
      relativeDifference.mistake(
        "a large negative slope is large too: take absolute values for the size"
      ) { a, b in
        let size = (a + b).max() ?? 0
        return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
      },
      relativeDifference.mistake(
        "differences of unlike signs cancel in yours: take the absolute value of each"
      ) { a, b in
        let size = largest(a + b)
        return size > 0 ? abs(zip(a, b).reduce(0) { $0 + $1.0 - $1.1 }) / size : 0
      },
      relativeDifference.mistake("the smallest size divides in yours: the largest should") { a, b in
        let size = (a + b).map { abs($0) }.min() ?? 0
        return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
      },
      relativeDifference.mistake("divide by the largest of all slopes, not by their sum") { a, b in
        let size = largest(a) + largest(b)
        return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
      },
      relativeDifference.mistake("the largest difference counts, not the mean of all") { a, b in
        let size = largest(a + b)
        let sum = zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) }
        return size > 0 ? sum / Double(a.count) / size : 0
      },
      relativeDifference.mistake(
        "only the first list's size counts in yours: the largest in either"
      ) {
        a, b in
        let size = largest(a)
        return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
      },
      relativeDifference.mistake(
        "each difference was divided by its own slope: a tiny slope would then shout"
      ) { a, b in
        zip(a, b).map { x, y in
          let size = max(abs(x), abs(y))
          return size > 0 ? abs(x - y) / size : 0
        }.max() ?? 0
      },
    ])

  private static let numericalSlopes = Function("numericalSlopes(of:at:step:)", rightSlopes)
  private static let relativeDifference = Function("relativeDifference(_:_:)", rightDifference)
  private typealias Loss = Callback<[Double], Double>

  @Sendable private static func rightSlopes(
    _ loss: Loss, _ w: [Double], _ h: Double
  ) -> [Double] {
    w.indices.map { (loss(moved(w, $0, h)) - loss(moved(w, $0, -h))) / (2 * h) }
  }

  @Sendable private static func rightDifference(_ a: [Double], _ b: [Double]) -> Double {
    let size = largest(a + b)
    return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
  }

  private static func moved(_ w: [Double], _ k: Int, _ h: Double) -> [Double] {
    var w = w
    w[k] += h
    return w
  }

  private static func largest(_ values: [Double]) -> Double {
    values.map { abs($0) }.max() ?? 0
  }

  // MARK: - Questions

  @Sendable private static func askSlopes(_ judge: Judge) {
    askSlopes(judge, "{ w in w[0] * w[0] * w[0] }", at: [2], step: 0.5) { w in w[0] * w[0] * w[0] }
    askSlopes(judge, "{ w in w[0] * w[1] * w[1] }", at: [3, -1], step: 0.25) { w in
      w[0] * w[1] * w[1]
    }
    askSlopes(judge, "{ w in exp(w[0] - w[2]) * w[1] }", at: [0.5, 2, -0.25], step: 0.5) { w in
      exp(w[0] - w[2]) * w[1]
    }
    askSlopes(judge, "{ w in abs(w[0]) }", at: [0.25], step: 1) { w in abs(w[0]) }
    askSlopes(judge, "{ w in 7 }", at: [1, 2], step: 1e-3) { _ in 7 }
    askSlopes(judge, "{ w in 7 }", at: [], step: 1e-3) { _ in 7 }
    let count = judge.generator.count(2...5)
    let point = judge.generator.floats(count).map(Double.init)
    askSlopes(judge, "{ w in w[0] * w[1] + w[w.count - 1] }", at: point, step: 0.125) { w in
      w[0] * w[1] + w[w.count - 1]
    }
  }

  private static func askSlopes(
    _ judge: Judge, _ code: String, at point: [Double], step: Double,
    _ loss: @escaping @Sendable ([Double]) -> Double
  ) {
    judge.ask(numericalSlopes, Loss("\(verbatim: code)", loss), point, step)
  }

  @Sendable private static func askDifference(_ judge: Judge) {
    let cases: [([Double], [Double])] = [
      ([1, -4], [1, -3]), ([2, 3], [2, 5]), ([0.5, 8, -2], [1, 7, -2.5]), ([1, 2], [1, 2]),
      ([3, 1], [-3, 1]), ([1, 2], [2, 1]), ([-1, -2], [-1.5, -3]), ([0, 0], [0, 0]), ([], []),
      ([0], [1e-3]), ([1e-9, 2e-9], [1e-9, 1e-9]),
    ]
    for (a, b) in cases { judge.ask(relativeDifference, a, b) }
    let count = judge.generator.count(3...6)
    let (a, b) = (judge.generator.floats(count), judge.generator.floats(count, in: -2...2))
    judge.ask(relativeDifference, a.map(Double.init), b.map(Double.init))
  }
}
