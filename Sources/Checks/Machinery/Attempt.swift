import ExerciseKit

/// An answer bound to its check, whatever its type.
public struct Attempt: Sendable {
  /// How a typical mistake dies, and the sentence for it.
  struct Ending: Sendable {
    /// A piece of the trap's message; nil for a mistake that never ends.
    let trap: String?
    let likely: String
  }

  /// The exercise that was answered.
  public let exercise: Exercise
  let endings: [Ending]
  let run: @Sendable (CheckContext, (PartRun) -> Void) -> Void

  /// Runs the check in this process, without protection: for answers that one trusts.
  public func report(seed: UInt64 = CheckContext.usualSeed) -> [PartReport] {
    var reports: [PartReport] = []
    run(CheckContext(seed: seed)) { reports.append($0.complete()) }
    return reports
  }
}

/// The answers of one lesson, as a library that was compiled from them hands them over.
public final class AnswerBox: Sendable {
  /// In the order of the lesson.
  public let answers: [Attempt]

  /// Packs the answers of a lesson.
  public init(_ answers: [Attempt]) { self.answers = answers }
}

/// What a check gets from whoever runs it.
public struct CheckContext: Sendable {
  /// The seed of a check's random inputs outside of grading.
  public static let usualSeed: UInt64 = 1958

  let seed: UInt64
  /// Notes the call that is made next, so that a crash can be told with it.
  let note: @Sendable (_ asked: String) -> Void
  /// What the answer has printed since.
  let printed: @Sendable () -> String

  init(
    seed: UInt64, note: @escaping @Sendable (String) -> Void = { _ in },
    printed: @escaping @Sendable () -> String = { "" }
  ) {
    self.seed = seed
    self.note = note
    self.printed = printed
  }
}

/// The first wrong answer of a part.
public struct Failure: Codable, Sendable, Equatable {
  /// The call, as code to paste.
  public let asked: String
  /// What should have come.
  public let expected: String
  /// What came.
  public let yours: String
  /// What the answer printed meanwhile.
  public let printed: String
  /// The cause, when one is known.
  public var likely: String?
}

/// How one part of an exercise went.
public struct PartReport: Codable, Sendable {
  /// The ways a part can end that do not end the process.
  public enum State: String, Codable, Sendable { case passed, failed, notAttempted }

  /// The part's name; empty for an exercise of one part.
  public let name: String
  /// What it earns.
  public let points: Int
  /// How it went.
  public let state: State
  /// The first wrong answer.
  public var failure: Failure?
  /// The function that still says `todo()`.
  public var stub: String?
}

/// A part that ran, and the search for its cause, which runs code of its own and so comes second.
struct PartRun {
  let report: PartReport
  var findCause: (() -> String?)?

  init(_ report: PartReport, findCause: (() -> String?)? = nil) {
    self.report = report
    self.findCause = findCause
  }

  func complete() -> PartReport {
    var complete = report
    complete.failure?.likely = findCause?()
    return complete
  }
}
