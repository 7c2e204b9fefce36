/// Slips in calls, lists, loops and statements.
extension Mutator {
  // MARK: - Words

  private static let words: [String: [String]] = [
    "max": ["min"], "min": ["max"], "first": ["last"], "last": ["first"],
    "firstIndex": ["lastIndex"], "lastIndex": ["firstIndex"], "sin": ["cos"], "cos": ["sin"],
    "sum": ["mean"], "mean": ["sum"], "rows": ["columns"], "columns": ["rows"],
    "row": ["column"], "column": ["row"], "tanh": ["sigmoid"], "sigmoid": ["tanh"],
    "true": ["false"], "false": ["true"], "contains": ["allSatisfy"], "allSatisfy": ["contains"],
    "$0": ["$1"], "$1": ["$0"], "dropFirst": ["dropLast"], "dropLast": ["dropFirst"],
    "break": ["continue"], "continue": ["break"], "prefix": ["suffix"], "suffix": ["prefix"],
    "truncatingRemainder": ["remainder"],
  ]
  private static let wordsAlone: Set = ["true", "false", "break", "continue"]
  /// What goes through a list one by one.
  private static let walkers: Set = [
    "map", "flatMap", "compactMap", "reduce", "filter", "enumerated", "allSatisfy", "contains",
    "count", "max", "min", "first",
  ]

  mutating func changeWord(_ place: Int) {
    let word = code[place].text
    guard code[place].kind == .word else { return }
    // A local name is no function of the library.
    let isCall = code.text(place - 1) == "." || ["(", "{"].contains(code.text(place + 1))
    if !isLabel(place), isCall || word.hasPrefix("$") || Self.wordsAlone.contains(word) {
      for other in Self.words[word, default: []] {
        replace(place, by: other, ["true", "false"].contains(word) ? "a constant" : "another name")
      }
    }
    guard code.text(place - 1) == "." else {
      forgetFunction(place)
      return
    }
    if Self.walkers.contains(word), ["(", "{"].contains(code.text(place + 1)) {
      let start = code[place - 1].range.lowerBound
      add("a forgotten element", start..<start, ".dropLast()")
      add("a forgotten element", start..<start, ".dropFirst()")
    }
    // `.squareRoot()`, `.reversed()`, `.sum(axis: 0)`
    if code.text(place + 1) == "(", let end = code.partners[place + 1], !Self.walkers.contains(word)
    {
      add("a forgotten call", code.bytes(from: place - 1, to: end), "")
    }
  }

  private func isLabel(_ place: Int) -> Bool {
    code.text(place + 1) == ":" && ["(", ","].contains(code.text(place - 1))
  }

  /// `abs(x)` becomes `(x)`.
  private mutating func forgetFunction(_ place: Int) {
    guard code.text(place + 1) == "(", let end = code.partners[place + 1], place + 2 < end,
      code[place].text.first?.isLowercase == true, !code.hasSpace(before: place + 1),
      !pieces(of: place + 1).isEmpty, pieces(of: place + 1).count == 1,
      code.text(place + 3) != ":"
    else { return }
    replace(place, by: "", "a forgotten call")
  }

  // MARK: - Brackets

  /// The pieces between the commas of a bracket.
  private func pieces(of open: Int) -> [Range<Int>] {
    guard let close = code.partners[open], open + 1 < close else { return [] }
    var pieces: [Range<Int>] = []
    var start = open + 1
    var place = open + 1
    while place < close {
      if code.text(place) == "," {
        pieces.append(start..<place)
        start = place + 1
      }
      let isOpening = ["(", "[", "{"].contains(code.text(place))
      place = isOpening ? (code.partners[place] ?? place) + 1 : place + 1
    }
    if start < close { pieces.append(start..<close) }
    return pieces
  }

  mutating func changeBracket(_ place: Int) {
    let bracket = code[place].text
    guard code[place].kind == .punctuation, ["(", "["].contains(bracket),
      let close = code.partners[place]
    else { return }
    let pieces = pieces(of: place)
    // Arguments, elements and members change places; labels stay.
    for (one, other) in zip(pieces, pieces.dropFirst()) {
      let (a, b) = (withoutLabel(one), withoutLabel(other))
      let between = (a.upperBound)..<(b.lowerBound)
      add(
        "swapped arguments", code.bytes(from: a.lowerBound, to: b.upperBound - 1),
        code.code(b) + spaced(between) + code.code(a))
    }
    if bracket == "[", pieces.count > 1, !isSubscript(place) {
      let before = code[pieces.last!.lowerBound - 1].range.lowerBound
      add("a forgotten element", before..<code[pieces.last!.upperBound - 1].range.upperBound, "")
    }
    guard bracket == "[", isSubscript(place) else { return }
    for piece in pieces where !code.code(piece).contains("..") {
      let text = code.code(piece)
      let range = code.bytes(from: piece.lowerBound, to: piece.upperBound - 1)
      let isNumber = piece.count == 1 && code[piece.lowerBound].kind == .number
      if isNumber || piece.count > 3 { continue }
      if piece.count == 1 {
        add("an index", range, "\(text) + 1")
        add("an index", range, "\(text) - 1")
      }
      add("an index", range, "0")
    }
    if code.text(close + 1) == "[", let end = code.partners[close + 1] {
      add(
        "swapped indices", code.bytes(from: place, to: end),
        code.code((close + 1)..<(end + 1)) + code.code(place..<(close + 1)))
    }
  }

