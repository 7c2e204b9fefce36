import Foundation

/// A lesson: a card and what is taught.
///
///     @main
///     struct Lesson02: Lesson {
///       static let card = LessonCard(
///         number: 2, title: "The perceptron", years: "1957-1962", people: "Frank Rosenblatt",
///         summary: "A neuron that learns by correcting its mistakes.",
///         exercises: 5, chapter: "02-perceptron.md")
///
///       static func teach(on board: Board) throws {
///         board.section("Two flowers")
///         ...
///       }
///     }
///
/// Everything a learner reads is written on the ``Board``.
public protocol Lesson {
  /// The title page.
  static var card: LessonCard { get }

  /// Teaches; a thrown error ends the lesson with one line and exit status 1.
  static func teach(on board: Board) throws
}

extension Lesson {
  /// Runs the lesson: checks the machine, reads the options, teaches, and ends the process.
  ///
  /// Exit status: 0; 1 if a claim failed or an error was thrown; 64 for a wrong command line;
  /// 69 if this machine cannot run the instructions that the course was built with, or has no
  /// `/proc` on Linux; 74 if standard output takes no more, a full disk for example.
  public static func main() {
    if let trouble = CallingConvention.trouble() ?? Processor.trouble() {
      _ = Terminal.write("\(card.name): \(trouble)\n", to: 2)
      exit(ExitStatus.unavailable)
    }
    let environment = ProcessInfo.processInfo.environment
    let launch = Launch(
      card: card, arguments: Array(CommandLine.arguments.dropFirst()), environment: environment)
    let status = launch.run(page: { Page.standard(options: $0, environment: environment) }) {
      try teach(on: $0)
    }
    exit(status)
  }
}

/// How a lesson's process may end.
enum ExitStatus {
  static let success: Int32 = 0
  static let failure: Int32 = 1
  /// A wrong command line (`EX_USAGE`).
  static let usage: Int32 = 64
  /// A machine that cannot run the program (`EX_UNAVAILABLE`).
  static let unavailable: Int32 = 69
  /// Standard output cannot be written to (`EX_IOERR`).
  static let inputOutput: Int32 = 74
}
