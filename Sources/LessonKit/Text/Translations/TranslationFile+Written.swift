extension TranslationFile {
  /// The file as it is written: the usual form, so that other tools for PO files change nothing.
  package var written: String {
    let current = messages.filter { !$0.isObsolete }
    let obsolete = messages.filter(\.isObsolete)
    return ([header].compactMap { $0 } + current + obsolete).map(\.written)
      .joined(separator: "\n")
  }
}

extension TranslationFile.Message {
  private static let width = 79

  var written: String {
    var rows = notes.map { $0.isEmpty ? "#" : "# " + $0 }
    rows += Self.filled(references, behind: "#: ")
    if !flags.isEmpty { rows.append("#, " + flags.joined(separator: ", ")) }
    if let previous {
      rows += Self.rows("msgid", previous, width: Self.width - 3).map {
        (isObsolete ? "#~| " : "#| ") + $0
      }
    }
    let mark = isObsolete ? "#~ " : ""
    let words =
      Self.rows("msgid", english, width: Self.width - mark.count)
      + Self.rows("msgstr", translation, width: Self.width - mark.count)
    return (rows + words.map { mark + $0 }).map { $0 + "\n" }.joined()
  }

  /// Words in rows that are no wider than the file.
  private static func filled(_ words: [String], behind mark: String) -> [String] {
    var rows: [String] = []
    for word in words {
      if let last = rows.last, last.count + 1 + word.count <= width {
        rows[rows.count - 1] = last + " " + word
      } else {
        rows.append(mark + word)
      }
    }
    return rows
  }

  /// A string in one row, or in several behind an empty one: new rows after line breaks and spaces.
  private static func rows(_ name: String, _ words: String, width: Int) -> [String] {
    let lines = pieces(of: words) { $0 == "\n" }
    let escaped = lines.map(escaped)
    if lines.count < 2, name.count + 3 + (escaped.first?.count ?? 0) <= width {
      return ["\(name) \"\(escaped.first ?? "")\""]
    }
    var rows = ["\(name) \"\""]
    for line in escaped {
      var row = ""
      for piece in pieces(of: line, after: { $0 == " " }) {
        if !row.isEmpty, row.count + piece.count + 2 > width {
          rows.append("\"\(row)\"")
          row = ""
        }
        row += piece
      }
      if !row.isEmpty { rows.append("\"\(row)\"") }
    }
    return rows
  }

  /// Cuts after each character of a kind.
  private static func pieces(
    of words: String, after isEnd: (Character) -> Bool
  ) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in words {
      piece.append(character)
      if isEnd(character) {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func escaped(_ words: String) -> String {
    var result = ""
    for character in words {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result
  }
}
