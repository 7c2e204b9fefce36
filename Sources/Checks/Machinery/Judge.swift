import AnswerProtocol
import ExerciseKit

/// Puts the questions of one part, compares, and finds the likely cause of the first wrong answer.
///
/// After the first wrong answer nothing more is compared: one thing at a time. The remaining
/// questions only help to tell apart mistakes that look alike.
public final class Judge {
  /// The seed of a check's random inputs outside of grading.
  public static let usualSeed: UInt64 = 1958

  /// Random numbers for inputs: the same in every run, unless grading asks for others.
  public var generator: SeededGenerator

  private(set) var questions: [Question] = []
  /// How the part stands.
  private(set) var end = PartEnd.passed
  /// The question that was answered wrongly, and how.
  private(set) var failed: (place: Int, response: Response)?

  let answers: Answers
  let mistakes: [Mistake]

  /// A question that can be put to anybody.
  struct Question {
    let asked: String
    let tolerance: Double
    /// What is right; nil for a question about a property.
    let expected: Value?
    /// What somebody says, and whether it is right.
    let put: (Answers) -> (response: Response, isRight: Bool)
    /// Causes that only this question knows, and whether the last answer showed them.
    var causes: [(likely: Text, isShown: (Value) -> Bool)] = []
    /// The arguments of a question that is a single call.
    var inputs: [Survey.Input] = []
  }

  init(_ answers: Answers, mistakes: [Mistake], seed: UInt64) {
    self.answers = answers
    self.mistakes = mistakes
    generator = SeededGenerator(seed: seed)
  }

  var hasAsked: Bool { !questions.isEmpty }

  // MARK: - Calls with one right answer

