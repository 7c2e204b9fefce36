import ExerciseKit
import Foundation
import LessonKit

/// The pages of a site in the other language: the Spanish ones lie in the folder `es` of the
/// English site, each under the same name.
struct Twins {
  /// The other language; nil where the site has only one.
  let language: String?
  /// From the top of one language's pages to the other's.
  private let way: String
  /// The other language's documents by their path in the course.
  private let documents: [String: SiteDocument]

  /// Documents whose files bear another name in each language.
  private static let renamed = ["sources.html": "fuentes.html", "fuentes.html": "sources.html"]

  init(_ options: SiteOptions, in course: Place) throws {
    let readme = course.root.appendingPathComponent("README.es.md")
    switch SitePlan.language {
    case "en" where !options.isOnlyEnglish && SafeFile.kind(of: readme) != .nothing:
      (language, way) = ("es", "es/")
    case let own where own != "en" && options.isWithinEnglish: (language, way) = ("en", "../")
    default: (language, way) = (nil, "")
    }
    let sources = language.map { SiteDocument.sources(in: course, language: $0) } ?? []
    documents = Dictionary(
      uniqueKeysWithValues: try sources.map { ($0, try SiteDocument($0, in: course)) })
  }

  /// The page of a document that the other language has, for a page that is `way` below the top.
  func address(_ path: String, _ anchor: String?, way: String) throws -> String? {
    guard let document = documents[path] else { return nil }
    if let anchor, !document.anchors.contains(anchor) {
      throw ToolError("\(path) has no heading #\(anchor)")
    }
    return way + self.way + document.page + (anchor.map { "#" + $0 } ?? "")
  }

  /// The link to the same page in the other language; empty where there is none.
  func link(_ page: String) -> String {
    guard let language else { return "" }
    let other = Self.renamed[page] ?? page
    let isMade = ["lessons/", "exercises/", "words.html"].contains(where: page.hasPrefix)
    guard isMade || documents.values.contains(where: { $0.page == other }) else { return "" }
    let address = SitePlan.way(from: page) + way + other
    let name = language == "es" ? "Español" : "English"
    return "\n"
      + HTML.element("a", ["href": address, "hreflang": language, "lang": language], name)
  }
}
