import Checks

/// The student's answers to all exercises, each bound to its check.
public enum AnswerSheet {
  /// In the order of the course.
  public static let all: [Attempt] =
    answers01 + answers02 + answers03 + answers04 + answers05 + answers06 + answers07 + answers08
    + answers09 + answers10 + answers11 + answers12 + answers13 + answers14 + answers15 + answers16

  /// The answer to one exercise, such as "2.2"; traps when the sheet has no line for it.
  public static func answer(to number: String) -> Attempt {
    guard let attempt = all.first(where: { $0.exercise.number == number }) else {
      preconditionFailure("Exercise \(number) has no line in Sources/AnswerSheet")
    }
    return attempt
  }
}
