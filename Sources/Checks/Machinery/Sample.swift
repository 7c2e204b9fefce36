import Foundation
import MiniTensor

/// A value that a check has received, in a form that can be compared with tolerance and shown shortly.
///
/// Every number, text, array, tuple, optional and struct of such has one, found by reflection.
indirect enum Sample: Sendable {
  case number(Double)
  case flag(Bool)
  case text(String)
  /// A box of numbers; an array of numbers is one of rank 1.
  case numbers([Float], shape: [Int])
  case list([Sample])
  /// A tuple or a struct; unlabelled elements of a tuple have an empty name.
  case record([(name: String, value: Sample)])
  case nothing

  init(_ value: Any) {
    switch value {
    case let value as Float: self = .number(Double(value))
    case let value as Double: self = .number(value)
    case let value as Bool: self = .flag(value)
    case let value as any BinaryInteger: self = .number(Double(value))
    case let value as String: self = .text(value)
    case let value as [Float]: self = .numbers(value, shape: [value.count])
    case let value as [Int] where value.allSatisfy { abs($0) < 1 << 24 }:
      self = .numbers(value.map(Float.init), shape: [value.count])
    case let value as Tensor: self = .numbers(value.scalars, shape: Array(value.shape))
    default: self.init(reflecting: value)
    }
  }

  private init(reflecting value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: self = mirror.children.first.map { Sample($0.value) } ?? .nothing
    case .collection: self = .list(mirror.children.map { Sample($0.value) }).asMatrix
    case .set:
      self = .list(mirror.children.map { Sample($0.value) }.sorted { $0.shown < $1.shown })
    case .tuple where mirror.children.isEmpty: self = .nothing
    case .tuple, .struct, .class:
      self = .record(
        mirror.children.map { child in
          let label = child.label ?? ""
          return (label.hasPrefix(".") ? "" : label, Sample(child.value))
        })
    default: self = .text(String(describing: value))
    }
  }

  /// Rows of equal length become one matrix, so that shapes can be compared first.
  private var asMatrix: Sample {
    guard case .list(let rows) = self, !rows.isEmpty else { return self }
    var scalars: [Float] = []
    var rowShape: [Int]?
    for row in rows {
      guard case .numbers(let values, let shape) = row, rowShape ?? shape == shape else {
        return self
      }
      rowShape = shape
      scalars += values
    }
    return .numbers(scalars, shape: [rows.count] + rowShape!)
  }
}

// MARK: - Comparing

/// Where two values differ, in words for either side.
struct Difference {
  let expected: String
  let yours: String
}

extension Sample {
  /// The first difference from what was expected, or nil when there is none within the tolerance.
  ///
  /// Numbers agree within `tolerance` times the larger of 1 and the expected size. Shapes come first.
  func difference(from expected: Sample, tolerance: Double) -> Difference? {
    switch (expected, self) {
    case (.number(let a), .number(let b)):
      return near(a, b, tolerance) ? nil : numbersDiffer(a, b)
    case (.numbers(let a, let wanted), .numbers(let b, let given)):
      guard wanted == given else { return shapesDiffer(a, wanted, b, given) }
      guard let place = a.indices.first(where: { !near(Double(a[$0]), Double(b[$0]), tolerance) })
      else { return nil }
      if a.count <= Self.fewNumbers {
        let digits = a.elementsEqual(b) { short(Double($0)) == short(Double($1)) } ? 9 : 5
        return Difference(
          expected: Self.numbersText(a, wanted, digits), yours: Self.numbersText(b, given, digits))
      }
      let pair = numbersDiffer(Double(a[place]), Double(b[place]))
      let where_ = "at \(Self.index(place, wanted))"
      return Difference(
        expected: "\(pair.expected) \(where_), shape \(wanted)", yours: "\(pair.yours) \(where_)")
    case (.list(let a), .list(let b)):
      guard a.count == b.count else {
        return Difference(
          expected: "\(Self.count(a.count, "value")): \(expected.shown)",
          yours: "\(Self.count(b.count, "value")): \(shown)")
      }
      for (index, pair) in zip(a, b).enumerated() {
        if let found = pair.1.difference(from: pair.0, tolerance: tolerance) {
          if expected.isFewFlags, isFewFlags {
            return Difference(expected: expected.shown, yours: shown)
          }
          return Difference(
            expected: "[\(index)] is \(found.expected)", yours: "[\(index)] is \(found.yours)")
        }
      }
      return nil
    case (.record(let a), .record(let b)) where a.map(\.name) == b.map(\.name):
      let differ = zip(a, b).contains {
        $1.value.difference(from: $0.value, tolerance: tolerance) != nil
      }
      guard differ else { return nil }
      return recordsDiffer(a, b, tolerance: tolerance)
    case (.flag(let a), .flag(let b)) where a == b: return nil
    case (.text(let a), .text(let b)) where a == b: return nil
    case (.nothing, .nothing): return nil
    default: return Difference(expected: expected.shown, yours: shown)
    }
  }

  /// Small records are shown whole, so that the right half can be seen beside the wrong one.
  private func recordsDiffer(
    _ a: [(name: String, value: Sample)], _ b: [(name: String, value: Sample)], tolerance: Double
  ) -> Difference {
    var expected: [String] = []
    var yours: [String] = []
    for (left, right) in zip(a, b) {
      let name = left.name.isEmpty ? "" : left.name + " "
      let found = right.value.difference(from: left.value, tolerance: tolerance)
      expected.append(name + (found?.expected ?? left.value.shown))
      yours.append(name + (found?.yours ?? right.value.shown))
    }
    return Difference(
      expected: expected.joined(separator: ", "), yours: yours.joined(separator: ", "))
  }

  private func numbersDiffer(_ a: Double, _ b: Double) -> Difference {
    let digits = short(a) == short(b) ? 9 : 5
    return Difference(expected: short(a, digits), yours: short(b, digits))
  }

  private func shapesDiffer(_ a: [Float], _ wanted: [Int], _ b: [Float], _ given: [Int])
    -> Difference
  {
    func side(_ values: [Float], _ shape: [Int]) -> String {
      let what = shape.count == 1 ? Self.count(shape[0], "number") : "shape \(shape)"
      return values.count > Self.fewNumbers || values.isEmpty
        ? what : "\(what): \(Self.numbersText(values, shape))"
    }
    return Difference(expected: side(a, wanted), yours: side(b, given))
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func near(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    if a == b || (a.isNaN && b.isNaN) { return true }
    return a.isFinite && abs(a - b) <= tolerance * max(1, abs(a))
  }
}
