import Datasets
import LessonKit

/// What is to be predicted: a class, or a number.
enum TableTarget {
  case classes(names: [String], labels: [Int?])
  case numbers([Float?])

  /// The fewest rows with a target that anything can be learned from and judged by.
  static let fewestRows = 20
  private static let mostClasses = 50

  /// Looks at the target's column; throws in one sentence when nothing can be learned about it.
  ///
  /// - Parameter wish: "classes", "numbers", or "auto": whole numbers of few kinds are classes.
  init(_ column: String, of table: DataTable, as wish: String) throws {
    func refuse(_ expected: String, _ found: String) -> DataError {
      DataError(file: table.name, expected: expected, found: found)
    }
    let shown = "\"\(column.prefix(40))\""
    let texts = try table.texts(column)
    let known = texts.compactMap { $0 }
    guard known.count >= Self.fewestRows else {
      throw refuse(
        "\(Self.fewestRows) rows at least with a value in column \(shown)", "\(known.count)")
    }
    let numbers = try table.numbers(column)
    let isNumbers = numbers.count { $0 != nil } >= (known.count * 19 + 19) / 20
    let distinct = Set(known)
    guard distinct.count > 1 else {
      throw refuse(
        "a target with two values at least in column \(shown)",
        "only \"\(known[0].prefix(40))\"")
    }
    let isWhole = numbers.allSatisfy { $0 == nil || $0! == $0!.rounded() }
    let isFew = distinct.count <= 10 && known.count >= 5 * distinct.count
    switch wish {
    case "numbers":
      guard isNumbers else { throw refuse("numbers in column \(shown)", "words") }
      self = .numbers(numbers)
    case "auto" where isNumbers && !(isWhole && isFew): self = .numbers(numbers)
    default:
      guard distinct.count <= Self.mostClasses else {
        throw refuse(
          "\(Self.mostClasses) classes at most in column \(shown)",
          "\(distinct.count) different values in \(known.count) rows")
      }
      let (names, labels) = try table.classes(column)
      self = .classes(names: names, labels: labels)
    }
  }

  /// The rows of which the target is known.
  var rows: [Int] {
    switch self {
    case .classes(_, let labels): labels.indices.filter { labels[$0] != nil }
    case .numbers(let numbers): numbers.indices.filter { numbers[$0] != nil }
    }
  }

  var noun: Text {
    switch self {
    case .classes: "class"
    case .numbers: "number"
    }
  }

  // MARK: - The target in disguise

  /// Whether each word of a column stands for one class, and each class for one word.
  func isSpelled(by texts: [String?], _ rows: [Int]) -> Bool {
    guard case .classes(let names, let labels) = self else { return false }
    var classes: [String: Int] = [:]
    for row in rows {
      guard let text = texts[row], let label = labels[row] else { continue }
      if let other = classes[text], other != label { return false }
      classes[text] = label
    }
    return classes.count == names.count && Set(classes.values).count == names.count
  }

  /// Whether a column of numbers says the target itself, perhaps in other units.
  func isFollowed(by values: [Float?], _ rows: [Int]) -> Bool {
    switch self {
    case .classes:
      let words = values.map { $0.map { "\($0)" } }
      var spread = [String?](repeating: nil, count: (rows.max() ?? 0) + 1)
      for (row, word) in zip(rows, words) { spread[row] = word }
      return isSpelled(by: spread, rows)
    case .numbers(let targets):
      let pairs = zip(rows, values).compactMap { row, value in
        value.flatMap { x in targets[row].map { (x: Double(x), y: Double($0)) } }
      }
      let count = Double(pairs.count)
      guard count > 2 else { return false }
      let (x, y) = (
        pairs.reduce(0) { $0 + $1.x } / count, pairs.reduce(0) { $0 + $1.y } / count
      )
      let xx = pairs.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
      let yy = pairs.reduce(0) { $0 + ($1.y - y) * ($1.y - y) }
      let xy = pairs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
      return xy * xy > 0.999_999 * xx * yy
    }
  }
}
