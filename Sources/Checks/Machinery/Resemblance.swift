import AnswerProtocol
import ExerciseKit

/// What is striking about a wrong value that no known mistake explains.
extension Value {
  /// The first thing that strikes, in words; nil when nothing does.
  func resemblance(to expected: Value) -> Text? {
    let pairs = Self.pairs(self, expected)
    if let words = Self.notNumbers(pairs) { return words }
    if case (.record(let given), .record(let wanted)) = (self, expected) {
      return Self.oneField(given, wanted)
    }
    if case (.list(let given), .list(let wanted)) = (self, expected), expected.isFewFlags {
      return Self.flags(given, wanted)
    }
    guard let (wanted, wantedShape) = expected.box, let (given, shape) = box else { return nil }
    guard wantedShape == shape else {
      return Self.otherShape(given, shape, wanted, wantedShape)
    }
    return Self.sameShape(given, wanted, shape)
  }

  // MARK: - Infinity and what is no number

  /// The numbers of both, where the two are built alike.
  private static func pairs(_ yours: Value, _ expected: Value) -> [(Double, Double)] {
    switch (yours, expected) {
    case (.number(let a), .number(let b)): [(a, b)]
    case (.numbers(let a, let given), .numbers(let b, let wanted)) where given == wanted:
      zip(a, b).map { (Double($0), Double($1)) }
    case (.list(let a), .list(let b)): zip(a, b).flatMap { pairs($0, $1) }
    case (.record(let a), .record(let b)): zip(a, b).flatMap { pairs($0.value, $1.value) }
    default: []
    }
  }

  private static func notNumbers(_ pairs: [(Double, Double)]) -> Text? {
    guard let place = pairs.firstIndex(where: { !$0.0.isFinite && $0.1.isFinite }) else {
      return nil
    }
    guard pairs[place].0.isNaN else {
      return """
        a number is infinite: a division by zero, a logarithm of zero, or an exponential of a large number
        """
    }
    return """
      a number is nan: zero was divided by zero, infinity by infinity, or a logarithm or a root was taken of a negative number
      """
  }

  // MARK: - Boxes of numbers

  private var box: ([Float], shape: [Int])? {
    switch self {
    case .number(let value): ([Float(value)], [])
    case .numbers(let values, let shape): (values, shape)
    case .list(let values):  // Of numbers that are more exact than a box's.
      Self.numbers(in: values).map { ($0, [values.count]) }
    default: nil
    }
  }

  private static func numbers(in values: [Value]) -> [Float]? {
    let numbers = values.compactMap { value -> Float? in
      if case .number(let number) = value { Float(number) } else { nil }
    }
    return numbers.count == values.count ? numbers : nil
  }

  private static func otherShape(
    _ given: [Float], _ shape: [Int], _ wanted: [Float], _ wantedShape: [Int]
  ) -> Text? {
    if shape.count == 2, shape == wantedShape.reversed(),
      alike(given, transposed(wanted, rows: wantedShape[0]))
    {
      return "rows and columns are exchanged"
    }
    guard shape.count == 1, wantedShape.count == 1 else { return nil }
    if given.count + 1 == wanted.count {
      if alike(given, wanted.dropLast()) {
        return "all is right as far as it goes: the last number is missing"
      }
      if alike(given, wanted.dropFirst()) {
        return "the first number is missing, the rest is right"
      }
    }
    if given.count == wanted.count + 1, alike(given.dropLast(), wanted) {
      return "all is right, but there is one number too many at the end"
    }
    return nil
  }

  private static func sameShape(_ given: [Float], _ wanted: [Float], _ shape: [Int]) -> Text? {
    if given.allSatisfy({ $0 == 0 }) {
      return given.count == 1 ? "your answer is zero" : "all your numbers are zero"
    }
    if alike(given, wanted.map { -$0 }) { return "the size is right, the sign is turned around" }
    if wanted.contains(where: { $0 != $0.rounded() }),
      zip(given, wanted).allSatisfy({ $0 == $1.rounded(.towardZero) })
    {
      return "whole numbers where fractions belong: the division of two Ints drops the rest"
    }
    guard given.count > 1 else { return oneNumber(given[0], wanted[0]) }
    if shape.count == 2, shape[0] == shape[1], alike(given, transposed(wanted, rows: shape[0])) {
      return "rows and columns are exchanged"
    }
    if let factor = factor(given, wanted) {
      return "every number is \(short(Double(factor), 3)) times what it should be"
    }
    if wanted.contains(where: { $0 < 0 }), alike(given, wanted.map { max(0, $0) }) {
      return "where negative numbers belong yours are 0, the others are right"
    }
    if let words = places(given, wanted, shape) { return words }
    if given.count > 2, alike(given.sorted(), wanted.sorted()) {
      return "the numbers are right, their order is not"
    }
    return nil
  }

