import AnswerProtocol
import ExerciseKit

/// What strikes about a wrong value.
struct Striking {
  let words: Text
  /// Whether the sentence says how the whole value comes of the right one, and not only which
  /// pieces are right.
  let isRule: Bool

  init?(_ words: Text?, isRule: Bool) {
    guard let words else { return nil }
    self.words = words
    self.isRule = isRule
  }
}

/// What is striking about a wrong value that no known mistake explains.
extension Value {
  /// The first thing that strikes, in words; nil when nothing does.
  func resemblance(to expected: Value) -> Text? { striking(beside: expected)?.words }

  /// The first thing that strikes; nil when nothing does.
  func striking(beside expected: Value) -> Striking? {
    let pairs = Self.pairs(self, expected)
    if let words = Self.notNumbers(pairs) { return Striking(words, isRule: true) }
    switch (self, expected) {
    case (.record(let yours), .record(let right)): return Self.partsOfRecord(yours, right)
    case (.text(let yours), .text(let right)):
      return Striking(Self.partsOfText(yours, right), isRule: true)
    case (.nothing, .nothing): return nil
    case (.nothing, _): return Striking("yours is nil where there is an answer", isRule: true)
    case (_, .nothing): return Striking("yours has an answer where nil belongs", isRule: true)
    default: break
    }
    guard let (wanted, wantedShape) = expected.box, let (given, shape) = box else {
      guard case .list(let right) = expected else { return nil }
      // Rows of one length have become a box.
      if case .numbers(_, let shape) = self, shape.count > 1, shape[0] != right.count {
        return Striking(
          shape[0] < right.count ? "your list is too short" : "your list is too long", isRule: false
        )
      }
      guard case .list(let yours) = self else { return nil }
      return Self.partsOfList(yours, right)
    }
    guard wantedShape == shape else {
      return Striking(Self.otherShape(given, shape, wanted, wantedShape), isRule: true)
        ?? Striking(Self.wrongShape(shape, wantedShape), isRule: false)
    }
    return Striking(Self.sameShape(given, wanted, shape), isRule: true)
      ?? Striking(Self.rightPlaces(given, wanted, shape), isRule: false)
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
    if given.isEmpty { return "there are no numbers in yours" }
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
    guard given.count > 1 else { return rule(given, wanted) }
    if shape.count == 2, shape[0] == shape[1], alike(given, transposed(wanted, rows: shape[0])) {
      return "rows and columns are exchanged"
    }
    if let factor = factor(given, wanted) {
      return "every number is \(short(Double(factor), 3)) times what it should be"
    }
    if wanted.contains(where: { $0 < 0 }), alike(given, wanted.map { max(0, $0) }) {
      return "where negative numbers belong yours are 0, the others are right"
    }
    if let words = rule(given, wanted) ?? places(given, wanted) { return words }
    if given.count > 2, alike(given.sorted(), wanted.sorted()) {
      return "the numbers are right, their order is not"
    }
    return nil
  }

  /// The same factor everywhere, zeros apart.
  private static func factor(_ given: [Float], _ wanted: [Float]) -> Float? {
    let factors = zip(given, wanted).filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    // A factor of nearly 1 would be told as 1.
    guard let first = factors.first, factors.count > 1, abs(first - 1) > 5e-3,
      zip(given, wanted).allSatisfy({ $0.1 != 0 || abs($0.0) < 1e-6 }),
      factors.allSatisfy({ abs($0 - first) <= 1e-3 * max(1e-3, abs(first)) })
    else { return nil }
    return first
  }

  private static func places(_ given: [Float], _ wanted: [Float]) -> Text? {
    guard given.count > 2 else { return nil }
    if alike(given.dropLast(), wanted.dropLast()) { return "only the last number is wrong" }
    if alike(given.dropFirst(), wanted.dropFirst()) { return "only the first number is wrong" }
    if alike(given.dropFirst(), wanted.dropLast()) || alike(given.dropLast(), wanted.dropFirst()) {
      return "the numbers are right, but each stands one place further"
    }
    return nil
  }

  private static func transposed(_ values: [Float], rows: Int) -> [Float] {
    let columns = rows == 0 ? 0 : values.count / rows
    return (0..<columns).flatMap { column in (0..<rows).map { values[$0 * columns + column] } }
  }

  static func alike(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { near($0, $1) }
  }

  static func near(_ a: Float, _ b: Float) -> Bool {
    a == b || abs(a - b) <= 1e-4 * max(1, abs(b))
  }
}
