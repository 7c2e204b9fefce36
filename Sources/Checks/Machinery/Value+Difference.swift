import AnswerProtocol

// MARK: - Comparing

/// Where two values differ, in words for either side.
struct Difference {
  let expected: String
  let yours: String
}

extension Value {
  /// The first difference from what was expected, or nil when there is none within the tolerance.
  ///
  /// Numbers agree within `tolerance` times the larger of 1 and the expected size. Shapes come
  /// first.
  func difference(from expected: Value, tolerance: Double) -> Difference? {
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
    case (.record(let a), .record(let b)) where Self.haveSameNames(a, b):
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

  /// The same with the expected number wherever one is near enough to it: what is right within the
  /// tolerance of a question is no part of what strikes about a wrong answer.
  func settled(on expected: Value, _ tolerance: Double) -> Value {
    switch (self, expected) {
    case (.number(let yours), .number(let right)):
      return near(right, yours, tolerance) ? expected : self
    case (.numbers(let yours, let shape), .numbers(let right, let wanted)) where shape == wanted:
      let settled = zip(yours, right).map {
        near(Double($1), Double($0), tolerance) ? $1 : $0
      }
      return .numbers(settled, shape: shape)
    case (.list(let yours), .list(let right)) where yours.count == right.count:
      return .list(zip(yours, right).map { $0.settled(on: $1, tolerance) })
    case (.record(let yours), .record(let right)) where yours.count == right.count:
      return .record(
        zip(yours, right).map {
          Field($0.name, $0.value.settled(on: $1.value, tolerance))
        })
    default: return self
    }
  }

  /// A tuple without labels fits one with labels.
  private static func haveSameNames(_ a: [Field], _ b: [Field]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).allSatisfy { $0.name == $1.name || $0.name.isEmpty || $1.name.isEmpty }
  }

  /// Small records are shown whole, so that the right half can be seen beside the wrong one.
  private func recordsDiffer(
    _ a: [Field], _ b: [Field], tolerance: Double
  ) -> Difference {
    var expected: [String] = []
    var yours: [String] = []
    for (left, right) in zip(a, b) {
      let label = left.name.isEmpty ? right.name : left.name
      let name = label.isEmpty ? "" : label + " "
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
