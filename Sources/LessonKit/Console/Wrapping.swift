/// Breaks text into lines that fit a width.
enum Wrapping {
  /// The lines of a text: paragraphs are parted by an empty line, words by any white space.
  static func lines(_ text: String, width: Int) -> [String] {
    var result: [String] = []
    for paragraph in paragraphs(text) {
      if !result.isEmpty { result.append("") }
      result += fill(words(of: paragraph), width: width)
    }
    return result
  }

  /// Pieces side by side as far as they fit; only a piece longer than a line is broken.
  static func parts(_ parts: [String], width: Int) -> [String] {
    var result: [String] = []
    for part in parts {
      if let last = result.last, last.displayWidth + 3 + part.displayWidth <= width {
        result[result.count - 1] = last + "   " + part
      } else {
        for (index, line) in lines(part, width: width - 2).enumerated() {
          result.append(index == 0 ? line : "  " + line)
        }
      }
    }
    return result
  }

  /// A formula's line in parts that fit, each after the first indented and begun by an operator.
  ///
  /// A word is never cut: one that is wider than the page stays whole.
  static func formula(_ line: String, width: Int) -> [String] {
    guard line.displayWidth > width else { return [line] }
    let indent = String(line.prefix { $0 == " " }) + "    "
    var lines: [String] = []
    var rest = line
    while rest.displayWidth > width, let cut = cut(of: rest, width: width) {
      lines.append(String(rest[..<cut]).trimmedEnd)
      rest = indent + rest[cut...].drop { $0 == " " }
    }
    return lines + [rest]
  }

  /// Where to break a formula: before the last operator that fits, otherwise at the last space.
  private static func cut(of line: String, width: Int) -> String.Index? {
    let operators: Set<Substring> = [
      "=", "+", "-", "*", "/", "<-", "->", "<", ">", "<=", ">=", "~",
    ]
    var (atOperator, atSpace): (String.Index?, String.Index?)
    let start = line.firstIndex { $0 != " " } ?? line.startIndex
    var used = line[..<start].displayWidth
    var place = start
    while place < line.endIndex {
      if line[place] == " ", used <= width {
        let next = line[place...].firstIndex { $0 != " " } ?? line.endIndex
        let word = line[next...].prefix { $0 != " " }
        if operators.contains(word) { atOperator = place }
        atSpace = place
        used += line[place..<next].displayWidth
        place = next
      } else {
        used += line[place].displayWidth
        line.formIndex(after: &place)
      }
    }
    // An operator far to the left would leave most of the line empty.
    if let atOperator, line[..<atOperator].displayWidth * 3 > width { return atOperator }
    return atSpace ?? atOperator
  }

  /// The text cut at its empty lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var current: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        if !current.isEmpty { paragraphs.append(current.joined(separator: "\n")) }
        current = []
      } else {
        current.append(line)
      }
    }
    if !current.isEmpty { paragraphs.append(current.joined(separator: "\n")) }
    return paragraphs
  }

  /// The words of a paragraph; a number keeps its percent sign, and a space that does not break.
  static func words(of paragraph: some StringProtocol) -> [String] {
    var words: [String] = []
    for word in paragraph.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      if word.first == "%", let number = words.last, number.last?.isNumber == true {
        words[words.count - 1] = number + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Puts as many words on each line as fit; a word longer than a line is cut.
  private static func fill(_ words: [String], width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for word in words {
      var rest = word
      if !line.isEmpty {
        if line.displayWidth + 1 + rest.displayWidth <= width {
          line += " " + rest
          continue
        }
        lines.append(line)
        line = ""
      }
      while rest.displayWidth > width {
        let piece = rest.clipped(to: width)
        guard !piece.isEmpty else { break }
        lines.append(piece)
        rest.removeFirst(piece.count)
      }
      line = rest
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
