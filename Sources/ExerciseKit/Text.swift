/// A stand-in for LessonKit's text until that one lands.
public struct Text: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The English words.
  public let description: String

  /// Makes a text of one literal.
  public init(stringLiteral value: String) { description = value }
}
