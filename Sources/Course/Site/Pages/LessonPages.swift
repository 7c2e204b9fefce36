import Checks
import ExerciseKit
import Foundation
import LessonKit

/// The pages of the lessons, each from a real run: `LessonNN --page FILE`.
struct LessonPages {
  let plan: SitePlan
  let folder: SiteFolder
  /// Where the programs of the lessons lie.
  var programs = Place.products

  /// What became of a lesson: nil when its page is what it should be.
  typealias Trouble = Text

  static func page(_ lesson: CatalogueLesson) -> String { "lessons/\(lesson.name).html" }

  /// A lesson that has not come to its end by then is stopped: many times what the slowest needs.
  static let mostSeconds = 600.0

  /// Runs a lesson and puts its page into the site; a lesson that fails gets a page that says so.
  func make(_ lesson: CatalogueLesson) throws -> Trouble? {
    let page = Self.page(lesson)
    let file = folder.url(page)
    try folder.makeRoom(for: page)
    let (trouble, output) = run(lesson, file)
    guard let made = try? String(contentsOf: file, encoding: .utf8), made.contains(PageFrame.mark)
    else {
      try folder.write(failed(lesson, trouble ?? "it made no page", output), to: page)
      return trouble ?? "it made no page"
    }
    try folder.write(connected(relinked(made, file), lesson, trouble), to: page)
    return trouble
  }

  /// The run: what went wrong, and what the program printed.
  private func run(_ lesson: CatalogueLesson, _ file: URL) -> (trouble: Trouble?, output: String) {
    let program = programs.appendingPathComponent(lesson.folder)
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      return ("\(lesson.folder) is not built: `swift build` builds all lessons", "")
    }
    var words = [program.path, "--page", file.path, "--plain"]
    if plan.options.isQuick { words.append("--quick") }
    var call = Program(arguments: words, folder: plan.course.root.path)
    call.environment = ProcessInfo.processInfo.environment
    call.environment["COURSE_LANGUAGE"] = SitePlan.language
    do {
      let end = try call.run(atMost: Self.mostSeconds)
      let output = String(decoding: end.output, as: UTF8.self)
      if end.wasStopped {
        return ("it did not end within \(Int(Self.mostSeconds)) seconds", output)
      }
      guard let status = end.status else { return ("a signal ended it", output) }
      return (status == 0 ? nil : "it ended with exit status \(Int(status))", output)
    } catch {
      return ("it could not be started: \(error.reason)", "")
    }
  }

  /// The page with its links into the course led to pages of the site, or to the repository, or
  /// shown as words.
  private func relinked(_ page: String, _ file: URL) -> String {
    let opening = "<a href=\""
    let pieces = page.components(separatedBy: opening)
    var result = pieces[0]
    for piece in pieces.dropFirst() {
      let target = String(piece.prefix { $0 != "\"" })
      guard let path = path(of: target, from: file) else {
        result += opening + piece
        continue
      }
      if let address = address(of: path) {
        result += opening + address.escapedForHTML + piece.dropFirst(target.count)
      } else if let start = piece.firstIndex(of: ">"), let end = piece.range(of: "</a>") {
        result += piece[piece.index(after: start)..<end.lowerBound] + piece[end.upperBound...]
      }
    }
    return result
  }

  /// The path in the course that a relative link of a lesson's page means; nil for other links.
  private func path(of target: String, from file: URL) -> String? {
    let words = target.removingPercentEncoding ?? target
    guard !words.hasPrefix("#"), !words.contains("://"), !words.hasPrefix("mailto:") else {
      return nil
    }
    let place = URL(fileURLWithPath: words, relativeTo: file).standardizedFileURL.path
    let roots = [plan.course.root.standardizedFileURL, plan.course.root.resolvingSymlinksInPath()]
    guard let root = roots.first(where: { place.hasPrefix($0.path + "/") }) else { return nil }
    return String(place.dropFirst(root.path.count + 1))
  }

  private func address(of path: String) -> String? {
    plan.document(path).map { "../" + $0.page } ?? plan.sourceAddress(path)
  }

  /// The page that the lesson made, with the site's header, search and looks.
  private func connected(_ page: String, _ lesson: CatalogueLesson, _ trouble: Trouble?) -> String {
    let chapter: Text = "Chapter \(lesson.name)"
    let address = "../" + SiteDocument.page(of: SitePlan.folder + lesson.exercises[0].chapter)
    let exercises: Text = "Exercises"
    var links = [
      SiteFrame(plan: plan).header(Self.page(lesson)),
      HTML.element("a", ["href": address], chapter.words.escapedForHTML),
      HTML.element("a", ["href": "../" + ExercisePages.page(lesson)], exercises.words),
    ]
    if let trouble { links.append(warning(lesson, trouble)) }
    let header = "<div class=\"where\">"
    return page.inserting("\n" + links.joined(separator: "\n") + "\n", behind: header)
      .inserting(SiteStyle.sheet, before: "</style>")
      .inserting("<script>\n\(SiteScript.script)\n</script>\n", before: "</body>")
  }

  private func warning(_ lesson: CatalogueLesson, _ trouble: Trouble) -> String {
    let words: Text = "The run of this lesson failed: \(trouble)."
    return "<strong class=\"trouble\">\(words.words.escapedForHTML)</strong>"
  }

  /// What stands in the place of a run that made no page.
  private func failed(_ lesson: CatalogueLesson, _ trouble: Trouble, _ output: String) -> String {
    let title: Text = "The run of lesson \(lesson.name): \(lesson.title(in: plan.course))"
    var rows = ["<h1>\(title.words.escapedForHTML)</h1>", "<p>\(warning(lesson, trouble))</p>"]
    let last = output.split(separator: "\n").suffix(20).joined(separator: "\n")
    if !last.isEmpty {
      let words: Text = "What it printed last:"
      rows += [
        "<p>\(words.words)</p>", "<pre tabindex=\"0\"><code>\(last.escapedForHTML)</code></pre>",
      ]
    }
    return SiteFrame(plan: plan).document(
      page: Self.page(lesson), title: title.words, main: rows.joined(separator: "\n"),
      lesson: lesson.name)
  }
}

extension String {
  /// With some text before the first place where others stand.
  fileprivate func inserting(_ text: String, before words: String) -> String {
    range(of: words).map { self[..<$0.lowerBound] + text + self[$0.lowerBound...] } ?? self
  }

  /// With some text behind the first place where others stand.
  fileprivate func inserting(_ text: String, behind words: String) -> String {
    range(of: words).map { self[..<$0.upperBound] + text + self[$0.upperBound...] } ?? self
  }
}
