import ExerciseKit

/// A project of the workbench: answers of the learner's, joined into something that works.
///
/// What it does stands in `Exercises/Workbench/Projects`; here is what it needs, for the workbench
/// and for the map of `swift run Course`.
public struct Project: Sendable {
  /// The word behind `swift run Workbench`.
  public let name: String
  /// What it is.
  public let title: Text
  /// What it does, in one or two sentences.
  public let summary: Text
  /// The numbers of the exercises without which it cannot begin.
  public let needed: [String]
  /// The numbers of those that it uses where they are done; a plain replacement is given.
  public let welcome: [String]

  /// Describes a project; its exercises are looked up when they are asked for.
  public init(
    _ name: String, _ title: Text, _ summary: Text, needs needed: [String],
    welcomes welcome: [String] = []
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.needed = needed
    self.welcome = welcome
  }

  /// The exercises without which it cannot begin, in the order of the course.
  public var exercises: [Exercise] { Self.exercises(needed) }

  /// The exercises that it uses where they are done.
  public var welcomeExercises: [Exercise] { Self.exercises(welcome) }

  private static func exercises(_ numbers: [String]) -> [Exercise] {
    numbers.map { number in
      guard let check = Catalogue.check(number) else {
        preconditionFailure("A project needs exercise \(number), which does not exist")
      }
      return check.exercise
    }
  }
}

extension Catalogue {
  /// The projects of the workbench, in the order of the course.
  public static let projects = [
    Project(
      "calculator", "A calculator out of threshold units",
      """
      Adds, subtracts and multiplies numbers of four binary digits, and remembers the result: with \
      your neurons, and with nothing else.
      """,
      needs: ["1.1", "1.2", "1.3", "1.4"]),
    Project(
      "perceptron", "A reader of digits, by the perceptron",
      "Ten of your neurons learn to read handwritten digits by correcting their mistakes.",
      needs: ["2.1", "2.2", "2.3", "2.5"]),
    Project(
      "digits", "A network of your own that reads digits",
      """
      Your forward pass, your loss and your way back train a network with a hidden layer; with your \
      Adam and your early stopping, once they are there.
      """,
      needs: ["4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3"], welcomes: ["7.3", "7.4", "8.5"]),
    Project(
      "moons", "Your autodiff engine fits the moons",
      "A tape of your own derives a small network; dual numbers look over its shoulder.",
      needs: ["6.1", "6.2", "6.3", "6.4"]),
    Project(
      "cnn", "A small convolutional network",
      "Your convolution, your pooling and their ways back read digits, moved about by your shift.",
      needs: ["9.1", "9.3", "9.4", "9.5", "10.4"]),
    Project(
      "names", "An LSTM that invents names",
      "Your memory cell and its way back read five thousand first names, and then write new ones.",
      needs: ["11.4", "11.5", "12.1", "12.2"]),
    Project(
      "sorting", "Attention that sorts",
      """
      The library learns to put letters in order; then your attention takes over its weights and \
      sorts with them.
      """,
      needs: ["13.1", "13.3", "13.4", "13.5"]),
    Project(
      "diffusion", "Noise turned into data",
      "Your schedule and your steps back turn noise into three hills, and into a Swiss roll.",
      needs: ["16.1", "16.2", "16.3", "16.4", "16.5"]),
  ]

  /// The project of that name.
  public static func project(_ name: String) -> Project? {
    projects.first { $0.name == name }
  }
}
