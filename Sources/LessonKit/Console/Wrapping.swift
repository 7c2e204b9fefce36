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

  /// The words of a paragraph; a number keeps its percent sign.
  static func words(of paragraph: some StringProtocol) -> [String] {
    var words: [String] = []
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
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
