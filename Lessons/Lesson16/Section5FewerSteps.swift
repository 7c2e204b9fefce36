import LessonKit
import MiniTensor

extension Lesson16 {
  /// DDPM against DDIM, by the number of steps.
  static func takeFewerSteps(
    _ experiment: Experiment, _ denoiser: LearnedDenoiser, _ board: Board,
    using generator: inout RandomGenerator
  ) {
    board.section("Fewer steps")
    board.say(
      """
      A thousand steps are a thousand runs of the network, for one number or one image. Must it be so \
      many? In 2020 Jiaming Song, Chenlin Meng and Stefano Ermon noticed that the same network allows \
      another way back, without any fresh noise: guess the data, then put the *same* noise back, only less of it.
      """)
    board.formula(
      """
      x0^ = (x_t - sqrt(1 - alphaBar_t) eps^) / sqrt(alphaBar_t)
      x_s = sqrt(alphaBar_s) x0^ + sqrt(1 - alphaBar_s) eps^        any s < t
      """)
    board.say(
      """
      They called it DDIM; the way with fresh noise, of section 4, is DDPM. Both can leap over \
      times. Here are both with 5 to 200 leaps, by the learned denoiser and by the exact one:
      """)
    let lengths = [5, 10, 20, 50, 100, 200]
    let count = board.isQuick ? 2000 : 10_000
    let rows = board.progress("walking", total: lengths.count, unit: "lengths") { tick in
      lengths.map { jumps in
        defer { tick() }
        return StepCost(jumps, count, experiment, denoiser, using: &generator)
      }
    }
    draw(rows, board)
    crossOrNot(experiment, board, using: &generator)
    claim(rows, experiment, board)
  }

  /// W1 after so many leaps, in standard deviations of the data.
  struct StepCost {
    let jumps: Int
    let learned: (ddpm: Double, ddim: Double)
    let exact: (ddpm: Double, ddim: Double)

    init(
      _ jumps: Int, _ count: Int, _ experiment: Experiment, _ denoiser: LearnedDenoiser,
      using generator: inout RandomGenerator
    ) {
      func distance(
        _ sampler: Sampler, _ denoiser: any Denoiser, _ generator: inout RandomGenerator
      ) -> Double {
        let made = generate(
          count, sampler, jumps: jumps, denoiser, experiment.schedule, using: &generator)
        return wassersteinDistance(made, from: experiment.data) / experiment.data.standardDeviation
      }
      self.jumps = jumps
      learned = (distance(.ddpm, denoiser, &generator), distance(.ddim, denoiser, &generator))
      exact = (
        distance(.ddpm, experiment.exact, &generator), distance(.ddim, experiment.exact, &generator)
      )
    }
  }

  private static func draw(_ rows: [StepCost], _ board: Board) {
    board.table(
      ["leaps", "DDPM, learned", "DDIM, learned", "DDPM, exact", "DDIM, exact"],
      rows.map {
        [
          "\($0.jumps)", "\($0.learned.ddpm, decimals: 3)", "\($0.learned.ddim, decimals: 3)",
          "\($0.exact.ddpm, decimals: 3)", "\($0.exact.ddim, decimals: 3)",
        ]
      }, title: "W1, in standard deviations of the data")
    let leaps = rows.map(\.jumps)
    board.draw(
      Figure(
        "What a step buys", x: Axis("leaps", isLogarithmic: true, ticks: leaps.map(Double.init)),
        y: Axis("W1", isLogarithmic: true), name: "steps"
      ) {
        Lines(x: leaps, y: rows.map(\.learned.ddpm), name: "DDPM, learned", colour: 1)
        Lines(x: leaps, y: rows.map(\.learned.ddim), name: "DDIM, learned", colour: 0)
        Lines(x: leaps, y: rows.map(\.exact.ddpm), name: "DDPM, exact", style: .dashed, colour: 1)
        Lines(x: leaps, y: rows.map(\.exact.ddim), name: "DDIM, exact", style: .dashed, colour: 0)
      })
  }