  private func isSubscript(_ open: Int) -> Bool {
    guard open > 0, !code.hasSpace(before: open) else { return false }
    return code[open - 1].kind == .word || [")", "]"].contains(code.text(open - 1))
  }

  private func withoutLabel(_ piece: Range<Int>) -> Range<Int> {
    let hasLabel =
      piece.count > 2 && code[piece.lowerBound].kind == .word
      && code.text(piece.lowerBound + 1) == ":"
    return hasLabel ? (piece.lowerBound + 2)..<piece.upperBound : piece
  }

  /// The code between two pieces as it stands: a comma, and perhaps a label.
  private func spaced(_ places: Range<Int>) -> String {
    let start = code[places.lowerBound - 1].range.upperBound
    let end = code[places.upperBound].range.lowerBound
    return String(decoding: code.bytes[start..<end], as: UTF8.self)
  }

  // MARK: - Loops and statements

  mutating func changeStatement(_ place: Int) {
    if code.text(place) == "for" { changeLoop(place) }
    if ["for", "while"].contains(code.text(place)), let body = brace(after: place),
      let end = code.partners[body], end > body + 1
    {
      let last = code[end - 1].range.upperBound
      add("an early end", last..<last, "; break")
    }
    guard isStatement(place) else { return }
    let end = endOfStatement(place)
    let words = (place..<end).map { code.text($0) }
    guard !["let", "var", "for", "while", "func", "switch", "case", "default"].contains(words[0])
    else { return }
    let isSingle = words[0] != "return" || code.depths[place] > 1
    guard isSingle, end < code.tokens.count else { return }
    add("a forgotten statement", code.bytes(from: place, to: end - 1), "")
  }

  private mutating func changeLoop(_ place: Int) {
    guard let body = brace(after: place),
      let start = (place..<body).first(where: { code.text($0) == "in" })
    else { return }
    let condition = (start..<body).first { code.text($0) == "where" }
    let list = (start + 1)..<(condition ?? body)
    let range = code.bytes(from: list.lowerBound, to: list.upperBound - 1)
    add("a forgotten element", range, "(\(code.code(list))).dropLast()")
    add("a forgotten element", range, "(\(code.code(list))).dropFirst()")
    if let condition {
      add("a forgotten condition", code.bytes(from: condition, to: body - 1), "")
    }
  }

  /// The brace that opens the body of a loop.
  private func brace(after place: Int) -> Int? {
    var place = place
    while place < code.tokens.count, code.text(place) != "{" {
      let isOpening = ["(", "["].contains(code.text(place))
      place = isOpening ? (code.partners[place] ?? place) + 1 : place + 1
    }
    return place < code.tokens.count ? place : nil
  }

  private func isStatement(_ place: Int) -> Bool {
    let token = code[place]
    let before = code.text(place - 1)
    guard token.startsLine || before == "{" else { return false }
    if [".", "}", ")", "]", "else", "?", ":", "{"].contains(token.text) || token.kind == .sign {
      return false
    }
    // Not in the middle of an expression, nor in a bracket.
    if ["(", "[", ",", ":"].contains(before) { return false }
    return place == 0 || code[place - 1].kind != .sign || before == "!"
  }

  private func endOfStatement(_ start: Int) -> Int {
    var place = start
    repeat {
      let isOpening = ["(", "[", "{"].contains(code.text(place))
      place = isOpening ? (code.partners[place] ?? place) + 1 : place + 1
      if code.text(place) == "}" { return place }
    } while place < code.tokens.count && !isStatement(place)
    return place
  }

  // MARK: - Parameters

  /// A parameter in the place of the next one of its type.
  mutating func exchangeParameters() {
    for place in code.tokens.indices where code.text(place) == "func" {
      guard let open = (place..<code.tokens.count).first(where: { code.text($0) == "(" }),
        let body = (place..<code.tokens.count).first(where: { !isHeader[$0] }),
        let end = code.partners[body]
      else { continue }
      var names: [String: [String]] = [:]
      for piece in pieces(of: open) {
        guard let colon = piece.first(where: { code.text($0) == ":" }), colon + 1 < piece.upperBound
        else { continue }
        names[code.code((colon + 1)..<piece.upperBound), default: []].append(code.text(colon - 1))
      }
      for same in names.sorted(by: { $0.key < $1.key }).map(\.value) where same.count > 1 {
        let next = Dictionary(
          zip(same, same.dropFirst() + same.prefix(1)), uniquingKeysWith: { $1 })
        for use in body..<end where code.text(use - 1) != "." && !isLabel(use) {
          if let other = next[code.text(use)] { replace(use, by: other, "another parameter") }
        }
      }
    }
  }
}
