import ExerciseKit

/// An exercise together with the questions that check it and the mistakes people make in it.
public struct Check: Sendable {
  /// The entry in the catalogue.
  public let exercise: Exercise
  /// The steps, each with its own questions.
  let parts: [Part]
  /// Typical wrong answers, each with the words that name it.
  let mistakes: [Mistake]

  /// Describes an exercise of one or several parts.
  public init(
    _ number: String, _ title: Text, difficulty: Int, minutes: Int, file: String, chapter: String,
    section: Text, replaces: [String] = [], hints: [Text], parts: [Part], mistakes: [Mistake]
  ) {
    exercise = Exercise(
      number, title, difficulty: difficulty, minutes: minutes, file: file, chapter: chapter,
      section: section, replaces: replaces, hints: hints,
      parts: parts.map { Exercise.Part($0.name, points: $0.points) })
    self.parts = parts
    self.mistakes = mistakes
  }
}

/// One step of an exercise: its points and its questions.
public struct Part: Sendable {
  let name: Text
  let points: Int
  let questions: @Sendable (Judge) -> Void

  /// Names a step, says what it earns, and asks its questions.
  public init(_ name: Text, points: Int, _ questions: @escaping @Sendable (Judge) -> Void) {
    self.name = name
    self.points = points
    self.questions = questions
  }
}

// MARK: - Checking answers

extension Check {
  /// Puts all questions, part by part, and tells how each part went; the likely cause of a failure
  /// is looked for last, when nothing can be lost any more.
  func run(
    _ answers: Answers, parts places: [Int]? = nil, seed: UInt64 = Judge.usualSeed,
    searching: () -> Void = {}, report: (PartReport) -> Void
  ) {
    var failures: [(index: Int, judge: Judge)] = []
    for (index, part) in parts.enumerated() where places?.contains(index) != false {
      answers.begin(index)
      let judge = Judge(answers, mistakes: mistakes, seed: seed)
      part.questions(judge)
      precondition(judge.hasAsked, "\(exercise.number): a part asked nothing: \(part.name.words)")
      report(PartReport(part: index, judge.end))
      if judge.end.isWrong { failures.append((index, judge)) }
    }
    searching()
    for (index, judge) in failures {
      var end = judge.end
      // What the value shows is known at once; whoever does not live to see the rest has read that.
      end.likely = judge.firstImpression()
      if end.likely != nil { report(PartReport(part: index, end)) }
      end.likely = judge.likelyCause()
      if end.likely != nil { report(PartReport(part: index, end)) }
      guard case .died(var death) = end, let line = judge.lineOfDeath() else { continue }
      death.line = line
      report(PartReport(part: index, .died(death)))
    }
  }

  /// How the right answers, or those of a mistake, fare in this process.
  func reports(on mistake: Mistake? = nil, seed: UInt64 = Judge.usualSeed) -> [PartReport] {
    var reports: [Int: PartReport] = [:]
    run(mistake.map { Answers($0) } ?? .right, seed: seed) { reports[$0.part] = $0 }
    return reports.values.sorted { $0.part < $1.part }
  }
}
