import LessonKit
import MiniTensor

/// Lesson 05 - Backpropagation: the chain rule, backwards, by hand.
@main
struct Lesson05: Lesson {
  static let card = LessonCard(
    number: 5, title: "Backpropagation", years: "1970-1986",
    people: """
      Arthur Samuel, Seppo Linnainmaa, Paul Werbos; David Rumelhart, Geoffrey Hinton and Ronald \
      Williams
      """,
    summary: """
      Lesson 04 trained a network with a closed box. Here it is opened: the error travels back \
      along the wires that the signals came on, and tells every weight which way to move. Then \
      hidden units find out by themselves what to stand for.
      """,
    options: [
      .integer(
        "shuffles", "N", default: 10, in: 1...1000,
        "how often the sonar echoes are dealt into 13 folds (1 with --quick)")
    ],
    settings: [
      .number("xor-rate", default: 0.5, in: 0.001...100, "learning rate of the networks for XOR"),
      .number("xor-momentum", default: 0.9, in: 0...0.99, "how much of the last step they repeat"),
      .integer("sonar-hidden", default: 12, in: 1...48, "hidden units that listen to the echoes"),
    ],
    exercises: 5, chapter: "05-backpropagation.md")

  static func teach(on board: Board) throws {
    try assignTestAdjust(board)
    try goBackwards(board)
    try wiggleEveryWeight(board)
    countSweeps(board)
    findTheMirror(board)
    meetTheFamilies(board)
    try listenToEchoes(board)
  }
}
