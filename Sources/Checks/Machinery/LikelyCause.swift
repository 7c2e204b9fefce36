import AnswerProtocol
import ExerciseKit
import Sandbox

/// The search for what went wrong: which typical mistake answers as the student does?
///
/// A false cause is worse than none. So a mistake is named when it agrees with the student on *every* question of the part:
/// right where the student is right, wrong in the same way where the student is wrong. One that agrees only on the
/// question that failed is a "perhaps", and comes after what the wrong value shows by itself.
extension Judge {
  /// The cause in words; nil when none is known.
  func likelyCause() -> String? {
    guard let failed else { return nil }
    let question = questions[failed.place]
    let suspects = mistakes.filter {
      question.put(Answers($0)).response.isLike(failed.response, tolerance: question.tolerance)
    }
    let others = suspects.isEmpty ? [] : otherAnswers(failed.place, failed.response)
    if let cause = suspects.first(where: { agrees($0, others) }) { return cause.likely.words }
    if case .value(let value) = failed.response {
      _ = question.put(answers)
      if let cause = question.causes.first(where: { $0.isShown(value) }) {
        return cause.likely.words
      }
      if let forgetful = keepsState(question, value) { return forgetful.words }
      if let expected = question.expected, let striking = value.resemblance(to: expected) {
        return striking.words
      }
    }
    guard let suspect = suspects.first else { return nil }
    let perhaps: Text = "perhaps: \(suspect.likely.words)"
    return perhaps.words
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

  /// Whether a mistake is right where the student is right (nil), and wrong in the same way elsewhere.
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
