import LessonKit
import MiniTensor

/// Lesson 12 - The long short-term memory: gates keep the gradient alive.
@main
struct Lesson12: Lesson {
  static let card = LessonCard(
    number: 12, title: "The long short-term memory", years: "1991-2014",
    people: """
      Sepp Hochreiter and Jürgen Schmidhuber; Felix Gers and Fred Cummins; Kyunghyun Cho
      """,
    summary: """
      In a plain recurrent network the past fades within ten steps. A cell that adds where others \
      multiply, and gates that learn when to write, keep and read, carry it over a hundred. We \
      watch two tasks of 1997 being solved, take the forget gate away, and let a network write.
      """,
    options: [
      .text("text", "FILE", "let the network read this text (UTF-8) instead of our own chapters"),
      .flag(
        "full",
        """
        150 trials of Reber's grammar as published (a minute), and twelve passes over a text of \
        yours, however long (up to two minutes)
        """),
    ],
    settings: [
      .integer("time", default: 100, in: 4...200, "how long the sums are; with --quick 30 at most"),
      .integer("hidden", default: 32, in: 2...64, "units of the networks that add"),
      .number("writing-rate", default: 0.01, in: 0...1, "first step of the network that writes"),
    ],
    exercises: 5, chapter: "12-lstm.md")

  static func teach(on board: Board) throws {
    // A file that cannot be read should be told at once, not after four experiments.
    let library = try Library(board)
    followTheError(board)
    let adders = addTwoNumbers(board)
    let railway = rideTheRailway(board)
    flowWithoutEnd(board)
    halveTheGates(adders, railway, board)
    write(library, board)
  }
}
