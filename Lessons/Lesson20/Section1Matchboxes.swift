import Experiments
import LessonKit
import MiniTensor

extension Lesson20 {
  /// MENACE: counting its boxes, and letting it learn from two opponents.
  static func openTheBoxes(_ board: Board) {
    board.section("A machine of matchboxes")
    board.say(
      """
      Edinburgh, 1961. Donald Michie has no computer, so he builds a learning machine out of \
      matchboxes. Each box shows a position of tic-tac-toe (noughts and crosses). In it lie beads, a \
      colour for each move. Take the box of the position on the table, shake it, and the bead that \
      rolls to the front is the move. The machine always begins.
      """)
    board.say(
      """
      After the game the boxes are still open. Lost: the bead that was drawn is taken away. Drawn: one \
      more of its colour. Won: three more. That is all that it ever learns from: how it ended.
      """)
    countBoxes(board)
    let best = BestMoves()
    learn(board, best)
  }

  // MARK: - Counting

  private static func countBoxes(_ board: Board) {
    let positions = TicTacToe.reachable()
    let toMove = Set(
      positions.filter { !$0.isOver && $0.player == 1 }.map(\.standard.position))
    let choices = toMove.filter { $0.moves < 8 }
    let open = choices.filter { !$0.isLost }
    board.say(
      """
      How many boxes? A game can lead to \(positions.count, grouped: true) positions. Turned and \
      mirrored ones need one box only, and only those where the machine is to move:
      """)
    board.table(
      ["boxes", "counted by the rule"],
      [
        ["\(toMove.count)", "all positions where the first player is to move"],
        ["\(choices.count)", "without those with one square left: there is nothing to choose"],
        [
          "\(open.count)",
          "and without those where the other has two threats and we have none: all moves lose",
        ],
      ])
    board.say(
      """
      Michie's paper has 287; who builds the machine today usually needs 304. Both are right, by different \
      rules. (The paper does not tell its rule: the third line of the table is the one that gives the \
      number.)
      """)
    let counts = [positions.count, toMove.count, choices.count, open.count]
    board.claim(
      "boxes", "positions, and boxes by three rules",
      source: "Michie, The Computer Journal 6 (1963); counts of replicas",
      published: "5,478; 338, 304, 287",
      measured: counts.map { "\($0, grouped: true)" as Text }.list, gate: "the same",
      holds: counts == [5478, 338, 304, 287])
    let random = TicTacToe().randomResults()
    let ratio = random.first / random.second
    board.claim(
      "first-mover", "who begins wins more often, when both move by chance",
      source: "Michie, The Computer Journal 6 (1963), fig. 5", published: "about 2:1",
      measured: "\(ratio, decimals: 2):1 (exact)", gate: "from 1.9 to 2.1",
      holds: (1.9...2.1).contains(ratio))
  }

  // MARK: - Learning

  private static let games = 1000

  private static func learn(_ board: Board, _ best: BestMoves) {
    let machines = board.isQuick ? 40 : 200
    let expert = train(machines, .expert(best), refills: true, "expert", board)
    let random = train(machines, .random, refills: true, "chance", board)
    let resigning = train(machines, .expert(best), refills: false, "resigning", board)
    board.say(
      """
      Two opponents. The expert never makes a mistake, so a draw is the most that can be had from him. \
      The other moves by chance. \(machines) machines play \(games, grouped: true) games against each.
      """)
    drawCurves(shares(expert), shares(random), board)
    tellOneStory(best, board)
    let late = mean(expert, 900..<1000) { $0 == .drawn }
    let early = mean(expert, 0..<20) { $0 == .drawn }
    let lost = mean(random, 900..<1000) { $0 == .lost }
    let start = mean(random, 0..<20) { $0 == .lost }
    let given = resigning.count { $0.suffix(50).allSatisfy { $0 == .lost } }
    board.say(
      """
      Against the expert it draws \(early, percent: 0) of the first twenty games, and \
      \(late, percent: 1) of the last hundred. Against chance it learns more slowly, as Michie found: bad \
      moves go unpunished too often, and it still loses \(lost, percent: 0) in the end.
      """)
    board.say(
      """
      One thing the paper does not say: what if a box is empty? Here it is filled as at the beginning. \
      Let the machine resign instead, and \(given) of \(machines) machines end up with an empty \
      first box: beaten so often at the start that they never make a move again. Who only avoids what hurt, and never tries \
      again, can learn to do nothing.
      """)
    let source: Text = "Michie, The Computer Journal 6 (1963), figs. 4 and 7"
    board.claim(
      "menace-expert", "games drawn against an expert: first 20, and 901 to 1,000", source: source,
      published: "learns within 220 games (one machine)",
      measured: "\(early, percent: 0), then \(late, percent: 1)",
      gate: "at least 95 % at the end, at most 40 % at the beginning",
      holds: late >= 0.95 && early <= 0.4)
    board.claim(
      "menace-chance", "games lost against chance: first 20, and 901 to 1,000", source: source,
      published: "learns, does not become infallible",
      measured: "\(start, percent: 0), then \(lost, percent: 0)",
      gate: "at most half of the beginning, but above 1 %",
      holds: lost <= start / 2 && lost > 0.01)
  }

