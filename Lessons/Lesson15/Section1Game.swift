import Foundation
import LessonKit

extension Lesson15 {
  /// The game on a line, exactly: the best judge, the best forger, and the value at the end.
  static func meetThePlayers(_ board: Board) {
    board.section("A forger and a detective")
    board.say(
      """
      So far a network was told what is right. Who could tell it what a good picture is? Another \
      network. The generator G is a forger: it turns random numbers z into examples. The \
      discriminator D is a detective: it is shown real examples x and forgeries G(z), and says how \
      probable it is that they are real. The detective makes V large, the forger makes it small.
      """)
    board.formula("V(D, G) = E[log D(x)] + E[log(1 - D(G(z)))]")
    board.say(
      """
      First without networks. Real numbers lie on a line in two heaps with density p, forgeries in \
      one heap with density q. What is the best detective? At each place we try all answers and \
      keep the one with the largest V. No formula is used:
      """)
    let x = stride(from: -6.0, through: 6, by: 0.05).map { $0 }
    let heaps = zip(
      TableGame.bell(x, mean: -1.5, deviation: 0.7), TableGame.bell(x, mean: 2, deviation: 0.7))
    let real = heaps.map { 0.4 * $0 + 0.6 * $1 }
    var game = TableGame(real: real, forged: TableGame.bell(x, mean: 0, deviation: 1.6))
    drawBestJudge(game, x, board)
    let error = distanceFromTheory(game)
    board.say(
      """
      The detective found D* = p / (p + q) by itself: off by at most \
      \(error, significant: 1) anywhere. Where both are as dense it shrugs: a half. Now the \
      forger's turn. It makes less of what is recognised, more of what is not; then the detective \
      learns again, and so on:
      """)
    let rounds = 150
    var history = [game]
    for _ in 0..<rounds {
      game.stepForger(rate: 0.5)
      game.trainJudge()
      history.append(game)
    }
    drawHistory(history, x, board)
    claimOptimum(history, board)
  }

  private static func distanceFromTheory(_ game: TableGame) -> Double {
    game.real.indices.map { place in
      abs(game.judge[place] - game.real[place] / (game.real[place] + game.forged[place]))
    }.max()!
  }

  private static func drawBestJudge(_ game: TableGame, _ x: [Double], _ board: Board) {
    let density = 1 / (x[1] - x[0])
    board.draw(
      Figure(
        "The best detective",
        caption: "Above a half it says: rather real. Below: rather forged.", x: "x", y: "",
        name: "best-judge"
      ) {
        Lines(x: x, y: game.real.map { density * $0 }, name: "p, real")
        Lines(x: x, y: game.forged.map { density * $0 }, name: "q, forged")
        Lines(x: x, y: game.judge, name: "D*, best answer", style: .dashed)
        Lines.horizontal(at: 0.5, style: .faint)
      })
  }

  private static func drawHistory(_ history: [TableGame], _ x: [Double], _ board: Board) {
    let density = 1 / (x[1] - x[0])
    let shown = [0, 1, 3, history.count - 1]
    board.draw(
      Figure("The forger learns, the detective despairs", name: "table-game") {
        Panel("q, the forgeries", x: "x", y: Axis("density", range: 0...0.45)) {
          Lines(x: x, y: history[0].real.map { density * $0 }, name: "p, real", style: .dotted)
          for round in shown {
            Lines(
              x: x, y: history[round].forged.map { density * $0 }, name: "round \(round)")
          }
        }
        Panel("D*, the best detective", x: "x", y: Axis("says real", range: 0...1)) {
          for round in shown {
            Lines(x: x, y: history[round].judge, colour: 1 + shown.firstIndex(of: round)!)
          }
        }
      })
    board.table(
      ["round", "V", "2 JS(p, q) - log 4", "D between"],
      [0, 1, 3, 10, history.count - 1].map { round in
        let game = history[round]
        let apart = 2 * TableGame.jensenShannon(game.real, game.forged) - log(4)
        return [
          "\(round)", "\(game.value, decimals: 6)", "\(apart, decimals: 6)",
          "\(game.judge.min()!, decimals: 3) and \(game.judge.max()!, decimals: 3)",
        ]
      })
    board.say(
      """
      At the end nobody can tell the two apart: D is a half everywhere and V = 2 log(1/2) = \
      -log 4. On the way V is -log 4 plus twice the Jensen-Shannon divergence of p and q, a \
      distance that is 0 only when they are equal. So the forger wins this game in one way only: \
      by making what is real.
      """)
  }

  private static func claimOptimum(_ history: [TableGame], _ board: Board) {
    let source: Text = "Goodfellow and others, NIPS 2014, prop. 1 and thm 1"
    let end = history.last!
    let unsure = end.judge.map { abs($0 - 0.5) }.max()!
    board.claim(
      "optimum", "the end of the game in one dimension: D* and V", source: source,
      published: "1/2 and -log 4 = -1.3863",
      measured: "1/2 to within \(unsure, significant: 1); \(end.value, decimals: 4)",
      gate: "exact: D to 1e-6 at every place, V to 1e-9",
      holds: unsure <= 1e-6 && abs(end.value + log(4)) <= 1e-9)
    let theory = history.map(distanceFromTheory).max()!
    let divergence = history.map { game in
      abs(game.value + log(4) - 2 * TableGame.jensenShannon(game.real, game.forged))
    }.max()!
    board.claim(
      "best-judge", "D* = p / (p + q) and V(D*) = -log 4 + 2 JS(p, q), in every round",
      source: source, published: "theorem",
      measured: "off by \(theory, significant: 1) and \(divergence, significant: 1)",
      gate: "1e-6 and 1e-9", holds: theory <= 1e-6 && divergence <= 1e-9)
  }
}
