import ExerciseKit

/// All exercises of the course.
public enum Catalogue {
  /// The checks, in the order of the course.
  static let checks: [any AnyCheck] =
    Checks01.all + Checks02.all + Checks03.all + Checks04.all + Checks05.all + Checks06.all
    + Checks07.all + Checks08.all + Checks09.all + Checks10.all + Checks11.all + Checks12.all
    + Checks13.all + Checks14.all + Checks15.all + Checks16.all

  /// The exercises, in the order of the course.
  public static let exercises: [Exercise] = checks.map(\.exercise)

  /// The typical mistakes of one exercise, bound like answers of students, with the words that name them.
  public static func mistakes(of number: String) -> [(likely: String, attempt: Attempt)] {
    checks.first { $0.exercise.number == number }?.mistaken ?? []
  }

  /// The exercise without an answer: for whoever reads what a process with the answer has left behind.
  public static func unanswered(_ exercise: Exercise) -> Attempt {
    let endings = checks.first { $0.exercise.number == exercise.number }?.endings ?? []
    return Attempt(exercise: exercise, endings: endings) { _, _ in }
  }
}

/// A check, whatever the type of its answer.
protocol AnyCheck: Sendable {
  var exercise: Exercise { get }
  var mistaken: [(likely: String, attempt: Attempt)] { get }
  var endings: [Attempt.Ending] { get }
}

extension Check: AnyCheck {}
