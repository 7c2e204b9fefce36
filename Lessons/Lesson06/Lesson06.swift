import LessonKit

/// Lesson 06 - Automatic differentiation: a program is a graph, its derivative is another.
@main
struct Lesson06: Lesson {
  static let card = LessonCard(
    number: 6, title: "Automatic differentiation", years: "1970",
    people: "Seppo Linnainmaa; Robert Wengert, Bert Speelpenning, Andreas Griewank",
    summary: """
      Lesson 05 derived a network by hand. Here a program derives any program: an engine on one \
      page, all derivatives for the price of a few function values, and a neuron that learns to \
      tell tumours apart as a graph of thousands of nodes.
      """,
    settings: [
      .number("learning-rate", default: 1, in: 0.001...1000, "step of the neuron for tumours"),
      .integer("steps", default: 100, in: 1...1000, "its steps; with --quick 25 at most"),
      .integer("places", default: 101, in: 1...1001, "places where steps of differences are tried"),
    ],
    exercises: 5, chapter: "06-automatic-differentiation.md")

  static func teach(on board: Board) throws {
    deriveInThreeWays(board)
    readTheEngine(board)
    payForAGradient(board)
    chooseAStep(board)
    askForLikelihood(board)
    let run = try learnAsAGraph(board)
    goToTensors(board, run)
  }
}
