import AnswerProtocol
import ExerciseKit

/// How the wrong answers of a part follow from what was handed over.
///
/// That an answer is too large by the bias, or as many times as there are rows, names the forgotten
/// step nearly by itself. It is said only where it holds of every wrong answer of the part, and
/// where the numbers tell it from a mere constant.
extension Survey {
  /// What all wrong answers have to do with one of the arguments; nil when there is nothing.
  var relation: Text? {
    if let words = inParts({ $0.relation }) { return words }
    let wrong = answers.filter { !$0.isRight }
    guard !wrong.isEmpty, wrong.allSatisfy({ $0.given != nil && $0.expected != nil }),
      let names = wrong.first?.inputs.map(\.name), !names.isEmpty,
      wrong.allSatisfy({ $0.inputs.map(\.name) == names })
    else { return nil }
    for place in names.indices where wrong.allSatisfy({ Self.isCopy($0, of: place) }) {
      return "your answer is \(names[place]) as it was handed over"
    }
    let gaps = wrong.map { Self.gap($0) }
    let factors = wrong.map { Self.factor($0) }
    for place in names.indices {
      let inputs = wrong.map(\.inputs[place].value)
      if let words = Self.byNumber(names[place], inputs.map(Self.number), gaps, factors) {
        return words
      }
      if let words = Self.byCount(names[place], inputs.map(Self.count), factors) { return words }
    }
    return nil
  }

  // MARK: - Sentences

  private static func byNumber(
    _ name: String, _ numbers: [Double?], _ gaps: [Double?], _ factors: [Double?]
  ) -> Text? {
    let values = numbers.compactMap { $0 }
    guard values.count == numbers.count, values.allSatisfy({ $0 != 0 && abs($0) != 1 }) else {
      return nil
    }
    // One question could be an accident.
    guard Set(values).count > 1 else { return nil }
    if agree(gaps, values) { return "your answer is too large by \(name)" }
    if agree(gaps, values.map { -$0 }) { return "your answer is too small by \(name)" }
    if agree(gaps, values.map { -2 * $0 }) {
      return "your answer is too small by twice \(name): has a sign been turned around?"
    }
    if agree(gaps, values.map { 2 * $0 }) {
      return "your answer is too large by twice \(name): has a sign been turned around?"
    }
    if agree(factors, values) { return "your answer is \(name) times what it should be" }
    if agree(factors, values.map { 1 / $0 }) {
      return "your answer is what it should be, divided by \(name)"
    }
    if agree(factors, values.map { $0 * $0 }) {
      return "your answer is \(name) squared times what it should be"
    }
    if agree(factors, values.map { 1 / ($0 * $0) }) {
      return "your answer is what it should be, divided twice by \(name)"
    }
    return nil
  }

  private static func byCount(_ name: String, _ counts: [Int?], _ factors: [Double?]) -> Text? {
    let values = counts.compactMap { $0.map(Double.init) }
    guard values.count == counts.count, values.allSatisfy({ $0 > 0 }), Set(values).count > 1 else {
      return nil
    }
    if agree(factors, values) {
      return "your answer is too large as many times as \(name) has values"
    }
    if agree(factors, values.map { 1 / $0 }) {
      return "your answer is too small as many times as \(name) has values"
    }
    if agree(factors, values.map { ($0 - 1) / $0 }) || agree(factors, values.map { $0 / ($0 - 1) })
      || agree(factors, values.map { $0 / ($0 + 1) })
      || agree(factors, values.map { ($0 + 1) / $0 })
    {
      return
        "your answer is divided by a number that is one off from the number of values in \(name)"
    }
    return nil
  }

  private static func agree(_ found: [Double?], _ wanted: [Double]) -> Bool {
    zip(found, wanted).allSatisfy { found, wanted in
      found.map { abs($0 - wanted) <= 1e-3 * max(abs(wanted), 1e-2) } ?? false
    }
  }

  // MARK: - Pieces

  private static func isCopy(_ answer: Answer, of place: Int) -> Bool {
    guard let given = answer.given else { return false }
    let input = answer.inputs[place].value
    // That an answer is 0 or true may be by chance.
    switch input {
    case .numbers(let values, _): guard values.count > 1 else { return false }
    case .list(let values): guard values.count > 1 else { return false }
    default: return false
    }
    return given.difference(from: input, tolerance: 1e-6) == nil
  }

  /// By how much all numbers of an answer are too large.
  private static func gap(_ answer: Answer) -> Double? {
    guard let (given, wanted) = numbers(answer) else { return nil }
    let gap = given[0] - wanted[0]
    let isEverywhere = zip(given, wanted).allSatisfy {
      abs($0 - $1 - gap) <= 1e-4 * max(abs(gap), abs($1), 1e-2)
    }
    return isEverywhere ? gap : nil
  }

  /// By which factor all numbers of an answer are too large.
  private static func factor(_ answer: Answer) -> Double? {
    guard let (given, wanted) = numbers(answer),
      let place = wanted.indices.max(by: { abs(wanted[$0]) < abs(wanted[$1]) }), wanted[place] != 0
    else { return nil }
    let factor = given[place] / wanted[place]
    let isEverywhere = zip(given, wanted).allSatisfy {
      abs($0 - factor * $1) <= 1e-3 * max(abs(factor * $1), 1e-3)
    }
    return isEverywhere ? factor : nil
  }

  private static func numbers(_ answer: Answer) -> (given: [Double], wanted: [Double])? {
    switch (answer.given, answer.expected) {
    case (.number(let a)?, .number(let b)?): return ([a], [b])
    case (.numbers(let a, let shape)?, .numbers(let b, let other)?)
    where shape == other && !a.isEmpty:
      return (a.map(Double.init), b.map(Double.init))
    default: return nil
    }
  }

  private static func number(_ value: Value) -> Double? {
    if case .number(let number) = value { number } else { nil }
  }

  private static func count(_ value: Value) -> Int? {
    switch value {
    case .numbers(_, let shape): shape.first
    case .list(let values): values.count
    default: nil
    }
  }
}
