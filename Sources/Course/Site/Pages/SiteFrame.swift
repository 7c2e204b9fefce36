import ExerciseKit
import LessonKit

/// The frame of a page of the site: search above, contents at the side, previous and next below.
struct SiteFrame {
  let plan: SitePlan

  /// A page in its frame; `sections` are its own headings, `lesson` the one that it belongs to.
  func document(
    page: String, title: String, main: String, sections: [(anchor: String, title: String)] = [],
    lesson: String? = nil, source: String? = nil
  ) -> String {
    let course: Text = "Neuron to Diffusion"
    let heading = page == "index.html" ? course.words : "\(title) - \(course.words)"
    var frame = PageFrame(title: heading, main: main + turn(page))
    frame.language = SitePlan.language
    frame.words = Self.words
    frame.header = header(page)
    let contents: Text = "Contents"
    frame.contentsTitle = contents.words
    frame.contents = entries(page, sections, lesson)
    frame.style = SiteStyle.sheet
    frame.script = SiteScript.script
    if let source, let address = plan.sourceAddress(source) {
      let words: Text = "This page in the repository"
      frame.footer = HTML.element("a", ["href": address], words.words)
    }
    return frame.document
  }

  /// The words of the frame itself.
  private static var words: PageFrame.Words {
    let (skip, appearance): (Text, Text) = ("To the text", "Appearance")
    let (automatic, light, dark): (Text, Text, Text) = ("auto", "light", "dark")
    return PageFrame.Words(
      skip: skip.words, appearance: appearance.words, automatic: automatic.words,
      light: light.words, dark: dark.words)
  }

  /// The way home, the search, which without a script leads to the index, and the same page in the
  /// other language.
  func header(_ page: String) -> String {
    let way = SitePlan.way(from: page)
    let (course, search, index): (Text, Text, Text) =
      ("Neuron to Diffusion", "Search titles and terms", "Index")
    return """
      <a class="home" href="\(way)index.html">\(course.words)</a>
      <form class="search" role="search" action="\(way)words.html">
      <input id="search" type="search" autocomplete="off" data-way="\(way)" \
      placeholder="\(search.words)" aria-label="\(search.words)"/>
      <ul id="found" aria-live="polite"></ul>
      </form>
      <a href="\(way)words.html">\(index.words)</a>\(plan.twins.link(page))
      """
  }

  // MARK: - Contents

  private func entries(
    _ page: String, _ sections: [(anchor: String, title: String)], _ lesson: String?
  ) -> [PageFrame.Entry] {
    let way = SitePlan.way(from: page)
    let own = sections.map { PageFrame.Entry($0.title, link: "#" + $0.anchor, level: 2) }
    var entries: [PageFrame.Entry] = []
    func add(_ title: String, _ link: String, level: Int = 1) {
      let isCurrent = link == page
      entries.append(.init(title, link: way + link, level: level, isCurrent: isCurrent))
      if isCurrent { entries += own }
    }
    for (link, title) in plan.sequence {
      add(title, link)
      guard let document = plan.documents.first(where: { $0.page == link }), document.isChapter,
        let number = document.lesson, number == lesson
      else { continue }
      for door in doors(number) { add(door.title, door.page, level: 2) }
    }
    if let api = plan.api {
      let words: Text = "MiniTensor, the reference"
      add(words.words, api)
    }
    for (link, title) in loosePages where link == page { add(title, link) }
    let index: Text = "Index"
    add(index.words, "words.html")
    return entries
  }

  /// Pages that are in no sequence: named at the side only while they are open.
  private var loosePages: [(page: String, title: String)] {
    plan.documents.filter { $0.source.hasPrefix("docs/en/claims/") && $0.lesson == nil }
      .map { ($0.page, $0.title) }
  }

  /// What else there is to a lesson beside its chapter.
  func doors(_ lesson: String) -> [(page: String, title: String)] {
    var doors: [(page: String, title: String)] = []
    let (run, exercises, claims): (Text, Text, Text) = (
      "The run", "The exercises", "The claims, tried"
    )
    if plan.options.runsLessons { doors.append(("lessons/\(lesson).html", run.words)) }
    if plan.lessons.contains(where: { $0.name == lesson }) {
      doors.append(("exercises/\(lesson).html", exercises.words))
    }
    if let page = plan.document("docs/en/claims/\(lesson).md")?.page {
      doors.append((page, claims.words))
    }
    return doors
  }

  // MARK: - Previous and next

  private func turn(_ page: String) -> String {
    let sequence = plan.sequence
    guard let place = sequence.firstIndex(where: { $0.page == page }) else { return "" }
    let way = SitePlan.way(from: page)
    func link(_ place: Int, _ words: Text, _ name: String) -> String {
      guard sequence.indices.contains(place) else { return "" }
      let (page, title) = sequence[place]
      return "<a rel=\"\(name)\" href=\"\(way)\(page)\">\(words.words): \(title.escapedForHTML)</a>"
    }
    let label: Text = "Previous and next"
    return """

      <nav class="turn" aria-label="\(label.words)">
      \(link(place - 1, "Previous", "prev"))
      \(link(place + 1, "Next", "next"))
      </nav>
      """
  }
}
