import LessonKit

/// Lesson 07 - Optimizers and initialization: how to walk downhill, and where to begin.
@main
struct Lesson07: Lesson {
  static let card = LessonCard(
    number: 7, title: "Optimizers and initialization", years: "1951-2018",
    people: """
      Herbert Robbins and Sutton Monro; Boris Polyak, Yurii Nesterov; John Duchi, Matthew Zeiler, \
      Geoffrey Hinton, Diederik Kingma and Jimmy Ba; Xavier Glorot, Kaiming He; Sashank Reddi
      """,
    summary: """
      The gradient says which way is down. It does not say how far to go, nor where to begin. \
      Eight rules race over three landscapes; the first weights decide whether thirty layers \
      learn at all; and a rate that falls ends where a constant one only trembles.
      """,
    settings: [
      .number("condition", default: 100, in: 10...10_000, "k: how narrow the bowl of section 2 is"),
      .integer("layers", default: 30, in: 2...60, "how deep the networks of section 4 are"),
      .integer("width", default: 256, in: 16...512, "units of a layer that the signal crosses"),
    ],
    exercises: 5, chapter: "07-optimizers-and-initialization.md")

  static func teach(on board: Board) throws {
    race(board)
    walkAtTheBestRate(board)
    walkToTheWorstPoint(board)
    try beginWell(board)
    try chooseHowMany(board)
    try searchForSettings(board)
  }
}
