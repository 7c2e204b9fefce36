import AnswerProtocol
import ExerciseKit

/// What strikes about a wrong value where no simple rule makes it of the right one: which of its
/// pieces are right.
///
/// Every sentence here is true of the value, whatever its cause; the more special ones come first.
extension Value {
  // MARK: - Tuples and lists

  /// Which parts of a tuple are wrong, and what strikes about them.
  static func partsOfRecord(_ yours: [Field], _ expected: [Field]) -> Striking? {
    guard yours.count == expected.count, yours.count > 1 else { return nil }
    func isRight(_ a: Field, _ b: Field) -> Bool {
      a.value.difference(from: b.value, tolerance: tolerance) == nil
    }
    let wrong = yours.indices.filter { !isRight(yours[$0], expected[$0]) }
    guard let first = wrong.first else { return nil }
    if yours.count == 2, isRight(yours[0], expected[1]), isRight(yours[1], expected[0]) {
      return Striking("the two parts of the answer are exchanged", isRule: true)
    }
    let label = expected[first].name.isEmpty ? yours[first].name : expected[first].name
    let ordinal: Text =
      first == 0 ? "the first part" : first == 1 ? "the second part" : "a later part"
    let name = label.isEmpty ? ordinal.words : label
    let inner = yours[first].value.striking(beside: expected[first].value)
    let isRule = inner?.isRule ?? false
    let others = wrong.dropFirst().map {
      yours[$0].name.isEmpty ? expected[$0].name : yours[$0].name
    }
    if wrong.count == 1 {
      guard let inner else {
        return Striking("only \(name) is wrong, the rest of the answer is right", isRule: false)
      }
      return Striking("only \(name) is wrong: \(inner.words.words)", isRule: isRule)
    }
    if let inner { return Striking("in \(name): \(inner.words.words)", isRule: isRule) }
    guard wrong.count < yours.count, !others.contains("") else { return nil }
    return Striking(
      "wrong are only \(([name] + others).joined(separator: ", ")): the rest is right",
      isRule: false)
  }

