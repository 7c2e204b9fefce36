import LessonKit
import MiniTensor

/// Lesson 19 - Words: meaning from company.
@main
struct Lesson19: Lesson {
  static let card = LessonCard(
    number: 19, title: "Words", years: "1986-2019",
    people: """
      Terrence Sejnowski and Charles Rosenberg; Yoshua Bengio and others; Tomas Mikolov and others; \
      Omer Levy and Yoav Goldberg; Tal Linzen; Aylin Caliskan and others
      """,
    summary: """
      A network learns to read aloud, letter by letter. Another gives every letter a place of its own and \
      guesses the next. Then words get places by the company they keep; we see that this is counting \
      in disguise, why famous analogies flatter, and how a prejudice in a text becomes a direction.
      """,
    options: [
      .text("text", "FILE", "take the words of this text (UTF-8) instead of our own chapters")
    ],
    settings: [
      .integer(
        "neighbours", default: 3, in: 0...7, "letters that the reading network sees on each side"),
      .integer("hidden", default: 100, in: 2...400, "hidden units of the reading network"),
      .number("negatives", default: 2, in: 0.1...50, "pairs by chance for each pair that was met"),
    ],
    exercises: 5, chapter: "19-words.md")

  static func teach(on board: Board) throws {
    // A file that cannot be read should be told at once.
    let prose = try Prose(board)
    let reader = try readAloud(board)
    damage(reader, board)
    try guessTheNextLetter(board)
    countCompany(prose, board)
    let vectors = meetTheNeighbours(prose, board)
    askForAnalogies(prose, vectors, board)
    findThePrejudice(board)
  }
}
