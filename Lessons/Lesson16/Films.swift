import LessonKit
import MiniTensor

extension Lesson16 {
  /// The times that a film shows: many near the end, where noise becomes data.
  static let filmedTimes = [
    1000, 800, 650, 540, 460, 400, 350, 300, 260, 225, 195, 170, 145, 120, 100, 80, 60, 45, 32, 22,
    14, 8, 3, 0,
  ]

  /// Three hills rise out of pure noise.
  static func hillsRising(
    _ experiment: Experiment, _ denoiser: LearnedDenoiser, _ board: Board
  ) -> Film {
    // Random numbers of its own: what follows is the same with the film and without.
    var generator = RandomGenerator(seed: board.seed(of: "film of the hills"))
    var moments: [(step: Int, x: [Float])] = []
    _ = Sampler.ddpm.walk(
      from: .normal([800, 1], using: &generator), jumps: 1000, denoiser,
      schedule: experiment.schedule, using: &generator
    ) { step, x in
      if filmedTimes.contains(step) { moments.append((step, x.scalars)) }
    }
    let data = experiment.data
    return Film(
      "Noise becomes three hills",
      caption: "800 numbers on the way back, and the density of the data.",
      over: moments, label: { "\($0.step) steps to go" }, x: Axis("x", range: -3...3),
      y: Axis("density", range: 0...1.6), name: "film-hills"
    ) { moment in
      Histogram(moment.x, bins: 40, name: "from the network", isDensity: true)
      Lines(over: -3...3, name: "the data", colour: 1) { data.density($0) }
    }
  }

  /// The points of the Swiss roll on the way back.
  static func rollRising(_ moments: [(step: Int, x: Tensor)]) -> Film {
    Film(
      "Noise becomes a Swiss roll", caption: "500 points on the way back.", over: moments,
      label: { "\($0.step) steps to go" }, x: Axis("", range: -3...3), y: Axis("", range: -3...3),
      aspect: .equal, name: "film-roll"
    ) { moment in
      Points(
        x: moment.x.column(0).scalars, y: moment.x.column(1).scalars,
        group: Array(repeating: 0, count: moment.x.shape[0]))
    }
  }
}
