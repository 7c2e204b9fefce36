import Checks
import ExerciseKit
import Foundation
import Testing

@testable import WorkbenchKit

/// What the learner reads when answers are missing, wrong or crash; and what a good run leaves.
@Suite struct ProjectTests {
  @Test func goodAnswersBuildAProjectAndItIsRemembered() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("fine", "--plain")
    #expect(status == 0 && text.contains("Built, with answers of your own: 2.1"), "\(text)")
    #expect(guest.files.contains(".build/course/workbench/fine"))
  }

  @Test func whatIsMissingIsListedWithItsHint() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("open", "--plain")
    #expect(status == 1 && !text.contains("claims"), "\(text)")
    #expect(text.contains("swift run Course hint 2.4") && !text.contains("hint 2.1"), "\(text)")
    #expect(text.contains("Exercises/Lesson02/Margin.swift"), "\(text)")
    #expect(text.contains("Then come back: swift run Workbench open"), "\(text)")
    #expect(!guest.files.contains(".build/course/workbench/open"))
  }

  @Test func aWrongAnswerIsNamedBeforeAndAfter() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("wrong", "--plain")
    let words = Guest.words(text)
    #expect(status == 1 && text.contains("FAILED"), "\(text)")
    #expect(words.contains("An answer fails its check."), "\(text)")
    #expect(words.contains("A gate was missed, and 2.2 fails its check."), "\(text)")
    #expect(words.contains("Begin there: swift run Course check 2.2"), "\(text)")
    #expect(!words.contains("Course check 2.1"), "\(text)")
  }

  @Test func aGateThatHoldsByLuckDoesNotCount() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("lucky", "--plain")
    #expect(status == 1 && Guest.words(text).contains("The gates hold, but 2.2 fails"), "\(text)")
    #expect(!guest.files.contains(".build/course/workbench/lucky"))
  }

  @Test func aGateMissedWithRightAnswersSaysSo() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("missed", "--plain")
    #expect(status == 1 && text.contains("another seed"), "\(text)")
  }

  @Test func anAnswerThatCrashesInItsCheckStopsTheProject() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("crashing", "--plain")
    #expect(status == 1 && text.contains("swift run Course check 2.3"), "\(text)")
    let words = Guest.words(text)
    #expect(words.contains("Index out of range") && !words.contains("claims"), "\(text)")
  }

  @Test func anAnswerThatCrashesInTheProjectIsNamed() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("falling", "--plain")
    let words = Guest.words(text)
    #expect(status == 1 && words.contains("swift run Course check 2.1"), "\(text)")
    #if os(Linux)
      #expect(words.contains("stopped the project, at Exercises/Lesson02/Prediction.swift:4"))
    #endif
  }

  @Test func onlyAnswersThatPassAreWelcome() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run("welcoming", "--plain")
    #expect(status == 0 && text.contains("2.1 true, 2.2 false"), "\(text)")
  }

  @Test func optionsReachTheProgramAndMistakesInThemAreNamed() throws {
    let guest = try Guest()
    defer { guest.remove() }
    #expect(try guest.run("own", "--plain", "--seed", "7").text.contains("seed 7"))
    let (status, text) = try guest.run("own", "--quick")
    #expect(status == 64 && text.contains("unknown option --quick"), "\(text)")
    let (unknown, why) = try guest.run("calculater")
    #expect(unknown == 64 && why.contains("\"calculater\""), "\(why)")
    let (help, usage) = try guest.run("fine", "--help")
    #expect(help == 0 && usage.contains("usage: swift run Workbench fine"), "\(usage)")
  }

  @Test(arguments: [["--language", "es"], ["--language=es", "list"]])
  func theListIsInTheLanguageOfTheOption(_ arguments: [String]) throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run(arguments)
    #expect(status == 0 && text.contains("Tu banco de trabajo"), "\(text)")
    let (unknown, why) = try guest.run("--language", "xx")
    #expect(unknown == 64 && why.contains("no texts in the language \"xx\""), "\(why)")
  }

  @Test func jsonIsNothingButJSON() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let path = Guest.products.appendingPathComponent("WorkbenchGuest").path
    let end = try Program(
      arguments: ["/bin/sh", "-c", "\"$0\" wrong --json 2>/dev/null", path],
      environment: ["COURSE_ROOT": guest.folder.path], folder: guest.folder.path
    ).run(atMost: 60)
    let lines = String(decoding: end.output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{\"program\":\"wrong\"") })
  }

  // MARK: - The learner's bench

  @Test func everyProjectOfTheCatalogueIsThere() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run([], program: "Workbench")
    #expect(status == 0 && text.contains("table FILE.csv"), "\(text)")
    for project in Catalogue.projects {
      let (status, usage) = try guest.run(project.name, "--help", program: "Workbench")
      #expect(status == 0 && usage.contains(project.title.english), "\(usage)")
    }
  }

  @Test func scratchRunsWithoutAnyAnswer() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let (status, text) = try guest.run(
      "scratch", "--plain", "--figures", guest.folder.path, program: "Workbench")
    #expect(status == 0 && text.contains("Two moons"), "\(text)")
    #expect(guest.files.contains("workbench-scratch-moons.svg"))
  }

  /// The call of each answer bears its number, so that a reader finds it.
  @Test(arguments: Catalogue.projects.map(\.name)) func callsAreMarked(_ name: String) throws {
    let project = try #require(Catalogue.project(name))
    let folder = Repository.root.appendingPathComponent("Exercises/Workbench/Projects")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    let text = try #require(
      texts.first { $0.contains("static let name = \"\(name)\"") }
        ?? texts.first { $0.contains("enum \(name.capitalized): BenchProgram") })
    for exercise in project.exercises + project.welcomeExercises {
      let lines = text.split(separator: "\n").filter { !$0.contains("///") }
      #expect(
        lines.contains { $0.contains("// ") && $0.contains(exercise.number) },
        "no call in \(name) is marked with \(exercise.number)")
    }
  }
}
