import ExerciseKit
import Foundation

extension Checks05 {
  /// The two functions of exercise 5.5.
  public struct GradientCheckAnswer: Sendable {
    /// numericalSlopes(of:at:step:).
    public typealias Slopes =
      @Sendable (
        _ loss: ([Double]) -> Double, _ point: [Double], _ step: Double
      ) -> [Double]
    /// relativeDifference(_:_:).
    public typealias Difference = @Sendable (_ a: [Double], _ b: [Double]) -> Double

    let slopes: Slopes
    let difference: Difference

    /// Gathers the two answers.
    public init(slopes: @escaping Slopes, difference: @escaping Difference) {
      self.slopes = slopes
      self.difference = difference
    }
  }

  /// Exercise 5.5.
  public static let gradientCheck = Check<GradientCheckAnswer>(
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
      slopeMistake("wiggled to the right only: the formula steps to both sides") { loss, w, h in
        w.indices.map { (loss(moved(w, $0, h)) - loss(w)) / h }
      },
      slopeMistake("the way from left to right is two steps long: divide by 2 step") { loss, w, h in
        w.indices.map { (loss(moved(w, $0, h)) - loss(moved(w, $0, -h))) / h }
      },
      slopeMistake("right minus left, not left minus right: your signs are turned") { loss, w, h in
        w.indices.map { (loss(moved(w, $0, -h)) - loss(moved(w, $0, h))) / (2 * h) }
      },
      slopeMistake("a wiggled number was not put back before the next one was wiggled") {
        loss, w, h in
        var point = w
        return w.indices.map { k in
          point[k] += h
          let above = loss(point)
          point[k] -= 2 * h
          return (above - loss(point)) / (2 * h)
        }
      },
      slopeMistake("all numbers were wiggled together: one at a time") { loss, w, h in
        let slope = (loss(w.map { $0 + h }) - loss(w.map { $0 - h })) / (2 * h)
        return w.map { _ in slope }
      },
      slopeMistake("your step has a size of its own: use the one that was asked for") {
        loss, w, _ in
        w.indices.map { (loss(moved(w, $0, 1e-5)) - loss(moved(w, $0, -1e-5))) / 2e-5 }
      },
      differenceMistake("0 / 0 is not a number: when all slopes are 0, they agree") { a, b in
        largest(zip(a, b).map { $0 - $1 }) / largest(a + b)
      },
      differenceMistake("the differences keep their signs in yours: take absolute values") { a, b in
        let size = largest(a + b)
        return size > 0 ? (zip(a, b).map { $0 - $1 }.max() ?? 0) / size : 0
      },
      differenceMistake("not divided by anything: a difference means little without the size") {
        a, b in largest(zip(a, b).map { $0 - $1 })
      },
      differenceMistake("the differences are added up: only the largest counts") { a, b in
        let size = largest(a + b)
        return size > 0 ? zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / size : 0
      },
      differenceMistake("only the first list's size counts in yours: the largest in either") {
        a, b in
        let size = largest(a)
        return size > 0 ? largest(zip(a, b).map { $0 - $1 }) / size : 0
      },
      differenceMistake(
        "each difference was divided by its own slope: a tiny slope would then shout"
      ) { a, b in
        zip(a, b).map { x, y in
          let size = max(abs(x), abs(y))
          return size > 0 ? abs(x - y) / size : 0
        }.max() ?? 0
      },
    ])

  private static func slopeMistake(
    _ likely: Text, _ slopes: @escaping GradientCheckAnswer.Slopes
  ) -> Mistake<GradientCheckAnswer> {
    Mistake(likely, GradientCheckAnswer(slopes: slopes, difference: rightDifference))
  }

  private static func differenceMistake(
    _ likely: Text, _ difference: @escaping GradientCheckAnswer.Difference
  ) -> Mistake<GradientCheckAnswer> {
    Mistake(likely, GradientCheckAnswer(slopes: rightSlopes, difference: difference))
  }

  @Sendable private static func rightSlopes(
    _ loss: ([Double]) -> Double, _ w: [Double], _ h: Double
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

  @Sendable private static func askSlopes(_ judge: Judge<GradientCheckAnswer>) {
    askSlopes(judge, "{ w in w[0] * w[0] * w[0] }", at: [2], step: 0.5) { w in w[0] * w[0] * w[0] }
    askSlopes(judge, "{ w in w[0] * w[1] * w[1] }", at: [3, -1], step: 0.25) { w in
      w[0] * w[1] * w[1]
    }
    askSlopes(judge, "{ w in exp(w[0] - w[2]) * w[1] }", at: [0.5, 2, -0.25], step: 0.5) { w in
      exp(w[0] - w[2]) * w[1]
    }
    askSlopes(judge, "{ w in 7 }", at: [1, 2], step: 1e-3) { _ in 7 }
    askSlopes(judge, "{ w in 7 }", at: [], step: 1e-3) { _ in 7 }
  }

  private static func askSlopes(
    _ judge: Judge<GradientCheckAnswer>, _ code: String, at point: [Double], step: Double,
    _ loss: @escaping @Sendable ([Double]) -> Double
  ) {
    judge.ask(
      "numericalSlopes(of: \(verbatim: code), at: \(point), step: \(step))",
      expect: rightSlopes(loss, point, step)
    ) { $0.slopes(loss, point, step) }
  }

  @Sendable private static func askDifference(_ judge: Judge<GradientCheckAnswer>) {
    let cases: [([Double], [Double])] = [
      ([1, -4], [1, -3]), ([2, 3], [2, 5]), ([0.5, 8, -2], [1, 7, -2.5]), ([1, 2], [1, 2]),
      ([3, 1], [-3, 1]), ([0, 0], [0, 0]), ([], []), ([0], [1e-3]),
    ]
    for (a, b) in cases {
      judge.ask("relativeDifference(\(a), \(b))", expect: rightDifference(a, b)) {
        $0.difference(a, b)
      }
    }
  }
}
