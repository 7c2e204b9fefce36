import ExerciseKit

/// All exercises of the course.
public enum Catalogue {
  /// The checks, in the order of the course.
  public static let checks: [Check] =
    Checks01.all + Checks02.all + Checks03.all + Checks04.all + Checks05.all + Checks06.all
    + Checks07.all + Checks08.all + Checks09.all + Checks10.all + Checks11.all + Checks12.all
    + Checks13.all + Checks14.all + Checks15.all + Checks16.all + Checks17.all + Checks18.all
    + Checks19.all + Checks20.all

  /// The exercises, in the order of the course.
  public static let exercises: [Exercise] = checks.map(\.exercise)

  /// The check of one exercise, such as "2.2".
  public static func check(_ number: String) -> Check? {
    checks.first { $0.exercise.number == number }
  }
}
