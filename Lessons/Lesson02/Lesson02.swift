import Datasets
import LessonKit
import MiniTensor

/// Lesson 02 - The perceptron (Frank Rosenblatt, 1957): learning is correcting mistakes.
@main
struct Lesson02: Lesson {
  static let card = LessonCard(
    number: 2, title: "The perceptron", years: "1957-1962",
    people: "Frank Rosenblatt, Albert Novikoff, Bernard Widrow and Ted Hoff",
    summary: """
      The neuron of lesson 01 had weights that somebody chose. This one finds them: it answers, \
      and after every wrong answer it moves its weights a little.
      """,
    settings: [
      .number("learning-rate", default: 0.1, in: 0.001...1000, "the step eta for the two flowers"),
      .number("distance", default: 1, in: -6...6, "how far apart the first moons stand"),
      .integer("digit-epochs", default: 10, in: 1...30, "how often every digit is shown"),
    ],
    exercises: 5, chapter: "02-perceptron.md")

  static func teach(on board: Board) throws {
    let flowers = try Iris.twoFlowers()
    learnTwoFlowers(flowers, board)
    boundTheMistakes(flowers, board)
    meetTheMoons(board)
    showFiftyCards(board)
    try readDigits(board)
  }
}

extension Iris {
  /// Fifty setosas (-1), then fifty versicolors (+1), by sepal length and petal length in cm.
  static func twoFlowers() throws -> Examples {
    let lengths = try load().columns("sepal length", "petal length").rows(0..<100)  // [100, 2]
    return Examples(lengths, labels: (0..<100).map { $0 < 50 ? -1 : 1 })
  }
}
