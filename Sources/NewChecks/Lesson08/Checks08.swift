/// The checks of lesson 08.
public enum Checks08 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [earlyStopping]

  static let chapter = "08-generalization.md"
}
