import Testing

@testable import LessonKit

/// A page that keeps what is written on it.
final class Recorder {
  private(set) var output = ""
  private(set) var errors = ""
  private(set) var returnsRead = 0
  var answers: [String] = []
  var height: Int?
  var keys: [Page.Key] = []

  func page(
    width: Int = 80, isRich: Bool = false, hasColour: Bool? = nil, showsProgress: Bool = false
  ) -> Page {
    Page(
      width: width, isRich: isRich, hasColour: hasColour ?? isRich, showsProgress: showsProgress,
      write: { self.output += $0 }, writeError: { self.errors += $0 },
      readReturn: {
        self.returnsRead += 1
        return self.answers.isEmpty ? nil : self.answers.removeFirst()
      }, isInputTerminal: false, height: height,
      readKey: { self.keys.isEmpty ? .more : self.keys.removeFirst() })
  }

  /// Runs a lesson as its executable would; returns the exit status.
  func run(
    _ arguments: [String] = [], card: LessonCard = .sample, environment: [String: String] = [:],
    width: Int = 80, _ teach: (Board) throws -> Void = { _ in }
  ) -> Int32 {
    Launch(card: card, arguments: arguments, environment: environment)
      .run(page: { _ in self.page(width: width) }, teach: teach)
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

extension LessonCard {
  static let sample = LessonCard(
    number: 4, title: "The multilayer perceptron", years: "1989", people: "George Cybenko",
    summary: "Layers as matrix products.",
    options: [
      .flag("full", "all digits"), .text("data", "DIR", "the folder"),
      .integer("epochs", "N", default: 20, in: 1...100, "how often"),
      .number("rate", "X", default: 0.1, in: 0...1, "the learning rate"),
    ],
    settings: [
      .integer("hidden", default: 2, in: 1...64, "hidden units"),
      .number("learning-rate", default: 0.5, in: 0.25...8, "how far each step goes"),
    ], exercises: 5, chapter: "04-multilayer-perceptron.md")
}

extension Board {
  static func sample(_ recorder: Recorder, width: Int = 80, _ options: Options = Options()) -> Board
  {
    Board(card: .sample, options: options, page: recorder.page(width: width))
  }
}
