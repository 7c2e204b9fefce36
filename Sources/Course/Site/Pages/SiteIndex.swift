import ExerciseKit
import Foundation
import LessonKit

/// Titles and terms: what the search looks through, and the same as a page.
struct SiteIndex {
  /// Something that can be looked up.
  struct Entry: Equatable {
    let title: String
    let address: String
    /// Where it stands, or what it means.
    let detail: String
  }

  let plan: SitePlan
  let entries: [Entry]

  init(_ plan: SitePlan) {
    self.plan = plan
    var entries: [Entry] = []
    let (chapter, page, exercise): (Text, Text, Text) = ("chapter", "page", "exercise")
    for document in plan.documents {
      let kind = document.isChapter ? chapter : page
      entries.append(.init(title: document.shortTitle, address: document.page, detail: kind.words))
    }
    for term in plan.terms {
      entries.append(
        .init(title: term.name, address: "glossary.html#\(term.anchor)", detail: term.meaning))
    }
    for document in plan.documents where !document.source.contains("/claims/") {
      for (anchor, title) in document.sections where !Self.everywhere.contains(title) {
        entries.append(
          .init(title: title, address: "\(document.page)#\(anchor)", detail: document.shortTitle))
      }
    }
    for lesson in plan.lessons {
      for each in lesson.exercises {
        entries.append(
          .init(
            title: "\(each.number) \(each.title.words)",
            address: ExercisePages.page(lesson) + "#" + ExercisePages.anchor(each),
            detail: exercise.words))
      }
    }
    self.entries = entries
  }

  /// Headings of every chapter: nobody looks for them.
  private static let everywhere: Set<String> = [
    "The idea", "The history", "Exercises", "Review questions", "Further reading",
    "La idea", "La historia", "Ejercicios", "Preguntas de repaso", "Para seguir leyendo",
  ]

  /// `search-index.js`, which the search loads when it is needed first.
  var script: String {
    let list = entries.map { [$0.title, $0.address, $0.detail] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let json = (try? encoder.encode(list)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    return "window.courseIndex = \(json);\n"
  }

  /// The index as a page, for who searches without a script.
  var html: String {
    let letters = Dictionary(grouping: entries) { Self.letter($0.title) }.sorted { $0.key < $1.key }
    let title: Text = "Index"
    var rows = ["<h1>\(title.words)</h1>", "<p class=\"letters\">"]
    rows += letters.map { "<a href=\"#\(Self.anchor($0.key))\">\($0.key)</a>" }
    rows.append("</p>")
    for (letter, entries) in letters {
      rows += ["<h2 id=\"\(Self.anchor(letter))\">\(letter)</h2>", "<ul>"]
      for entry in entries.sorted(by: { $0.title.lowercased() < $1.title.lowercased() }) {
        let link = HTML.element("a", ["href": entry.address], entry.title.escapedForHTML)
        rows.append("<li>\(link): \(entry.detail.escapedForHTML)</li>")
      }
      rows.append("</ul>")
    }
    return SiteFrame(plan: plan).document(
      page: "words.html", title: title.words, main: rows.joined(separator: "\n"))
  }

  private static func letter(_ title: String) -> String {
    guard let first = title.folding(options: .diacriticInsensitive, locale: nil).first else {
      return "0-9"
    }
    return first.isLetter ? first.uppercased() : "0-9"
  }

  private static func anchor(_ letter: String) -> String { "letter-" + letter.lowercased() }
}
