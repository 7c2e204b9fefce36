import Foundation
import LessonKit
import MiniTensor

extension Lesson20 {
  /// `--play` talks with the learner, so nothing else may read its words.
  struct PlayError: Error, CustomStringConvertible {
    var description: String { "--play talks with you: it cannot be combined with --json" }
  }

  /// Games of tic-tac-toe against matchboxes that go on learning, until the learner has had enough.
  static func playAgainstTheBoxes(_ board: Board) throws {
    guard !board.options.isJSON else { throw PlayError() }
    board.section("Play against the matchboxes")
    var random = RandomGenerator(seed: board.seed(of: "play"))
    var boxes = Matchboxes(refills: true)
    let best = BestMoves()
    for game in 0..<2000 {
      let opponent: Opponent = game.isMultiple(of: 2) ? .expert(best) : .random
      _ = boxes.play(against: opponent, using: &random)
    }
    board.say(
      """
      The boxes have played 2,000 games, half of them against an expert and half against chance. They begin, with X. \
      Type the number of a square and press Return; q ends. They learn from you, too.
      """)
    var tally = (boxes: 0, draws: 0, you: 0)
    while let result = oneGame(&boxes, board, &random) {
      switch result {
      case .won: tally.boxes += 1
      case .drawn: tally.draws += 1
      case .lost: tally.you += 1
      }
      board.say("So far: boxes \(tally.boxes), you \(tally.you), drawn \(tally.draws).")
    }
    board.say("Thank you for the games. The lesson itself: swift run Lesson20")
  }

  /// One game; nil if the learner has gone.
  private static func oneGame(
    _ boxes: inout Matchboxes, _ board: Board, _ random: inout RandomGenerator
  ) -> Matchboxes.Result? {
    var position = TicTacToe()
    var draws: [Matchboxes.Draw] = []
    while !position.isOver {
      if position.player == 1 {
        if position.moves == 8 {
          position = position.after(position.free[0])
        } else if let (square, draw) = boxes.move(in: position, using: &random) {
          let beads = boxes.beads(for: position)
          draws.append(draw)
          position = position.after(square)
          board.say(
            """
            A box with \(beads.reduce(0, +)) beads, \(beads[draw.square]) of them for the square that \
            was drawn: \(square + 1).
            """)
        }
      } else {
        guard let square = ask(position, board) else { return nil }
        position = position.after(square)
      }
    }
    board.listing(Text(verbatim: picture(of: position)))
    let result: Matchboxes.Result =
      position.winner == 1 ? .won : position.winner == 2 ? .lost : .drawn
    switch result {
    case .won: board.say("The boxes win. Three beads more in each open box.")
    case .drawn: board.say("A draw. One bead more in each open box.")
    case .lost: board.say("You win. A bead is taken from each open box.")
    }
    boxes.reinforce(draws, result)
    return result
  }

  /// The learner's square; nil at q or at the end of the input.
  private static func ask(_ position: TicTacToe, _ board: Board) -> Int? {
    board.listing(Text(verbatim: picture(of: position)))
    board.say("Your square?")
    while let line = readLine() {
      let word = line.trimmingCharacters(in: .whitespaces).lowercased()
      if word == "q" || word == "quit" { return nil }
      guard let number = Int(word), (1...9).contains(number) else {
        board.say("Not a square: please type a number from 1 to 9, or q to end.")
        continue
      }
      guard position.free.contains(number - 1) else {
        board.say("Square \(number) is taken; free are \(position.free.map { $0 + 1 }.list).")
        continue
      }
      return number - 1
    }
    board.say("The input has ended, and the game with it.")
    return nil
  }

  private static func picture(of position: TicTacToe) -> String {
    (0..<3).map { row in
      (0..<3).map { column in
        let square = 3 * row + column
        return [String(square + 1), "X", "O"][position.squares[square]]
      }.joined(separator: " | ")
    }.joined(separator: "\n--+---+--\n")
  }
}
