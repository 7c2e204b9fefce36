import Experiments
import LessonKit
import MiniTensor

extension Lesson15 {
  /// Eight Gaussians on a ring, and how many the forger makes, alone and with packing.
  static func countTheModes(_ board: Board) {
    board.section("The forger with one joke")
    board.say(
      """
      Who makes one perfect bank note needs no second. A detective who judges one example at a \
      time cannot see that all forgeries are alike; it can only learn to distrust that one, and \
      then the forger moves on to another. This is mode collapse. It is tested on a ring: eight \
      Gaussians of deviation 0.01 around a circle of radius 1. Of 2,500 forgeries we count which \
      of the eight modes are hit within three deviations.
      """)
    board.say(
      """
      Packing is the simplest remedy. Show the detective two examples side by side, either both \
      real or both forged. If the forger has one joke, two in a row give it away.
      """)
    board.formula("PacGAN2     D(x1, x2)   against   D(G(z1), G(z2))")
    let groups = play(board)
    show(groups, board)
    claimModes(groups, board)
  }

  /// The runs of one setting.
  struct RingGroup: Sendable {
    let name: Text
    let recipe: RingRun.Recipe
    var runs: [RingRun] = []

    var modes: Double { runs.map { Double($0.modes) }.mean }
    var quality: Double { runs.map(\.quality).mean }
  }

  private static func play(_ board: Board) -> [RingGroup] {
    let full = board.options.flag("full")
    func recipe(_ packing: Int, isCareful: Bool) -> RingRun.Recipe {
      var recipe = RingRun.Recipe(packing: packing, isCareful: isCareful)
      if !isCareful { recipe.rounds = 4000 }
      if board.isQuick { recipe.rounds = 3000 }
      if full, isCareful { (recipe.hiddenSize, recipe.batchSize) = (128, 256) }
      return recipe
    }
    var groups = [
      RingGroup(name: "careful, GAN", recipe: recipe(1, isCareful: true)),
      RingGroup(name: "careful, PacGAN2", recipe: recipe(2, isCareful: true)),
      RingGroup(name: "careless, GAN", recipe: recipe(1, isCareful: false)),
      RingGroup(name: "careless, PacGAN2", recipe: recipe(2, isCareful: false)),
    ]
    // Carelessness shows after some thousand rounds only.
    if board.isQuick { groups.removeLast(2) }
    let recipes = groups.flatMap { Array(repeating: $0.recipe, count: runsEach) }
    let ticks = recipes.map { $0.rounds / 100 }.reduce(0, +)
    let runs = board.progress("forging", total: ticks, unit: "hundred rounds") { tick in
      concurrently(recipes.count, seed: board.seed, tick: { tick() }) { number, random, tick in
        RingRun(recipes[number], isFilmed: number == 0, using: &random, tick: tick)
      }
    }
    for place in groups.indices {
      groups[place].runs = Array(runs[place * runsEach..<(place + 1) * runsEach])
    }
    return groups
  }

  private static let runsEach = 3

  private static func show(_ groups: [RingGroup], _ board: Board) {
    let h = groups[0].recipe.hiddenSize
    board.note(
      """
      Generator 2-\(h)-\(h)-2, discriminator \(h)-\(h), batches of \(groups[0].recipe.batchSize), \
      Adam with 0.001. Careful: tanh units, He's first weights, beta1 = 0.5, \
      \(groups[0].recipe.rounds, grouped: true) rounds, the rate falls to 0 over the second half.
      """)
    if groups.count > 2 {
      board.note(
        """
        Careless: 2-64-64-2 with ReLU units, first weights N(0, 0.02^2), beta1 = 0.8, constant \
        rate, \(groups[2].recipe.rounds, grouped: true) rounds. The authors of PacGAN began with \
        those weights and that beta1, but with far larger networks and 400,000 rounds.
        """)
    }
    board.draw(
      Figure(
        "The first run of each setting", caption: "500 of its 2,500 forgeries.", name: "ring"
      ) {
        for group in groups {
          let points = group.runs[0].forged.rows(0..<500).scalarRows
          Panel(
            group.name, x: Axis("", range: -1.5...1.5), y: Axis("", range: -1.5...1.5),
            aspect: .equal
          ) {
            Points(
              points + Ring.centres,
              group: points.map { _ in 0 } + Ring.centres.map { _ in 1 },
              names: ["forged", "real modes"])
          }
        }
      })
    board.draw(film(groups[0].runs[0]))
    board.table(
      ["setting", "modes in each run", "mean", "within 3 deviations"],
      groups.map { group in
        [
          group.name, group.runs.map { "\($0.modes)" as Text }.list, "\(group.modes, decimals: 1)",
          "\(group.quality, percent: 0)",
        ]
      })
    guard groups.count > 2 else { return }
    board.say(
      """
      With care the plain GAN finds \(groups[0].modes, decimals: 1) of 8 modes in the mean of three \
      runs, PacGAN2 \(groups[1].modes, decimals: 1), and most points are good (of real points 98.9 % \
      lie within three deviations). Begun carelessly they find \(groups[2].modes, decimals: 1) and \
      \(groups[3].modes, decimals: 1), and hardly a point is good. Three runs vary much, so do not \
      read too much into one table. But see how much the beginning and the falling rate matter, \
      beside the remedy.
      """)
  }

  /// The forger's cloud on its way to the ring.
  private static func film(_ run: RingRun) -> Film {
    Film(
      "The forger's cloud",
      caption: "The same 300 points of noise, as the plain GAN of the first run forges them.",
      over: run.history, label: { "round \($0.round, grouped: true)" },
      x: Axis("", range: -1.5...1.5), y: Axis("", range: -1.5...1.5), aspect: .equal,
      name: "film-cloud"
    ) { moment in
      let points = moment.forged.scalarRows
      Points(
        points + Ring.centres,
        group: points.map { _ in 0 } + Ring.centres.map { _ in 1 },
        names: ["forged", "real modes"])
    }
  }

  private static func claimModes(_ groups: [RingGroup], _ board: Board) {
    let pacgan: Text = "Lin, Khetan, Fanti, Oh, PacGAN, NeurIPS 2018, table 1"
    board.claim(
      "ring-pacgan2", "ring of 8 Gaussians, PacGAN2, mean modes of 3 runs", source: pacgan,
      published: "7.9 +- 0.1 of 8", measured: summary(groups[1]), gate: "at least 7 of 8",
      holds: groups[1].modes >= 7)
    board.ungatedClaim(
      "ring-gan", "the same, plain GAN", source: pacgan, published: "6.3 +- 0.5 of 8",
      measured: summary(groups[0]),
      reason: """
        depends on the setting: in VEEGAN's table (Srivastava and others, NIPS 2017) the GAN finds \
        1 mode of the same ring
        """)
    board.ungatedClaim(
      "ring-careless", "the same, careless: GAN and PacGAN2", source: pacgan,
      published: "6.3 and 7.9 of 8",
      measured: groups.count > 2
        ? "\(groups[2].modes, decimals: 1) and \(groups[3].modes, decimals: 1)" : "not run",
      reason: board.isQuick
        ? "not run with --quick" : "networks and rounds far smaller than the authors'")
  }

  private static func summary(_ group: RingGroup) -> Text {
    "\(group.modes, decimals: 1) of 8, \(group.quality, percent: 0) good"
  }
}

extension Tensor {
  /// The rows of a matrix, one by one.
  var scalarRows: [[Float]] {
    let width = shape[1]
    return (0..<shape[0]).map { Array(scalars[$0 * width..<($0 + 1) * width]) }
  }
}
