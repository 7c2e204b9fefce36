/// Turns the tokens of a piece of notation into a tree.
///
/// The rules are those of docs/en/notation.md. A quotient takes the product before it and the one
/// factor behind it, as the notation reads: `a b / c d` is (a b / c) d.
struct FormulaParser {
  private let tokens: [FormulaToken]
  private var place = 0
  /// Within an index or an exponent there is no room for a fraction's bar.
  private var scripts = 0

  init(_ tokens: [FormulaToken]) { self.tokens = tokens }

  private struct Unreadable: Error {}

  /// The parts of the whole piece; nil if it is no formula.
  static func nodes(of tokens: [FormulaToken]) -> [FormulaNode]? {
    var parser = FormulaParser(tokens)
    guard let nodes = try? parser.sequence(), parser.place == tokens.count else { return nil }
    return nodes
  }

  private var token: FormulaToken? { place < tokens.count ? tokens[place] : nil }
  private func sign(at index: Int) -> String? {
    tokens.indices.contains(index) && tokens[index].kind == .sign ? tokens[index].text : nil
  }

  // MARK: - Sums and products

  private static let separators: Set<String> = [
    "=", "<-", "->", "<=", ">=", "!=", "+=", "-=", "*=", "<", ">", "~", "+", "-", "+-", ",", ";",
    ":", "...", "..<",
  ]

  /// Everything up to a closing bracket or the end.
  private mutating func sequence(closing: String? = nil) throws -> [FormulaNode] {
    var nodes: [FormulaNode] = []
    var product = 0
    while let token {
      if token.kind == .sign, token.text == closing, closing != "|" || closesBar(place) { break }
      if let words = words() {
        nodes.append(.words(words))
        product = nodes.count
      } else if token.kind == .sign, token.text == "/" {
        try divide(&nodes, from: product)
      } else if token.kind == .sign, token.text == "<", let angle = try angleBrackets() {
        nodes.append(try postfixes(of: angle))
      } else if token.kind == .sign, isSeparator(token) {
        place += 1
        nodes.append(.sign(token.text))
        product = nodes.count
      } else if token.kind == .sign, ["*", "."].contains(token.text) {
        place += 1
        nodes.append(.inner(token.text))
      } else if token.kind == .sign, ["%", "?"].contains(token.text) {
        place += 1
        nodes.append(.words(token.text))
      } else {
        nodes.append(try factor())
      }
    }
    return nodes
  }

  private func isSeparator(_ token: FormulaToken) -> Bool {
    if token.text == "|" { return token.isSpacedBefore && token.isSpacedAfter }
    if token.text == "." { return !token.isSpacedBefore && token.isSpacedAfter }
    return Self.separators.contains(token.text)
  }

  /// `a / b` after the nodes of `a`.
  private mutating func divide(_ nodes: inout [FormulaNode], from product: Int) throws {
    let slash = tokens[place]
    place += 1
    var start = product
    if !slash.isSpacedBefore { start = max(product, nodes.count - 1) }
    if let large = nodes[start...].lastIndex(where: { if case .large = $0 { true } else { false } })
    {
      start = large + 1
    }
    let isDerivative = token?.text == "d" && token?.isSpacedAfter == true
    if isDerivative, let d = nodes[start...].lastIndex(of: .name("d")) { start = d }
    // A function without brackets may mean the quotient or only what is above: leave the slash.
    let numerator = Array(nodes[start...])
    let isOpen = numerator.contains { if case .name(let n) = $0 { Self.isOpen(n) } else { false } }
    guard !numerator.isEmpty, !isOpen || isDerivative, scripts == 0 else {
      nodes.append(.inner("/"))
      return
    }
    let before = place
    guard let denominator = try denominator(isDerivative: isDerivative) else {
      place = before
      nodes.append(.inner("/"))
      return
    }
    let above = numerator.count == 1 ? numerator[0].unwrapped : .row(numerator)
    nodes.removeSubrange(start...)
    nodes.append(.fraction(above, denominator))
  }

  private static func isOpen(_ name: String) -> Bool { FormulaNames.functions.contains(name) }

  /// What stands below the bar; nil for something that no bar can hold.
  private mutating func denominator(isDerivative: Bool) throws -> FormulaNode? {
    guard let token, token.kind != .sign || ["(", "|", "["].contains(token.text) else { return nil }
    if isDerivative {
      place += 1
      return .row([.name("d"), try factor()])
    }
    if words() != nil { return nil }
    let first = try factor()
    if case .large = first {
      var product = [first]
      while let token = self.token, token.kind != .sign || token.text == "(" {
        product.append(try factor())
      }
      return .row(product)
    }
    if case .name(let name) = first, Self.isOpen(name) { return nil }
    return first.unwrapped
  }

