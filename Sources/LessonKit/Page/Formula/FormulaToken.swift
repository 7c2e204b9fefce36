/// A sign of the course's plain notation: `eta`, `1,010`, `<-`, `^`.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number
    /// Letters, with digits behind them: `w1`, `alphaBar`, `log2`; and `a.value`, `one-hot`.
    case name
    case sign
  }

  let kind: Kind
  let text: String
  /// Whether a space stands before and behind it.
  let isSpacedBefore: Bool
  var isSpacedAfter = true

  /// The tokens of a line, or nothing if it holds a character that no formula has.
  static func tokens(of line: some StringProtocol) -> [FormulaToken]? {
    var reader = FormulaReader(Array(line))
    return reader.all()
  }

  static let signs = [
    "...", "..<", "+=", "-=", "*=", "<-", "->", "<=", ">=", "!=", "+-", "+", "-", "*", "/", "=",
    "<", ">", "~", "^", "_", "'", "|", ".", ",", ";", ":", "(", ")", "[", "]", "{", "}", "%",
  ].map(Array.init)
}

/// Cuts a line into tokens.
struct FormulaReader {
  private let line: [Character]
  private var place = 0
  private var tokens: [FormulaToken] = []

  init(_ line: [Character]) { self.line = line }

  mutating func all() -> [FormulaToken]? {
    while place < line.count {
      let start = place
      while place < line.count, line[place] == " " { place += 1 }
      guard place < line.count else { break }
      let isSpaced = place > start || place == 0
      if !tokens.isEmpty { tokens[tokens.count - 1].isSpacedAfter = isSpaced }
      guard let (kind, text) = next() else { return nil }
      tokens.append(.init(kind: kind, text: text, isSpacedBefore: isSpaced))
    }
    return tokens
  }

  private mutating func next() -> (FormulaToken.Kind, String)? {
    if line[place].isASCIIDigit { return (.number, number()) }
    if line[place].isLetter { return (.name, name()) }
    for sign in FormulaToken.signs where line[place...].starts(with: sign) {
      place += sign.count
      // Rows of signs draw something: an arrow, a frame.
      if ["+", "-"].contains(String(sign)), place < line.count, line[place] == "-" { return nil }
      return (.sign, String(sign))
    }
    return nil
  }

  /// Digits, a point before more of them, and commas before three: `1,010`, `0.02`, `3.14e23`.
  private mutating func number() -> String {
    let start = place
    func digits(from index: Int) -> Int {
      var end = index
      while end < line.count, line[end].isASCIIDigit { end += 1 }
      return end - index
    }
    place += digits(from: place)
    while place < line.count, line[place] == ",", digits(from: place + 1) == 3 { place += 4 }
    if place < line.count, line[place] == ".", digits(from: place + 1) > 0 {
      place += 1 + digits(from: place + 1)
    }
    if place + 1 < line.count, line[place] == "e" {
      let sign = line[place + 1] == "-" ? 1 : 0
      let power = digits(from: place + 1 + sign)
      if power > 0 { place += 1 + sign + power }
    }
    return String(line[start..<place])
  }

  /// Letters, then digits; a point, a hyphen or an apostrophe only between letters.
  private mutating func name() -> String {
    let start = place
    while place < line.count {
      let character = line[place]
      let isBetween =
        place > start && line[place - 1].isLetter && place + 1 < line.count
        && line[place + 1].isLetter
      if character.isLetter || character.isASCIIDigit {
        if character.isLetter, place > start, line[place - 1].isASCIIDigit { break }
        place += 1
      } else if isBetween, character == "." || character == "-" || character == "'" {
        // `f'(x)` and `a-b` of single letters are a derivative and a difference.
        guard place - start > 1 || character == "." else { break }
        place += 1
      } else {
        break
      }
    }
    return String(line[start..<place])
  }
}

extension Character {
  var isASCIIDigit: Bool { "0"..."9" ~= self }
}
