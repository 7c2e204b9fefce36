/// The course's plain notation (docs/en/notation.md), which a page shows as MathML.
///
///     Formula("w <- w + eta (y - y^) x")?.html        // a block, as in a lesson or a chapter
///     Formula.inline("sqrt(1 - beta_t)")              // a <math> within a line
///
/// What is no notation gives nothing: a drawing of signs, a command, a program's output. The plain
/// text is kept in the MathML, where it is not seen, for who copies or searches.
package struct Formula {
  /// A line of the block in pieces, each with the column where it stands in the plain text.
  struct Line {
    var cells: [Cell]
  }

  struct Cell {
    var column: Int
    let text: String
    /// Nothing for plain words.
    let nodes: [FormulaNode]?
    /// Whether it continues the cell before: `= w . x` behind `s`.
    let isContinuation: Bool
  }

  let lines: [Line]

  /// Reads a block of one or more lines; nil if it is none of the notation.
  package init?(_ block: String) {
    let written = block.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let relations = Self.sharedRelations(in: written)
    var lines: [Line] = []
    var isNotation = false
    for line in written {
      var cells: [Cell] = []
      for piece in Self.pieces(of: line, cutAt: relations) {
        guard let tokens = FormulaToken.tokens(of: piece.text) else { return nil }
        isNotation = isNotation || Self.isNotation(tokens)
        if Self.isProse(tokens) {
          cells.append(
            .init(column: piece.column, text: piece.text, nodes: nil, isContinuation: false))
          continue
        }
        guard let nodes = FormulaParser.nodes(of: tokens) else { return nil }
        let begins = tokens.first.map { Self.relations.contains($0.text) } ?? false
        cells.append(
          .init(column: piece.column, text: piece.text, nodes: nodes, isContinuation: begins))
      }
      lines.append(.init(cells: cells))
    }
    guard isNotation else { return nil }
    self.lines = lines
  }

  /// A `<math>` element for what stands within a sentence; nil if it is no notation for certain.
  ///
  /// Words of several letters could be names of a program, so all names must be letters, Greek or
  /// known functions.
  package static func inline(_ text: String) -> String? {
    guard !text.isEmpty, !text.contains("  "), let tokens = FormulaToken.tokens(of: text),
      tokens.allSatisfy({ $0.kind != .name || isKnown($0.text) }),
      tokens.contains(where: { $0.kind == .name || isOperator($0) }),
      let nodes = FormulaParser.nodes(of: tokens)
    else { return nil }
    return math(nodes, text, isDisplay: false)
  }

  private static func isKnown(_ name: String) -> Bool {
    let letters = name.prefix { $0.isLetter }
    if letters.count == 1, name.dropFirst(letters.count).allSatisfy(\.isNumber) { return true }
    return FormulaNames.greek[name] != nil || FormulaNames.functions.contains(name)
      || [
        "sqrt", "sum", "mean", "alphaBar", "given", "dado", "if", "si", "dL", "dW", "dU", "dh",
        "Var",
      ].contains(
        name)
  }

  // MARK: - Pieces of a line

  private static let relations: Set<String> = ["=", "<-", "->", "<=", ">=", "~", "<", ">"]

  /// Whether there is an operator, or a function of one letter: `D(x)`.
  private static func isNotation(_ tokens: [FormulaToken]) -> Bool {
    tokens.contains(where: isOperator)
      || zip(tokens, tokens.dropFirst()).contains { name, bracket in
        name.kind == .name && name.text.count == 1 && bracket.text == "(" && !bracket.isSpacedBefore
      }
  }

  /// Whether the sign makes a formula of a line; a comma or a hyphen between words does not.
  private static func isOperator(_ token: FormulaToken) -> Bool {
    guard token.kind == .sign else { return false }
    switch token.text {
    case ".", "-", "[": return token.isSpacedBefore  // "x [batch, inputs]": a shape
    case ",", ";", ":", "(", ")", "]", "{", "}", "%", "?", "...": return false
    default: return true
    }
  }

  /// Words, numbers and commas only.
  private static func isProse(_ tokens: [FormulaToken]) -> Bool {
    let isPlain = tokens.allSatisfy { token in
      switch token.kind {
      case .number: true
      case .name: isWord(token.text) || token.text == "a" || token.text == "A"
      case .sign: [",", ":", ";", ".", "?"].contains(token.text) && !token.isSpacedBefore
      }
    }
    return isPlain && tokens.contains { $0.kind == .name && FormulaNames.greek[$0.text] == nil }
  }

  /// Two letters and more; `h1` is none.
  private static func isWord(_ name: String) -> Bool { name.prefix { $0.isLetter }.count > 1 }

  /// The columns at which a relation stands in two lines or more: there the lines are aligned.
  private static func sharedRelations(in lines: [Substring]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for line in lines {
      let words = columns(of: line).filter { relations.contains($0.word) }
      if let first = words.first { counts[first.column, default: 0] += 1 }
    }
    // `w <-` stands one to the left of `y^ =`.
    return Set(
      counts.filter { $1 + counts[$0 + 1, default: 0] + counts[$0 - 1, default: 0] > 1 }.keys)
  }

  /// The words of a line with their columns.
  private static func columns(of line: Substring) -> [(word: String, column: Int)] {
    var result: [(String, Int)] = []
    var word = ""
    for (column, character) in (Array(line) + [" "]).enumerated() {
      if character != " " {
        word.append(character)
      } else if !word.isEmpty {
        result.append((word, column - word.count))
        word = ""
      }
    }
    return result
  }

  /// A line cut at gaps of two spaces and more, and at the relations under which lines are aligned.
  private static func pieces(of line: Substring, cutAt relations: Set<Int>)
    -> [(text: String, column: Int)]
  {
    var pieces: [(text: String, column: Int)] = []
    var end = 0
    for (word, column) in columns(of: line) {
      let isAligned = relations.contains(column) && Self.relations.contains(word)
      // A sign alone between two gaps, and what follows it, belong together.
      let isSign = Self.relations.contains(word) || ["+", "-", "*"].contains(word)
      let isBound = (isSign && column - end <= 3) || (pieces.last.map { hangs($0.text) } ?? false)
      if pieces.isEmpty || isAligned || (column - end > 1 && !isBound) {
        pieces.append((word, column))
      } else {
        pieces[pieces.count - 1].text += " " + word
      }
      end = column + word.count
    }
    return pieces
  }

  /// Whether a piece ends with an operator or within brackets, so that more must follow.
  private static func hangs(_ text: String) -> Bool {
    let last = text.split(separator: " ").last.map(String.init) ?? ""
    if relations.contains(last) || ["+", "-", "*", "/", "."].contains(last) || last.hasSuffix(",") {
      return true
    }
    let opened = text.count { "([{".contains($0) } - text.count { ")]}".contains($0) }
    return opened > 0
  }

  // MARK: - HTML

  /// The block: one line as a paragraph, several as the rows of a table without meaning of its own.
  package var html: String {
    let filled = lines.filter { !$0.cells.isEmpty }
    if filled.count == 1 {
      let cells = filled[0].cells.map { "<span>\(Self.html($0, plain: $0.text))</span>" }
        .joined(separator: " ")
      return "<div class=\"formula\"><p>\(cells)</p></div>"
    }
    let columns = columnStarts
    var rows: [String] = []
    for line in lines {
      guard !line.cells.isEmpty else {
        rows.append("<tr><td colspan=\"\(columns.count)\"></td></tr>")
        continue
      }
      var row = ""
      let places = line.cells.map { cell in columns.lastIndex { $0 <= cell.column } ?? 0 }
      if places[0] > 0 { row += Self.cell("", span: places[0], isJoined: false) }
      var begun = ""
      for (index, cell) in line.cells.enumerated() {
        let next = index + 1 < places.count ? places[index + 1] : columns.count
        let isJoined = index + 1 < line.cells.count && line.cells[index + 1].isContinuation
        // A formula that is cut under its sign keeps its plain text in one piece.
        begun = cell.isContinuation && !begun.isEmpty ? begun + " " + cell.text : cell.text
        let html = Self.html(cell, plain: isJoined ? nil : begun)
        row += Self.cell(html, span: next - places[index], isJoined: isJoined)
      }
      rows.append("<tr>\(row)</tr>")
    }
    return "<div class=\"formula wide\"><table role=\"presentation\"><tbody>"
      + "\(rows.joined(separator: "\n"))</tbody></table></div>"
  }

  /// The columns of the table: starts that differ by one are the same unless a line has both.
  private var columnStarts: [Int] {
    let starts = Set(lines.flatMap { $0.cells.map(\.column) }).sorted()
    var result: [Int] = []
    for start in starts {
      if let last = result.last, start - last <= 1,
        !lines.contains(where: { line in
          let columns = line.cells.map(\.column)
          return columns.contains(start) && columns.contains { $0 >= last && $0 < start }
        })
      {
        continue
      }
      result.append(start)
    }
    return result
  }

  private static func cell(_ content: String, span: Int, isJoined: Bool) -> String {
    let span = span > 1 ? " colspan=\"\(span)\"" : ""
    return "<td\(isJoined ? " class=\"joined\"" : "")\(span)>\(content)</td>"
  }

  private static func html(_ cell: Cell, plain: String?) -> String {
    guard let nodes = cell.nodes else { return HTML.escaped(cell.text) }
    return math(nodes, plain, isDisplay: true)
  }

  private static func math(_ nodes: [FormulaNode], _ plain: String?, isDisplay: Bool) -> String {
    let style = isDisplay ? " displaystyle=\"true\"" : ""
    let row = "<mrow>\(FormulaNode.inline(nodes))</mrow>"
    let content =
      plain.map {
        "<semantics>\(row)<annotation encoding=\"text/plain\">\(HTML.escaped($0))</annotation></semantics>"
      } ?? row
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(style)>\(content)</math>"
  }
}
