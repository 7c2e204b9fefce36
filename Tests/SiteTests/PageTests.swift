import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Course

/// The pages of the site as files: whole, linked, and with everything that belongs on them.
@Suite(.inEnglish) struct PageTests {
  /// Every page is well-formed XML: no element is left open, no sign stands for itself that may
  /// not.
  @Test func everyPageIsWellFormed() throws {
    let pages = try MadeSite.pages()
    #expect(pages.count > 70)
    for page in pages {
      let parser = XMLParser(data: Data(try MadeSite.text(page).utf8))
      // Foundation's parser calls a document that ends too early a success, and keeps the error.
      let isWhole = parser.parse() && parser.parserError == nil
      #expect(isWhole, "\(page):\(parser.lineNumber): \(parser.parserError as Any)")
    }
  }

  /// Every link leads to a file of the site, and to a name in it.
  @Test func everyLinkLeadsSomewhere() throws {
    let top = try MadeSite.folder.get()
    var names: [String: Set<String>] = [:]
    func anchors(_ page: String) throws -> Set<String> {
      if let known = names[page] { return known }
      let found = Set(Self.values(of: "id", in: try MadeSite.text(page)))
      names[page] = found
      return found
    }
    var links = 0
    for page in try MadeSite.pages() {
      let text = try MadeSite.text(page)
      for link in Self.values(of: "href", in: text) + Self.values(of: "src", in: text)
      where !link.hasPrefix("http") && !link.hasPrefix("mailto:") {
        links += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].isEmpty ? page : SitePlan.path(String(parts[0]), from: page)
        guard let path, FileManager.default.fileExists(atPath: top.path + "/" + path) else {
          Issue.record("\(page) links to \(link), which is not there")
          continue
        }
        if parts.count == 2, path.hasSuffix(".html"), !path.hasPrefix("api/") {
          let anchor = String(parts[1])
          #expect(try anchors(path).contains(anchor), "\(page) links to \(link): no such name")
        }
      }
    }
    #expect(links > 3000)
  }

  /// Every Spanish document has its page, in Spanish to the last button, and the two languages lead
  /// to each other.
  @Test func spanishPagesStandBesideTheEnglish() throws {
    let pages = Set(try MadeSite.pages())
    let sources = SiteDocument.sources(in: MadeSite.course, language: "es")
    #expect(sources.count > 25)
    for source in sources {
      let name = SiteDocument.page(of: source)
      let page = "es/" + name
      #expect(pages.contains(page), "\(source) has no page")
      let text = try MadeSite.text(page)
      #expect(text.contains("<html lang=\"es\""), "\(page)")
      for words in ["To the text", "Appearance", "Search titles", "Contents", "Previous:", "Next:"]
      {
        #expect(!text.contains(words), "\(page) says \"\(words)\"")
      }
      let twin = name == "fuentes.html" ? "sources.html" : name
      #expect(text.contains("<a href=\"../\(twin)\" hreflang=\"en\" lang=\"en\">English</a>"))
      #expect(
        try MadeSite.text(twin).contains(
          "<a href=\"es/\(name)\" hreflang=\"es\" lang=\"es\">Español</a>"), "\(twin)")
    }
    for lesson in MadeSite.lessons {
      let text = try MadeSite.text("es/exercises/\(lesson).html")
      #expect(text.contains("<html lang=\"es\"") && text.contains("Ejercicio"), "\(lesson)")
      #expect(!text.contains("Write it yourself"), "\(lesson)")
    }
  }

  /// No page has two elements of one name, and each has one heading of the first level.
  @Test func namesAreUsedOnce() throws {
    for page in try MadeSite.pages() {
      let text = try MadeSite.text(page)
      let names = Self.values(of: "id", in: text)
      let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice == [], "\(page)")
      #expect(text.components(separatedBy: "<h1").count == 2, "\(page)")
    }
  }

  /// What an attribute says, everywhere on a page.
  private static func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" }).replacingOccurrences(of: "&amp;", with: "&")
    }
  }

  @Test func aChapterHasItsPicturesFormulasAndDoors() throws {
    let text = try MadeSite.text("05-backpropagation.html")
    #expect(text.contains("<svg class=\"picture\""))
    #expect(text.contains("<math "))
    #expect(text.contains("href=\"exercises/05.html\""))
    #expect(text.contains("<abbr title="))
    #expect(text.contains("rel=\"prev\" href=\"04-multilayer-perceptron.html\""))
    #expect(text.contains("rel=\"next\" href=\"06-automatic-differentiation.html\""))
    #expect(!text.contains("Previous: <a"))
  }

  /// Every exercise stands on its lesson's page: its points, its stub, and each hint, all of them
  /// folded.
  @Test func everyExerciseIsThereWithStubAndHints() throws {
    for lesson in CatalogueLesson.all {
      let text = try MadeSite.text(ExercisePages.page(lesson))
      let folded = text.components(separatedBy: "<details>").count - 1
      #expect(folded == lesson.exercises.map { $0.hints.count + 1 }.reduce(0, +))
      #expect(!text.contains("<details open>"))
      for exercise in lesson.exercises {
        #expect(text.contains("id=\"\(ExercisePages.anchor(exercise))\""))
        #expect(text.contains(exercise.title.words.escapedForHTML))
        for hint in exercise.hints { #expect(text.contains(hint.words.escapedForHTML)) }
      }
    }
  }

  /// What the search finds stands in the index too, for who has no script.
  @Test func theSearchFindsChaptersTermsAndExercises() throws {
    let text = try MadeSite.text("search-index.js")
    let json = try #require(text.split(separator: "=", maxSplits: 1).last).dropLast(2)
    let entries = try JSONDecoder().decode([[String]].self, from: Data(json.utf8))
    for title in [
      "05 Backpropagation", "dropout", "5.1 Back through a layer", "The chain rule, backwards",
    ] {
      #expect(entries.contains { $0[0] == title }, "\(title)")
    }
    let index = try MadeSite.text("words.html")
    for entry in entries { #expect(index.contains("href=\"\(entry[1].escapedForHTML)\"")) }
  }
}