  // MARK: - Factors

  /// One factor with its scripts: `w_i^2`, `f'(x)`, `2h`, `(1 - b)`.
  private mutating func factor() throws -> FormulaNode {
    guard let token else { throw Unreadable() }
    var node = try postfixes(of: try primary(token))
    // `2h`, `3ab`: a number and what is written close behind it are one.
    if token.kind == .number {
      var parts = [node]
      while let next = self.token, !next.isSpacedBefore, next.kind == .name {
        parts.append(try postfixes(of: try primary(next)))
      }
      if parts.count > 1 { node = .row(parts) }
    }
    return node
  }

  private mutating func primary(_ token: FormulaToken) throws -> FormulaNode {
    switch token.kind {
    case .number:
      place += 1
      var digits = token.text
      // `17-64-64-1` are sizes, not differences.
      while sign(at: place) == "-", !tokens[place].isSpacedBefore, place + 1 < tokens.count,
        tokens[place + 1].kind == .number, !tokens[place + 1].isSpacedBefore,
        digits.contains("-") || sign(at: place + 2) == "-"
      {
        digits += "-" + tokens[place + 1].text
        place += 2
      }
      return digits.contains("-") ? .words(digits) : .number(digits)
    case .name:
      place += 1
      return try named(token)
    case .sign:
      switch token.text {
      case "(": return try bracket("(", ")")
      case "[": return try bracket("[", "]")
      case "{": return try bracket("{", "}")
      case "|": return try bracket("|", "|")
      case "<": if let angle = try angleBrackets() { return angle }
      default: break
      }
      throw Unreadable()
    }
  }

  private mutating func named(_ token: FormulaToken) throws -> FormulaNode {
    let hasBrackets = sign(at: place) == "(" && !tokens[place].isSpacedBefore
    switch token.text {
    case "sqrt":
      return .root(hasBrackets ? try bracket("(", ")").unwrapped : try factor())
    case "abs" where hasBrackets:
      guard case .fenced(_, let content, _) = try bracket("(", ")") else { throw Unreadable() }
      return .fenced("|", content, "|")
    case "sum", "mean", "max", "min":
      if sign(at: place) == "_" {
        place += 1
        return .large(token.text, try script())
      }
      return token.text == "sum" && !hasBrackets ? .large("sum", nil) : .name(token.text)
    default: return .name(token.text)
    }
  }

  /// Indices, powers, primes, accents and arguments behind a part.
  private mutating func postfixes(of part: FormulaNode) throws -> FormulaNode {
    var node = part
    if case .large = part { return node }
    while let token, token.kind == .sign, !token.isSpacedBefore {
      switch token.text {
      case "_":
        place += 1
        let below = try script()
        node = .scripts(node, below: below, above: nil)
      case "^":
        place += 1
        if isHat() {
          node = Self.accented(node, "^")
        } else {
          let above = try script()
          if case .scripts(let base, let below, nil) = node {
            node = .scripts(base, below: below, above: above)
          } else {
            node = .scripts(node, below: nil, above: above)
          }
        }
      case "~" where token.isSpacedAfter || sign(at: place + 1) != nil:
        place += 1
        node = Self.accented(node, "~")
      case "*" where token.isSpacedAfter || [")", ",", "|"].contains(sign(at: place + 1)):
        place += 1
        node = .scripts(node, below: nil, above: .inner("star"))
      case "'":
        place += 1
        node = .scripts(node, below: nil, above: .inner("'"))
      case "(" where Self.takesArguments(node):
        node = .call(node, try bracket("(", ")"))
      case "[" where Self.takesArguments(node):
        node = .call(node, try bracket("[", "]"))
      default: return node
      }
    }
    return node
  }

  /// `w_y^` is w with the index y hat.
  private static func accented(_ node: FormulaNode, _ accent: String) -> FormulaNode {
    if case .scripts(let base, let below?, nil) = node {
      return .scripts(base, below: .accent(below, accent), above: nil)
    }
    return .accent(node, accent)
  }

  private static func takesArguments(_ node: FormulaNode) -> Bool {
    switch node {
    case .name: true
    case .scripts(let base, _, _), .accent(let base, _): takesArguments(base)
    default: false
    }
  }

  /// Whether the `^` that was just read is a hat: nothing follows that could be a power, or a list
  /// of arguments.
  private func isHat() -> Bool {
    guard let token, !token.isSpacedBefore else { return true }
    guard token.kind == .sign else { return false }
    switch token.text {
    case "(": return argumentsFollow()
    case "|": return closesBar(place)
    case "-": return false
    default: return true
    }
  }

