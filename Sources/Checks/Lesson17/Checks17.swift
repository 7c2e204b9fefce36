/// The checks of lesson 17, Limits.
public enum Checks17 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [fastGradientStep, projectedStep, calibrationError, temperature, echo]

  static let chapter = "17-limits.md"

  /// -1, 0 or 1.
  static func sign(_ x: Float) -> Float { x > 0 ? 1 : x < 0 ? -1 : 0 }

  static func inside(_ x: Float) -> Float { min(1, max(0, x)) }
}
