import Foundation
import LessonKit
import MiniTensor

extension Lesson06 {
  /// Differences with every step from one to almost nothing: too long is wrong, too short is worse.
  static func chooseAStep(_ board: Board) {
    board.section("How small a step?")
    board.say(
      """
      Differences keep one job: to check the automatic way, as in lesson 05. Which step h is best? \
      School says: the smaller the better. A computer disagrees. Numbers have a last digit, so \
      f(x + h) is wrong by about eps, and dividing by h makes that eps / h. Long steps miss the \
      curve, short ones drown in rounding. In between lies the best.
      """)
    board.formula(
      """
      forward   (f(x + h) - f(x)) / h         error ~ h + eps/h
      central   (f(x + h) - f(x - h)) / 2h    error ~ h^2 + eps/h

      least where both parts are equal:   h ~ sqrt(eps),   h ~ eps^(1/3)
      """)

    var generator = RandomGenerator(seed: board.seed)
    let places = board.wholeSetting("places")
    let points = (0..<places).map { _ in Double(generator.uniform(in: 0.5...1.5)) }
    let doubles = StepSearch(points, epsilon: Double.ulpOfOne, from: -16) { x, h in
      func f(_ x: Double) -> Double { x * exp(x) }
      return ((f(x + h) - f(x)) / h, (f(x + h) - f(x - h)) / (2 * h))
    }
    let floats = StepSearch(points, epsilon: Double(Float.ulpOfOne), from: -8) { x, h in
      func f(_ x: Float) -> Float { x * exp(x) }
      let (x, h) = (Float(x), Float(h))
      return (
        Double((f(x + h) - f(x)) / h), Double((f(x + h) - f(x - h)) / (2 * h))
      )
    }
    let automatic = points.map { x in
      let x = Scalar(x)
      (x * x.exp()).backward()
      return abs(x.gradient - StepSearch.truth(x.value)) / StepSearch.truth(x.value)
    }.max()!

    board.draw(
      Figure(
        "The best step",
        caption: """
          f = x e^x at \(places) places between 0.5 and 1.5: the median of the relative errors. \
          The engine's largest error there is \(automatic, significant: 2).
          """, name: "step"
      ) {
        for (title, search) in [
          ("Double, 53 bits", doubles), ("Float, 24 bits", floats),
        ] as [(Text, StepSearch)] {
          Panel(title, x: .logarithmic("step h"), y: .logarithmic("relative error")) {
            Lines(x: search.steps, y: search.forward, name: "forward")
            Lines(x: search.steps, y: search.central, name: "central")
          }
        }
      })
    let rows: [(Text, Double, Double, Double)] = [
      ("Double, forward", doubles.bestForward, doubles.forward.min()!, doubles.forwardRule),
      ("Double, central", doubles.bestCentral, doubles.central.min()!, doubles.centralRule),
      ("Float, forward", floats.bestForward, floats.forward.min()!, floats.forwardRule),
      ("Float, central", floats.bestCentral, floats.central.min()!, floats.centralRule),
    ]
    board.table(
      ["differences", "rule", "best step", "error there"],
      rows.map { name, best, error, rule in
        [name, "\(rule, significant: 2)", "\(best, significant: 2)", "\(error, significant: 2)"]
      })
    board.say(
      """
      At its best, forward keeps half of the digits and central two thirds. The automatic way \
      has no h to choose, and keeps all. Note the Float column: with the numbers of MiniTensor a \
      step of 1e-7, good advice for Double, would measure nothing but rounding.
      """)
    claimStep(
      board, "forward", "best step, forward differences: near sqrt(eps)", doubles.bestForward,
      doubles.forwardRule)
    claimStep(
      board, "central", "best step, central differences: near eps^(1/3)", doubles.bestCentral,
      doubles.centralRule)
  }

  private static func claimStep(
    _ board: Board, _ name: String, _ title: Text, _ best: Double, _ expected: Double
  ) {
    board.claim(
      "best-step-\(name)", title, source: "Numerical Recipes, section 5.7",
      published: "\(expected, significant: 2)",
      measured: "\(best, significant: 2)", gate: "within one decade",
      holds: abs(log10(best / expected)) <= 1)
  }
}

/// The errors of two rules of differences for many steps.
private struct StepSearch {
  let epsilon: Double
  let steps: [Double]
  /// The median error over all places, for each step.
  let forward: [Double]
  let central: [Double]

  var forwardRule: Double { epsilon.squareRoot() }
  var centralRule: Double { cbrt(epsilon) }
  var bestForward: Double { steps[forward.indices.min { forward[$0] < forward[$1] }!] }
  var bestCentral: Double { steps[central.indices.min { central[$0] < central[$1] }!] }

  /// Four steps a decade, from 10^`from` to 1.
  init(
    _ points: [Double], epsilon: Double, from: Double,
    _ estimate: (_ x: Double, _ h: Double) -> (forward: Double, central: Double)
  ) {
    self.epsilon = epsilon
    steps = stride(from: from, through: 0, by: 0.25).map { pow(10, $0) }
    let errors = steps.map { h in
      points.map { x -> (forward: Double, central: Double) in
        let (forward, central) = estimate(x, h)
        let truth = Self.truth(x)
        return (abs(forward - truth) / truth, abs(central - truth) / truth)
      }
    }
    forward = errors.map { Self.median($0.map(\.forward)) }
    central = errors.map { Self.median($0.map(\.central)) }
  }

  /// The derivative of x e^x.
  static func truth(_ x: Double) -> Double { (1 + x) * exp(x) }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
