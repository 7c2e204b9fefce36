import ExerciseKit
import Foundation

/// How a process ended.
public enum ProcessEnd: Sendable, Equatable {
  /// By itself, with a status.
  case status(Int32)
  /// By a signal.
  case signal(Int32)
}

/// How an exercise went: what the learner reads and the grader stores.
public struct Outcome: Codable, Sendable {
  /// The ways an exercise can end.
  public enum State: String, Codable, Sendable {
    case passed, failed, notAttempted, crashed, tooSlow, tooMuchMemory, tooMuchOutput, exited
    case refused
  }

  /// The exercise's number.
  public let exercise: String
  /// How it ended.
  public let state: State
  /// The points earned.
  public let points: Int
  /// The points it could earn.
  public let possible: Int
  /// What to tell the student, as labelled lines: asked, expected, yours, likely, read ...
  public let lines: [Line]

  /// One labelled line of a message.
  public struct Line: Codable, Sendable {
    /// The word in front.
    public let label: String
    /// What it says.
    public let text: String
  }
}

// MARK: - Reading what a child process left

extension Outcome {
  /// Judges an exercise from how its process ended and from what it wrote.
  public init(of attempt: Attempt, _ assignment: Assignment, _ end: ProcessEnd) {
    let exercise = attempt.exercise
    let progress = Progress.read(assignment)
    let parts = progress?.parts ?? []
    let isComplete =
      end == .status(assignment.status)
      && (progress?.isFinished == true || progress?.isExplaining == true)
    let failure = parts.first { $0.state == .failed }
    let stubs = parts.filter { $0.state == .notAttempted }
    var lines: [Line] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append(Line(label: label, text: text)) }
    }
    func add(_ part: PartReport) {
      add("part", part.name)
      add("asked", part.failure?.asked)
      add("expected", part.failure?.expected)
      add("yours", part.failure?.yours)
      add("likely", part.failure?.likely)
      add("printed", part.failure?.printed)
    }

    let output = Output(assignment)
    if let failure { add(failure) }
    if isComplete || progress?.isExplaining == true {
      state =
        failure != nil
        ? .failed : stubs.isEmpty ? .passed : stubs.count == parts.count ? .notAttempted : .failed
      add("to do", stubs.map { $0.name.isEmpty ? $0.stub ?? "" : $0.name }.joined(separator: "; "))
    } else {
      let death = Death(end, output, assignment)
      state = death.state
      if failure == nil, exercise.parts.indices.contains(parts.count) {
        add("part", String(describing: exercise.parts[parts.count].name))
      }
      add(failure == nil ? "asked" : "then", output.asked)
      add(death.label, death.text)
      add("in", output.line)
      add("likely", attempt.likelyCause(of: death))
      if failure == nil { add("printed", output.printed) }
    }
    if state != .passed, state != .notAttempted {
      add("read", "docs/en/\(exercise.chapter), \"\(exercise.section)\"")
    }
    self.exercise = exercise.number
    points = parts.filter { $0.state == .passed }.reduce(0) { $0 + $1.points }
    possible = exercise.points
    self.lines = lines
  }

  /// An answer that may not be run, such as one that calls what it should have built.
  public init(refusing exercise: Exercise, because reason: String) {
    self.exercise = exercise.number
    state = .refused
    points = 0
    possible = exercise.points
    lines = [
      Line(label: "refused", text: reason),
      Line(label: "read", text: "docs/en/\(exercise.chapter), \"\(exercise.section)\""),
    ]
  }
}

extension Attempt {
  /// The sentence of the typical mistake that dies in this way.
  func likelyCause(of death: Death) -> String? {
    endings.first { ending in
      guard let trap = ending.trap else { return death.state == .tooSlow }
      return death.state == .crashed && death.text.contains(trap)
    }?.likely
  }
}