  /// Whether the brackets that open here hold a comma of their own.
  private func argumentsFollow() -> Bool {
    var depth = 0
    for token in tokens[place...] where token.kind == .sign {
      if ["(", "[", "{"].contains(token.text) { depth += 1 }
      if [")", "]", "}"].contains(token.text) { depth -= 1 }
      if depth == 0 { return false }
      if depth == 1, token.text == "," { return true }
    }
    return false
  }

  /// What stands behind `_` or `^`: in brackets, or as far as it is written together.
  private mutating func script() throws -> FormulaNode {
    guard let token, !token.isSpacedBefore else { throw Unreadable() }
    scripts += 1
    defer { scripts -= 1 }
    if token.kind == .sign {
      switch token.text {
      case "(": return try bracket("(", ")").unwrapped
      case "{":
        guard case .fenced(_, let content, _) = try bracket("{", "}") else { throw Unreadable() }
        return .row(content)
      case "-":
        place += 1
        guard let token = self.token else { throw Unreadable() }
        let first = try primary(token)
        return .row([.sign("-"), first])
      case "|": return try bracket("|", "|")
      default: throw Unreadable()
      }
    }
    place += 1
    var parts: [FormulaNode] = [token.kind == .number ? .number(token.text) : .name(token.text)]
    if token.kind == .number {
      while let next = self.token, !next.isSpacedBefore, next.kind == .name {
        parts.append(.name(next.text))
        place += 1
      }
      // `p(t)_2i+1`
      if parts.count > 1, sign(at: place) == "+", !tokens[place].isSpacedBefore,
        !tokens[place].isSpacedAfter, place + 1 < tokens.count, tokens[place + 1].kind == .number
      {
        parts += [.sign("+"), .number(tokens[place + 1].text)]
        place += 2
      }
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }

  // MARK: - Brackets

  private mutating func bracket(_ open: String, _ close: String) throws -> FormulaNode {
    guard sign(at: place) == open else { throw Unreadable() }
    place += 1
    let content = try sequence(closing: close)
    guard sign(at: place) == close else { throw Unreadable() }
    place += 1
    return .fenced(open, content, close)
  }

  /// `<s_i s_j>`: a mean.
  private mutating func angleBrackets() throws -> FormulaNode? {
    guard let token, !token.isSpacedAfter else { return nil }
    let before = place
    place += 1
    guard let content = try? sequence(closing: ">"), sign(at: place) == ">",
      !tokens[place].isSpacedBefore
    else {
      place = before
      return nil
    }
    place += 1
    return .fenced("<", content, ">")
  }

  /// Whether the bar at this place ends something: nothing but signs that close may stand close
  /// behind it.
  private func closesBar(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.isSpacedBefore { return false }
    return token.isSpacedAfter || index + 1 >= tokens.count || tokens[index + 1].kind == .sign
  }

  // MARK: - Words

  /// The words that begin here, if they are words and not names in a formula.
  private mutating func words() -> String? {
    var end = place
    var text = ""
    var count = 0
    while end < tokens.count, isWord(end) {
      if end > place {
        guard tokens[end].isSpacedBefore else { break }
        text += " "
      }
      text += tokens[end].text
      count += 1
      end += 1
    }
    guard count > 1 || (count == 1 && FormulaNames.connectives.contains(tokens[place].text))
    else { return nil }
    place = end
    return text
  }

  private func isWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .name else { return false }
    let next = sign(at: index + 1)
    let isBound = next != nil && !tokens[index + 1].isSpacedBefore && "_^~'*([".contains(next!)
    if isBound { return false }
    // The article, before a word that is no preposition.
    if token.text == "a" || token.text == "A" {
      return index + 1 < tokens.count && tokens[index + 1].isSpacedBefore
        && !FormulaNames.connectives.contains(tokens[index + 1].text) && isWord(index + 1)
    }
    if token.text.count < 2 || token.text.contains(where: \.isNumber) { return false }
    if token.text.contains(".") { return false }
    if token.text == "sum" || token.text == "mean" { return isSaid(index) }
    return FormulaNames.greek[token.text] == nil && !FormulaNames.functions.contains(token.text)
      && !["sqrt", "abs"].contains(token.text) && !FormulaNames.indexed.contains(token.text)
  }

  /// Whether "sum" or "mean" is a word of a sentence: "the sum of all", "divided by their sum".
  private func isSaid(_ index: Int) -> Bool {
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isFirst = index == 0 || tokens[index - 1].kind != .name
    if next?.kind == .name { return FormulaNames.connectives.contains(next!.text) }
    return !isFirst && tokens[index - 1].text.count > 1
  }
}