  /// The shares of the machines that won, drew and lost in each game.
  struct Shares: Sendable {
    let won: Double
    let drawn: Double
    let lost: Double
  }

  /// The results of each machine, game by game.
  private static func train(
    _ machines: Int, _ opponent: Opponent, refills: Bool, _ name: String, _ board: Board
  ) -> [[Matchboxes.Result]] {
    let winBeads = board.wholeSetting("win-beads")
    return board.progress("playing", total: machines, unit: "machines") { tick in
      concurrently(machines, seed: board.seed(of: "menace \(name)"), tick: { tick() }) {
        _, random, tick in
        var boxes = Matchboxes(refills: refills, winBeads: winBeads)
        let results = (0..<games).map { _ in boxes.play(against: opponent, using: &random) }
        tick()
        return results
      }
    }
  }

  private static func mean(
    _ runs: [[Matchboxes.Result]], _ range: Range<Int>, _ counts: (Matchboxes.Result) -> Bool
  ) -> Double {
    runs.map { Double($0[range].count(where: counts)) / Double(range.count) }.mean
  }

  private static func shares(_ runs: [[Matchboxes.Result]]) -> [Shares] {
    (0..<games).map { game in
      func share(_ result: Matchboxes.Result) -> Double {
        Double(runs.count { $0[game] == result }) / Double(runs.count)
      }
      return Shares(won: share(.won), drawn: share(.drawn), lost: share(.lost))
    }
  }

  private static func drawCurves(_ expert: [Shares], _ random: [Shares], _ board: Board) {
    let at = stride(from: 0, to: games, by: 20).map { $0 }
    func means(_ shares: [Shares], _ part: (Shares) -> Double) -> [Double] {
      at.map { start in shares[start..<(start + 20)].map(part).mean }
    }
    let axis = Axis("share of games", range: 0...1)
    board.draw(
      Figure(
        "Matchboxes learn", caption: "Means over the machines, in steps of 20 games.",
        name: "matchboxes"
      ) {
        Panel("against an expert", x: "games", y: axis) {
          Lines(x: at, y: means(expert) { $0.drawn }, name: "drawn", colour: 0)
          Lines(x: at, y: means(expert) { $0.lost }, name: "lost", colour: 1)
        }
        Panel("against chance", x: "games", y: axis) {
          Lines(x: at, y: means(random) { $0.drawn }, colour: 0)
          Lines(x: at, y: means(random) { $0.lost }, colour: 1)
          Lines(x: at, y: means(random) { $0.won }, name: "won", colour: 2)
        }
      })
  }

  /// The first 220 games of one machine, drawn as Michie drew his tournament; and its first box.
  private static func tellOneStory(_ best: BestMoves, _ board: Board) {
    var random = RandomGenerator(seed: board.seed(of: "one machine"))
    var boxes = Matchboxes(refills: true, winBeads: board.wholeSetting("win-beads"))
    var level = [0]
    for _ in 0..<220 {
      switch boxes.play(against: .expert(best), using: &random) {
      case .won: level.append(level.last! + 3)
      case .drawn: level.append(level.last! + 1)
      case .lost: level.append(level.last! - 1)
      }
    }
    board.say(
      """
      Michie drew his own tournament of 220 games as a line: one up for a draw, three up for a win, one \
      down for a loss. Here is one machine against the expert, drawn in the same way:
      """)
    board.draw(
      Figure(
        "A tournament", x: "games", y: "beads won less beads lost", name: "tournament"
      ) { Lines(y: level) })
    let beads = boxes.beads(for: TicTacToe())
    board.table(
      ["first move", "beads at first", "after 220 games"],
      [("corner" as Text, 0), ("edge", 1), ("centre", 4)].map { name, square in
        let row: [Text] = [name, "4", "\(beads[square])"]
        return row
      })
  }
}
