import AnswerProtocol
import ExerciseKit
import Sandbox

/// The search for what went wrong: which typical mistake answers as the student does?
///
/// A false cause is worse than none. So a mistake is named when it agrees with the student on
/// *every* question of the part: right where the student is right, wrong in the same way where the
/// student is wrong. Else it is told what can be seen: in the wrong value, and in all answers to
/// the part side by side.
extension Judge {
  /// The cause in words, or what strikes about the answers; nil when nothing does.
  func likelyCause() -> String? {
    guard let failed else { return nil }
    let question = questions[failed.place]
    let suspects = mistakes.filter {
      question.put(Answers($0)).response.isLike(failed.response, tolerance: question.tolerance)
    }
    guard case .value(let value) = failed.response else {
      let others = suspects.isEmpty ? [] : otherAnswers(failed.place, failed.response)
      return suspects.first { agrees($0, others) }?.likely.words
    }
    let others = otherAnswers(failed.place, failed.response)
    if let cause = suspects.first(where: { agrees($0, others) }) { return cause.likely.words }
    _ = question.put(answers)
    if let cause = question.causes.first(where: { $0.isShown(value) }) { return cause.likely.words }
    if let forgetful = keepsState(question, value) { return forgetful.words }
    return whatStrikes(value, question, others)
  }

  /// What strikes about the value that came, before anything else is asked.
  func firstImpression() -> String? {
    guard let failed, case .value(let value) = failed.response,
      let expected = questions[failed.place].expected
    else { return nil }
    let tolerance = questions[failed.place].tolerance
    return value.settled(on: expected, tolerance).striking(beside: expected)?.words.words
  }

  /// What the wrong value shows by itself, and what all answers show; only the one where that is
  /// enough.
  private func whatStrikes(_ value: Value, _ question: Question, _ others: [(Int, Response?)])
    -> String?
  {
    let striking = question.expected.flatMap {
      value.settled(on: $0, question.tolerance).striking(beside: $0)
    }
    var answers = others.map { place, response in
      let question = questions[place]
      var given = question.expected
      if case .value(let value)? = response {
        given = question.expected.map { value.settled(on: $0, question.tolerance) } ?? value
      } else if response != nil {
        given = nil
      }
      return Survey.Answer(
        inputs: question.inputs, expected: question.expected, given: given, isRight: response == nil
      )
    }
    answers.append(
      Survey.Answer(
        inputs: question.inputs, expected: question.expected,
        given: question.expected.map { value.settled(on: $0, question.tolerance) } ?? value,
        isRight: false))
    let survey = Survey(answers: answers)
    if let relation = survey.relation { return relation.words }
    // What a single number has in common with another one may be an accident, a whole answer
    // hardly.
    if case .number = value, answers.contains(where: { !$0.shows(striking) }) {
      if let words = survey.striking ?? survey.share { return words.words }
    }
    if let striking, striking.isRule { return striking.words.words }
    let sentences = [striking?.words, survey.striking].compactMap { $0?.words }
    if !sentences.isEmpty { return sentences.joined(separator: "\n") }
    return survey.share?.words
  }

  /// What the student says to the other questions of the part, by their places.
  private func otherAnswers(_ place: Int, _ response: Response) -> [(Int, Response?)] {
    // Before the failure all was right. A process that did not end in time is not asked again.
    let earlier = (0..<place).map { ($0, nil as Response?) }
    if case .death(let death, _) = response, death.kind != .crashed { return earlier }
    let later = questions.indices.dropFirst(place + 1).map { place in
      let (response, isRight) = questions[place].put(answers)
      return (place, isRight ? nil : response)
    }
    return earlier + later
  }

  /// Whether a mistake is right where the student is right (nil), and wrong in the same way
  /// elsewhere.
  private func agrees(_ mistake: Mistake, _ others: [(Int, Response?)]) -> Bool {
    let answers = Answers(mistake)
    return others.allSatisfy { place, student in
      let question = questions[place]
      let (response, isRight) = question.put(answers)
      guard let student else { return isRight }
      return response.isLike(student, tolerance: question.tolerance)
    }
  }

  /// The line of the student's where the process ended.
  func lineOfDeath() -> String? {
    guard case .death(_, let trace)? = failed?.response else { return nil }
    return StackTrace.line(in: trace, matching: "Exercises/Lesson")
  }

  /// Whether the same question, put once more, gets another answer.
  private func keepsState(_ question: Question, _ value: Value) -> Text? {
    guard question.expected != nil, case .value(let second) = question.put(answers).response,
      case .value(let third) = question.put(answers).response,
      second.difference(from: value, tolerance: question.tolerance) != nil
        || third.difference(from: second, tolerance: question.tolerance) != nil
    else { return nil }
    return "the same call gives another answer the next time: something is kept from call to call"
  }
}