  /// Puts a call; the function's own right answer says what is expected.
  ///
  /// - Parameters:
  ///   - function: the function to call, with its right answer.
  ///   - input: the arguments.
  ///   - tolerance: the largest difference, times the expected size where that is above 1.
  ///   - asked: the line "asked", where the call itself would be hard to read.
  ///   - likely: further causes, each with the value that this mistake gives here.
  public func ask<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input,
    tolerance: Double = 1e-4, asked: Code? = nil, likely: KeyValuePairs<Text, Output> = [:]
  ) {
    ask(
      verbatim: asked?.text ?? Self.code(function, repeat each input), tolerance, likely: likely,
      inputs: Self.inputs(function, repeat each input)
    ) { answers in try answers.value(function, repeat each input) }
  }

  /// Puts a question of several calls; the right answers to them say what is expected.
  ///
  /// - Parameters:
  ///   - asked: the question, as code where that is possible.
  ///   - tolerance: how far a number may be off.
  ///   - shows: causes that a wrong answer shows by what it does, where no listed mistake agrees
  ///     with it; asked only of wrong ones.
  ///   - likely: wrong answers, each with what causes it.
  ///   - question: makes the calls, with `answers.call(...)`; it may run several times.
  public func ask<Output>(
    _ asked: Code, tolerance: Double = 1e-4, likely: KeyValuePairs<Text, Output> = [:],
    shows: KeyValuePairs<Text, (Output) -> Bool> = [:],
    _ question: @escaping (Answers) throws -> Output
  ) {
    var last: Output?
    let shown = shows.map { cause in
      (likely: cause.key, isShown: { (_: Value) in last.map(cause.value) ?? false })
    }
    ask(verbatim: asked.text, tolerance, likely: likely, shown: shown) { answers in
      last = nil
      let output = try question(answers)
      last = output
      return Value(output)
    }
  }

  /// Puts a call of which only a piece is compared: `judge.ask("bias", of: slopes, x, g) { $0.bias
  /// }`.
  public func ask<each Input, Output, Piece>(
    _ piece: String, of function: Function<repeat each Input, Output>,
    _ input: repeat each Input, tolerance: Double = 1e-4, taking part: @escaping (Output) -> Piece
  ) {
    let call = Self.code(function, repeat each input)
    ask(
      verbatim: "\(call).\(piece)", tolerance, likely: [:],
      inputs: Self.inputs(function, repeat each input)
    ) { answers in
      Value(part(try answers.call(function, repeat each input)))
    }
  }

  // MARK: - Answers with a property

  /// Puts a call where many answers are right.
  ///
  /// - Parameters:
  ///   - function: what is called.
  ///   - input: the values that it is called with.
  ///   - asked: the question, where the call itself would not be a good one.
  ///   - wanted: the property in words: "numbers between 0 and 1 that add up to 1".
  ///   - likely: properties of wrong answers, each with what causes it.
  ///   - holds: whether an answer has the property.
  public func ask<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input,
    asked: Code? = nil, expect wanted: Text, likely: KeyValuePairs<Text, (Output) -> Bool> = [:],
    where holds: @escaping (Output) -> Bool
  ) {
    let asked = asked?.text ?? Self.code(function, repeat each input)
    let inputs = Self.inputs(function, repeat each input)
    ask(verbatim: asked, expect: wanted, likely: likely, where: holds, inputs: inputs) { answers in
      try answers.call(function, repeat each input)
    }
  }

  /// Puts a question of several calls where many answers are right.
  public func ask<Output>(
    _ asked: Code, expect wanted: Text, likely: KeyValuePairs<Text, (Output) -> Bool> = [:],
    where holds: @escaping (Output) -> Bool, _ question: @escaping (Answers) throws -> Output
  ) {
    ask(verbatim: asked.text, expect: wanted, likely: likely, where: holds, question)
  }

  private func ask<Output>(
    verbatim asked: String, expect wanted: Text, likely: KeyValuePairs<Text, (Output) -> Bool>,
    where holds: @escaping (Output) -> Bool, inputs: [Survey.Input] = [],
    _ question: @escaping (Answers) throws -> Output
  ) {
    var last: Output?
    let put = { (answers: Answers) in
      last = nil
      let response = Response {
        let output = try question(answers)
        last = output
        return Value(output)
      }
      return (response: response, isRight: last.map(holds) ?? false)
    }
    let causes = likely.map { cause in
      (likely: cause.key, isShown: { (_: Value) in last.map(cause.value) ?? false })
    }
    compare(
      Question(
        asked: asked, tolerance: 1e-4, expected: nil, put: put, causes: causes, inputs: inputs),
      wanted: wanted.words)
  }

  // MARK: - Comparing

  private func ask<Output>(
    verbatim asked: String, _ tolerance: Double, likely: KeyValuePairs<Text, Output>,
    shown: [(likely: Text, isShown: (Value) -> Bool)] = [], inputs: [Survey.Input] = [],
    _ respond: @escaping (Answers) throws -> Value
  ) {
    let expected: Value
    do { expected = try respond(.right) } catch { preconditionFailure("\(asked): \(error)") }
    func agrees(_ value: Value, with other: Value) -> Bool {
      value.difference(from: other, tolerance: tolerance) == nil
    }
    let put = { (answers: Answers) in
      let response = Response { try respond(answers) }
      guard case .value(let value) = response else { return (response, false) }
      return (response: response, isRight: agrees(value, with: expected))
    }
    let causes = likely.map { cause in
      let wrong = Value(cause.value)
      return (likely: cause.key, isShown: { (value: Value) in agrees(value, with: wrong) })
    }
    compare(
      Question(
        asked: asked, tolerance: tolerance, expected: expected, put: put, causes: causes + shown,
        inputs: inputs),
      wanted: expected.shown)
  }

  /// Puts a question to the answer, unless the part has ended already.
  private func compare(_ question: Question, wanted: String) {
    questions.append(question)
    guard case .passed = end else { return }
    answers.note(question.asked)
    let (response, isRight) = question.put(answers)
    if !isRight { fail(question, response, wanted: wanted) }
  }

  private func fail(_ question: Question, _ response: Response, wanted: String) {
    failed = (questions.count - 1, response)
    switch response {
    case .value(let value):
      let difference =
        question.expected.flatMap {
          value.difference(from: $0, tolerance: question.tolerance)
        } ?? Difference(expected: wanted, yours: value.shown)
      end = .failed(failure(question, difference.expected, difference.yours))
    case .unreadable(let shown):
      end = .failed(failure(question, wanted, shown))
    case .stub(let function): end = .notAttempted(stub: function)
    case .death(var death, _):
      death.asked = question.asked
      end = .died(death)
    case .lost(let reason): end = .notGraded(reason: reason)
    case .trap(let words):
      end = .died(Death(kind: .crashed, words: words, asked: question.asked, printed: ""))
    case .neverEnds:
      end = .died(Death(kind: .tooSlow, words: "", asked: question.asked, printed: ""))
    }
  }

  private func failure(_ question: Question, _ expected: String, _ yours: String) -> Failure {
    Failure(
      asked: question.asked, expected: expected, yours: yours, printed: answers.printed())
  }

  private static func inputs<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) -> [Survey.Input] {
    var arguments: [Any] = []
    for argument in repeat each input { arguments.append(argument) }
    return zip(Code.labels(function.name), arguments).enumerated().compactMap { place, pair in
      if pair.1 is any AnyCallback { return nil }
      let number = "argument \(place + 1)"
      return Survey.Input(name: pair.0 == "_" ? number : "`\(pair.0)`", value: Value(pair.1))
    }
  }

  private static func code<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) -> String {
    var arguments: [Any] = []
    for argument in repeat each input { arguments.append(argument) }
    return Code.call(function.name, arguments)
  }
}
