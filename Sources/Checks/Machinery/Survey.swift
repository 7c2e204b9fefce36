import AnswerProtocol
import ExerciseKit

/// How an answer fares with *all* questions of a part: what its wrong answers have in common.
///
/// One wrong value can have many causes. That a function always says `false`, or that it goes wrong
/// just where a list is empty, is seen only when its answers lie side by side. Every sentence here
/// is true of the questions that were put.
struct Survey {
  /// One question, and what came of it.
  struct Answer {
    let inputs: [Input]
    /// What was expected; nil for a question about a property.
    let expected: Value?
    /// What came; nil where it was no value.
    let given: Value?
    let isRight: Bool

    /// Whether the answer is right, or the same can be said of it.
    func shows(_ striking: Striking?) -> Bool {
      guard !isRight, let expected, let given else { return isRight }
      return given.striking(beside: expected)?.words.words == striking?.words.words
    }
  }

  /// An argument of a call, by its label.
  struct Input: Sendable {
    let name: String
    let value: Value
  }

  let answers: [Answer]
  private var wrong: [Answer] { answers.filter { !$0.isRight } }

  /// What all answers show; nil when they show nothing in particular.
  var striking: Text? {
    if let words = inParts({ $0.striking }) { return words }
    guard answers.count > 2 else { return nil }
    return flags ?? numbers ?? condition
  }

  /// What strikes about one part of a tuple, where the answers are tuples.
  func inParts(_ said: (Survey) -> Text?) -> Text? {
    let expected = answers.compactMap { answer -> [Value.Field]? in
      if case .record(let fields)? = answer.expected { fields } else { nil }
    }
    let given = answers.compactMap { answer -> [Value.Field]? in
      if case .record(let fields)? = answer.given { fields } else { nil }
    }
    guard expected.count == answers.count, given.count == answers.count,
      let names = expected.first?.map(\.name),
      (expected + given).allSatisfy({ $0.count == names.count })
    else { return nil }
    for place in names.indices {
      let name = names[place].isEmpty ? given[0][place].name : names[place]
      let survey = Survey(
        answers: answers.indices.map { index in
          let (yours, right) = (given[index][place].value, expected[index][place].value)
          return Answer(
            inputs: answers[index].inputs, expected: right, given: yours,
            isRight: yours.difference(from: right, tolerance: 1e-4) == nil)
        })
      guard !name.isEmpty, !survey.wrong.isEmpty, let words = said(survey) else { continue }
      return "in \(name): \(words.words)"
    }
    return nil
  }

  /// How many answers are wrong, where that says something.
  var share: Text? {
    let (wrong, all) = (wrong.count, answers.count)
    guard all > 2 else { return nil }
    if wrong == 1 {
      return
        "all \(all - 1) other questions of this part are answered well: look at what is special in this one"
    }
    if wrong == all { return "none of the \(all) questions of this part is answered well" }
    return "of the \(all) questions of this part, \(all - wrong) of your answers are right"
  }

  // MARK: - Flags

  private var flags: Text? {
    let pairs = answers.compactMap { answer -> (given: Bool, wanted: Bool)? in
      guard case .flag(let given)? = answer.given, case .flag(let wanted)? = answer.expected else {
        return nil
      }
      return (given, wanted)
    }
    guard pairs.count == answers.count else { return nil }
    if pairs.allSatisfy({ $0.given != $0.wanted }) {
      return "every answer is the opposite of what it should be"
    }
    if pairs.allSatisfy(\.given) { return "whatever is asked, yours says true" }
    if pairs.allSatisfy({ !$0.given }) { return "whatever is asked, yours says false" }
    if let condition { return condition }
    let (tooOften, tooSeldom) = (
      pairs.count { $0.given && !$0.wanted }, pairs.count { !$0.given && $0.wanted }
    )
    if tooSeldom == 0 {
      return
        "yours says true too easily: in \(tooOften) of \(pairs.count) questions, and never false where true belongs"
    }
    guard tooOften == 0 else { return nil }
    return
      "yours says false too easily: in \(tooSeldom) of \(pairs.count) questions, and never true where false belongs"
  }

  // MARK: - Numbers

  private var numbers: Text? {
    let pairs = answers.compactMap { answer -> (given: Double, wanted: Double)? in
      guard case .number(let given)? = answer.given, case .number(let wanted)? = answer.expected
      else { return nil }
      return (given, wanted)
    }
    guard pairs.count == answers.count, let first = pairs.first else { return nil }
    let isVaried = pairs.contains { $0.wanted != first.wanted }
    if isVaried, pairs.allSatisfy({ $0.given == first.given }) {
      return "whatever is asked, yours says \(short(first.given))"
    }
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-4 * max(abs(b), 1e-3) }
    let gap = first.given - first.wanted
    if isVaried, gap != 0, pairs.allSatisfy({ isNear($0.given, $0.wanted + gap) }) {
      return gap > 0
        ? "every answer is \(short(gap, 3)) too large"
        : "every answer is \(short(-gap, 3)) too small"
    }
    if let known = pairs.first(where: { $0.wanted != 0 }) {
      let factor = known.given / known.wanted
      if isVaried, factor != 1, pairs.allSatisfy({ isNear($0.given, factor * $0.wanted) }) {
        return "every answer is \(short(factor, 3)) times what it should be"
      }
    }
    if let condition { return condition }
    let wrong = pairs.filter { !isNear($0.given, $0.wanted) }
    guard wrong.count > 1 else { return nil }
    if wrong.allSatisfy({ $0.given > $0.wanted }) {
      return "wherever yours is wrong it is too large"
    }
    if wrong.allSatisfy({ $0.given < $0.wanted }) {
      return "wherever yours is wrong it is too small"
    }
    return nil
  }

  // MARK: - Inputs

  /// A property of the inputs that the wrongly answered questions have, and no others; nil when
  /// there is none.
  private var condition: Text? {
    let (bad, all) = (wrong.count, answers.count)
    guard bad > 1, all - bad > 1, let names = answers.first?.inputs.map(\.name), !names.isEmpty,
      answers.allSatisfy({ $0.inputs.map(\.name) == names })
    else { return nil }
    for property in InputProperty.allCases {
      for place in names.indices {
        let holds = answers.map { property.holds($0.inputs[place].value) }
        guard zip(answers, holds).allSatisfy({ $0.isRight != $1 }) else { continue }
        let words = property.words(names[place])
        return
          "in \(bad) of the \(all) questions of this part yours goes wrong, and all of them have this in common, and no other: \(words.words)"
      }
    }
    return nil
  }
}

