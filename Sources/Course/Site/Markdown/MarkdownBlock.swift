import ExerciseKit

/// A piece of a document, as it stands on the page.
indirect enum MarkdownBlock: Equatable {
  /// `## Words`, with the name that links to it use.
  case heading(level: Int, [MarkdownInline], anchor: String)
  case paragraph([MarkdownInline])
  /// Text in one width; the language is nil for an indented block, empty for a fence without one.
  case code(String, language: String?)
  case table(MarkdownTable)
  /// A list; `start` is nil for one with dots. A tight one has no space between its items.
  case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  /// Folded text: what is seen, and what a click unfolds.
  case details(summary: String, [MarkdownBlock])
  case rule
}

/// Words in a line.
indirect enum MarkdownInline: Equatable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  /// The line is that of the document, for who must say that the link leads nowhere.
  case link([MarkdownInline], target: String, line: Int)
  case image(alternative: String, source: String, line: Int)
}

/// A table: every row has as many cells as the head.
struct MarkdownTable: Equatable {
  enum Side: Equatable { case left, middle, right }

  var sides: [Side?]
  var head: [[MarkdownInline]]
  var rows: [[[MarkdownInline]]]
}

/// Markdown outside of the subset that the documents of the course keep to.
struct MarkdownProblem: Error, Equatable {
  let line: Int
  let message: Text

  init(_ line: Int, _ message: Text) {
    self.line = line
    self.message = message
  }
}

extension [MarkdownInline] {
  /// Whether it is a picture alone, perhaps as a link.
  var isPicture: Bool {
    guard count == 1 else { return false }
    switch self[0] {
    case .image: return true
    case .link(let inner, _, _): return inner.isPicture
    default: return false
    }
  }

  /// The words alone, as in a table of contents.
  var words: String {
    map { piece in
      switch piece {
      case .text(let words), .code(let words): words
      case .emphasis(let inner), .strong(let inner), .link(let inner, _, _): inner.words
      case .image(let alternative, _, _): alternative
      }
    }.joined()
  }
}
