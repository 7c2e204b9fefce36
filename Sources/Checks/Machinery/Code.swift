import AnswerProtocol
import Foundation
import MiniTensor

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
    public mutating func appendInterpolation(_ value: Any) { text += Code.literal(value) }

    /// Appends a word, such as a name, without quotation marks.
    public mutating func appendInterpolation(verbatim word: String) { text += word }
  }
}

// MARK: - Calls

extension Code {
  /// The call of a function with labels in its name: `outputSize(inputSize: 7, ...)`.
  static func call(_ name: String, _ arguments: [Any]) -> String {
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return name }
    let words = zip(labels(name), arguments).map { label, argument in
      label == "_" ? literal(argument) : "\(label): \(literal(argument))"
    }
    return name[..<open] + "(" + words.joined(separator: ", ") + ")"
  }

  /// The labels in a function's name; "_" where there is none.
  static func labels(_ name: String) -> [String] {
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return [] }
    return name[name.index(after: open)...].dropLast().split(separator: ":").map(String.init)
  }

  /// A value as one would write it in a program.
  static func literal(_ value: Any) -> String {
    switch value {
    case let callback as any AnyCallback: callback.code
    case is RandomGenerator: "&generator"
    case let tensor as Tensor: literal(tensor)
    case let tensors as [Tensor]: "[" + tensors.map { literal($0) }.joined(separator: ", ") + "]"
    case let character as Character: "\"\(character)\""
    case let optional as Tensor?: optional.map { literal($0) } ?? "nil"
    default: literal(Value(value))
    }
  }

  private static func literal(_ tensor: Tensor) -> String {
    let numbers = literal(Value(tensor))
    return switch tensor.shape.count {
    case 0: "Tensor(\(numbers))"
    case 1, 2: "Tensor(\(numbers))"
    default: "Tensor(\(literal(Value(tensor.scalars))), shape: \(tensor.shape))"
    }
  }

  /// So many numbers are written one by one.
  private static let fewNumbers = 24

  private static func literal(_ value: Value) -> String {
    switch value {
    case .number(let number): return literal(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .text(let text): return text.count > 60 ? "\"\(text.prefix(60))...\"" : "\"\(text)\""
    case .numbers(let scalars, let shape):
      let texts = scalars.prefix(fewNumbers).map { literal(Double($0)) }
      guard scalars.count <= fewNumbers else {
        return "[\(texts.prefix(6).joined(separator: ", ")), ...]"
      }
      return Value.nested(texts[...], shape[...])
    case .list(let values):
      let texts = values.prefix(fewNumbers).map { literal($0) }.joined(separator: ", ")
      return values.count > fewNumbers ? "[\(texts), ...]" : "[\(texts)]"
    case .record(let fields):
      let texts = fields.map { ($0.name.isEmpty ? "" : $0.name + ": ") + literal($0.value) }
      return "(\(texts.joined(separator: ", ")))"
    case .nothing: return "nil"
    case .function: return "{ ... }"
    }
  }

  private static func literal(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number > 0 ? ".infinity" : "-.infinity" }
    return short(number)
  }
}