  /// Both ways back from the same 24 numbers.
  private static func crossOrNot(
    _ experiment: Experiment, _ board: Board, using generator: inout RandomGenerator
  ) {
    let start = Tensor((0..<24).map { [Float(normalQuantile((Double($0) + 0.5) / 24))] })
    let angle = AngleAxis(schedule: experiment.schedule)
    func paths(_ sampler: Sampler, _ generator: inout RandomGenerator) -> Paths {
      var paths = Paths(at: angle.times(count: 120))
      _ = sampler.walk(
        from: start, jumps: 1000, experiment.exact, schedule: experiment.schedule,
        using: &generator, visit: { paths.visit($0, $1) })
      return paths
    }
    let panels: [(paths: Paths, style: Lines.Style, name: Text)] = [
      (paths(.ddpm, &generator), .faint, "DDPM: fresh noise at every step"),
      (paths(.ddim, &generator), .solid, "DDIM: no fresh noise"),
    ]
    let x = angle.axis(ticks: [1000, 500, 300, 200, 100, 0])
    board.draw(
      Figure("Two ways back from the same noise", name: "two-ways") {
        for panel in panels {
          Panel(panel.name, x: x, y: Axis("x", range: -3.2...3.2)) {
            for (index, path) in panel.paths.places.enumerated() {
              Lines(
                x: panel.paths.visited.map(angle.position), y: path, style: panel.style,
                colour: index / 8)
            }
          }
        }
      })
  }

  private static func claim(_ rows: [StepCost], _ experiment: Experiment, _ board: Board) {
    let ratios = rows.filter { (10...100).contains($0.jumps) }.map { $0.exact.ddpm / $0.exact.ddim }
    let ratio = ratios.reduce(0, +) / Double(ratios.count)
    let (worst, share) = orderKept(experiment)
    board.say(
      """
      With the exact denoiser and 10 to 100 leaps DDIM is \(ratio, decimals: 1) times closer. In one \
      dimension the gain is modest; in images it is large. With few leaps both denoisers err alike: it is \
      the leaping that hurts, not the network.

      Look at the panel of DDIM. Without fresh noise a path is decided by where it began, so two paths \
      can never meet: the lowest noise becomes the lowest data, and the median becomes the median. \
      The number with a share p of the noise below it must end where a share p of the data lies \
      below it. So DDIM has computed the quantiles of the data.
      """)
    board.ungatedClaim(
      "steps", "W1 with 20 leaps: DDPM and DDIM, learned",
      source: "Song, Meng and Ermon, ICLR 2021, abstract", published: "10 to 50 times faster",
      measured:
        "\(rows[2].learned.ddpm, decimals: 3) and \(rows[2].learned.ddim, decimals: 3)",
      reason: "published for images, by another measure")
    board.claim(
      "order", "DDIM with the exact denoiser: quantile goes to quantile",
      source: "Y. Song and others, ICLR 2021, sec. 4.3: probability flow",
      published: "exact for endless small steps",
      measured: "mean \(share, decimals: 4), at most \(worst, decimals: 3) deviations off",
      gate: "mean at most 0.005", holds: share <= 0.005)
  }

  /// How far DDIM ends from the quantile where it should: at most and on average, for 1,000 of
  /// them.
  private static func orderKept(_ experiment: Experiment) -> (worst: Double, mean: Double) {
    let shares = (0..<1000).map { (Double($0) + 0.5) / 1000 }
    var unused = RandomGenerator(seed: 0)  // DDIM draws nothing
    let ends = Sampler.ddim.walk(
      from: Tensor(shares.map { [Float(normalQuantile($0))] }), jumps: 1000, experiment.exact,
      schedule: experiment.schedule, using: &unused)
    let data = experiment.data
    let errors = zip(ends.scalars, shares).map {
      abs(Double($0) - data.quantile($1)) / data.standardDeviation
    }
    return (errors.max()!, errors.reduce(0, +) / 1000)
  }

  private static func normalQuantile(_ share: Double) -> Double {
    GaussianMixture(weights: [1], means: [0], deviations: [1]).quantile(share)
  }
}
