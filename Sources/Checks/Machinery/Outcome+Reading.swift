import ExerciseKit

/// How a process ended.
public enum ProcessEnd: Sendable, Equatable {
  /// By itself, with a status.
  case status(Int32)
  /// By a signal.
  case signal(Int32)
}

extension Outcome {
  /// Judges an exercise from how its process ended and from what it left behind.
  public init(of attempt: Attempt, _ assignment: Assignment, _ end: ProcessEnd) {
    let progress = Progress.read(assignment)
    let parts = progress?.parts ?? []
    let earned = parts.filter { $0.state == .passed }.reduce(0) { $0 + $1.points }
    let hasEnded =
      end == .status(assignment.status) && progress?.isFinished == true
      && parts.count == attempt.exercise.parts.count
    if hasEnded || progress?.isExplaining == true {
      self.init(
        attempt.exercise, Self.state(parts), points: earned,
        Self.lines(firstFailureOf: parts) + Self.lines(stubsOf: parts))
    } else {
      let output = Output(assignment)
      let death = Death(end, output, assignment)
      self.init(
        attempt.exercise, death.state, points: earned,
        Self.lines(firstFailureOf: parts) + attempt.lines(on: death, output, after: parts))
    }
  }

  private static func state(_ parts: [PartReport]) -> State {
    if parts.allSatisfy({ $0.state == .passed }) { return .passed }
    return parts.allSatisfy { $0.state == .notAttempted } ? .notAttempted : .failed
  }

  /// One thing at a time: later failures wait until the first one is mended.
  private static func lines(firstFailureOf parts: [PartReport]) -> [Line] {
    guard let part = parts.first(where: { $0.state == .failed }), let failure = part.failure else {
      return []
    }
    return [Line](
      (.part, part.name), (.asked, failure.asked), (.expected, failure.expected),
      (.yours, failure.yours), (.likely, failure.likely), (.printed, failure.printed))
  }

  private static func lines(stubsOf parts: [PartReport]) -> [Line] {
    let stubs = parts.filter { $0.state == .notAttempted }
      .map { $0.name.isEmpty ? $0.stub ?? "" : $0.name }
    return [Line]((.toDo, stubs.joined(separator: "; ")))
  }
}

extension Attempt {
  /// What to say about an answer that died, in the part after those that were finished.
  fileprivate func lines(on death: Death, _ output: Output, after parts: [PartReport])
    -> [Outcome.Line]
  {
    let isFirst = parts.allSatisfy { $0.state != .failed }
    let part = exercise.parts.dropFirst(parts.count).first?.name.words
    return [Outcome.Line](
      (.part, isFirst ? part : nil), (isFirst ? .asked : .then, output.asked),
      (death.label, death.text.words), (.in, output.line), (.likely, likelyCause(of: death)),
      (.printed, isFirst ? output.printed : nil))
  }

  /// The sentence of the typical mistake that dies in this way.
  private func likelyCause(of death: Death) -> String? {
    endings.first { ending in
      guard let trap = ending.trap else { return death.state == .tooSlow }
      return death.state == .crashed && death.text.words.contains(trap)
    }?.likely
  }
}

extension [Outcome.Line] {
  /// The lines that have something to say.
  fileprivate init(_ lines: (Outcome.Label, String?)...) {
    self = lines.compactMap { label, text in
      text.flatMap { $0.isEmpty ? nil : Outcome.Line(label: label, text: $0) }
    }
  }
}