/// What can be said of an argument.
enum InputProperty: CaseIterable {
  case isEmpty, isNotEmpty, isLong, isShort, isTrue, isFalse, isZero, isNotZero, isNegative,
    isPositive
  case hasNegative, hasNoNegative, isLarge, hasTrue, hasNoTrue
  case hasSeveralRows, hasOneRow, hasSeveralColumns, hasOneColumn, isNotSquare, isSquare

  func holds(_ value: Value) -> Bool {
    switch self {
    case .isEmpty: Self.count(value) == 0
    case .isNotEmpty: Self.count(value).map { $0 > 0 } ?? false
    case .isLong: Self.count(value).map { $0 > 1 } ?? false
    case .isShort: Self.count(value) == 1
    case .isTrue: if case .flag(true) = value { true } else { false }
    case .isFalse: if case .flag(false) = value { true } else { false }
    case .isZero: Self.number(value) == 0
    case .isNotZero: Self.number(value).map { $0 != 0 } ?? false
    case .isNegative: Self.number(value).map { $0 < 0 } ?? false
    case .isPositive: Self.number(value).map { $0 > 0 } ?? false
    case .isLarge: Self.number(value).map { $0 > 1 } ?? false
    case .hasNegative: Self.numbers(value)?.contains { $0 < 0 } ?? false
    case .hasNoNegative: Self.numbers(value).map { !$0.contains { $0 < 0 } } ?? false
    case .hasTrue: Self.flags(value)?.contains(true) ?? false
    case .hasNoTrue: Self.flags(value).map { !$0.contains(true) } ?? false
    case .hasSeveralRows: Self.matrix(value).map { $0.rows > 1 } ?? false
    case .hasOneRow: Self.matrix(value).map { $0.rows == 1 } ?? false
    case .hasSeveralColumns: Self.matrix(value).map { $0.columns > 1 } ?? false
    case .hasOneColumn: Self.matrix(value).map { $0.columns == 1 } ?? false
    case .isNotSquare: Self.matrix(value).map { $0.rows != $0.columns } ?? false
    case .isSquare: Self.matrix(value).map { $0.rows == $0.columns } ?? false
    }
  }

  /// The property as a clause of its own.
  func words(_ name: String) -> Text {
    switch self {
    case .isEmpty: "\(name) is empty"
    case .isNotEmpty: "\(name) is not empty"
    case .isLong: "\(name) holds more than one value"
    case .isShort: "\(name) holds a single value"
    case .isTrue: "\(name) is true"
    case .isFalse: "\(name) is false"
    case .isZero: "\(name) is 0"
    case .isNotZero: "\(name) is not 0"
    case .isNegative: "\(name) is negative"
    case .isPositive: "\(name) is above 0"
    case .isLarge: "\(name) is above 1"
    case .hasNegative: "\(name) holds a negative number"
    case .hasNoNegative: "\(name) holds no negative number"
    case .hasTrue: "\(name) holds a true"
    case .hasNoTrue: "\(name) holds no true"
    case .hasSeveralRows: "\(name) has more than one row"
    case .hasOneRow: "\(name) has a single row"
    case .hasSeveralColumns: "\(name) has more than one column"
    case .hasOneColumn: "\(name) has a single column"
    case .isNotSquare: "\(name) is not square"
    case .isSquare: "\(name) is square"
    }
  }

  private static func number(_ value: Value) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  private static func numbers(_ value: Value) -> [Float]? {
    switch value {
    case .numbers(let values, _): return values
    case .list(let values):
      let rows = values.compactMap { numbers($0) }
      return rows.count == values.count && !rows.isEmpty ? rows.flatMap { $0 } : nil
    default: return nil
    }
  }

  private static func flags(_ value: Value) -> [Bool]? {
    guard case .list(let values) = value else { return nil }
    let flags = values.compactMap { if case .flag(let flag) = $0 { flag } else { nil as Bool? } }
    return flags.count == values.count ? flags : nil
  }

  /// How many values stand in a list; nil for what is no list.
  private static func count(_ value: Value) -> Int? {
    switch value {
    case .numbers(_, let shape): shape.first
    case .list(let values): values.count
    case .text(let text): text.count
    default: nil
    }
  }

  private static func matrix(_ value: Value) -> (rows: Int, columns: Int)? {
    guard case .numbers(_, let shape) = value, shape.count == 2 else { return nil }
    return (shape[0], shape[1])
  }
}
