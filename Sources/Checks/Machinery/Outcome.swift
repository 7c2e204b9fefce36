import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    }

    let output = Output(assignment)
    if let failure { add(failure) }
    if isComplete || progress?.isExplaining == true {
      state =
        failure != nil
        ? .failed : stubs.isEmpty ? .passed : stubs.count == parts.count ? .notAttempted : .failed
      add("to do", stubs.map { $0.name.isEmpty ? $0.stub ?? "" : $0.name }.joined(separator: "; "))
      if failure != nil { add("printed", output.printed) }
    } else {
      let death = Death(end, output, assignment)
      state = death.state
      if failure == nil { add("asked", output.asked) }
      add(death.label, death.text)
      add("likely", attempt.likelyCause(of: death))
      if death.state != .tooMuchOutput { add("printed", output.printed) }
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

/// Why a process died before it had finished.
struct Death {
  let state: Outcome.State
  let label: String
  let text: String

  init(_ end: ProcessEnd, _ output: Output, _ assignment: Assignment) {
    let limits = assignment.limits
    switch (output.mark, end) {
    case ("stack overflow", _):
      (state, label) = (.crashed, "crashed")
      text = "stack overflow: a function that calls itself without end?"
    case ("memory", _),
      (_, .signal) where output.ranOutOfMemory:
      (state, label) = (.tooMuchMemory, "stopped")
      text = "it wanted more than \(limits.megabytes) MB of memory"
    case ("exit", _), (_, .status):
      (state, label) = (.exited, "ended")
      text = "the answer ended the program (exit) instead of returning"
    case (_, .signal(SIGXCPU)):
      (state, label) = (.tooSlow, "stopped")
      text = "after \(limits.computingSeconds) s of computing: an endless loop?"
    case (_, .signal(SIGALRM)):
      (state, label) = (.tooSlow, "stopped")
      text = "after \(limits.seconds) s: it sleeps or waits, or loops without end"
    case (_, .signal(SIGXFSZ)):
      (state, label) = (.tooMuchOutput, "stopped")
      text = "it wrote more than \(limits.outputBytes >> 10) KB: printing in an endless loop?"
    case (_, .signal(let signal)):
      (state, label) = (.crashed, "crashed")
      text = output.lastWords ?? "signal \(signal)"
    }
  }
}

/// What a process left behind in its folder.
struct Output {
  /// The call that was under way.
  let asked: String
  /// The word of the signal handler or the exit handler.
  let mark: String
  /// What the answer printed, a few lines of it.
  let printed: String
  /// The message of a trap.
  let lastWords: String?
  let ranOutOfMemory: Bool

  init(_ assignment: Assignment) {
    func text(_ name: String) -> String {
      let bytes = FileManager.default.contents(atPath: assignment.path(name)) ?? Data()
      return String(decoding: bytes.suffix(1 << 14), as: UTF8.self)
    }
    asked = text("asked")
    mark = text("end")
    let lines = text("log").split(whereSeparator: \.isNewline).map(String.init)
    let trap = lines.last { $0.contains("Fatal error") || $0.contains("fatal error") }
    lastWords = trap.map(Self.withoutFolders)
    ranOutOfMemory = lines.contains { $0.contains("Could not allocate memory") }
    printed = lines.filter { $0 != trap }.prefix(3)
      .map { String($0.prefix(120)) }.joined(separator: "\n")
  }

  /// "Exercises02/UpdateRule.swift:20: Fatal error: ..." without the path in front.
  private static func withoutFolders(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":"),
      let slash = line[..<colon].lastIndex(of: "/")
    else { return line }
    return String(line[line.index(after: slash)...])
  }
}
