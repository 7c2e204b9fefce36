import Experiments
import LessonKit
import MiniTensor

extension Lesson16 {
  /// Noise, step by step, until nothing of the data is left.
  static func forget(
    _ experiment: Experiment, _ board: Board, using generator: inout RandomGenerator
  ) {
    board.section("Forgetting")
    board.say(
      """
      How do you make something out of nothing? Lesson 15 let two networks fight about it. Here \
      is a calmer way. First take data apart, slowly, until only noise is left. Then learn to go \
      one small step back. If you can undo every small step, you can begin with pure noise, and \
      walk all the way home.

      Our data are single numbers. They come from three hills of unequal height, so we know \
      their distribution exactly. In each of T = 1,000 steps a number shrinks a little, and a \
      little noise is added:
      """)
    board.formula(
      """
      x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) z        z ~ N(0, 1)
      beta_t from 0.0001 to 0.02, in equal steps
      """)
    board.say(
      """
      Why shrink? So that the variance stays about 1 and does not grow for ever. And the thousand \
      steps can be taken in one, because a sum of normal noises is normal noise:
      """)
    board.formula(
      """
      x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) eps        eps ~ N(0, 1)
      alphaBar_t = (1 - beta_1) (1 - beta_2) ... (1 - beta_t)
      """)

    let walkers = walk(experiment, count: board.isQuick ? 1000 : 10_000, using: &generator)
    draw(walkers, experiment, board)
    let left = experiment.schedule.alphaBars[250]
    let (data, halfway) = (experiment.data, walkers.numbers[250]!)
    let mean = left.squareRoot() * data.mean
    let deviation =
      (left * data.standardDeviation * data.standardDeviation + 1 - left).squareRoot()
    board.say(
      """
      Is the short cut true? \(walkers.count, grouped: true) numbers took 250 single steps: their mean is \
      \(halfway.mean, decimals: 3) and their standard deviation \(halfway.deviation, decimals: 3). \
      The one jump promises \(mean, decimals: 3) and \(deviation, decimals: 3).
      """)
    board.table(
      ["t", "signal sqrt(alphaBar)", "noise sqrt(1 - alphaBar)"],
      [1, 10, 100, 250, 500, 750, 1000].map { t in
        let left = experiment.schedule.alphaBars[t]
        return [
          "\(t)", "\(left.squareRoot(), decimals: 4)", "\((1 - left).squareRoot(), decimals: 4)",
        ]
      })
    claim(experiment.schedule, board)
  }

  /// Numbers on their way into noise.
  struct Walkers {
    let count: Int
    /// The ways of the first few, every tenth step: `[walker][time]`.
    var paths: [[Float]]
    /// All of them at some times.
    var numbers: [Int: (mean: Double, deviation: Double)] = [:]
  }

  private static func walk(
    _ experiment: Experiment, count: Int, using generator: inout RandomGenerator
  ) -> Walkers {
    let shown = 16
    let clean = experiment.clean(count, using: &generator)
    var walkers = Walkers(count: count, paths: clean.scalars.prefix(shown).map { [$0] })
    var x = clean
    for t in 1...experiment.schedule.stepCount {
      let beta = Float(experiment.schedule.betas[t])
      // After step 250 only the walkers that are drawn go on.
      if t == 251 { x = x.rows(0..<shown) }
      x =
        x * (1 - beta).squareRoot()
        + Tensor.normal(x.shape, standardDeviation: beta.squareRoot(), using: &generator)
      if t.isMultiple(of: 10) {
        for index in 0..<shown { walkers.paths[index].append(x.scalars[index]) }
      }
      if t == 250 {
        walkers.numbers[t] = (Double(x.mean()), Double(x.variance()).squareRoot())
      }
    }
    return walkers
  }

  private static func draw(_ walkers: Walkers, _ experiment: Experiment, _ board: Board) {
    let times = stride(from: 0, through: 1000, by: 10).map(Double.init)
    let grid = (0...200).map { -3.2 + 0.032 * Double($0) }
    let shown = [0, 50, 250, 1000]
    let curves = shown.map { t in
      let noised = experiment.data.noised(experiment.schedule.alphaBars[t])
      return grid.map(noised.density)
    }
    board.draw(
      Figure("Forgetting", name: "forgetting") {
        Panel("sixteen numbers lose their way", x: "t", y: Axis("x", range: -3.2...3.2)) {
          for (index, path) in walkers.paths.enumerated() {
            Lines(x: times, y: path, style: .faint, colour: index)
          }
        }
        Panel("where all numbers are", x: "x", y: "density") {
          Lines(x: grid, curves, names: shown.map { "t = \($0)" })
        }
      })
  }

  private static func claim(_ schedule: NoiseSchedule, _ board: Board) {
    let left = schedule.alphaBars[schedule.stepCount]
    let bits = [1, 0.25].map { schedule.remainingBits(squaredValue: $0) }
    board.say(
      """
      At the end alphaBar is \(left): of a number's variance that much is left. What can still \
      be read from it is said in bits: the divergence between \
      x_T and pure noise is \(bits[0]) bits for a number of size 1, and \(bits[1]) for one of size \
      a half.
      """)
    board.claim(
      "alpha-bar", "what is left of the data after 1,000 steps",
      source: "Ho, Jain and Abbeel, NeurIPS 2020, sec. 4: the schedule",
      published: "derived from the schedule: 4.036e-5", measured: "\(left)",
      gate: "the same four digits", holds: abs(left - 4.036e-5) < 0.5e-8)
    board.claim(
      "forgotten", "bits that x_T still tells, for x_0^2 = 1 and 0.25",
      source: "Ho, Jain and Abbeel, NeurIPS 2020, sec. 4: L_T",
      published: "about 1e-5 bits a dimension", measured: "\(bits[0]) and \(bits[1])",
      gate: "2.9e-5 and 7.3e-6",
      holds: abs(bits[0] - 2.9e-5) < 0.05e-5 && abs(bits[1] - 7.3e-6) < 0.05e-6)
  }
}
