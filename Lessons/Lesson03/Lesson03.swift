import LessonKit

/// Lesson 03 - XOR and the limits (Minsky and Papert, 1969): what one layer cannot do, and two can.
///
/// One idea goes through the whole lesson: the *certificate*, a list of whole numbers that proves
/// that no weights exist. Section 1 finds one for XOR. Section 2 sees the perceptron find them by
/// itself. Sections 3 and 4 get past them with a hidden layer. Section 5 proves with them the
/// theorems of 1969.
@main
struct Lesson03: Lesson {
  static let card = LessonCard(
    number: 3,
    title: "XOR and the limits",
    years: "1969",
    people: "Marvin Minsky and Seymour Papert; with H. D. Block, S. A. Levin, D. E. Rumelhart",
    summary: """
      One neuron draws one straight line, and some questions have no straight answer. This lesson \
      proves it with whole numbers, watches the perceptron run in circles, and gets past the \
      limit with a hidden layer.
      """,
    settings: [
      .integer("starts", default: 200, in: 1...2000, "places from which XOR is tried"),
      .integer("parity-inputs", default: 8, in: 2...12, "inputs of the largest net for parity"),
      .integer("missing-units", default: 0, in: 0...2, "counters that each parity net lacks"),
    ],
    exercises: 5,
    chapter: "03-xor-and-the-limits.md")

  static func teach(on board: Board) throws {
    sixteenFunctions(board)
    let separable = try goRound(board)
    unfoldThePlane(board)
    countOddAndEven(board)
    readTheBook(board)
    countHiddenUnits(board, separable: separable)
  }
}
