/// Reads dates as people write them into tables, with or without a time behind.
///
/// `2014-03-09`, `2014/3/9 12:30`, `9.3.2014`, `Mar 9 2014`, `9 March 2014`. In `3/9/2014` the
/// month comes first, unless the column shows otherwise.
struct DateReader {
  private let isDayFirst: Bool

  /// Looks through a column: a first number above 12 can be no month.
  init(for texts: [String?]) {
    isDayFirst = texts.contains { text in
      guard let text, let parts = Self.parts(text), parts.count == 3 else { return false }
      return text.contains(".") || (Int(parts[0]) ?? 0) > 12 && parts[0].count < 3
    }
  }

  /// The day, counted from the first of January 1970; nil when it is no date.
  func day(_ text: String) -> Int? {
    guard let parts = Self.parts(text) else { return nil }
    let numbers = parts.map { Int($0) }
    let order: (year: Int?, month: Int?, day: Int?)
    if parts[0].count == 4 {
      order = (numbers[0], numbers[1] ?? Self.month(parts[1]), numbers[2])
    } else if let month = Self.month(parts[0]) {
      order = (numbers[2], month, numbers[1])
    } else if let month = Self.month(parts[1]) {
      order = (numbers[2], month, numbers[0])
    } else if isDayFirst {
      order = (numbers[2], numbers[1], numbers[0])
    } else {
      order = (numbers[2], numbers[0], numbers[1])
    }
    guard let year = order.year, let month = order.month, let day = order.day,
      (1...9999).contains(year), year > 99, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return Self.days(year, month, day)
  }

  /// The three pieces of a date, without what follows them.
  private static func parts(_ text: String) -> [Substring]? {
    guard text.utf8.count < 40, text.first?.isASCII == true else { return nil }
    let isNotPart = { (character: Character) in !character.isLetter && !character.isNumber }
    var pieces = text.split(maxSplits: 3, whereSeparator: isNotPart)
    guard pieces.count >= 3 else { return nil }
    // "2014-03-09T12:30"
    if let end = pieces[2].firstIndex(of: "T"), Int(pieces[2][..<end]) != nil {
      pieces[2] = pieces[2][..<end]
    }
    return Array(pieces.prefix(3))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  /// The year that a day lies in.
  static func year(ofDay day: Int) -> Int {
    let near = 1970 + Int((Double(day) / 365.2425).rounded(.down))
    return [near + 1, near, near - 1].first { days($0, 1, 1) <= day } ?? near
  }

  /// The days since 1970 in the Gregorian calendar, years that begin in March.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let century = year / 100
    return 365 * year + year / 4 - century + century / 4 + (153 * monthFromMarch + 2) / 5 + day
      - 719_469
  }
}