  /// One number: off by one where whole numbers are counted, or a simple multiple.
  private static func oneNumber(_ given: Float, _ wanted: Float) -> Text? {
    if wanted == wanted.rounded(), abs(given - wanted) == 1 {
      return given > wanted ? "your answer is one too large" : "your answer is one too small"
    }
    let factors: [Float] = [2, 3, 4, -2, 1 / 2, 1 / 3, 1 / 4, -1 / 2]
    guard wanted != 0, let factor = factors.first(where: { near(given / wanted, $0) }) else {
      return nil
    }
    return "your answer is \(short(Double(factor), 3)) times what it should be"
  }

  /// Some answers of yes or no.
  private static func flags(_ given: [Value], _ wanted: [Value]) -> Text? {
    guard given.count == wanted.count, given.count > 1 else { return nil }
    let wrong = given.indices.filter {
      given[$0].difference(from: wanted[$0], tolerance: 0) != nil
    }
    if wrong.count == given.count { return "every one of your answers is turned around" }
    return wrong.count == 1 ? "only place \(wrong[0]) is wrong, counted from 0" : nil
  }

  /// A tuple in which one part is wrong: which, and what strikes about it.
  private static func oneField(_ given: [Field], _ wanted: [Field]) -> Text? {
    guard given.count == wanted.count else { return nil }
    let wrong = given.indices.filter {
      given[$0].value.difference(from: wanted[$0].value, tolerance: 1e-4) != nil
    }
    guard wrong.count == 1, let place = wrong.first, given.count > 1 else { return nil }
    let name = wanted[place].name.isEmpty ? given[place].name : wanted[place].name
    if let words = given[place].value.resemblance(to: wanted[place].value) {
      return name.isEmpty ? words : "\(name): \(words.words)"
    }
    return name.isEmpty ? nil : "only \(name) is wrong, the rest is right"
  }

  /// The same factor everywhere, zeros apart.
  private static func factor(_ given: [Float], _ wanted: [Float]) -> Float? {
    let factors = zip(given, wanted).filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    guard let first = factors.first, factors.count > 1,
      zip(given, wanted).allSatisfy({ $0.1 != 0 || abs($0.0) < 1e-6 }),
      factors.allSatisfy({ abs($0 - first) <= 1e-3 * max(1e-3, abs(first)) })
    else { return nil }
    return first
  }

  private static func places(_ given: [Float], _ wanted: [Float], _ shape: [Int]) -> Text? {
    let wrong = given.indices.filter { !near(given[$0], wanted[$0]) }
    if wrong == [given.count - 1] { return "only the last number is wrong" }
    if wrong == [0] { return "only the first number is wrong" }
    if wrong.count == 1 { return "only the number at \(index(wrong[0], shape)) is wrong" }
    if shape.count == 2, shape[0] > 1, shape[1] > 1 {
      let (rows, columns) = (Set(wrong.map { $0 / shape[1] }), Set(wrong.map { $0 % shape[1] }))
      if rows.count == 1 { return "only row \(rows.first!) is wrong, counted from 0" }
      if columns.count == 1 { return "only column \(columns.first!) is wrong, counted from 0" }
    }
    guard given.count > 2 else { return nil }
    if alike(zip(given, wanted).map { $0 - $1 }, given.map { _ in given[0] - wanted[0] }) {
      let apart = short(Double(abs(given[0] - wanted[0])), 3)
      return given[0] > wanted[0]
        ? "every number is \(apart) too large" : "every number is \(apart) too small"
    }
    if alike(given.dropFirst(), wanted.dropLast()) || alike(given.dropLast(), wanted.dropFirst()) {
      return "the numbers are right, but each stands one place further"
    }
    return nil
  }

  private static func transposed(_ values: [Float], rows: Int) -> [Float] {
    let columns = rows == 0 ? 0 : values.count / rows
    return (0..<columns).flatMap { column in (0..<rows).map { values[$0 * columns + column] } }
  }

  private static func alike(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { near($0, $1) }
  }

  private static func near(_ a: Float, _ b: Float) -> Bool {
    a == b || abs(a - b) <= 1e-4 * max(1, abs(b))
  }
}
