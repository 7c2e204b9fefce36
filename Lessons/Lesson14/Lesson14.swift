import LessonKit
import MiniTensor

/// Lesson 14 - Autoencoder and VAE: compress, then imagine.
@main
struct Lesson14: Lesson {
  static let card = LessonCard(
    number: 14, title: "Autoencoder and VAE", years: "1986-2013",
    people: """
      David Rumelhart, Geoffrey Hinton and Ronald Williams; Hervé Bourlard and Yves Kamp; Pierre \
      Baldi and Kurt Hornik; Pascal Vincent; Diederik Kingma and Max Welling; Danilo Rezende
      """,
    summary: """
      A network that has to rebuild its input through a narrow door must find out what matters. \
      Straight, it finds the principal components; bent, it does better, on tables as well as on \
      pictures. And if its codes become clouds, it can be asked for digits that nobody wrote.
      """,
    settings: [
      .number("digit-rate", default: 0.003, in: 0...1, "step of the autoencoders of digits"),
      .number("cloud-rate", default: 0.02, in: 0...1, "step of the three linear VAEs"),
      .integer("code", default: 8, in: 1...32, "numbers of the larger code that imagines digits"),
    ],
    exercises: 5, chapter: "14-autoencoder-and-vae.md")

  static func teach(on board: Board) throws {
    try findThePlane(board)
    try bendThePlane(board)
    let eightNumbers = try drawTheCodes(board)
    try repairDigits(board)
    try makeClouds(board)
    try imagine(board, beside: eightNumbers)
  }
}
