import ExerciseKit
import Foundation
import LessonKit

/// The page of a lesson's exercises: what each is worth, its stub and its hints, folded.
struct ExercisePages {
  let plan: SitePlan

  static func page(_ lesson: CatalogueLesson) -> String { "exercises/\(lesson.name).html" }

  func html(_ lesson: CatalogueLesson) throws -> String {
    let page = Self.page(lesson)
    let title: Text = "The exercises of lesson \(lesson.name): \(lesson.title(in: plan.course))"
    let (points, minutes) = (
      lesson.exercises.reduce(0) { $0 + $1.points }, lesson.exercises.reduce(0) { $0 + $1.minutes }
    )
    let sum: Text = """
      \(lesson.exercises.count) exercises, \(points) points, about \(minutes) minutes for who has read \
      the chapter. Write your answers in the files of Exercises/\(lesson.folder), then let them be checked:
      """
    let chapter: Text = "The chapter"
    var rows = [
      "<h1>\(title.words.escapedForHTML)</h1>",
      HTML.element(
        "p", ["class": "doors"], HTML.element("a", ["href": chapterPage(lesson)], chapter.words)),
      "<p>\(sum.words.escapedForHTML)</p>",
      "<pre tabindex=\"0\"><code>swift run Course check \(lesson.number)</code></pre>",
    ]
    for exercise in lesson.exercises { rows += try html(exercise) }
    return SiteFrame(plan: plan).document(
      page: page, title: title.words, main: rows.joined(separator: "\n"),
      sections: lesson.exercises.map { (Self.anchor($0), "\($0.number) \($0.title.words)") },
      lesson: lesson.name)
  }

  /// "e5-2".
  static func anchor(_ exercise: Exercise) -> String {
    "e" + exercise.number.replacingOccurrences(of: ".", with: "-")
  }

  private func chapterPage(_ lesson: CatalogueLesson) -> String {
    "../" + SiteDocument.page(of: SitePlan.folder + lesson.exercises[0].chapter)
  }

  private func html(_ exercise: Exercise) throws -> [String] {
    let stars = String(repeating: "★", count: exercise.difficulty)
    let facts: Text = "\(exercise.points) points, \(exercise.minutes) minutes"
    let effort: Text = "difficulty \(exercise.difficulty) of 3"
    var rows = [
      "<h2 id=\"\(Self.anchor(exercise))\">\(exercise.number) \(exercise.title.words.escapedForHTML)</h2>",
      """
      <p class="muted"><span role="img" aria-label="\(effort.words)">\(stars)</span> \
      \(facts.words)</p>
      """,
    ]
    if exercise.parts.count > 1 {
      rows.append("<ul>")
      for part in exercise.parts {
        let words: Text =
          part.points == 1 ? "\(part.name): 1 point" : "\(part.name): \(part.points) points"
        rows.append("<li>\(words.words.escapedForHTML)</li>")
      }
      rows.append("</ul>")
    }
    rows.append("<p>\(try reading(exercise))</p>")
    let stub = try stub(of: exercise)
    let summary: Text = "The file to fill in: \(exercise.path)"
    let code = MarkdownWriter.coloured(stub)
    rows += folded(
      summary, "<pre tabindex=\"0\"><code class=\"language-swift\">\(code)</code></pre>")
    for (index, hint) in exercise.hints.enumerated() {
      let summary: Text = "Hint \(index + 1) of \(exercise.hints.count)"
      rows += folded(summary, "<p>\(hint.words.escapedForHTML)</p>")
    }
    return rows
  }

  /// The file as it is handed out, with comments in the language of the page.
  private func stub(of exercise: Exercise) throws -> String {
    let stub = try Data(contentsOf: plan.course.stub(of: exercise))
    let text = try StubComments.translated(stub, path: exercise.path, to: SitePlan.language)
    return String(decoding: text, as: UTF8.self)
  }

  private func folded(_ summary: Text, _ inside: String) -> [String] {
    ["<details>", "<summary>\(summary.words.escapedForHTML)</summary>", inside, "</details>"]
  }

  /// What to read: the section of the chapter, if it is found by its words.
  private func reading(_ exercise: Exercise) throws -> String {
    let document = plan.document(SitePlan.folder + exercise.chapter)
    let section = document?.sections.first { $0.title == exercise.section.words }
    let anchor = section.map { "#" + $0.anchor } ?? ""
    let address = "../" + SiteDocument.page(of: SitePlan.folder + exercise.chapter) + anchor
    let words: Text = "Read \"\(exercise.section)\" in the chapter"
    return HTML.element("a", ["href": address], words.words.escapedForHTML)
  }
}
