import Foundation
import MiniTensor

/// A column of a table, and how the network is to see it.
public enum Feature: Sendable, Equatable {
  /// A number, brought to mean 0 and deviation 1. Where it is missing, the mean.
  case number(String)
  /// A word: a one for each word that is common enough.
  case words(String)
  /// A date: the day as a number, and the season as sine and cosine of the day in the year.
  case date(String)

  /// The column's name.
  var column: String {
    switch self {
    case .number(let name), .words(let name), .date(let name): name
    }
  }
}

/// Turns rows of a table into rows of numbers, by what the training rows say and no others.
///
///     let prepare = try Preparation(
///       [.number("age"), .words("town")], of: table, fitting: split.train)
///     let x = prepare(split.train)        // [rows, prepare.width]
///     let y = prepare(split.test)         // by the same means, deviations and words
///
/// A missing number becomes the mean, and a column of its own says that it was missing. A word that
/// the training rows do not have, or only once or twice, has no one anywhere.
public struct Preparation: Sendable {
  /// What each number of a row stands for.
  public let names: [String]
  private let columns: [[Float]]

  /// How many numbers a row has.
  public var width: Int { columns.count }

  /// The most words of one column that get a place of their own.
  private static let mostWords = 30
  /// How often a word must stand in the training rows.
  private static let leastCount = 3

  /// Fits everything on the training rows; throws when the table has no such column.
  public init(_ features: [Feature], of table: DataTable, fitting rows: [Int]) throws {
    var names: [String] = []
    var columns: [[Float]] = []
    func add(_ name: String, _ values: [Float?]) {
      let known = rows.compactMap { values[$0] }.map(Double.init)
      let mean = known.reduce(0, +) / Double(max(1, known.count))
      let variance =
        known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count))
      // A column that never changes in the training rows tells nothing.
      let deviation = variance > 0 ? variance.squareRoot() : .infinity
      names.append(name)
      columns.append(values.map { $0.map { Float((Double($0) - mean) / deviation) } ?? 0 })
      if rows.contains(where: { values[$0] == nil }) {
        names.append("\(name) is missing")
        columns.append(values.map { $0 == nil ? 1 : 0 })
      }
    }
    for feature in features {
      switch feature {
      case .number(let column): add(column, try table.numbers(column))
      case .date(let column):
        let days = try table.days(column)
        add("\(column): day", days)
        let angles = days.map { $0.map { 2 * Float.pi * $0 / 365.2425 } }
        names += ["\(column): season, sine", "\(column): season, cosine"]
        columns.append(angles.map { $0.map { sin($0) } ?? 0 })
        columns.append(angles.map { $0.map { cos($0) } ?? 0 })
      case .words(let column):
        let texts = try table.texts(column)
        for word in Self.commonWords(rows.map { texts[$0] ?? "" }) {
          names.append("\(column): \(word.isEmpty ? "missing" : word)")
          columns.append(texts.map { ($0 ?? "") == word ? 1 : 0 })
        }
      }
    }
    (self.names, self.columns) = (names, columns)
  }

  private static func commonWords(_ words: [String]) -> [String] {
    let counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return counts.filter { $0.value >= leastCount }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostWords).map(\.key)
  }

  /// The rows as the network sees them.
  ///
  /// **Shape** `[rows.count, width]`.
  public func callAsFunction(_ rows: [Int]) -> Tensor {
    Tensor(rows.flatMap { row in columns.map { $0[row] } }, shape: [rows.count, width])
  }
}

/// Which rows a model learns from, which tell it when to stop, and which it is judged by.
public struct RowSplit: Sendable {
  /// To learn from: three fifths.
  public let train: [Int]
  /// To choose by, such as when to stop: a fifth.
  public let validation: [Int]
  /// To be judged by, once: a fifth.
  public let test: [Int]

  /// Deals rows out at random; every class keeps its share where classes are given.
  ///
  /// - Parameters:
  ///   - rows: the rows that have a target.
  ///   - classes: the class of each row of the table; all the same when there are none.
  ///   - generator: where all chance comes from.
  public init(
    _ rows: [Int], classes: [Int?] = [], using generator: inout RandomGenerator
  ) {
    let order = generator.permutation(rows.count).map { rows[$0] }
    let groups = Dictionary(grouping: order) { classes.isEmpty ? 0 : classes[$0] ?? 0 }
    // Dealt like cards, class after class, so that no class is missing for want of luck.
    let deck = groups.sorted { $0.key < $1.key }.flatMap(\.value)
    var parts: [[Int]] = [[], [], []]
    let places = [0, 1, 0, 2, 0]
    for (place, row) in deck.enumerated() { parts[places[place % 5]].append(row) }
    (train, validation, test) = (parts[0], parts[1], parts[2])
  }

  /// Keeps the latest fifth for the test, and the fifth before it for validation.
  ///
  /// - Parameters:
  ///   - rows: the rows that have a target.
  ///   - days: the day of each row of the table; rows without one count as the earliest.
  public init(_ rows: [Int], latestBy days: [Float?]) {
    let order = rows.sorted { (days[$0] ?? -.infinity, $0) < (days[$1] ?? -.infinity, $1) }
    let (first, second) = (order.count * 3 / 5, order.count * 4 / 5)
    train = Array(order[..<first])
    validation = Array(order[first..<second])
    test = Array(order[second...])
  }
}
