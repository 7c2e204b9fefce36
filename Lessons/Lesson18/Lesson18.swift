import LessonKit
import MiniTensor

/// Lesson 18 - Hopfield and Boltzmann: memory as a landscape of energy.
@main
struct Lesson18: Lesson {
  static let card = LessonCard(
    number: 18, title: "Hopfield and Boltzmann", years: "1982-2020",
    people: """
      John Hopfield; Geoffrey Hinton, Terrence Sejnowski and David Ackley; Paul Smolensky; Miguel \
      Carreira-Perpinan; Hubert Ramsauer and others
      """,
    summary: """
      A net of neurons that all listen to each other has an energy, and rolls downhill to what it \
      remembers. With a little heat it dreams, and learns by comparing its dreams with the world. \
      From here came deep learning's second spring, diffusion, and a new look at attention.
      """,
    options: [
      .integer(
        "flips", "N", default: 196, in: 0...392,
        "how many of the 784 pixels of a digit are spoilt before it is recalled")
    ],
    exercises: 5, chapter: "18-hopfield-and-boltzmann.md")

  static func teach(on board: Board) throws {
    storeAndKeep(board)
    try recallDigits(board)
    warmUp(board)
    dreamAndCompare(board)
    restrict(board)
    try dreamOfDigits(board)
    attend(board)
  }
}
