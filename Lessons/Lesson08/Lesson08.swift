import LessonKit
import MiniTensor

/// Lesson 08 - Generalization: learning is not memorising.
@main
struct Lesson08: Lesson {
  static let card = LessonCard(
    number: 8, title: "Generalization", years: "1986-2022",
    people: """
      David Rumelhart, Geoffrey Hinton and Ronald Williams; Lutz Prechelt; Nitish Srivastava; \
      Trevor Hastie, Andrea Montanari, Saharon Rosset and Ryan Tibshirani
      """,
    summary: """
      A network can learn anything by heart. What we want is that it is right about what it has \
      never seen. A whole project in seven steps, the ways to fool oneself, seven remedies side by \
      side, and a curve that surprised everybody.
      """,
    exercises: 5, chapter: "08-generalization.md")

  static func teach(on board: Board) throws {
    try runAProject(board)
    chooseBeforeSplitting(board)
    try learnByHeart(board)
    try keepWeightsSmall(board)
    try compareRemedies(board)
    try climbThePeak(board)
  }
}
