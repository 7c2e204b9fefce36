import Checks
import ExerciseKit
import Foundation
import LessonKit

/// Everything that the pages of a site have to know of each other.
struct SitePlan {
  let course: Place
  let options: SiteOptions
  /// In the order of the site: the README, the chapters, all others.
  let documents: [SiteDocument]
  let terms: [Term]
  let lessons: [CatalogueLesson]
  /// The entry of the API reference; nil where there is none.
  var api: String?

  /// The language of the pages: that of the process that makes them.
  static var language: String { Phrasebook.chosen.language }

  /// Where the documents of this language lie.
  static var folder: String { "docs/\(language)/" }

  /// Where the pictures of its documents lie.
  static func figures(in course: Place) -> String {
    let own = folder + "figures"
    let isThere = SafeFile.kind(of: course.root.appendingPathComponent(own)) == .folder
    return isThere ? own : "docs/en/figures"
  }

  /// The same pages in the other language.
  let twins: Twins

  private let bySource: [String: SiteDocument]
  private let anchors: [String: Set<String>]

  /// What one reads first of what is no chapter, by the names of the files.
  private static let order = [
    "swift-in-20-minutes.md", "tensors.md", "notation.md", "glossary.md", "sources.md",
    "fuentes.md", "where-to-go.md", "workbench.md", "architecture.md", "how-it-runs-fast.md",
    "benchmarks.md", "site.md", "instructors.md", "writing-an-exercise.md", "CONTRIBUTING.md",
    "CHANGELOG.md",
  ]

  init(_ course: Place, _ options: SiteOptions) throws {
    self.course = course
    self.options = options
    let all = try SiteDocument.sources(in: course, language: Self.language)
      .map { try SiteDocument($0, in: course) }
    twins = try Twins(options, in: course)
    documents = all.sorted { Self.rank($0) < Self.rank($1) }
    bySource = Dictionary(uniqueKeysWithValues: all.map { ($0.source, $0) })
    anchors = bySource.mapValues(\.anchors)
    terms = Term.all(in: bySource[Self.folder + "glossary.md"]?.blocks ?? [])
    lessons = CatalogueLesson.all
  }

  /// Compared in turn: the kind of document, its place in the list, its name.
  private static func rank(_ document: SiteDocument) -> (Int, Int, String) {
    if document.page == "index.html" { return (0, 0, "") }
    if document.isChapter { return (1, 0, document.source) }
    let isClaims = document.source.hasPrefix("docs/en/claims/")
    let name = document.source.split(separator: "/").last.map(String.init) ?? ""
    let place = order.firstIndex(of: name) ?? order.count
    return (isClaims ? 3 : 2, place, document.source)
  }

  func document(_ source: String) -> SiteDocument? { bySource[source] }

  func chapter(_ lesson: String) -> SiteDocument? {
    documents.first { $0.isChapter && $0.lesson == lesson }
  }

  /// The pages that a reader turns from one to the next.
  var sequence: [(page: String, title: String)] {
    documents.filter { !$0.source.hasPrefix("docs/en/claims/") }.map { ($0.page, $0.shortTitle) }
  }

  // MARK: - Links

  /// The way from the folder of a page to the top of the site: "" or "../".
  static func way(from page: String) -> String {
    String(repeating: "../", count: page.split(separator: "/").count - 1)
  }

  /// Where a link of a document leads; nil where it is shown as words.
  ///
  /// Refuses one that leads nowhere.
  func address(of target: String, in document: SiteDocument, line: Int) throws -> String? {
    if ["https://", "http://", "mailto:"].contains(where: target.hasPrefix) { return target }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? String(parts[1]) : nil
    let path =
      parts[0].isEmpty ? document.source : Self.path(String(parts[0]), from: document.source)
    func problem(_ message: Text) -> ToolError {
      ToolError("\(document.source):\(line): \(message)")
    }
    guard let path else { throw problem("the link \(target) leads out of the course") }
    let way = Self.way(from: document.page)
    if let other = bySource[path] {
      if let anchor, anchors[path]?.contains(anchor) != true {
        throw problem("\(path) has no heading #\(anchor)")
      }
      let page = other.source == document.source && anchor != nil ? "" : way + other.page
      return page + (anchor.map { "#" + $0 } ?? "")
    }
    if let other = try twins.address(path, anchor, way: way) { return other }
    let kind = SafeFile.kind(of: course.root.appendingPathComponent(path))
    guard kind != .nothing else { throw problem("the link \(target) leads to nothing") }
    let figures = Self.figures(in: course) + "/"
    if path.hasPrefix(figures) { return way + "figures/" + path.dropFirst(figures.count) }
    guard let repository = options.repository else { return nil }
    return "\(repository)/\(kind == .folder ? "tree" : "blob")/main/\(path)"
  }

  /// A path seen from a document, from the root of the course; nil for one that leaves it.
  static func path(_ target: String, from source: String) -> String? {
    var names = source.split(separator: "/").dropLast().map(String.init)
    for name in target.split(separator: "/") where name != "." {
      if name == ".." {
        guard names.popLast() != nil else { return nil }
      } else {
        names.append(String(name))
      }
    }
    return names.joined(separator: "/")
  }

  /// The page of a file in the repository; nil where that is not known.
  func sourceAddress(_ path: String) -> String? {
    options.repository.map { "\($0)/blob/main/\(path)" }
  }
}
