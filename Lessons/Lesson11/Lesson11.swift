import LessonKit
import MiniTensor

/// Lesson 11 - Recurrent networks: a network with memory.
@main
struct Lesson11: Lesson {
  static let card = LessonCard(
    number: 11, title: "Recurrent networks", years: "1948-2013",
    people: """
      Claude Shannon; Jeffrey Elman; Paul Werbos; Sepp Hochreiter; Yoshua Bengio, Patrice Simard \
      and Paolo Frasconi; Razvan Pascanu
      """,
    summary: """
      A network that hears its own last answer has a memory. It finds the order in a stream of \
      bits, guesses the next letter of our own chapters, invents names of people and villages, \
      and forecasts the spots on the sun. And it shows why memory is hard to learn.
      """,
    settings: [
      .integer("hidden", default: 8, in: 1...64, "units that hear the bits of section 1"),
      .number("leash", default: 1, in: 0.001...1000, "the longest gradient of the clipped walks"),
      .integer("sun-hidden", default: 8, in: 1...64, "units that watch the sun"),
    ],
    exercises: 5, chapter: "11-recurrent-networks.md")

  static func teach(on board: Board) throws {
    hearBitsInTime(board)
    followTheGradient(board)
    fallOffTheCliff(board)
    try guessTheNextLetter(board)
    try nameTheUnborn(board)
    try forecastTheSun(board)
  }
}
