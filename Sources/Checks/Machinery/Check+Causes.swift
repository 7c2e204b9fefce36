import ExerciseKit

extension Check {
  /// The sentences of the typical mistakes; what else stands after "likely" is a symptom, or a
  /// cause of one question.
  public var causes: [String] { mistakes.map(\.likely.words) }
}
