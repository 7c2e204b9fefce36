import ExerciseKit

/// Asks a student's answer questions, compares, and finds the likely cause of the first wrong one.
///
/// After the first wrong answer of a part nothing more is compared: one thing at a time. The remaining questions
/// only help to tell apart mistakes that look alike.
public final class Judge<Answer: Sendable>: @unchecked Sendable {
  /// The answer under test.
  ///
  /// Prefer `ask`, which can put the same question to the typical mistakes.
  public let answer: Answer
  /// Random numbers for inputs: the same in every run, unless grading asks for others.
  public var generator: SeededGenerator

  private let mistakes: [Mistake<Answer>]
  private let context: CheckContext
  private var questions: [Question] = []
  private var failed: Failed?

  /// A question that was put to the student, and can be put to a mistake.
  private struct Question {
    let respond: (Answer) -> Sample
    let tolerance: Double
    /// What the student answered; nil when nothing is compared any more.
    var received: Sample?
  }

  private struct Failed {
    let failure: Failure
    let place: Int
    let expected: Sample?
    let received: Sample
    /// The causes that only this question knows, and whether the answer shows them.
    let causes: [(likely: Text, shown: Bool)]
  }

  init(_ answer: Answer, mistakes: [Mistake<Answer>], _ context: CheckContext) {
    self.answer = answer
    self.mistakes = mistakes
    self.context = context
    generator = SeededGenerator(seed: context.seed)
  }

  var hasAsked: Bool { !questions.isEmpty }

  var failure: Failure? { failed?.failure }

  /// Asks for a value that has one right answer.
  ///
  /// - Parameters:
  ///   - asked: the call as code that a student can paste.
  ///   - expected: the right answer; shapes are compared first, numbers within `tolerance`.
  ///   - tolerance: the largest difference, times the expected size where that is above 1.
  ///   - likely: further causes, each with the value that this mistake gives here; the
  ///     exercise's `mistakes` are tried by themselves.
  ///   - question: puts the question to an answer; it may run several times.
  public func ask<Value>(
    _ asked: Code, expect expected: Value, tolerance: Double = 1e-4,
    likely: KeyValuePairs<Text, Value> = [:], _ question: @escaping (Answer) -> Value
  ) {
    guard let yours = put(asked, tolerance, { Sample(question($0)) }) else { return }
    let expected = Sample(expected)
    guard let difference = yours.difference(from: expected, tolerance: tolerance) else { return }
    let causes = likely.map { cause in
      (cause.key, Sample(cause.value).difference(from: yours, tolerance: tolerance) == nil)
    }
    fail(asked, difference, expected, yours, causes)
  }

  /// Asks for a value that must have a property, where many answers are right.
  ///
  /// - Parameters:
  ///   - asked: the call as code that a student can paste.
  ///   - wanted: the property in words: "numbers between 0 and 1 that add up to 1".
  ///   - holds: whether a value has the property.
  ///   - likely: further causes, each with a test that a value shows this mistake.
  ///   - question: puts the question to an answer; it may run several times.
  public func ask<Value>(
    _ asked: Code, expect wanted: Text, where holds: (Value) -> Bool,
    likely: KeyValuePairs<Text, (Value) -> Bool> = [:], _ question: @escaping (Answer) -> Value
  ) {
    var value: Value?
    let respond = { (answer: Answer) -> Sample in
      let given = question(answer)
      value = given
      return Sample(given)
    }
    guard let yours = put(asked, 1e-4, respond), let value, !holds(value) else { return }
    let difference = Difference(expected: wanted.words, yours: yours.shown)
    fail(asked, difference, nil, yours, likely.map { ($0.key, $0.value(value)) })
  }

  private func put(_ asked: Code, _ tolerance: Double, _ respond: @escaping (Answer) -> Sample)
    -> Sample?
  {
    var received: Sample?
    if failed == nil {
      context.note(asked.text)
      received = respond(answer)
    }
    questions.append(Question(respond: respond, tolerance: tolerance, received: received))
    return received
  }

  private func fail(
    _ asked: Code, _ difference: Difference, _ expected: Sample?, _ received: Sample,
    _ causes: [(likely: Text, shown: Bool)]
  ) {
    failed = Failed(
      failure: Failure(
        asked: asked.text, expected: difference.expected, yours: difference.yours,
        printed: context.printed()),
      place: questions.count - 1, expected: expected, received: received, causes: causes)
  }
}

// MARK: - The likely cause

extension Judge {
  /// The one mistake that answers as the student did, in its words; nil when none is known.
  func likelyCause() -> String? {
    guard let failed else { return nil }
    var suspects = mistakes.filter { mistake in
      guard case .wrongValue = mistake.ending else { return false }
      return answers(mistake.answer, as: failed.received, failed.place)
    }
    for place in questions.indices where suspects.count > 1 && place != failed.place {
      let yours = questions[place].received ?? questions[place].respond(answer)
      let remaining = suspects.filter { answers($0.answer, as: yours, place) }
      if !remaining.isEmpty { suspects = remaining }
    }
    let cause = suspects.first?.likely ?? failed.causes.first { $0.shown }?.likely
    return (cause ?? failed.expected.flatMap { failed.received.resemblance(to: $0) })?.words
  }

  private func answers(_ answer: Answer, as received: Sample, _ place: Int) -> Bool {
    let question = questions[place]
    return question.respond(answer)
      .difference(from: received, tolerance: question.tolerance) == nil
  }
}
