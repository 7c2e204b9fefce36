import AnswerProtocol
import Foundation

extension Value {
  /// Up to so many numbers are shown one by one.
  static let fewNumbers = 12

  /// The value in a few words.
  var shown: String {
    switch self {
    case .number(let value): return short(value)
    case .flag(let value): return value ? "true" : "false"
    case .text(let value): return "\"\(value.prefix(60))\""
    case .numbers(let values, let shape): return Self.numbersText(values, shape)
    case .list(let values):
      let limit = isFewFlags ? Self.fewNumbers : 6
      let first = values.prefix(limit).map(\.shown).joined(separator: ", ")
      return values.count > limit ? "[\(first), ... \(values.count) values]" : "[\(first)]"
    case .record(let fields):
      return fields.map { ($0.name.isEmpty ? "" : $0.name + " ") + $0.value.shown }
        .joined(separator: ", ")
    case .nothing: return "nil"
    case .function: return "a function"
    }
  }

  /// A few booleans, such as what the cells of a net are doing: best read whole.
  var isFewFlags: Bool {
    guard case .list(let values) = self, values.count <= Self.fewNumbers else { return false }
    return values.allSatisfy { if case .flag = $0 { true } else { false } }
  }

  static func numbersText(_ values: [Float], _ shape: [Int], _ digits: Int = 5) -> String {
    let texts = values.prefix(fewNumbers).map { short(Double($0), digits) }
    guard values.count <= fewNumbers else {
      let start = texts.prefix(6).joined(separator: ", ")
      return shape.count == 1
        ? "[\(start), ... \(values.count) numbers]" : "shape \(shape): \(start), ..."
    }
    return nested(texts[...], shape[...])
  }

  /// Brackets as in a Swift literal: shape [2, 2] gives "[[1, 2], [3, 4]]".
  static func nested(_ texts: ArraySlice<String>, _ shape: ArraySlice<Int>) -> String {
    guard let length = shape.first else { return texts.first ?? "[]" }
    guard shape.count > 1, length > 0 else { return "[\(texts.joined(separator: ", "))]" }
    let width = texts.count / length
    let rows = (0..<length).map { row -> String in
      let start = texts.startIndex + row * width
      return nested(texts[start..<start + width], shape.dropFirst())
    }
    return "[\(rows.joined(separator: ", "))]"
  }

  /// The place of a scalar, as one index an axis.
  static func index(_ place: Int, _ shape: [Int]) -> [Int] {
    var rest = place
    var indices: [Int] = []
    for length in shape.reversed() {
      indices.append(rest % max(length, 1))
      rest /= max(length, 1)
    }
    return indices.reversed()
  }
}

/// A number as one would write it: 1, -0.5, 0.33333, 1e-07.
func short(_ value: Double, _ digits: Int = 5) -> String {
  if value == value.rounded(), abs(value) < 1e7 { return String(Int(value)) }
  if value.isNaN { return "not a number (nan)" }
  if value.isInfinite { return value > 0 ? "infinity" : "-infinity" }
  return String(format: "%.\(digits)g", value)
}