  /// Which values of a list are wrong, and what strikes about the first of them.
  static func partsOfList(_ yours: [Value], _ expected: [Value]) -> Striking? {
    func isRight(_ a: Value, _ b: Value) -> Bool {
      a.difference(from: b, tolerance: tolerance) == nil
    }
    func agree(_ a: some Collection<Value>, _ b: some Collection<Value>) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy(isRight)
    }
    guard yours.count == expected.count else {
      return Striking(otherLength(yours, expected, agree), isRule: false)
    }
    let right = zip(yours, expected).map(isRight)
    guard let first = right.firstIndex(of: false) else { return nil }
    if yours.count > 1 {
      let opposites = zip(yours, expected).allSatisfy {
        if case (.flag(let a), .flag(let b)) = ($0, $1) { a != b } else { false }
      }
      if opposites {
        return Striking("every value is the opposite of what it should be", isRule: true)
      }
      if agree(yours, expected.reversed()) {
        return Striking("the values are right, but they stand in reverse", isRule: true)
      }
    }
    if yours.count > 2 {
      if agree(yours.dropFirst(), expected.dropLast())
        || agree(yours.dropLast(), expected.dropFirst())
      {
        return Striking("the values are right, but each stands one place further", isRule: true)
      }
      if yours.dropFirst().allSatisfy({ isRight($0, yours[0]) }),
        !expected.dropFirst().allSatisfy({ isRight($0, expected[0]) })
      {
        return Striking("all your values are the same", isRule: true)
      }
    }
    if let inner = yours[first].striking(beside: expected[first]) {
      return Striking("at [\(first)]: \(inner.words.words)", isRule: inner.isRule)
    }
    return Striking(rightOf(right), isRule: false)
  }

  /// What strikes about a list that is too short or too long.
  private static func otherLength(
    _ yours: [Value], _ expected: [Value], _ agree: (ArraySlice<Value>, ArraySlice<Value>) -> Bool
  ) -> Text {
    let (few, many) = (min(yours.count, expected.count), max(yours.count, expected.count))
    let isShort = yours.count < expected.count
    if yours.isEmpty { return "your list is empty" }
    if agree(yours.prefix(few), expected.prefix(few)) {
      return isShort
        ? "your list is too short: what is there is right, the end is missing"
        : "your list is too long: it begins well, and then there are \(many - few) too many"
    }
    if agree(yours.suffix(few), expected.suffix(few)) {
      return isShort
        ? "your list is too short: what is there is right, the beginning is missing"
        : "your list is too long: it ends well, and before that there are \(many - few) too many"
    }
    return isShort ? "your list is too short" : "your list is too long"
  }

  /// Which values of a list are right.
  private static func rightOf(_ isRight: [Bool]) -> Text? {
    guard isRight.count > 1, let first = isRight.firstIndex(of: false),
      let last = isRight.lastIndex(of: false)
    else { return nil }
    if first == last {
      if first == 0 { return "only the first value is wrong" }
      if first == isRight.count - 1 { return "only the last value is wrong" }
      return "all is right, but for what stands at [\(first)]"
    }
    if first > 0, !isRight[first...].contains(true) {
      return "the values before [\(first)] are right, and none from there on"
    }
    if last < isRight.count - 1, !isRight[...last].contains(true) {
      return "the values behind [\(last)] are right, and none before"
    }
    let right = isRight.count { $0 }
    return right == 0
      ? "none of your \(isRight.count) values is right"
      : "\(right) of your \(isRight.count) values are right"
  }

  /// What strikes about a text.
  static func partsOfText(_ yours: String, _ expected: String) -> Text? {
    guard yours != expected else { return nil }
    if yours.isEmpty { return "your text is empty" }
    if let words = otherWords(yours, expected) { return words }
    if expected.hasPrefix(yours) { return "your text stops too early" }
    if yours.hasPrefix(expected) { return "your text goes on too long" }
    if expected.hasSuffix(yours) { return "the beginning of your text is missing" }
    if yours.count == expected.count {
      let places = zip(yours, expected).enumerated().filter { $0.element.0 != $0.element.1 }
      if places.count == 1 { return "only the letter at [\(places[0].offset)] is wrong" }
      if yours == String(expected.reversed()) { return "your text runs backwards" }
      if yours.sorted() == expected.sorted() {
        return "the letters are right, their order is not"
      }
    }
    let right = zip(yours, expected).prefix { $0 == $1 }.count
    return right > 0 ? "your text is right up to [\(right - 1)], and then goes wrong" : nil
  }

  /// The words that are missing, or too many, in a text of several that is right but for them.
  private static func otherWords(_ yours: String, _ expected: String) -> Text? {
    func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "," } }
    let (given, wanted) = (words(yours), words(expected))
    guard wanted.count > 2, given.count > 2 else { return nil }
    let difference = given.difference(from: wanted)
    func listed(_ changes: [CollectionDifference<Substring>.Change]) -> String {
      changes.map { change in
        switch change {
        case .insert(_, let word, _), .remove(_, let word, _): "\(word)"
        }
      }.joined(separator: ", ")
    }
    let (more, less) = (listed(difference.insertions), listed(difference.removals))
    guard difference.removals.count < wanted.count, difference.insertions.count < given.count else {
      return nil
    }
    if less.isEmpty { return more.isEmpty ? nil : "too much in yours: \(more)" }
    return more.isEmpty
      ? "missing in yours: \(less)" : "missing in yours: \(less); too much: \(more)"
  }

  // MARK: - Numbers made of the right ones

  /// A rule that makes every number of yours of the right one.
  static func rule(_ given: [Float], _ wanted: [Float]) -> Text? {
    func fits(_ make: (Float) -> Float) -> Bool {
      zip(given, wanted).allSatisfy { yours, right in
        let made = make(right)
        return made.isFinite && abs(yours - made) <= 1e-4 * max(abs(made), 1e-3)
      }
    }
    let isSingle = given.count == 1
    if isSingle, given[0] == given[0].rounded(), wanted[0] == wanted[0].rounded() {
      if given[0] == wanted[0] + 1 { return "your number is one too large" }
      if given[0] == wanted[0] - 1 { return "your number is one too small" }
    }
    if isSingle {
      if fits({ 2 * $0 }) { return "your number is twice what it should be" }
      if fits({ $0 / 2 }) { return "your number is half of what it should be" }
    }
    if fits({ 1 / $0 }) { return "yours is 1 divided by what it should be" }
    if fits({ 1 - $0 }) { return "yours is 1 minus what it should be" }
    if fits({ $0 * $0 }) { return "yours is the square of what it should be" }
    if fits({ abs($0).squareRoot() }) { return "yours is the square root of what it should be" }
    guard !isSingle else { return nil }
    if given.allSatisfy({ $0 == given[0] }), !wanted.allSatisfy({ near($0, wanted[0]) }) {
      return "all your numbers are the same"
    }
    let gap = given[0] - wanted[0]
    if zip(given, wanted).allSatisfy({ abs($0 - $1 - gap) <= 1e-4 * max(abs(gap), abs($1), 1e-2) })
    {
      return gap > 0
        ? "every number is \(short(Double(gap), 3)) too large"
        : "every number is \(short(Double(-gap), 3)) too small"
    }
    if alike(given.map(abs), wanted.map(abs)) { return "the sizes are right, but not all signs" }
    if given.count > 2, alike(given, Array(wanted.reversed())) {
      return "the numbers are right, but they stand in reverse"
    }
    return nil
  }

  // MARK: - Places

  /// Which numbers of a box are right, rows and columns first.
  static func rightPlaces(_ given: [Float], _ wanted: [Float], _ shape: [Int]) -> Text? {
    let isRight = zip(given, wanted).map { near($0, $1) }
    guard given.count > 1, isRight.contains(false) else { return nil }
    if isRight.count(where: { !$0 }) == 1, let place = isRight.firstIndex(of: false) {
      let where_ = "\(index(place, shape))"
      return "only the number at \(where_) is wrong"
    }
    if shape.count == 2, shape[0] > 0, shape[1] > 0 {
      let (rows, columns) = (0..<shape[0], 0..<shape[1])
      func right(_ row: Int, _ column: Int) -> Bool { isRight[row * shape[1] + column] }
      if let words = lines(rows.map { row in columns.allSatisfy { right(row, $0) } }) {
        return words.rows
      }
      if let words = lines(columns.map { column in rows.allSatisfy { right($0, column) } }) {
        return words.columns
      }
      if let words = factors(given, wanted, shape) { return words }
    }
    let first = isRight.prefix { $0 }.count
    let last = isRight.reversed().prefix { $0 }.count
    if first > 0, isRight.dropFirst(first).allSatisfy({ !$0 }) {
      return first == 1
        ? "the first number is right, and none behind it"
        : "the first \(first) numbers are right, and none behind them"
    }
    if last > 0, isRight.dropLast(last).allSatisfy({ !$0 }) {
      return last == 1
        ? "the last number is right, and none before it"
        : "the last \(last) numbers are right, and none before them"
    }
    return sizes(given, wanted)
  }

  /// Whether the numbers are all too large, or all too small.
  private static func sizes(_ given: [Float], _ wanted: [Float]) -> Text? {
    let pairs = zip(given, wanted).filter { !near($0, $1) }
    if pairs.allSatisfy({ $0 * $1 > 0 && abs($0) > abs($1) }) {
      return "your numbers have the right signs, but all that are wrong are too large in size"
    }
    if pairs.allSatisfy({ $0 * $1 > 0 && abs($0) < abs($1) }) {
      return "your numbers have the right signs, but all that are wrong are too small in size"
    }
    if pairs.allSatisfy({ $0 > $1 }) { return "all numbers of yours that are wrong are too large" }
    if pairs.allSatisfy({ $0 < $1 }) { return "all numbers of yours that are wrong are too small" }
    let right = given.count - pairs.count
    if right == 0 { return "none of your \(given.count) numbers is right" }
    return right > 1 ? "\(right) of your \(given.count) numbers are right" : nil
  }

  /// One row or column that is right or wrong, unlike all others.
  private static func lines(_ isRight: [Bool]) -> (rows: Text, columns: Text)? {
    guard isRight.count > 1 else { return nil }
    let right = isRight.count { $0 }
    if right == isRight.count - 1 {
      if !isRight[0] { return ("only the first row is wrong", "only the first column is wrong") }
      if !isRight.last! { return ("only the last row is wrong", "only the last column is wrong") }
      return ("one row is wrong, the others are right", "one column is wrong, the others are right")
    }
    if right == 1 {
      if isRight[0] { return ("only the first row is right", "only the first column is right") }
      if isRight.last! { return ("only the last row is right", "only the last column is right") }
      return ("one row is right, the others are wrong", "one column is right, the others are wrong")
    }
    return nil
  }

  /// Rows, or columns, that are right but for a factor of their own.
  private static func factors(_ given: [Float], _ wanted: [Float], _ shape: [Int]) -> Text? {
    let (rows, columns) = (shape[0], shape[1])
    guard rows > 1, columns > 1 else { return nil }
    func isMultiple(_ places: [Int]) -> Bool {
      guard let first = places.first(where: { abs(wanted[$0]) > 1e-3 }) else { return false }
      let factor = given[first] / wanted[first]
      return places.allSatisfy {
        abs(given[$0] - factor * wanted[$0]) <= 1e-3 * max(abs(factor * wanted[$0]), 1e-3)
      }
    }
    if (0..<rows).allSatisfy({ row in isMultiple((0..<columns).map { row * columns + $0 }) }) {
      return "each row is right, but for a factor of its own"
    }
    if (0..<columns).allSatisfy({ column in isMultiple((0..<rows).map { $0 * columns + column }) })
    {
      return "each column is right, but for a factor of its own"
    }
    return nil
  }

  // MARK: - Shapes

  /// What is wrong with a shape.
  static func wrongShape(_ given: [Int], _ wanted: [Int]) -> Text? {
    if given.count == wanted.count {
      let wrong = given.indices.filter { given[$0] != wanted[$0] }
      if given.count == 1 {
        return given[0] < wanted[0] ? "numbers are missing" : "there are too many numbers"
      }
      if given.sorted() == wanted.sorted() { return "the axes stand in another order" }
      guard wrong.count == 1, let axis = wrong.first else { return nil }
      return given[axis] < wanted[axis] ? "axis \(axis) is too short" : "axis \(axis) is too long"
    }
    if given.filter({ $0 != 1 }) == wanted.filter({ $0 != 1 }) {
      return given.count > wanted.count
        ? "an axis of length 1 is left over" : "an axis of length 1 is missing"
    }
    return given.count > wanted.count
      ? "your answer has an axis too many" : "your answer has an axis too few"
  }

  private static var tolerance: Double { 1e-4 }
}
