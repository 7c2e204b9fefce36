import LessonKit

/// Adam on one number that must stay between -1 and 1, as in Reddi, Kale and Kumar (2018).
struct ProjectedAdam {
  /// Whether it divides by the largest mean of squares so far (AMSGrad) or by the present one
  /// (Adam).
  let remembersTheLargest: Bool
  let beta1 = 0.9
  let beta2 = 0.99
  private(set) var x = 0.0
  private var mean = 0.0
  private var squares = 0.0
  private var largest = 0.0

  init(remembersTheLargest: Bool) { self.remembersTheLargest = remembersTheLargest }

  mutating func move(slope g: Double, learningRate: Double) {
    mean = beta1 * mean + (1 - beta1) * g
    squares = beta2 * squares + (1 - beta2) * g * g
    largest = max(largest, squares)
    let v = remembersTheLargest ? largest : squares
    x -= learningRate * mean / (v.squareRoot() + 1e-8)
    x = min(1, max(-1, x))
  }
}

extension Lesson07 {
  /// A straight slope on which Adam walks the wrong way, for ever.
  static func walkToTheWorstPoint(_ board: Board) {
    board.section("Adam can walk to the worst point")
    board.say(
      """
      One weight x between -1 and 1, and losses that come one at a time: every 101st is 1,010 x, \
      all others are -10 x. Together a hundred and one of them make 10 x: the best place is -1. \
      One rare, large slope points there, and a hundred small ones point the other way.
      """)
    board.formula(
      """
      f_t(x) = 1,010 x if t mod 101 = 1, else -10 x     rate = 0.5 / sqrt(t)
      Adam     v <- 0.99 v + 0.01 g^2     x <- x - rate m / sqrt(v)
      AMSGrad  v^ <- max(v^, v)           x <- x - rate m / sqrt(v^)
      """)
    board.say(
      """
      Adam divides by the size of recent slopes. When the large one comes, v jumps, and the step \
      is cut down: about 8 rates downwards. Then v forgets, and each of the hundred small slopes \
      gets a longer step than the one before: together about 10 rates upwards. The rare voice \
      that was right is outvoted. Reddi's repair: never forget the largest v.
      """)
    let steps = 5_000_000
    let adam = walk(remembersTheLargest: false, steps: steps) { 0.5 / $0.squareRoot() }
    let amsGrad = walk(remembersTheLargest: true, steps: steps) { 0.5 / $0.squareRoot() }
    board.draw(
      Figure(
        "Where x is, and where it should be", x: .logarithmic("step"),
        y: Axis("x", range: -1.1...1.1), name: "worst-point"
      ) {
        Lines(x: adam.steps, y: adam.x, name: "Adam")
        Lines(x: amsGrad.steps, y: amsGrad.x, name: "AMSGrad")
        Lines.horizontal(at: -1, name: "best", style: .dotted)
      })

    let constants = [0.5, 0.1, 0.01, 0.001].map { rate in
      let ends = [false, true].map { remembers in
        walk(remembersTheLargest: remembers, steps: steps) { _ in rate }.x.last!
      }
      return (rate: rate, adam: ends[0], amsGrad: ends[1])
    }
    board.table(
      ["learning rate", "Adam ends at", "AMSGrad ends at"],
      [["0.5 / sqrt(t)", "\(adam.x.last!, decimals: 4)", "\(amsGrad.x.last!, decimals: 4)"]]
        + constants.map {
          ["\($0.rate), constant", "\($0.adam, decimals: 4)", "\($0.amsGrad, decimals: 4)"]
        },
      title: "After \(steps, grouped: true) steps:")
    board.say(
      """
      The paper gives 0.9 and 0.99 for the two means and no rate; ours falls like 1 / sqrt(t), as \
      its theorems ask. It must fall, or at least be small. A constant rate of 0.5 throws both against the \
      wall at +1: in each round the small slopes have the last word, and x is cut off at 1. With \
      smaller constant rates AMSGrad ends near -1, the nearer the smaller; Adam never does. In \
      practice the trouble is rare, because real losses are not so cunning, and Adam is used \
      every day. But "it always converges" was believed, and proved, and the proof was wrong.
      """)
    board.claim(
      "adam-worst", "Adam walks to +1, the worst point",
      source: "Reddi, Kale, Kumar, On the convergence of Adam and beyond, ICLR 2018",
      published: "+1", measured: "\(adam.x.last!, decimals: 4)", gate: "above 0.99",
      holds: adam.x.last! > 0.99)
    board.claim(
      "amsgrad-best", "AMSGrad walks to -1, the best point",
      source: "Reddi, Kale, Kumar, On the convergence of Adam and beyond, ICLR 2018",
      published: "-1", measured: "\(amsGrad.x.last!, decimals: 4)", gate: "below -0.99",
      holds: amsGrad.x.last! < -0.99)
    let (large, smaller) = (constants[0], constants.dropFirst())
    board.claim(
      "constant-rate", "a constant rate of 0.5 drives both to +1, smaller ones only Adam",
      source: "this course; the example of Reddi, Kale and Kumar 2018", published: "derived",
      measured: """
        \(large.adam, decimals: 2) and \(large.amsGrad, decimals: 2); AMSGrad then at most \
        \(smaller.map(\.amsGrad).max()!, decimals: 2)
        """,
      gate: "both above 0.99; AMSGrad below 0 at every smaller rate",
      holds: large.adam > 0.99 && large.amsGrad > 0.99 && smaller.allSatisfy { $0.amsGrad < 0 })
  }

  /// Walks, and notes x at steps that lie evenly on a logarithmic scale, the last one included.
  private static func walk(
    remembersTheLargest: Bool, steps: Int, learningRate: (Double) -> Double
  ) -> (steps: [Int], x: [Double]) {
    var walker = ProjectedAdam(remembersTheLargest: remembersTheLargest)
    var noted: (steps: [Int], x: [Double]) = ([], [])
    var next = 1.0
    for t in 1...steps {
      walker.move(slope: t % 101 == 1 ? 1010 : -10, learningRate: learningRate(Double(t)))
      if t >= Int(next) || t == steps {
        noted.steps.append(t)
        noted.x.append(walker.x)
        next = max(next * 1.04, next + 1)
      }
    }
    return noted
  }
}
