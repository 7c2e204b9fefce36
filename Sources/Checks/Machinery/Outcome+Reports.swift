import ExerciseKit

extension Outcome {
  /// Sums up how the parts of an exercise went.
  ///
  /// The points come from the catalogue, by the part's place; the reports only say which parts
  /// passed.
  public init(of exercise: Exercise, _ reports: [PartReport]) {
    var ends: [Int: PartEnd] = [:]
    for report in reports where exercise.parts.indices.contains(report.part) {
      ends[report.part] = report.end
    }
    let parts = exercise.parts.indices.map { place in
      (part: exercise.parts[place], end: ends[place] ?? .notGraded(reason: ""))
    }
    let points = parts.reduce(0) { $0 + ($1.end.hasPassed ? $1.part.points : 0) }
    self.init(
      exercise, Self.state(parts.map(\.end)), points: points,
      Self.lines(firstWrongOf: parts) + Self.lines(stubsOf: parts))
  }

  private static func state(_ ends: [PartEnd]) -> State {
    for end in ends {
      if case .notGraded = end { return .notGraded }
    }
    for end in ends {
      switch end {
      case .failed: return .failed
      case .died(let death): return state(death.kind)
      default: continue
      }
    }
    if ends.allSatisfy(\.hasPassed) { return .passed }
    return ends.contains { $0.hasPassed } ? .failed : .notAttempted
  }

  private static func state(_ kind: Death.Kind) -> State {
    switch kind {
    case .crashed: .crashed
    case .tooSlow: .tooSlow
    case .tooMuchMemory: .tooMuchMemory
    case .tooMuchOutput: .tooMuchOutput
    case .exited: .exited
    }
  }

  /// One thing at a time: later failures wait until the first one is mended.
  private static func lines(firstWrongOf parts: [(part: Exercise.Part, end: PartEnd)]) -> [Line] {
    for (part, end) in parts {
      switch end {
      case .failed(let failure):
        return lines(
          (.part, part.name.words), (.asked, failure.asked), (.expected, failure.expected),
          (.yours, failure.yours), (.likely, failure.likely), (.printed, failure.printed))
      case .died(let death):
        return lines(
          (.part, part.name.words), (.asked, death.asked), (label(death.kind), death.words),
          (.in, death.line), (.likely, death.likely), (.printed, death.printed))
      case .notGraded(let reason):
        return lines((.part, part.name.words), (.notGraded, reason))
      case .passed, .notAttempted: continue
      }
    }
    return []
  }

  private static func label(_ kind: Death.Kind) -> Label {
    switch kind {
    case .crashed: .crashed
    case .tooSlow, .tooMuchMemory, .tooMuchOutput: .stopped
    case .exited: .ended
    }
  }

  private static func lines(stubsOf parts: [(part: Exercise.Part, end: PartEnd)]) -> [Line] {
    let stubs = parts.compactMap { part, end in
      guard case .notAttempted(let stub) = end else { return nil as String? }
      let name = part.name.words
      return name.isEmpty ? stub : name
    }
    return lines((.toDo, stubs.joined(separator: "; ")))
  }

  /// The lines that have something to say.
  private static func lines(_ lines: (Label, String?)...) -> [Line] {
    lines.compactMap { label, text in
      text.flatMap { $0.isEmpty ? nil : Line(label: label, text: $0) }
    }
  }
}

extension PartEnd {
  var hasPassed: Bool {
    if case .passed = self { true } else { false }
  }
}
