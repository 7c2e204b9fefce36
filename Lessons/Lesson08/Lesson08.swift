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
    settings: [
      .number("noise", default: 0.3, in: 0...2, "spread of the noise on the ten points"),
      .number("lambda", default: 0.1, in: 0...1000, "strength of L2 on the thousand digits"),
      .number("learning-rate", default: 0.5, in: 0...100, "step of the networks of section 4"),
    ],
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
