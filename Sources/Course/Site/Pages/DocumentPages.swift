import ExerciseKit
import Foundation
import LessonKit

/// The pages of the documents: chapters, glossary, README and all others.
struct DocumentPages {
  let plan: SitePlan
  let frame: SiteFrame

  init(_ plan: SitePlan) {
    self.plan = plan
    frame = SiteFrame(plan: plan)
  }

  func html(_ document: SiteDocument) throws -> String {
    var writer = MarkdownWriter()
    writer.address = { target, line in
      try plan.address(of: target, in: document, line: line)
    }
    writer.picture = { source in try picture(source, in: document) }
    let isGlossary = document.source == SitePlan.folder + "glossary.md"
    let isRead = document.source.hasPrefix(SitePlan.folder) && !document.source.contains("/claims/")
    if isRead, !isGlossary {
      writer.terms = TermMarks(
        plan.terms, glossary: SitePlan.way(from: document.page) + "glossary.html")
    }
    writer.namesRows = isGlossary
    if document.isChapter {
      writer.formulas = { Formula($0)?.html }
      // A longer one would stick out of a phone: browsers break no formula at the end of a line.
      writer.inlineFormulas = { $0.count <= 28 ? Formula.inline($0) : nil }
    }
    var main = try writer.html(document.blocksOfPage)
    if document.isChapter, let lesson = document.lesson, let end = main.range(of: "</h1>") {
      main.insert(contentsOf: "\n" + doors(lesson, from: document.page), at: end.upperBound)
    }
    return frame.document(
      page: document.page, title: document.title, main: main, sections: document.sections,
      lesson: document.lesson, source: document.source)
  }

  /// The links to a lesson's run and exercises, below the title of its chapter.
  private func doors(_ lesson: String, from page: String) -> String {
    let way = SitePlan.way(from: page)
    let links = frame.doors(lesson).map { HTML.element("a", ["href": way + $0.page], $0.title) }
    return links.isEmpty ? "" : "<p class=\"doors\">\(links.joined(separator: "\n"))</p>"
  }

  /// A drawing as a part of the page, so that it follows the page's colours; nil for other
  /// pictures.
  private func picture(_ source: String, in document: SiteDocument) throws -> String? {
    guard source.hasSuffix(".svg"), let path = SitePlan.path(source, from: document.source),
      let text = try? String(
        contentsOf: plan.course.root.appendingPathComponent(path), encoding: .utf8)
    else { return nil }
    return Self.inlined(text)
  }

  /// The drawing without the colours of its own.
  static func inlined(_ svg: String) -> String? {
    guard let start = svg.range(of: "<svg "), let style = svg.range(of: "<style>"),
      let end = svg.range(of: "</style>"), style.lowerBound < end.lowerBound
    else { return nil }
    return "<svg class=\"picture\" " + svg[start.upperBound..<style.lowerBound]
      + svg[end.upperBound...].trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
