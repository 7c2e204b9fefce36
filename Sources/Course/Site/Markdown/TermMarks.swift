import Foundation

/// A term of the glossary.
struct Term: Equatable {
  let name: String
  let meaning: String
  let lesson: String

  /// The name of its row on the glossary's page.
  var anchor: String { Self.anchor(name) }

  static func anchor(_ name: String) -> String { "term-" + HeadingAnchors.plain(name) }

  /// How it is written in a text: "depth, width" is two words.
  var spellings: [String] {
    name.contains("(") ? [] : name.lowercased().components(separatedBy: ", ")
  }

  /// Words of everyday life, which in most sentences are no terms.
  private static let everyday: Set<String> = [
    "blame", "claim", "gate", "depth", "width", "example", "generator", "mixture", "output",
    "query",
    "key", "value", "sampling", "score", "shape", "surprise", "agent", "policy", "state", "reward",
    "weight", "unit", "layer", "bias", "loss", "model", "step",
  ]

  /// The terms in the rows of the glossary: name, its Spanish, meaning, lesson.
  static func all(in glossary: [MarkdownBlock]) -> [Term] {
    glossary.flatMap { block -> [Term] in
      guard case .table(let table) = block, table.head.count == 4 else { return [] }
      return table.rows.map {
        Term(name: $0[0].words, meaning: $0[2].words, lesson: $0[3].words)
      }
    }
  }

  /// The spellings that are marked, by their first word.
  static func spellings(of terms: [Term]) -> [String: [(words: [String], term: Term)]] {
    var result: [String: [(words: [String], term: Term)]] = [:]
    for term in terms {
      for spelling in term.spellings where !everyday.contains(spelling) {
        let words = spelling.components(separatedBy: " ")
        result[words[0], default: []].append((words, term))
      }
    }
    // The longest first: "gradient descent" before "gradient".
    return result.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }
}

/// Marks the terms of the glossary where a section uses them first: a link that says what they
/// mean.
struct TermMarks {
  private let spellings: [String: [(words: [String], term: Term)]]
  private let glossary: String
  private var used: Set<String> = []

  /// Marks with links to the page of the glossary.
  init(_ terms: [Term], glossary: String) {
    spellings = Term.spellings(of: terms)
    self.glossary = glossary
  }

  /// From here on every term may be marked once more.
  mutating func beginSection() { used = [] }

  /// The words as HTML, with the terms in it marked.
  mutating func marked(_ text: String) -> String {
    var result = ""
    let pieces = Self.pieces(text)
    var place = 0
    while place < pieces.count {
      if let (term, length) = term(pieces[place...]), used.insert(term.name).inserted {
        let words = pieces[place..<(place + length)].joined().escapedForHTML
        let meaning = "\(term.name): \(term.meaning)".escapedForHTML
        result += "<a class=\"term\" href=\"\(glossary)#\(term.anchor.escapedForHTML)\">"
        result += "<abbr title=\"\(meaning)\">\(words)</abbr></a>"
        place += length
      } else {
        result += pieces[place].escapedForHTML
        place += 1
      }
    }
    return result
  }

  /// The term that begins here, and of how many pieces it is.
  private func term(_ pieces: ArraySlice<String>) -> (Term, Int)? {
    let here = pieces.first!.lowercased()
    let candidates =
      Self.singulars(here).lazy.compactMap { spellings[$0] }.first ?? []
    for (words, term) in candidates {
      // Words and what stands between them: "gradient", " ", "descent".
      let length = 2 * words.count - 1
      guard pieces.count >= length else { continue }
      let start = pieces.startIndex
      let fits = words.indices.allSatisfy { index in
        let piece = pieces[start + 2 * index].lowercased()
        let isLast = index == words.count - 1
        return piece == words[index] || isLast && Self.singulars(piece).contains(words[index])
      }
      let gaps = (1..<words.count).allSatisfy { [" ", "\n"].contains(pieces[start + 2 * $0 - 1]) }
      if fits, gaps { return (term, length) }
    }
    return nil
  }

  private static func singulars(_ word: String) -> [String] {
    var forms = [word]
    if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
    if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
    return forms
  }

  /// The text in words and what stands between them.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var wasWord = false
    for character in text {
      let isWord = character.isLetter || character.isNumber || "-'_".contains(character)
      if isWord == wasWord, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      wasWord = isWord
    }
    return pieces
  }
}
