import Foundation
import Testing

@testable import LessonKit

/// A folder that is gone when the test is.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("page-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}

extension Board {
  /// One of everything that a lesson can write.
  func everything() {
    section("First & foremost <b>")
    say(
      "A paragraph with \"quotes\" & signs: a < b > c.\n\nAnother one, \u{0} with a letter that XML forbids."
    )
    formula("w <- w + eta (y - y^) x        after mistakes\nb <- b + eta (y - y^)")
    listing("o--o  a drawing\n|  |")
    note("A remark.")
    table(
      ["epoch", "mistakes", ""], [["1", "2 %", "a\n  b"], ["2", "0 %"]], title: "A table's title")
    table([], [["no", "header"]])
    draw(
      Figure("A picture", caption: "What one sees & hears.", x: "x", y: "y") {
        Region(names: ["no", "yes"]) { x, y in x > y ? 1 : 0 }
        Points([[0, 1], [1, 0]] as [[Float]], group: [0, 1], names: ["no", "yes"])
      })
    draw(
      Figure("Two panels") {
        Panel("left") { Lines(y: [1, 2, 3]) }
        Panel("right") { HeatMap([[1, 2], [3, 4]]) }
      })
    section("Second")
    draw(Film.sample)
    draw(Film.sample)
    claim(
      "one", "a claim < another", source: "Somebody, a book", published: "1", measured: "1.0",
      gate: "the same", holds: true)
    claim(
      "two", "a wrong one", source: "Somebody, a book", published: "2", measured: "3",
      gate: "at least 4", holds: false)
    ungatedClaim("three", "no gate", source: "", published: "5", reason: "not run")
  }
}

extension Film {
  /// Three frames: a point that walks on an axis that stays.
  static var sample: Film {
    Film(
      "A walk", caption: "To the right.", over: 0...2, of: "step", x: Axis("x", range: 0...2),
      y: Axis("y", range: 0...1)
    ) { step in
      Points([[Float(step), 0.5]])
      Lines.horizontal(at: 0.25)
    }
  }
}

@Suite struct PageTests {
  /// Runs the sample lesson with a page, and reads it.
  private func page(_ arguments: [String] = [], scratch: Scratch, _ recorder: Recorder = Recorder())
    throws -> PageReader
  {
    let status = recorder.run(["--page", scratch.path("page.html")] + arguments) { $0.everything() }
    #expect(status == 1, "a claim failed: \(recorder.errors)")
    return try PageReader(scratch.text("page.html"))
  }

  @Test(arguments: ["<!DOCTYPE html><html><p>", "<p>One <b>two</p>", "<!DOCTYPE html><html>"])
  func aPageThatEndsEarlyIsSeen(_ html: String) {
    #expect(throws: PageReader.Malformed.self) { try PageReader(html) }
  }

  @Test func isWellFormedAndHasNoIdTwice() throws {
    let page = try page(scratch: Scratch())
    #expect(Set(page.ids).count == page.ids.count, "\(page.ids)")
    for link in page.links where link.hasPrefix("#") {
      #expect(page.ids.contains(String(link.dropFirst())), "\(link)")
    }
    let headings = page.elements.map(\.name).filter {
      $0.count == 2 && $0.first == "h" && $0 != "hr"
    }
    #expect(headings.filter { $0 == "h1" }.count == 1)
    #expect(headings.first == "h1")
    for (one, next) in zip(headings, headings.dropFirst()) {
      #expect(next.last!.wholeNumberValue! - one.last!.wholeNumberValue! <= 1, "\(headings)")
    }
  }

  @Test func asksForNothingFromElsewhere() throws {
    let scratch = try Scratch()
    let page = try page(scratch: scratch)
    for element in page.elements where element.name != "a" {
      #expect(element.attributes["src"] == nil && element.attributes["href"] == nil)
    }
    let text = try scratch.text("page.html")
    #expect(!text.contains("@import") && !text.contains("url("))
    #expect(!page.elements.contains { ["link", "img", "iframe", "object"].contains($0.name) })
  }

  /// What stands on the terminal, but for its drawings, stands on the page too.
  @Test func saysWhatTheTerminalSays() throws {
    let recorder = Recorder()
    let words = try page(scratch: Scratch(), recorder).words
    for text in [
      "Lesson 04", "The multilayer perceptron", "1989", "George Cybenko",
      "Layers as matrix products.",
      "First & foremost <b>", "A paragraph with \"quotes\" & signs: a < b > c.",
      "w <- w + eta (y - y^) x", "after mistakes", "b <- b + eta (y - y^)", "o--o a drawing", "| |",
      "A remark.", "A table's title", "epoch", "2 %", "no", "header", "A picture",
      "What one sees & hears.",
      "Two panels", "left", "right", "Second", "A walk", "To the right.", "a claim < another",
      "the same",
      "a wrong one", "FAILED", "at least 4", "ok", "none: not run", "[1] Somebody, a book",
      "4.1 - 4.5",
      "swift test --filter Lesson04", "docs/en/04-multilayer-perceptron.md",
    ] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(recorder.output.contains("page   written to"))
    #expect(!words.contains("\u{0}"))
  }

