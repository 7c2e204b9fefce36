import LessonKit
import MiniTensor

extension Lesson16 {
  /// Two dimensions, a finite training set, and the question whether a model only copies.
  static func rollTheStrip(_ board: Board, using generator: inout RandomGenerator) {
    board.section("Encore: a Swiss roll")
    board.say(
      """
      Nothing in the method knows that x is one number. Give the network two in and two out, and \
      the same lines of code work in the plane. The data are 500 points on a rolled-up strip, and this time \
      they are all we have.
      """)
    let schedule = NoiseSchedule()
    let count = 500
    let training = SwissRoll.points(count, using: &generator)
    let fresh = SwissRoll.points(count, using: &generator)
    let denoiser = LearnedDenoiser(
      schedule, valueCount: 2, hiddenSizes: [96, 96, 96], using: &generator)
    let steps = board.isQuick ? 3000 : 12_000
    board.progress("learning", total: steps / 100, unit: "hundred steps") { tick in
      denoiser.learn(steps: steps, using: &generator) { rows, generator in
        training.rows((0..<rows).map { _ in generator.integer(below: count) })
      } tick: {
        tick(note: "loss \($0, decimals: 3)")
      }
    }
    var stages: [Int: Tensor] = [:]
    var moments: [(step: Int, x: Tensor)] = []
    let made = Sampler.ddpm.walk(
      from: .normal([count, 2], using: &generator), jumps: 1000, denoiser, schedule: schedule,
      using: &generator
    ) { step, x in
      if [200, 50].contains(step) { stages[step] = x }
      if filmedTimes.contains(step) { moments.append((step, x)) }
    }
    board.draw(rollRising(moments))
    board.draw(
      Figure("Rolling up", name: "rolling-up") {
        for step in [200, 50] { cloud(stages[step]!, "\(step) steps to go", colour: 0) }
      })
    board.say(
      """
      But here lurks a trap. What is the best possible denoiser when the data are 500 points and \
      nothing else? Section 2 has the formula: a mixture of 500 hills of width 0. Put it in the \
      network's place.
      """)
    let copies = Sampler.ddpm.walk(
      from: .normal([board.isQuick ? 100 : count, 2], using: &generator), jumps: 1000,
      Copyist(points: training, schedule: schedule), schedule: schedule, using: &generator)
    board.draw(
      Figure("New points, and copies", name: "swiss-roll") {
        cloud(training, "500 points to learn from", colour: 6)
        cloud(made, "500 made by the network", colour: 0)
        cloud(copies, "\(copies.shape[0]) made by the exact denoiser", colour: 1)
        Panel(
          "a closer look at all three", x: Axis("", range: 1.4...2), y: Axis("", range: -0.3...0.3),
          aspect: .equal
        ) {
          Points(
            Array([training, made, copies].map { pairs($0) }.joined()),
            group: zip([6, 0, 1], [training, made, copies])
              .flatMap { Array(repeating: $0, count: $1.shape[0]) })
        }
      })
    judge(training, fresh, made, copies, board)
  }

  private static func cloud(_ points: Tensor, _ title: Text, colour: Int) -> Panel {
    Panel(title, x: Axis("", range: -3...3), y: Axis("", range: -3...3), aspect: .equal) {
      Points(
        x: points.column(0).scalars, y: points.column(1).scalars,
        group: Array(repeating: colour, count: points.shape[0]))
    }
  }

  private static func pairs(_ points: Tensor) -> [[Float]] {
    (0..<points.shape[0]).map { points.row($0).scalars }
  }

  private static func judge(
    _ training: Tensor, _ fresh: Tensor, _ made: Tensor, _ copies: Tensor, _ board: Board
  ) {
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let rows: [(name: Text, points: Tensor)] = [
      ("fresh points", fresh), ("the network's points", made),
      ("the exact denoiser's points", copies),
    ]
    let distances = rows.map { median(nearestDistances(from: $0.points, to: training)) }
    board.table(
      ["", "to the nearest training point", "from a fresh point to the nearest of these"],
      zip(rows, distances).map { row, distance in
        let cover = median(nearestDistances(from: fresh, to: row.points))
        return [
          row.name, "\(distance, decimals: 4)",
          "\(cover, decimals: 4)",
        ]
      }, title: "median distances")
    let ratios = distances.map { $0 / distances[0] }
    board.say(
      """
      In the picture both look perfect. The distances tell them apart. A fresh point of the roll has its \
      nearest training point \(distances[0], decimals: 3) away, and so, about, has a point of the \
      network: it is new. The exact denoiser gives the training points back. It has reached the \
      lowest training loss there is, and learned nothing (lesson 08). The network makes new points \
      *because* it fails to reach that minimum: it is too small and too smooth to remember 500 \
      places. Larger networks on fewer images do remember. So measure it.
      """)
    let statement: Text = "median distance to the nearest training point, in that of fresh points"
    let source: Text = "this lesson's control; the data as in Sohl-Dickstein 2015, fig. 1"
    let measured: Text =
      "network \(ratios[1], decimals: 2), exact denoiser \(ratios[2], decimals: 2)"
    board.claim(
      "copies", statement, source: source, published: "new points 1, copies 0",
      measured: measured, gate: "network from 0.5 to 2, exact denoiser below 0.2",
      holds: (0.5...2).contains(ratios[1]) && ratios[2] < 0.2,
      notQuick: "too few training steps with --quick")
  }
}
