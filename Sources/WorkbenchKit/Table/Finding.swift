import Foundation
import LessonKit

/// What a look at a column has shown.
struct Finding {
  enum Kind: Equatable {
    case numbers, words, dates
    /// Of no use: always the same, empty, a name for each row, or the target once more.
    case constant, empty, identity, prose, copy
  }

  let column: String
  let kind: Kind
  /// How many rows have no value.
  let missing: Int
  /// What it holds, in words.
  let detail: Text

  /// How the network is to see it; nil when it is left out.
  var feature: Feature? {
    switch kind {
    case .numbers: .number(column)
    case .words: .words(column)
    case .dates: .date(column)
    default: nil
    }
  }

  var word: Text {
    switch kind {
    case .numbers: "numbers"
    case .words: "words"
    case .dates: "dates"
    case .constant: "left out: constant"
    case .empty: "left out: empty"
    case .identity: "left out: a name for each row"
    case .prose: "left out: too many words"
    case .copy: "left out: it is the target"
    }
  }

  // MARK: - Looking

  /// Of the values that are there, so many must be numbers, or dates; the others count as missing.
  private static let enough = 0.95

  /// Looks at a column that is not the target.
  ///
  /// - Parameters:
  ///   - rows: the rows that have a target.
  ///   - target: what is to be predicted.
  ///   - isWords: whether the learner says that its numbers are names.
  init(
    _ column: String, of table: DataTable, rows: [Int], target: TableTarget, isWords: Bool
  ) throws {
    self.column = column
    let texts = try table.texts(column)
    let known = rows.compactMap { texts[$0] }
    let distinct = Set(known)
    guard !known.isEmpty else {
      (kind, missing, detail) = (.empty, rows.count, "no value at all")
      return
    }
    guard distinct.count > 1 else {
      missing = rows.count - known.count
      (kind, detail) = (.constant, "always \(Self.short(known[0]))")
      return
    }
    let numbers = try table.numbers(column)
    let numberCount = rows.count { numbers[$0] != nil }
    if !isWords, Double(numberCount) >= Self.enough * Double(known.count) {
      missing = rows.count - numberCount
      (kind, detail) = Self.numbers(column, rows.map { numbers[$0] }, known, rows, target)
      return
    }
    let days = try table.days(column)
    let dayCount = rows.count { days[$0] != nil }
    if !isWords, Double(dayCount) >= Self.enough * Double(known.count) {
      missing = rows.count - dayCount
      let years = rows.compactMap { days[$0] }.map { DateReader.year(ofDay: Int($0)) }
      let (first, last) = (years.min() ?? 0, years.max() ?? 0)
      (kind, detail) = (.dates, "from \(first) to \(last)")
      return
    }
    missing = rows.count - known.count
    if target.isSpelled(by: texts, rows) {
      (kind, detail) = (.copy, "each word stands for one \(target.noun)")
    } else if distinct.count > 20, Double(distinct.count) >= 0.9 * Double(known.count) {
      (kind, detail) = (.identity, "\(distinct.count) different")
    } else if distinct.count > 50, Double(distinct.count) > 0.2 * Double(known.count) {
      (kind, detail) = (.prose, "\(distinct.count) different")
    } else {
      let few = distinct.sorted().prefix(4).map { Self.short($0) }
      let more = distinct.count - few.count
      kind = .words
      detail = more > 0 ? "\(few) and \(more) more" : "\(few)"
    }
  }

  private static func numbers(
    _ column: String, _ values: [Float?], _ texts: [String], _ rows: [Int], _ target: TableTarget
  ) -> (Kind, Text) {
    let known = values.compactMap { $0 }
    let (least, greatest) = (known.min() ?? 0, known.max() ?? 0)
    guard least < greatest else { return (.constant, "always \(least)") }
    if target.isFollowed(by: values, rows) { return (.copy, "it moves with the target exactly") }
    let distinct = Set(known).count
    let isWhole = known.allSatisfy { $0 == $0.rounded() }
    let countsRows = isWhole && distinct == known.count && Int(greatest - least) == distinct - 1
    let name = column.lowercased()
    let isNamedSo =
      name.isEmpty || name == "id" || name == "index" || name.hasSuffix("_id")
      || name.hasSuffix(" id")
    if distinct > 10, countsRows || isNamedSo && isWhole && distinct == known.count {
      return (.identity, "it counts the rows")
    }
    if isWhole, distinct <= 6 {
      return (
        .numbers, "\(least) to \(greatest), \(distinct) different: if these are codes, --words"
      )
    }
    return (.numbers, "\(least) to \(greatest)")
  }

  private static func short(_ text: String) -> String {
    text.count > 24 ? text.prefix(21) + "..." : text
  }
}
