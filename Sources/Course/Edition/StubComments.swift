import Foundation
import LessonKit

/// The comments of a stub, taken apart into paragraphs that can be translated.
///
/// Code, formulas and names stay: whatever is indented, the words of DocC such as `- Parameters:`,
/// and the names of parameters.
struct StubComments {
  /// A stretch of the file.
  enum Piece: Equatable {
    /// Rows that stay as they are.
    case kept([String])
    /// A paragraph in one line, and what stands before it and at the end of its first row.
    case paragraph(String, line: Int, lead: Lead)
  }

  /// How the rows of a paragraph begin.
  struct Lead: Equatable {
    /// Before the first row: `/// - Returns: `.
    var first: String
    /// Before the others: `///   `.
    var others: String
    /// The effort behind a title, flush right: `** 25 minutes`.
    var effort: String?
  }

  private(set) var pieces: [Piece] = []

  /// Whether the paragraph above may go on.
  private var isOpen = false

  init(_ source: String) {
    let rows = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, row) in rows.enumerated() { add(row, line: index + 1) }
  }

  /// The paragraphs with the lines that they begin in.
  var paragraphs: [(text: String, line: Int)] {
    pieces.flatMap { piece -> [(text: String, line: Int)] in
      guard case .paragraph(let text, let line, let lead) = piece else { return [] }
      let isWords = text.contains { $0.isLetter }
      return (isWords ? [(text, line)] : []) + (lead.effort.map { [($0, line)] } ?? [])
    }
  }

  /// The file with other paragraphs, none wider than 100 columns.
  func rewritten(_ translation: (String) -> String) -> String {
    pieces.flatMap { piece in
      switch piece {
      case .kept(let rows): rows
      case .paragraph(let text, _, let lead):
        Self.filled(translation(text), lead: lead, effort: lead.effort.map(translation))
      }
    }.joined(separator: "\n")
  }

  // MARK: - Taking apart

  private mutating func add(_ row: String, line: Int) {
    guard let match = row.wholeMatch(of: /(\s*\/\/\/? ?)(.*)/) else { return keep(row) }
    let (mark, words) = (String(match.1), String(match.2))
    if let title = words.wholeMatch(of: /(Exercise [0-9.]+ - .*?)(?: {2,}(\*+ .*))?/) {
      begin(
        String(title.1), line, Lead(first: mark, others: mark, effort: title.2.map(String.init)))
      isOpen = false
    } else if let section = words.wholeMatch(of: /(MARK: (?:- )?)(.+)/) {
      begin(String(section.2), line, Lead(first: mark + section.1, others: mark))
      isOpen = false
    } else if let item = words.wholeMatch(of: /(\ *- (?:[\w ]+:)? ?)(.*)/) {
      guard !item.2.isEmpty else { return keep(row) }
      let margin = item.1.prefix(while: { $0 == " " }).count + 2
      let others = mark + String(repeating: " ", count: margin)
      begin(String(item.2), line, Lead(first: mark + item.1, others: others))
    } else if let item = words.wholeMatch(of: /([0-9]+\. )(.*)/) {
      let others = mark + String(repeating: " ", count: item.1.count)
      begin(String(item.2), line, Lead(first: mark + item.1, others: others))
    } else if words.isEmpty {
      keep(row)
    } else if isOpen, case .paragraph(let text, let first, let lead)? = pieces.last,
      lead.others + words.trimmingPrefix(/\ */) == row
    {
      pieces[pieces.count - 1] = .paragraph(
        text + " " + words.trimmingPrefix(/\ */), line: first, lead: lead)
    } else if words.hasPrefix(" ") {
      keep(row)
    } else {
      begin(words, line, Lead(first: mark, others: mark))
    }
  }

  private mutating func begin(_ text: String, _ line: Int, _ lead: Lead) {
    pieces.append(.paragraph(text, line: line, lead: lead))
    isOpen = true
  }

  private mutating func keep(_ row: String) {
    if case .kept(let rows)? = pieces.last {
      pieces[pieces.count - 1] = .kept(rows + [row])
    } else {
      pieces.append(.kept([row]))
    }
    isOpen = false
  }

  // MARK: - Putting together

  private static let width = 100

  private static func filled(_ text: String, lead: Lead, effort: String?) -> [String] {
    var rows: [String] = []
    var row = lead.first
    var isStart = true
    for word in text.split(separator: " ") {
      if !isStart, row.count + 1 + word.count > width {
        rows.append(row)
        row = lead.others
        isStart = true
      }
      row += (isStart ? "" : " ") + word
      isStart = false
    }
    if let effort {
      row += String(repeating: " ", count: max(2, 88 - row.count - effort.count)) + effort
    }
    return rows + [row]
  }
}

extension StubComments {
  /// A stub with its comments in another language; a comment that is not translated stays English.
  static func translated(_ stub: Data, path: String, to language: String) throws -> Data {
    guard language != "en",
      let folder = path.split(separator: "/").first(where: {
        $0.hasPrefix("Lesson")
      })
    else { return stub }
    let book = try Phrasebook.bundled(language, .stubs(String(folder.dropFirst("Lesson".count))))
    return Data(
      StubComments(String(decoding: stub, as: UTF8.self)).rewritten {
        book.translation(of: $0) ?? $0
      }.utf8)
  }
}
