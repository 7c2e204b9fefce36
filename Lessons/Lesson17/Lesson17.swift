import LessonKit
import MiniTensor

/// Lesson 17 - Limits: what a network does where no example was.
@main
struct Lesson17: Lesson {
  static let card = LessonCard(
    number: 17, title: "Limits", years: "2013-2019",
    people: """
      Christian Szegedy and others; Ian Goodfellow, Jonathon Shlens and Christian Szegedy; \
      Aleksander Madry and others; Chuan Guo, Geoff Pleiss, Yu Sun and Kilian Weinberger; Matthias \
      Hein, Maksym Andriushchenko and Julian Bitterwolf; Kristian Lum and William Isaac; Danielle \
      Ensign and others
      """,
    summary: """
      Networks that read digits are led astray by a pattern nobody fears, by a turned page and by a \
      stain that gives the answer away. They are sure where they know nothing. One can measure how \
      far to trust them, and watch what happens when they learn from their own echo.
      """,
    options: [
      .number(
        "epsilon", "X", default: 0.1, in: 0...1,
        "how far an attack may move each pixel of the ten digits, from 0 to 1")
    ],
    exercises: 5, chapter: "17-limits.md")

  static func teach(on board: Board) throws {
    let digits = try MNISTParts.load()
    try stepAgainstTheClass(digits, board)
    let readers = attackReaders(digits, board)
    turnThePage(readers, digits, board)
    takeTheShortcut(digits, board)
    walkAway(board)
    weighTheConfidence(digits, board)
    listenToTheEcho(board)
  }
}
