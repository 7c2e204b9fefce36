import LessonKit
import MiniTensor

extension Lesson16 {
  /// A network learns to tell the noise, from examples only.
  static func learnToDenoise(
    _ experiment: Experiment, _ board: Board, using generator: inout RandomGenerator
  ) -> LearnedDenoiser {
    board.section("A network learns to tell the noise")
    board.say(
      """
      Of real data nobody knows a formula. But the best answer in squared error is exactly what a \
      network learns that is trained on squared error. So make examples. Take a clean number, a random \
      time t and fresh noise; mix them; ask which noise it was. There are as many examples as one likes, \
      and labels are free.
      """)
    board.formula(
      """
      loss = (eps^(sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) eps, t) - eps)^2
      eps^: 17-64-64-1, SiLU; the time comes as 8 sines and 8 cosines
      """)
    let chosen = board.wholeSetting("learning-steps")
    let steps = board.isQuick ? min(5000, chosen) : chosen
    let denoiser = LearnedDenoiser(experiment.schedule, using: &generator)
    board.progress("learning", total: steps / 100, unit: "hundred steps") { tick in
      denoiser.learn(
        steps: steps, learningRate: Float(board.setting("learning-rate")), using: &generator
      ) {
        experiment.clean($0, using: &$1)
      } tick: {
        tick(note: "loss \($0, decimals: 3)")
      }
    }
    draw(denoiser, experiment, board)
    let newExamples = 50_000
    let result = compare(denoiser, experiment, rows: newExamples, using: &generator)
    board.say(
      """
      After \(steps, grouped: true) steps with 256 examples each the loss on \
      \(newExamples, grouped: true) new ones is \(result.loss, decimals: 4). A loss so far from 0 \
      looks like a failure. It is none: on the same examples the best answer itself has a loss of \
      \(result.unavoidable, decimals: 4), because it cannot know the noise either. What counts is \
      how far the network is from the best answer, and that is \(result.excess, percent: 1) of the \
      unavoidable loss.
      """)
    let statement: Text = "the learned denoiser's error beyond that of the exact one"
    board.claim(
      "denoiser", statement, source: "E[eps given x_t] in closed form (section 2)",
      published: "0 % at best", measured: "\(result.excess, percent: 1)",
      gate: "at most 5 % more", holds: result.excess <= 0.05,
      notQuick: "too few steps with --quick")
    return denoiser
  }

  private static func draw(
    _ denoiser: LearnedDenoiser, _ experiment: Experiment, _ board: Board
  ) {
    let grid = (0...200).map { -2.6 + 0.026 * Double($0) }
    let sparse = (0...26).map { -2.6 + 0.2 * Double($0) }
    let times = [50, 200, 600]
    let guesses = times.map { t in
      denoiser.noise(in: Tensor(sparse.map { [Float($0)] }), at: t).scalars
    }
    board.draw(
      Figure(
        "Learned and exact", x: "x_t, what is seen",
        y: Axis("the noise in it, eps", range: -4...4), name: "learned"
      ) {
        for (index, t) in times.enumerated() {
          Lines(
            x: grid, y: grid.map { experiment.exact.noise(in: $0, at: t) },
            name: "exact, t = \(t)", colour: index)
        }
        Points(
          x: times.flatMap { _ in sparse }, y: guesses.flatMap { $0 },
          group: times.indices.flatMap { Array(repeating: $0, count: sparse.count) },
          names: times.map { "learned, t = \($0)" })
      })
  }

  /// The network's loss, how far it is from the best answer, and what that one cannot avoid.
  private static func compare(
    _ denoiser: LearnedDenoiser, _ experiment: Experiment, rows: Int,
    using generator: inout RandomGenerator
  ) -> (loss: Double, excess: Double, unavoidable: Double) {
    let clean = experiment.clean(rows, using: &generator)
    let batch = denoiser.trainingPairs(clean, using: &generator)
    let guesses = withoutGradients { denoiser(batch.noisy, at: batch.steps).value }.scalars
    var (loss, excess, unavoidable) = (0.0, 0.0, 0.0)
    for row in 0..<rows {
      let best = experiment.exact.noise(in: Double(batch.noisy.scalars[row]), at: batch.steps[row])
      let (error, rest) = (Double(guesses[row]) - best, Double(batch.noise.scalars[row]) - best)
      loss += (error - rest) * (error - rest)
      excess += error * error
      unavoidable += rest * rest
    }
    return (loss / Double(rows), excess / unavoidable, unavoidable / Double(rows))
  }
}
