import ExerciseKit
import LessonKit

/// How an exercise went: what the learner reads and the grader stores.
public struct Outcome: Codable, Sendable {
  /// The ways an exercise can end.
  public enum State: String, Codable, Sendable {
    case passed, failed, notAttempted, crashed, tooSlow, tooMuchMemory, tooMuchOutput, exited
    case refused, didNotCompile
    /// Nobody's fault but the machine's: it says nothing about the answer.
    case notGraded
  }

  /// The exercise's number.
  public let exercise: String
  /// How it ended.
  public let state: State
  /// The points earned: those of the parts that passed.
  public let points: Int
  /// The points it could earn.
  public let possible: Int
  /// What to tell the student, line by line.
  public let lines: [Line]

  /// One labelled line of a message.
  public struct Line: Codable, Sendable {
    /// What the line is about.
    public let label: Label
    /// What it says.
    public let text: String
  }

  /// The words in front of the lines of a message.
  public enum Label: String, Codable, Sendable {
    case part, asked, expected, yours, likely, printed, then, crashed, stopped, ended, `in`
    case toDo, refused, read, compiler, file, notGraded

    /// The word that the learner reads.
    var word: Text {
      switch self {
      case .part: "part"
      case .asked: "asked"
      case .expected: "expected"
      case .yours: "yours"
      case .likely: "likely"
      case .printed: "printed"
      case .then: "then"
      case .crashed: "crashed"
      case .stopped: "stopped"
      case .ended: "ended"
      case .in: "in"
      case .toDo: "to do"
      case .refused: "refused"
      case .read: "read"
      case .compiler: "compiler"
      case .file: "file"
      case .notGraded: "not graded"
      }
    }
  }

  init(_ exercise: Exercise, _ state: State, points: Int, _ lines: [Line]) {
    self.exercise = exercise.number
    self.state = state
    self.points = points
    possible = exercise.points
    let isSettled = [.passed, .notAttempted, .didNotCompile, .notGraded].contains(state)
    self.lines = isSettled ? lines : lines + [Line(label: .read, text: exercise.reading)]
  }

  /// An answer that nobody has begun; its file may even be missing.
  public init(notAttempted exercise: Exercise, isMissing: Bool = false) {
    let missing: Text = "\(exercise.path) is missing"
    let lines = isMissing ? [Line(label: .file, text: missing.words)] : []
    self.init(exercise, .notAttempted, points: 0, lines)
  }

  /// An answer that the compiler does not understand: where ("Adam.swift:12"), and what it says.
  public init(didNotCompile exercise: Exercise, at place: String, because message: String) {
    self.init(
      exercise, .didNotCompile, points: 0,
      [Line(label: .file, text: place), Line(label: .compiler, text: message)])
  }

  /// An answer that could not be run, for a reason that is not its own.
  public init(notGraded exercise: Exercise, because reason: String) {
    self.init(
      exercise, .notGraded, points: 0, [Line(label: .notGraded, text: reason)])
  }

  /// An answer that may not be run, such as one that calls what it should have built.
  public init(refusing exercise: Exercise, because reason: Text) {
    self.init(exercise, .refused, points: 0, [Line(label: .refused, text: reason.words)])
  }
}

extension Exercise {
  /// Where to read about it: the file and the heading.
  public var reading: String { "\(chapterPath), \"\(section.words)\"" }

  /// The chapter in the learner's language: "docs/es/05-backpropagation.md".
  public var chapterPath: String { "docs/\(Phrasebook.chosen.language)/\(chapter)" }
}
