import ExerciseKit
import Foundation
import LessonKit

/// A document of the course and the page that it becomes.
struct SiteDocument {
  /// Its path in the course: "docs/en/05-backpropagation.md".
  let source: String
  /// Its page on the site: "05-backpropagation.html".
  let page: String
  let blocks: [MarkdownBlock]

  /// Reads a document; what lies outside of the subset is told with its file and line.
  init(_ source: String, in course: Place) throws {
    let text = try String(
      contentsOf: course.root.appendingPathComponent(source), encoding: .utf8)
    self.source = source
    page = Self.page(of: source)
    do {
      blocks = try MarkdownReader.blocks(of: text)
    } catch {
      throw ToolError("\(source):\(error.line): \(error.message)")
    }
  }

  /// The page of a document, whose folders `docs` and `en` or `es` are left out.
  static func page(of source: String) -> String {
    if source.hasPrefix("README.") { return "index.html" }
    var names = source.split(separator: "/").map(String.init)
    names.removeAll { $0 == "docs" || Phrasebook.available.contains($0) }
    return names.joined(separator: "/").dropLast(3).lowercased() + ".html"
  }

  /// The documents that lie in a copy of the course, in the order of their names.
  static func sources(in course: Place, language: String) -> [String] {
    let readme = language == "en" ? "README.md" : "README.\(language).md"
    // What has no translation is a page of the English site.
    let folders =
      language == "en" ? ["", "docs/", "docs/en/", "docs/en/claims/"] : ["", "docs/\(language)/"]
    return folders.flatMap { folder -> [String] in
      let path = course.root.appendingPathComponent(folder).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { name in
        let isOurs =
          folder != "" || name == readme || language == "en" && !name.hasPrefix("README.")
        return name.hasSuffix(".md") && !name.hasPrefix(".") && isOurs
      }.sorted().map { folder + $0 }
    }
  }

  /// The number of its lesson: "05" for a chapter and for the page of a lesson's claims.
  var lesson: String? {
    let name = source.split(separator: "/").last.map(String.init) ?? ""
    let isInLanguage = Phrasebook.available.contains { source.hasPrefix("docs/\($0)/") }
    guard isInLanguage, name.prefix(2).allSatisfy(\.isNumber) else { return nil }
    return String(name.prefix(2))
  }

  var isChapter: Bool { lesson != nil && !source.contains("/claims/") }

  /// The words of its first heading.
  var title: String {
    for case .heading(_, let words, _) in blocks { return words.words }
    return page
  }

  /// The title in a list of pages: for a chapter its number and its name.
  var shortTitle: String {
    guard isChapter, let lesson, let dot = title.range(of: ". ") else { return title }
    return "\(lesson) \(title[dot.upperBound...])"
  }

  /// Its headings of the second level: name and words.
  var sections: [(anchor: String, title: String)] {
    blocks.compactMap { block in
      guard case .heading(2, let words, let anchor) = block else { return nil }
      return (anchor, words.words)
    }
  }

  /// The names of all its headings.
  var anchors: Set<String> {
    Set(
      blocks.compactMap { block in
        guard case .heading(_, _, let anchor) = block else { return nil }
        return anchor
      })
  }

  private static var turns: [String] {
    let (previous, next): (Text, Text) = ("Previous", "Next")
    return [previous.words + ": ", next.words + ": "]
  }

  /// Without the line at the end that names the chapters before and behind: the site has its own.
  var blocksOfPage: [MarkdownBlock] {
    guard case .paragraph(let words) = blocks.last, blocks.dropLast().last == .rule,
      Self.turns.contains(where: { words.words.hasPrefix($0) })
    else { return blocks }
    return Array(blocks.dropLast(2))
  }
}