  @Test func picturesHaveNamesAndFilmsHavePlayers() throws {
    let scratch = try Scratch()
    let page = try page(scratch: scratch)
    let pictures = page.elements.filter { $0.name == "svg" }
    #expect(pictures.count == 5)
    #expect(pictures.allSatisfy { $0.attributes["role"] == "img" })
    #expect(page.elements.filter { $0.name == "title" }.count == 6)
    #expect(
      page.elements.filter { $0.name == "input" && $0.attributes["type"] == "range" }.count == 2)
    let sliders = page.elements.filter { $0.attributes["type"] == "range" }
    #expect(
      sliders.allSatisfy { $0.attributes["max"] == "2" && $0.attributes["aria-label"] == "A walk" })
    // Without scripts the player is not there, and the film moves.
    #expect(
      page.elements.filter { $0.attributes["class"] == "player" }.allSatisfy {
        $0.attributes["hidden"] != nil
      })
    let text = try scratch.text("page.html")
    #expect(text.contains("prefers-reduced-motion"))
    let script = try #require(
      text.split(separator: "<script>").last?.split(separator: "</script>").first)
    #expect(!script.contains("<") && !script.contains("&"))
  }

  @Test func aPageWithoutFilmsHasNoScript() throws {
    let scratch = try Scratch()
    let status = Recorder().run(["--page", scratch.path("page.html")]) { board in
      board.section("One")
      board.say("Words.")
    }
    #expect(status == 0)
    #expect(!(try scratch.text("page.html")).contains("<script>"))
  }

  @Test func theSameRunGivesTheSamePage() throws {
    let (first, second) = (try Scratch(), try Scratch())
    _ = try page(scratch: first)
    _ = try page(scratch: second)
    #expect(try first.text("page.html") == second.text("page.html"))
  }

  @Test(arguments: [["--json"], ["--quick"], ["--plain"], ["--step"], ["--set", "hidden=3"]])
  func goesWithOtherOptions(arguments: [String]) throws {
    let scratch = try Scratch()
    let recorder = Recorder()
    let status = recorder.run(["--page", scratch.path("page.html")] + arguments) { $0.everything() }
    #expect(status == (arguments.first == "--set" ? 0 : 1))
    let words = try PageReader(scratch.text("page.html")).words
    #expect(
      words.contains("Second") && words.contains("a wrong one") && words.contains("A remark."))
    if arguments.first == "--json" { #expect(!recorder.output.contains("written to")) }
  }

  @Test func goesWithSectionAndFigures() throws {
    let scratch = try Scratch()
    let recorder = Recorder()
    _ = recorder.run([
      "--page", scratch.path("page.html"), "--section", "2", "--figures", scratch.path("figures"),
    ]) { $0.everything() }
    let words = try PageReader(scratch.text("page.html")).words
    #expect(words.contains("Second") && !words.contains("First &") && !words.contains("A remark."))
    #expect(FileManager.default.fileExists(atPath: scratch.path("figures/lesson04-a-walk.svg")))
  }

  @Test func linksToChapterAndCodeAreRelative() {
    #expect(PageLinks.relative(to: "/c/docs/en/02.md", from: "/c/page.html") == "docs/en/02.md")
    #expect(
      PageLinks.relative(to: "/c/docs/en/a b.md", from: "/c/out/x/p.html")
        == "../../docs/en/a%20b.md")
    #expect(PageLinks.relative(to: "/c/docs/a.md", from: "/tmp/p.html") == "../c/docs/a.md")
  }

  /// Text of either set on its ground, WCAG 2.2: at least 4.5 to 1.
  @Test func coloursHaveContrast() {
    let text: Set<String> = ["ink", "muted", "link", "good", "bad"]
    for set in [\(name: String, light: String, dark: String).light, \.dark] {
      let colours = Dictionary(
        uniqueKeysWithValues: PageStyle.colours.map { ($0.name, $0[keyPath: set]) })
      for name in text {
        for ground in ["paper", "raised"] {
          let ratio = Self.contrast(colours[name]!, colours[ground]!)
          #expect(ratio >= 4.5, "\(name) on \(ground): \(ratio)")
        }
      }
    }
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16)!
    let parts = [16, 8, 0].map { shift -> Double in
      let share = Double((number >> shift) & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
