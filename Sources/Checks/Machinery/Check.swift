import ExerciseKit

/// An exercise together with the questions that check it and the mistakes people make in it.
///
/// `Answer` is what a student hands in: a function, a struct of several functions, or the
/// metatype of a protocol that the student's type conforms to.
public struct Check<Answer: Sendable>: Sendable {
  /// The entry in the catalogue.
  public let exercise: Exercise
  /// The steps, each with its own questions.
  public let parts: [Part<Answer>]
  /// Typical wrong answers, each with the words that name it.
  public let mistakes: [Mistake<Answer>]

  /// Describes an exercise of one or several parts.
  public init(
    _ number: String, _ title: Text, difficulty: Int, minutes: Int, file: String, chapter: String,
    section: Text, replaces: [String] = [], hints: [Text], parts: [Part<Answer>],
    mistakes: [Mistake<Answer>]
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
public struct Part<Answer: Sendable>: Sendable {
  let name: Text
  let points: Int
  let questions: @Sendable (Judge<Answer>) -> Void

  /// Names a step, says what it earns, and asks its questions.
  public init(
    _ name: Text, points: Int, _ questions: @escaping @Sendable (Judge<Answer>) -> Void
  ) {
    self.name = name
    self.points = points
    self.questions = questions
  }
}

/// A wrong answer that is often given, and the sentence that tells its author what went wrong.
public struct Mistake<Answer: Sendable>: Sendable {
  /// How the wrong answer ends.
  enum Ending: Sendable {
    case wrongValue
    case trap(saying: String)
    case endless
  }

  let likely: Text
  let ending: Ending
  let answer: Answer

  /// A wrong answer that returns a wrong value.
  public init(_ likely: Text, _ answer: Answer) {
    self.init(likely, .wrongValue, answer)
  }

  /// A wrong answer that traps; `message` is a piece of what the trap says.
  public init(_ likely: Text, trapsSaying message: String, _ answer: Answer) {
    self.init(likely, .trap(saying: message), answer)
  }

  /// A wrong answer that never returns.
  public init(_ likely: Text, neverEnds answer: Answer) {
    self.init(likely, .endless, answer)
  }

  private init(_ likely: Text, _ ending: Ending, _ answer: Answer) {
    self.likely = likely
    self.ending = ending
    self.answer = answer
  }
}

// MARK: - Checking an answer

extension Check {
  /// Binds an answer to its check, ready to be run.
  public func answer(_ answer: Answer) -> Attempt {
    Attempt(exercise: exercise, endings: endings) { context, progress in
      for part in parts { progress(part.run(answer, mistakes: mistakes, context)) }
    }
  }

  /// The typical mistakes, bound like answers of students.
  var mistaken: [(likely: String, attempt: Attempt)] {
    mistakes.map { ($0.likely.words, answer($0.answer)) }
  }

  /// Sentences for an answer that died: the trap's words or "endless", and what it means.
  var endings: [Attempt.Ending] {
    mistakes.compactMap { mistake in
      let likely = mistake.likely.words
      return switch mistake.ending {
      case .wrongValue: nil
      case .trap(let message): Attempt.Ending(trap: message, likely: likely)
      case .endless: Attempt.Ending(trap: nil, likely: likely)
      }
    }
  }
}

extension Part {
  /// Asks all questions on a thread of its own, where `todo()` can stop without stopping the rest.
  func run(_ answer: Answer, mistakes: [Mistake<Answer>], _ context: CheckContext) -> PartRun {
    let judge = Judge(answer, mistakes: mistakes, context)
    let end = OwnThread.run { questions(judge) }
    let name = name.words
    switch end {
    case .reachedTodo(let function):
      return PartRun(
        PartReport(name: name, points: points, state: .notAttempted, stub: function))
    case .finished:
      guard let failure = judge.failure else {
        precondition(judge.hasAsked, "A part asked nothing: \"\(name)\"")
        return PartRun(PartReport(name: name, points: points, state: .passed))
      }
      let report = PartReport(name: name, points: points, state: .failed, failure: failure)
      return PartRun(report) {
        var likely: String?
        _ = OwnThread.run { likely = judge.likelyCause() }
        return likely
      }
    }
  }
}
