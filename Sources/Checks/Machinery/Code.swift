/// A line of code as the student could paste it; numbers in it are written shortly.
///
/// `"predict(weights: \(weights), bias: \(bias))"` reads `predict(weights: [0, 0.5], bias: 1)`.
public struct Code: Sendable, ExpressibleByStringInterpolation {
  /// The code.
  public let text: String

  /// Makes code without interpolated values.
  public init(stringLiteral value: String) { text = value }

  /// Makes code with interpolated values.
  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Collects the pieces of the code.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""

    /// Begins an empty line of code.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    /// Appends code as it stands.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Appends a value as a short literal.
    public mutating func appendInterpolation(_ value: Any) { text += Sample(value).shown }

    /// Appends a word, such as a name, without quotation marks.
    public mutating func appendInterpolation(verbatim word: String) { text += word }
  }
}
