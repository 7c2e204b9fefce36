/// Makes slips in a source, one at a time, as a student could make them.
///
/// It knows tokens and brackets, and nothing of types: what does not compile is no mutant, and the
/// compiler says so. The idea is of DeMillo, Lipton and Sayward (1978): who catches small slips
/// mostly catches large ones too.
struct Mutator {
  let code: CodeTokens
  /// The tokens of declarations of functions, which stay as they are.
  let isHeader: [Bool]
  private(set) var mutants: [Mutant] = []
  private var seen: Set<String>

  /// All mutants of a source, in the order of its lines, each text once.
  static func mutants(of source: String) -> [Mutant] {
    var mutator = Mutator(source)
    for place in mutator.code.tokens.indices where mutator.isBody(place) {
      mutator.changeSign(place)
      mutator.changeNumber(place)
      mutator.changeWord(place)
      mutator.changeBracket(place)
      mutator.changeStatement(place)
    }
    mutator.exchangeParameters()
    return mutator.mutants.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private init(_ source: String) {
    code = CodeTokens(source)
    isHeader = Self.headers(code)
    seen = [Self.words(source)]
  }

  /// Adds a mutant, unless another one reads the same.
  mutating func add(_ kind: String, _ range: Range<Int>, _ replacement: String) {
    let mutant = Mutant(kind, range, with: replacement, in: code.bytes)
    if seen.insert(Self.words(mutant.text)).inserted { mutants.append(mutant) }
  }

  mutating func replace(_ place: Int, by replacement: String, _ kind: String) {
    add(kind, code[place].range, replacement)
  }

  func isBody(_ place: Int) -> Bool { code.depths[place] > 0 && !isHeader[place] }

  /// A source without its spaces and comments.
  private static func words(_ source: String) -> String {
    CodeTokens(source).tokens.map(\.text).joined(separator: " ")
  }

  private static func headers(_ code: CodeTokens) -> [Bool] {
    var isHeader = [Bool](repeating: false, count: code.tokens.count)
    for place in code.tokens.indices where ["func", "init"].contains(code[place].text) {
      var end = place
      while end < code.tokens.count, code[end].text != "{" {
        isHeader[end] = true
        end = code.text(end) == "(" ? code.partners[end] ?? end + 1 : end + 1
      }
      for inside in place..<min(end, code.tokens.count) { isHeader[inside] = true }
    }
    return isHeader
  }

  // MARK: - Operators

  private static let signs: [String: [String]] = [
    "+": ["-", "*"], "-": ["+"], "*": ["/", "+"], "/": ["*", "+"], "%": ["/", "*"],
    "<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="],
    "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"],
    "+=": ["-=", "="], "-=": ["+=", "="], "*=": ["/=", "="], "/=": ["*=", "="],
    "..<": ["..."], "...": ["..<"],
  ]

  func isBinary(_ place: Int) -> Bool {
    guard code[place].kind == .sign else { return false }
    return code[place].text.hasPrefix("..")
      || (code.hasSpace(before: place) && code.hasSpace(after: place))
  }

  private mutating func changeSign(_ place: Int) {
    let sign = code[place].text
    guard code[place].kind == .sign else { return }
    if isBinary(place) {
      for other in Self.signs[sign, default: []] { replace(place, by: other, "an operator") }
      if ["+", "-", "*", "/"].contains(sign), let right = operand(after: place) {
        // With the space before the sign.
        let range = code.bytes(from: place, to: right.upperBound - 1)
        add("a forgotten term", (range.lowerBound - 1)..<range.upperBound, "")
      }
      if ["+", "*"].contains(sign), place > 1, let first = operand(before: place) {
        let range = code.bytes(from: first, to: place)
        add("a forgotten term", range.lowerBound..<(range.upperBound + 1), "")
      }
    } else if ["-", "!"].contains(sign), !code.hasSpace(after: place),
      place + 1 < code.tokens.count,
      code[place + 1].range.lowerBound == code[place].range.upperBound,
      code[place + 1].kind != .punctuation || ["(", "["].contains(code[place + 1].text)
        || code[place + 1].text == "."
    {
      replace(place, by: "", "a forgotten sign")
    }
  }

  // MARK: - Operands

  /// The operand behind an operator; behind + and - with its factors.
  private func operand(after place: Int) -> Range<Int>? {
    guard var end = factor(from: place + 1) else { return nil }
    if ["+", "-"].contains(code.text(place)) {
      while end < code.tokens.count, ["*", "/"].contains(code.text(end)), isBinary(end),
        let next = factor(from: end + 1)
      {
        end = next
      }
    }
    return (place + 1)..<end
  }

  /// Behind the factor that begins here: `-x[i].exp()`.
  private func factor(from start: Int) -> Int? {
    var place = start
    if ["-", "!"].contains(code.text(place)) { place += 1 }
    guard place < code.tokens.count else { return nil }
    switch code[place].kind {
    case .word, .number, .text: place += 1
    case .punctuation where ["(", "["].contains(code[place].text):
      guard let partner = code.partners[place] else { return nil }
      place = partner + 1
    default: return nil
    }
    while place < code.tokens.count {
      let token = code[place]
      if token.text == "." {
        place += 2
      } else if ["(", "["].contains(token.text), !token.startsLine, !code.hasSpace(before: place),
        let partner = code.partners[place]
      {
        place = partner + 1
      } else if token.text == "{", code.hasSpace(before: place), code.text(place - 2) == ".",
        let partner = code.partners[place]
      {
        place = partner + 1
      } else if token.text == "!", !code.hasSpace(before: place) {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  /// The first token of the single factor before an operator, when an expression begins with it.
  private func operand(before place: Int) -> Int? {
    let openers: Set = ["(", "[", "{", ",", "=", "return", "in", ":", "+=", "-=", "?"]
    var start = place - 1
    while start > 0, !openers.contains(code.text(start - 1)), !code[start].startsLine {
      start -= 1
      if [")", "]", "}"].contains(code.text(start)) { start = code.partners[start] ?? start }
      if [")", "]", "}"].contains(code.text(start + 1)) { return nil }
    }
    if [")", "]"].contains(code.text(start)) { start = code.partners[start] ?? start }
    guard let end = factor(from: start), end == place else { return nil }
    return start
  }

  // MARK: - Numbers

  private mutating func changeNumber(_ place: Int) {
    let token = code[place]
    guard token.kind == .number else { return }
    let isMember = code.text(place - 1) == "."
    if isMember {
      if let number = Int(token.text) { replace(place, by: number == 0 ? "1" : "0", "an index") }
      return
    }
    let digits = token.text.replacing("_", with: "")
    let others: [String]
    if let number = Int(digits) {
      others = ["\(number + 1)", "\(number - 1)", "0", "\(2 * number)"]
    } else if let number = Double(digits) {
      others = ["\(number + 1)", "\(number - 1)", "0.0", "\(2 * number)"]
    } else {
      return
    }
    let isAxis = code.text(place - 2) == "axis"
    for other in others where other != digits {
      if isAxis, !["0", "1"].contains(other) { continue }
      let isNegative = other.hasPrefix("-") && code.text(place - 1).hasSuffix("-")
      replace(place, by: isNegative ? "(\(other))" : other, isAxis ? "an axis" : "a constant")
    }
  }
}
