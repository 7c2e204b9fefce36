import Experiments
import LessonKit
import MiniTensor

extension Lesson16 {
  /// From pure noise to data: the picture of the course.
  static func walkBack(
    _ experiment: Experiment, _ denoiser: LearnedDenoiser, _ board: Board,
    using generator: inout RandomGenerator
  ) {
    board.section("The way back")
    board.say(
      """
      Now backwards. If x_0 were known, Bayes' rule would say exactly where x_{t-1} was: it is \
      normal, with a known mean and variance. Put the network's guess in the place of x_0, and the \
      mean becomes simple: take away a little of the noise that the network hears, undo the \
      shrinking, and add a little fresh noise.
      """)
    board.formula(
      """
      x_{t-1} = (x_t - beta_t / sqrt(1 - alphaBar_t) eps^) / sqrt(1 - beta_t)
                + sigma_t z                                z ~ N(0, 1)
      sigma_t^2 = beta_t (1 - alphaBar_{t-1}) / (1 - alphaBar_t)
      """)
    board.say(
      """
      Why add noise while removing it? Because many roads lead to x_t. Always taking the middle one would drive \
      everybody into the middle of the hills. The fresh noise keeps the crowd as wide as it should be.
      """)
    let (count, jumps) = (board.isQuick ? 2000 : 10_000, board.isQuick ? 250 : 1000)
    let paths = drawTrajectories(experiment, denoiser, board, using: &generator)
    board.draw(hillsRising(experiment, denoiser, board))
    let samples = board.progress("walking", total: 8, unit: "parts") { tick in
      generate(count, .ddpm, jumps: jumps, denoiser, experiment.schedule, using: &generator) {
        tick()
      }
    }
    let data = experiment.data
    board.draw(
      Figure(
        "\(count, grouped: true) numbers made of noise", x: "x", y: "density", name: "samples"
      ) {
        Histogram(samples, bins: 70, name: "from the network", isDensity: true)
        Lines(over: -2...2, name: "the data", colour: 1) { data.density($0) }
      })
    let distance = wassersteinDistance(samples, from: data) / data.standardDeviation
    let truth = experiment.clean(count, using: &generator).scalars
    let unavoidable = wassersteinDistance(truth, from: data) / data.standardDeviation
    board.say(
      """
      Every path in the picture began as a random number that knows nothing. \(paths.ended) of \
      \(paths.count) ended within three standard deviations of a hill. How well does the crowd \
      fit? Think of two heaps of sand: how far must a grain be carried on average to make one heap \
      the other? That is the Wasserstein distance W1. It is \(distance, decimals: 3) standard \
      deviations of the data; for \(count, grouped: true) numbers drawn from the hills themselves it is \
      \(unavoidable, decimals: 3), by chance alone.
      """)
    let statement: Text =
      "W1 of \(count, grouped: true) samples, in standard deviations of the data"
    board.claim(
      "w1", statement, source: "DDPM, algorithm 2; the hills are known exactly",
      published: "0 at best", measured: "\(distance, decimals: 3)", gate: "at most 0.05",
      holds: distance <= 0.05,
      notQuick: "too few training steps and samples with --quick")
  }

  /// Samples made on all cores: eight parts, each with random numbers of its own.
  static func generate(
    _ count: Int, _ sampler: Sampler, jumps: Int, _ denoiser: any Denoiser,
    _ schedule: NoiseSchedule, using generator: inout RandomGenerator, tick: () -> Void = {}
  ) -> [Float] {
    // The network is only read while it is used; the compiler cannot see that.
    nonisolated(unsafe) let denoiser = denoiser
    return concurrently(8, seed: generator.next(), tick: tick) { part, generator, tick in
      let rows = count * (part + 1) / 8 - count * part / 8
      defer { tick() }
      return sampler.walk(
        from: .normal([rows, 1], using: &generator), jumps: jumps, denoiser, schedule: schedule,
        using: &generator
      ).scalars
    }.flatMap { $0 }
  }

  private static func drawTrajectories(
    _ experiment: Experiment, _ denoiser: LearnedDenoiser, _ board: Board,
    using generator: inout RandomGenerator
  ) -> (count: Int, ended: Int) {
    let (data, schedule) = (experiment.data, experiment.schedule)
    let picture = TrajectoryPicture(data: data, schedule: schedule)
    var paths = Paths(at: picture.axis.times(count: 170))
    let ends = Sampler.ddpm.walk(
      from: .normal([72, 1], using: &generator), jumps: 1000, denoiser, schedule: schedule,
      using: &generator, visit: { paths.visit($0, $1) })
    let hills = ends.scalars.map { data.likeliestHill(Double($0)) }
    let ended = zip(ends.scalars, hills).count { x, hill in
      abs(Double(x) - data.means[hill]) <= 3 * data.deviations[hill]
    }
    board.draw(picture.figure(paths))
    return (hills.count, ended)
  }
}

/// W1 between samples and a mixture: sort the samples and compare each with its own quantile.
func wassersteinDistance(_ samples: [Float], from data: GaussianMixture) -> Double {
  let sorted = samples.sorted()
  var sum = 0.0
  for (place, sample) in sorted.enumerated() {
    sum += abs(Double(sample) - data.quantile((Double(place) + 0.5) / Double(sorted.count)))
  }
  return sum / Double(sorted.count)
}
