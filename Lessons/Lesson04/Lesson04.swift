import LessonKit
import MiniTensor

/// Lesson 04 - The multilayer perceptron: layers as matrix products, and what they can do.
@main
struct Lesson04: Lesson {
  static let card = LessonCard(
    number: 4, title: "The multilayer perceptron", years: "1989",
    people: "George Cybenko; Kurt Hornik, Maxwell Stinchcombe and Halbert White",
    summary: """
      Neurons in layers, layers in a row. One hidden layer can follow any curve and memorise any \
      labels; many layers fold the line exponentially often; and two of them learn to read \
      handwritten digits.
      """,
    settings: [
      .integer("points", default: 500, in: 20...1000, "coin flips that are learned by heart"),
      .integer("hidden", default: 128, in: 1...512, "units of the first layer that reads digits"),
      .number("learning-rate", default: 0.1, in: 0...10, "first step of the network for digits"),
    ],
    exercises: 5, chapter: "04-multilayer-perceptron.md")

  static func teach(on board: Board) throws {
    writeLayersAsMatrices(board)
    bendTheLine(board)
    followACurve(board)
    memoriseNoise(board)
    foldTheLine(board)
    try readDigits(board)
  }
}
