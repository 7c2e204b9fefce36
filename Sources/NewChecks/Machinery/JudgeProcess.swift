import ExerciseKit
import Foundation

/// A process that judges one answer: it holds the checks, and never a line of the learner's code.
///
/// Even the judge is expendable. It runs apart from the grader, so that a check that traps, or a reply that
/// nobody thought of, costs one exercise and not a class.
public enum JudgeProcess {
  /// What a judge is told.
  public struct Order: Codable, Sendable {
    /// The exercise's number.
    public let exercise: String
    /// The seed of the check's random inputs.
    public let seed: UInt64
    /// The process with the learner's code.
    public let launch: AnswerLaunch

    /// Orders the judgement of one answer.
    public init(_ exercise: String, seed: UInt64, launch: AnswerLaunch) {
      self.exercise = exercise
      self.seed = seed
      self.launch = launch
    }
  }

  /// The seed for the inputs of all checks: `COURSE_SEED` when it is set, as in grading.
  public static var seedFromEnvironment: UInt64 {
    ProcessInfo.processInfo.environment["COURSE_SEED"].flatMap(UInt64.init) ?? Judge.usualSeed
  }

  // MARK: - In the judge

  /// The whole life of a judge: reads its order, and writes a line for each part as soon as it is known.
  public static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    guard
      let order = try? JSONDecoder().decode(
        Order.self, from: FileHandle.standardInput.readDataToEndOfFile()),
      let check = Catalogue.check(order.exercise)
    else { exit(1) }
    let process = AnswerProcess(order.launch)
    let encoder = JSONEncoder()
    check.run(process.answers(), seed: order.seed) { report in
      guard let line = try? encoder.encode(report) else { return }
      FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
    process.end()
    exit(0)
  }

  // MARK: - In whoever asks for a judgement

  /// Has one answer judged by another process, and sums up.
  ///
  /// `program` starts a judge: the path of a program that calls `JudgeProcess.run()`, and its arguments.
  public static func outcome(of order: Order, by program: [String]) -> Outcome {
    guard let exercise = Catalogue.check(order.exercise)?.exercise else {
      preconditionFailure("There is no exercise \(order.exercise)")
    }
    do {
      var judge = Program(
        arguments: program, environment: environment, folder: FileManager.default.currentDirectoryPath)
      judge.input = Array(try JSONEncoder().encode(order))
      let limits = order.launch.limits
      let end = try judge.run(
        atMost: Double((limits.seconds + 6) * (exercise.parts.count + 1) + 10))
      let reports = end.output.split(separator: UInt8(ascii: "\n")).compactMap {
        try? JSONDecoder().decode(PartReport.self, from: Data($0))
      }
      return Outcome(of: exercise, reports)
    } catch {
      return Outcome(notGraded: exercise, because: "\(error)")
    }
  }

  /// What a judge sees of the environment: where temporary files go, and the learner's language.
  private static var environment: [String: String] {
    ProcessInfo.processInfo.environment.filter {
      ["TMPDIR", "COURSE_LANGUAGE", "LANG", "PATH"].contains($0.key)
    }
  }
}
