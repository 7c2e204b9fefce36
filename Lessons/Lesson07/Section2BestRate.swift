import Foundation
import LessonKit
import MiniTensor

extension Lesson07 {
  /// How fast the best rate is, by theory and by measurement, on a narrow bowl.
  static func walkAtTheBestRate(_ board: Board) {
    board.section("How fast can it be?")
    board.say(
      """
      Near a minimum every smooth landscape is a bowl: a sum of parabolas, some steep, some flat. \
      Let the steepest be k times as steep as the flattest. Plain descent can take steps as long \
      as the steepest allows, and then the flattest makes hardly any way. The heavy ball runs \
      along the flat ones while the steep ones swing and cancel. Theory gives the best settings, \
      and the factor by which each step then shrinks the distance.
      """)
    board.formula(
      """
      descent   eta = 2 / (k + 1)           r = (k - 1) / (k + 1)
      ball      eta = 4 / (sqrt(k) + 1)^2   r = (sqrt(k) - 1) / (sqrt(k) + 1)
                momentum = r^2              r: the factor of a step
      """)
    let k = Float(board.setting("condition"))
    let root = k.squareRoot()
    let ballRate = (root - 1) / (root + 1)
    let descentRate = Double((k - 1) / (k + 1))
    let bowl = Bowl(condition: k, weights: 20, seed: board.seed)
    let descent = bowl.distances(steps: 2000) {
      GradientDescent(learningRate: 2 / (k + 1))
    }
    let ball = bowl.distances(steps: 250) {
      Momentum(learningRate: 4 / ((root + 1) * (root + 1)), momentum: ballRate * ballRate)
    }
    board.draw(
      Figure(
        "The distance from the minimum, k = \(k)",
        caption: "A straight line on this scale is a constant factor a step.",
        x: Axis("step", range: 0...250), y: .logarithmic("distance, start = 1", range: 1e-12...10),
        name: "best-rates"
      ) {
        Lines(x: 0...250, y: descent.prefix(251), name: "descent")
        Lines(x: 0...250, y: ball, name: "heavy ball")
        for rate in [descentRate, Double(ballRate)] {
          Lines(over: 0...250, name: "\(rate, decimals: 4)^t", style: .dotted) { pow(rate, $0) }
        }
      })

    let measured = (descent: shrinkage(descent), ball: shrinkage(ball))
    let stepsTo = [descent, ball].map { $0.firstIndex { $0 < 1e-6 } }
    board.table(
      ["", "a step, theory", "a step, here", "steps to a millionth"],
      [
        [
          "descent", "\(descentRate, decimals: 4)", "\(measured.descent, decimals: 4)",
          steps(stepsTo[0]),
        ],
        [
          "heavy ball", "\(ballRate, decimals: 4)", "\(measured.ball, decimals: 4)",
          steps(stepsTo[1]),
        ],
      ])
    board.say(
      """
      The square root is the whole point. At k = 100 the ball is up to ten times as fast, at \
      k = 10,000 a hundred times. It starts slowly: at first the distance goes like t \(ballRate, decimals: 4)^t, \
      because at the best momentum the two ways in which it can shrink fall together. So the \
      factor is fitted after step 50.
      """)
    claimRate(
      "rate-descent", "plain descent at its best rate, k = 100",
      theory: descentRate, measured: measured.descent, board)
    claimRate(
      "rate-heavy-ball", "the heavy ball at its best rate, k = 100", theory: Double(ballRate),
      measured: measured.ball, board)
    let ratio = stepsTo.allSatisfy { $0 != nil } ? Double(stepsTo[0]!) / Double(stepsTo[1]!) : nil
    board.claim(
      "sqrt-k", "descent takes about sqrt(k) = 10 times as many steps to a millionth",
      source: "Polyak, Some methods of speeding up the convergence, 1964",
      published: "10, for many steps",
      measured: ratio.map { "\($0, decimals: 1) times" } ?? "one never came so far",
      gate: "6 to 10.5 times", holds: ratio.map { (6...10.5).contains($0) } ?? false)
  }

  private static func steps(_ count: Int?) -> Text { count.map { "\($0)" } ?? "more" }

  /// The factor of one step: a straight line fitted to the logarithm, from step 50 to the last.
  private static func shrinkage(_ distances: [Double]) -> Double {
    // Below this a Float has no digits left.
    let tail = distances.enumerated().dropFirst(50).filter { $0.element > 1e-30 }
      .map { (x: Double($0.offset), y: log($0.element)) }
    let n = Double(tail.count)
    let meanX = tail.reduce(0) { $0 + $1.x } / n
    let meanY = tail.reduce(0) { $0 + $1.y } / n
    let slope =
      tail.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
      / tail.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    return exp(slope)
  }

  private static func claimRate(
    _ id: String, _ statement: Text, theory: Double, measured: Double, _ board: Board
  ) {
    board.claim(
      id, statement,
      source: "Polyak, Some methods of speeding up the convergence, 1964",
      published: "\(theory, decimals: 4) a step", measured: "\(measured, decimals: 4)",
      gate: "within 2 %", holds: abs(measured / theory - 1) <= 0.02)
  }
}

/// A sum of parabolas, from steepness 1 to k, and a random place to start from.
struct Bowl {
  /// The steepness of each weight's parabola.
  let steepness: [Float]
  let start: [Float]

  /// - Parameters:
  ///   - condition: k, the largest steepness over the smallest.
  ///   - weights: how many; their steepnesses are spread evenly on a logarithmic scale.
  init(condition k: Float, weights: Int, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    steepness = (0..<weights).map { pow(k, Float($0) / Float(weights - 1)) }
    start = (0..<weights).map { _ in generator.normal() }
  }

  /// The distance from the minimum after each step, the first being 1.
  func distances(steps: Int, _ rule: () -> any UpdateRule) -> [Double] {
    var weights = start
    var rules = weights.map { _ in rule() }
    var distances = [length(weights)]
    for _ in 0..<steps {
      for i in weights.indices { rules[i].move(&weights[i], slope: steepness[i] * weights[i]) }
      distances.append(length(weights))
    }
    return distances.map { $0 / distances[0] }
  }

  private func length(_ weights: [Float]) -> Double {
    weights.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
