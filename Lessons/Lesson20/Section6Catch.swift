import Experiments
import LessonKit
import MiniTensor

extension Lesson20 {
  /// A small DQN, with and without its two props.
  static func catchTheBall(_ board: Board) {
    board.section("From pixels")
    board.say(
      """
      A table of Q has a row for each place. A picture of 100 pixels has too many places for any table. \
      So let a network say what each action is worth, and correct it after every step as Q-learning does. \
      That sounds easy, and for twenty years it mostly failed. The network chases a goal that moves \
      when it moves, and consecutive pictures are nearly the same, so it learns one thing over and forgets another.
      """)
    board.say(
      """
      In 2013 and 2015 Volodymyr Mnih and others at DeepMind put two props under it, and the network learned 49 video games \
      from the screen. Replay: remember what was lived, and learn from memories drawn by chance. Target \
      network: take the max of the next picture from an older copy that stays still for a while. Our game \
      is smaller. A ball falls from a column by chance, a bat of three pixels moves by one, and only at the end \
      comes 1 or -1.
      """)
    board.formula("Q(s, a)  towards  r + gamma max Q_old(s', .)")
    let runsEach = board.isQuick ? 2 : 4
    let games = board.isQuick ? 500 : 1000
    let settings: [(name: Text, recipe: DeepQ.Recipe)] = [
      ("replay and target", .init(hasReplay: true, hasTarget: true)),
      ("replay only", .init(hasReplay: true, hasTarget: false)),
      ("target only", .init(hasReplay: false, hasTarget: true)),
      ("neither", .init(hasReplay: false, hasTarget: false)),
    ]
    let memory = board.wholeSetting("memory")
    let recipes = settings.flatMap { setting -> [DeepQ.Recipe] in
      var recipe = setting.recipe
      recipe.memory = memory
      return Array(repeating: recipe, count: runsEach)
    }
    let total = recipes.count * games / 50
    let runs = board.progress("catching", total: total, unit: "fifty games") { tick in
      concurrently(recipes.count, seed: board.seed(of: "catch"), tick: { tick() }) {
        number, random, tick in
        CatchRun(recipes[number], games: games, using: &random, tick: tick)
      }
    }
    let groups = settings.indices.map { Array(runs[($0 * runsEach)..<(($0 + 1) * runsEach)]) }
    show(groups, settings.map(\.name), games, board)
    film(groups[0][0], board)
    claimCatch(groups, board)
  }

  private static func show(
    _ groups: [[CatchRun]], _ names: [Text], _ games: Int, _ board: Board
  ) {
    let at = (0...(games / 50)).map { $0 * 50 }
    board.draw(
      Figure(
        "Catching from pixels",
        caption: "Without chance, from all 80 beginnings; means of \(groups[0].count) networks.",
        x: "games played", y: Axis("share caught", range: 0...1), name: "catch"
      ) {
        for (group, name) in zip(groups, names) {
          Lines(
            x: at, y: at.indices.map { place in group.map { $0.skills[place] }.mean }, name: name)
        }
      })
    board.table(
      ["setting", "caught at the end, each network", "mean"],
      zip(groups, names).map { group, name in
        let ends = group.map { $0.skills.last! }
        let list = ends.map { "\($0, percent: 0)" as Text }.list
        let row: [Text] = [name, list, "\(ends.mean, percent: 1)"]
        return row
      })
    board.say(
      """
      Replay makes the difference here: with it the networks learn sooner and stay there. Without it they go up and \
      down: they learn what they have just lived, and unlearn the rest. The target network does not \
      help in our game: it is nine steps long, and the goal cannot run far. In the games of 2015 it did.
      """)
  }

  /// One game, frame by frame.
  private static func film(_ run: CatchRun, _ board: Board) {
    board.draw(
      Figure(
        "One game", caption: "The first network with both props; the ball falls, the bat moves.",
        name: "film"
      ) { ImageGrid(run.film, width: Catch.size, columns: 10) })
  }

  private static func claimCatch(_ groups: [[CatchRun]], _ board: Board) {
    let source: Text = "Mnih and others, Nature 518 (2015), 529-533"
    let means = groups.map { group in group.map { $0.skills.last! }.mean }
    let start = groups.joined().map { $0.skills[0] }.mean
    board.claim(
      "catch", "balls caught by a DQN with both props, before and after", source: source,
      published: "learns to play from pixels",
      measured: "\(start, percent: 0), then \(means[0], percent: 1)",
      gate: "at least 95 %", holds: means[0] >= 0.95,
      notQuick: "500 games, not 1,000")
    // The first third is left out: there nobody can do much yet.
    func later(_ runs: some Sequence<CatchRun>) -> Double {
      runs.map { Array($0.skills.dropFirst($0.skills.count / 3)).mean }.mean
    }
    let with = later(groups[0] + groups[1])
    let without = later(groups[2] + groups[3])
    board.claim(
      "replay", "balls caught with replay and without, mean of all tests but the first third",
      source: source, published: "replay is the larger help",
      measured: "\(with, percent: 0) against \(without, percent: 0)",
      gate: "better by at least 5 points", holds: with - without >= 0.05,
      notQuick: "two networks each, not four")
    board.ungatedClaim(
      "target", "replay, with target network against without", source: source,
      published: "target helps, too",
      measured: "\(means[0], percent: 1) against \(means[1], percent: 1)",
      reason: "in a game of nine steps both learn it")
  }
}

/// One network on its way.
struct CatchRun: Sendable {
  /// The share caught before the first game and after every fiftieth.
  private(set) var skills: [Double]
  /// The pictures of one game at the end.
  let film: [[Float]]

  init(
    _ recipe: DeepQ.Recipe, games: Int, using random: inout RandomGenerator, tick: () -> Void
  ) {
    var player = DeepQ(recipe, using: &random)
    skills = [player.skill()]
    for game in 1...games {
      // Curious at first, later less; a tenth of its moves stay chance.
      let epsilon = max(0.1, 1 - Float(game) / Float(games) * 2)
      // Small steps at the end, so that what is known is not shaken any more.
      let rate: Float = game > games * 2 / 3 ? 0.0002 : 0.001
      _ = player.play(epsilon: epsilon, learningRate: rate, using: &random)
      if game.isMultiple(of: 50) {
        skills.append(player.skill())
        tick()
      }
    }
    var game = Catch(using: &random)
    var frames = [game.pixels]
    while !game.isOver {
      _ = game.step(player.values(game.pixels).firstGreatest)
      frames.append(game.pixels)
    }
    film = frames
  }
}
