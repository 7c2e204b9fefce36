import Foundation

/// The course on disk, as its documents and sources.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The chapters in order, without what is no prose for a reader: see `Chapter`.
  static func chapters() throws -> [Chapter] {
    let folder = root.appendingPathComponent("docs/en").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.compactMap { name in
      guard name.hasSuffix(".md"), let number = Int(name.prefix(2)) else { return nil }
      return Chapter(number: number, name: name, text: try text("docs/en/" + name))
    }
  }

  /// The pages of docs/en and of its claims, by name.
  static func documents() throws -> [(name: String, text: String)] {
    try ["docs/en", "docs/en/claims"].flatMap { folder -> [(name: String, text: String)] in
      let names = try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      return try names.filter { $0.hasSuffix(".md") }.sorted()
        .map { (folder + "/" + $0, try text(folder + "/" + $0)) }
    }
  }

  /// All Swift files under the folders.
  static func sources(_ folders: [String]) -> [(path: String, text: String)] {
    folders.flatMap { folder -> [(path: String, text: String)] in
      let base = root.appendingPathComponent(folder).resolvingSymlinksInPath()
      guard let names = FileManager.default.enumerator(atPath: base.path) else { return [] }
      return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
        .compactMap { name in
          (try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8))
            .map { (folder + "/" + name, $0) }
        }
    }
  }
}

/// One chapter of the course.
struct Chapter {
  let number: Int
  let name: String
  let text: String

  /// The lines between ```swift and ```, one text a block.
  var swiftBlocks: [String] { Chapter.swiftBlocks(of: text) }

  static func swiftBlocks(of text: String) -> [String] {
    text.components(separatedBy: "\n```swift\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
  }

  /// What a reader reads: no code, no formulas, no list of books, no targets of links.
  var sentences: [Sentence] {
    // The people and years beneath the title are no use of a word.
    let body = lines.filter { !(2...5).contains($0.index) || $0.text.hasPrefix("#") }
    return body.map(\.text).joined(separator: "\n").withoutLinkTargets.withoutCodeSpans.sentences
  }

  /// The lines of that, one by one.
  var proseLines: [String] {
    lines.map { $0.text.withoutLinkTargets.withoutCodeSpans }
  }

  /// The lines without code, formulas and the list of books.
  private var lines: [(index: Int, text: String)] {
    var lines: [(index: Int, text: String)] = []
    var isCode = false
    let prose = text.components(separatedBy: "\n## Further reading")[0]
    for (index, line) in prose.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if !isCode, !line.hasPrefix("    ") {
        lines.append((index, line))
      }
    }
    return lines
  }
}

/// A sentence, or a row of a table.
struct Sentence {
  let text: String

  /// The words in lower case with a blank before and after each, so that " gate " finds a word.
  let words: String

  /// What stands between asterisks, as words.
  let emphasised: [String]

  init(text: String) {
    self.text = text
    words = Sentence.words(text)
    let parts = text.replacingOccurrences(of: "**", with: "*").components(separatedBy: "*")
    emphasised = parts.indices.filter { !$0.isMultiple(of: 2) }.map { Sentence.words(parts[$0]) }
  }

  var isHeading: Bool { text.hasPrefix("#") }

  /// The lessons it names, as in "lesson 12" or "(lessons 10 and 11)".
  var lessons: [Int] {
    guard words.contains(" lesson ") || words.contains(" lessons ") else { return [] }
    return words.split(separator: " ").compactMap { $0.count == 2 ? Int($0) : nil }
  }

  /// Whether it says that the thing comes later.
  func pointsAhead(of chapter: Int) -> Bool {
    lessons.contains { $0 > chapter } || words.contains(" next lesson ")
  }

  static func words(_ text: String) -> String {
    let letters = text.lowercased().map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : " " }
    return " " + String(letters).split(separator: " ").joined(separator: " ") + " "
  }
}

extension String {
  /// `[text](target)` as `text`.
  var withoutLinkTargets: String {
    var result = ""
    var rest = self[...]
    while let start = rest.range(of: "](") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
    }
    return result + rest
  }

  /// Without what stands between backticks.
  fileprivate var withoutCodeSpans: String {
    components(separatedBy: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }
      .map(\.element).joined(separator: " ")
  }

  /// The text cut after full stops, question marks, colons and at empty lines and rows of tables.
  fileprivate var sentences: [Sentence] {
    components(separatedBy: "\n\n").flatMap { paragraph -> [Sentence] in
      if paragraph.hasPrefix("|") {
        return paragraph.components(separatedBy: "\n").map { Sentence(text: $0) }
      }
      if paragraph.hasPrefix("#") { return [Sentence(text: paragraph)] }
      let line = paragraph.replacingOccurrences(of: "\n", with: " ")
      return line.components(separatedBy: ". ").flatMap { $0.components(separatedBy: "? ") }
        .map { Sentence(text: $0) }
    }
  }
}

/// Code without comments and without any white space: what two pieces of it are compared by.
struct CodeLines {
  /// All lines, one behind the other.
  let text: [UInt8]
  /// Where a line begins, and where the last one ends.
  private let edges: Set<Int>

  init(_ code: String) {
    var text: [UInt8] = []
    var edges: Set<Int> = [0]
    for line in code.components(separatedBy: "\n") {
      let kept = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line[...]
      text += kept.filter { !$0.isWhitespace }.utf8
      edges.insert(text.count)
    }
    self.text = text
    self.edges = edges
  }

  /// Whether the piece stands here, from the beginning of a line to the end of one.
  func hasWholeLines(_ piece: CodeLines) -> Bool {
    let length = piece.text.count
    return edges.contains { start in
      edges.contains(start + length) && text[start..<(start + length)].elementsEqual(piece.text)
    }
  }
}
