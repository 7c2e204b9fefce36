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
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(card.run(arguments) { try teach(on: $0) })
  }
}

extension LessonCard {
  /// Runs what the card announces; returns the exit status, as ``Lesson/main()`` has it.
  ///
  /// - Parameters:
  ///   - arguments: the words of the command line, without the program's name.
  ///   - prepare: looks at the options first; an error ends the run in one sentence, and nothing is
  ///     written.
  ///   - teach: writes on the board.
  public func run(
    _ arguments: [String], prepare: (Options) throws -> Void = { _ in },
    teach: (Board) throws -> Void
  ) -> Int32 {
    if let trouble = CallingConvention.trouble() ?? Processor.trouble()?.rendered(in: .chosen) {
      _ = Terminal.write("\(name): \(trouble)\n", to: 2)
      return ExitStatus.unavailable
    }
    let launch = Launch(card: self, arguments: arguments, environment: Self.environment)
    return launch.run(
      page: { Page.standard(options: $0, environment: Self.environment) }, prepare: prepare,
      teach: teach)
  }

  /// The options that the arguments ask for, for a program that leaves the run to another process.
  ///
  /// - Returns: nil when the command line asked for help, which was given, or is wrong, which was
  ///   said; then the status is what the program exits with.
  public func options(in arguments: [String]) -> (options: Options?, status: Int32) {
    let launch = Launch(card: self, arguments: arguments, environment: Self.environment)
    switch launch.read(page: { Page.standard(options: $0, environment: Self.environment) }) {
    case .begins(let options, _): return (options, ExitStatus.success)
    case .ended(let status): return (nil, status)
    }
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
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
