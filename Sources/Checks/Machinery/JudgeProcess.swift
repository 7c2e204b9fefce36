import ExerciseKit
import Foundation
import LessonKit
import Sandbox

/// A process that judges one answer: it holds the checks, and never a line of the learner's code.
///
/// Even the judge is expendable. It runs apart from the grader, so that a check that traps, or a
/// reply that nobody thought of, costs one exercise and not a class.
public enum JudgeProcess {
  /// What a judge is told.
  public struct Order: Codable, Sendable {
    /// The exercise's number.
    public let exercise: String
    /// The seed of the check's random inputs.
    public let seed: UInt64
    /// The process with the learner's code.
    public let launch: AnswerLaunch
    /// The parts to judge; all when it is nil.
    var parts: [Int]?

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

  /// What a judge says, a line for each.
  private enum Line: Codable {
    /// A part has begun.
    case begun(part: Int)
    /// A question is put.
    case asked(String)
    /// How a part went.
    case report(PartReport)
  }

  /// The whole life of a judge: reads its order, and writes a line for each part as soon as it is
  /// known.
  public static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    Sandbox.keepMemoryPrivate()
    guard
      let order = try? JSONDecoder().decode(
        Order.self, from: FileHandle.standardInput.readDataToEndOfFile()),
      let check = Catalogue.check(order.exercise)
    else { exit(1) }
    let process = AnswerProcess(order.launch)
    let answers = process.answers()
    let encoder = JSONEncoder()
    func say(_ line: Line) {
      guard let data = try? encoder.encode(line) else { return }
      FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
    let note = answers.note
    answers.begin = { say(.begun(part: $0)) }
    answers.note = { asked in
      say(.asked(asked))
      note(asked)
    }
    // By then all that counts has been said: a search that takes too long is given up with the
    // process.
    check.run(answers, parts: order.parts, seed: order.seed, searching: { alarm(10) }) {
      say(.report($0))
    }
    process.end()
    exit(0)
  }

  // MARK: - In whoever asks for a judgement

  /// Has one answer judged by another process, and sums up.
  ///
  /// `program` starts a judge: the path of a program that calls `JudgeProcess.run()`, and its
  /// arguments. A judge that dies in the middle of a part has met a value that its check cannot
  /// cope with: the part has failed, and another judge goes on.
  public static func outcome(of order: Order, by program: [String]) -> Outcome {
    guard let exercise = Catalogue.check(order.exercise)?.exercise else {
      preconditionFailure("There is no exercise \(order.exercise)")
    }
    var reports: [PartReport] = []
    var order = order
    var rest = Array(exercise.parts.indices)
    while !rest.isEmpty {
      order.parts = rest
      let run: Transcript
      do { run = try transcript(of: order, by: program) } catch {
        return Outcome(notGraded: exercise, because: error.reason)
      }
      reports += run.reports
      let done = Set(run.reports.map(\.part))
      guard let part = run.part, !done.contains(part) else { break }
      reports.append(PartReport(part: part, .died(run.death)))
      rest = rest.filter { $0 > part }
    }
    return Outcome(of: exercise, reports)
  }

  /// What one judge has said.
  private struct Transcript {
    var reports: [PartReport] = []
    /// The last part that has begun, and the last question.
    var part: Int?
    var asked = ""
    /// The end of a judge that had not finished.
    var death = Death(kind: .crashed, words: "", asked: "", printed: "")
  }

  private static func transcript(of order: Order, by program: [String]) throws(Program.NotStarted)
    -> Transcript
  {
    var judge = Program(
      arguments: program, environment: environment,
      folder: FileManager.default.currentDirectoryPath)
    judge.input = Array((try? JSONEncoder().encode(order)) ?? Data())
    let seconds = Double((order.launch.limits.seconds + 6) * (order.parts?.count ?? 1) + 20)
    let end = try judge.run(atMost: seconds)
    var transcript = Transcript()
    var others: [String] = []
    for line in end.output.split(separator: UInt8(ascii: "\n")) {
      switch try? JSONDecoder().decode(Line.self, from: Data(line)) {
      case .begun(let part): transcript.part = part
      case .asked(let asked): transcript.asked = asked
      case .report(let report): transcript.reports.append(report)
      case nil: others.append(String(decoding: line, as: UTF8.self))
      }
    }
    let words: Text = "the check could not read what came back"
    transcript.death = Death(
      kind: end.wasStopped ? .tooSlow : .crashed,
      words: others.first { $0.contains("Fatal error") } ?? words.words, asked: transcript.asked,
      printed: "")
    return transcript
  }

  /// What a judge sees of the environment: where temporary files go, and the learner's language.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter {
      ["TMPDIR", "LANG", "PATH"].contains($0.key)
    }
    environment["COURSE_LANGUAGE"] = Phrasebook.chosen.language
    return environment
  }
}
