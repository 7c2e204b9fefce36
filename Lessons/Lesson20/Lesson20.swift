import LessonKit
import MiniTensor

/// Lesson 20 - Learning from reward: nobody says what would have been right, only how it ended.
@main
struct Lesson20: Lesson {
  static let card = LessonCard(
    number: 20, title: "Learning from reward", years: "1961-2015",
    people: """
      Donald Michie; Richard Sutton and Andrew Barto; Christopher Watkins; Gavin Rummery and Mahesan \
      Niranjan; Ronald Williams; Volodymyr Mnih and others
      """,
    summary: """
      No teacher, only a result. Matchboxes learn tic-tac-toe by beads, a gambler learns which arm \
      pays, a walker learns to keep away from a cliff, and a network that sees 10 x 10 pixels \
      learns to catch a ball.
      """,
    options: [
      .flag("play", "play tic-tac-toe against the trained matchboxes, here in the terminal")
    ],
    settings: [
      .integer("win-beads", default: 3, in: 0...50, "beads that a win adds to each open box"),
      .number("epsilon", default: 0.1, in: 0...1, "how often the walker along the cliff stumbles"),
      .integer("memory", default: 5000, in: 32...50_000, "experiences that replay can draw from"),
    ],
    exercises: 5, chapter: "20-learning-from-reward.md")

  static func teach(on board: Board) throws {
    if board.options.flag("play") {
      try playAgainstTheBoxes(board)
      return
    }
    openTheBoxes(board)
    pullTenArms(board)
    lookAhead(board)
    walkAlongTheCliff(board)
    preferByChance(board)
    catchTheBall(board)
  }
}
