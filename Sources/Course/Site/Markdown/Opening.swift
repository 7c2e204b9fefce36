import ExerciseKit

/// What a line of a document begins.
enum Opening: Equatable {
  case none, fence, heading, rule, comment, details, quote, row
  /// An item of a list: where its text begins, and its number; nil for a dot.
  case item(width: Int, number: Int?)
  /// Something that is not in the subset.
  case outside(Text)

  /// Whether it ends the text above without an empty line between.
  var interrupts: Bool {
    switch self {
    case .none, .row, .outside: false
    // "... 1983 is the year, and\n12 that of" is no list.
    case .item(_, let number): number == nil || number == 1
    default: true
    }
  }

  init(_ line: MarkdownReader.Line) {
    let words = line.words
    switch words.first {
    case "`" where words.hasPrefix("```"): self = .fence
    case "~" where words.hasPrefix("~~~"): self = .outside("a fence of ~: use backticks")
    case "#": self = Self.heading(words)
    case ">": self = .quote
    case "|": self = .row
    case "<": self = Self.markup(words)
    case "-", "*", "+": self = Self.dash(words)
    case "_" where Self.isRule(words): self = .outside("a line of underscores: write ---")
    case "=" where words.allSatisfy({ $0 == "=" }):
      self = .outside("a heading that is underlined: write # before it")
    case let first? where first.isASCII && first.isNumber: self = Self.numbered(words)
    default: self = .none
    }
  }

  private static func heading(_ words: Substring) -> Opening {
    let level = words.prefix { $0 == "#" }.count
    guard words.dropFirst(level).first == " " else {
      return level <= 6 && words.count == level ? .outside("a heading without words") : .none
    }
    return .heading
  }

  private static func markup(_ words: Substring) -> Opening {
    if words.hasPrefix("<!--") {
      let rest = words.dropFirst(4)
      let isWhole = rest.hasSuffix("-->") && !rest.dropLast(3).contains("-->")
      return isWhole ? .comment : .outside("a comment has a line to itself: <!-- words -->")
    }
    if words.hasPrefix("<details>") || words == "</details>" { return .details }
    // A sign, as in "<= 3"; what looks like a tag is looked at by who reads the line's words.
    return .none
  }

  private static func dash(_ words: Substring) -> Opening {
    if isRule(words) { return words == "---" ? .rule : .outside("a rule is written ---") }
    let width = 1 + words.dropFirst().prefix { $0 == " " }.count
    guard width > 1 else { return words.count == 1 ? .outside("an empty item of a list") : .none }
    guard words.first == "-" else { return .outside("an item of a list begins with -") }
    if words.hasPrefix("- [ ] ") || words.hasPrefix("- [x] ") {
      return .outside("a list of boxes to tick")
    }
    return .item(width: width, number: nil)
  }

  private static func numbered(_ words: Substring) -> Opening {
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    guard digits.count < 10, let number = Int(digits), rest.hasPrefix(". ") || rest.hasPrefix(") ")
    else { return .none }
    guard rest.first == "." else { return .outside("an item of a numbered list begins like 1.") }
    let width = digits.count + 1 + rest.dropFirst().prefix { $0 == " " }.count
    return .item(width: width, number: number)
  }

  /// Three or more of one sign, perhaps with blanks between.
  private static func isRule(_ words: Substring) -> Bool {
    let signs = words.filter { $0 != " " }
    return signs.count >= 3 && signs.allSatisfy { $0 == signs.first }
  }
}
