import Checks
import ExerciseKit
import Foundation

/// Where things lie: the course, the files to fill in, their stubs, and what the tool keeps.
struct Place: Sendable {
  /// The folder of Package.swift.
  let root: URL

  /// The course that this program was built from; `COURSE_ROOT` names a copy of it, for this tool's
  /// tests.
  static let course: Place = {
    let copy = ProcessInfo.processInfo.environment["COURSE_ROOT"]
    return Place(root: copy.map { URL(fileURLWithPath: $0) } ?? Repository.root)
  }()

  /// A path as it was typed, seen from where the tool was called.
  ///
  /// The path is made absolute first: a relative URL loses its leading ".." when it is
  /// standardised.
  static func named(_ path: String) -> URL {
    let here = FileManager.default.currentDirectoryPath
    return URL(fileURLWithPath: path.hasPrefix("/") ? path : here + "/" + path).standardized
  }

  /// What the learner fills in.
  var exercises: URL { root.appendingPathComponent("Exercises") }
  /// The files as they were handed out, on mirrored paths.
  var stubs: URL { exercises.appendingPathComponent(".stubs") }
  /// What can be lost without harm: compiled answers, the marks, the hints given.
  var cache: URL { root.appendingPathComponent(".build/course") }

  func stub(of exercise: Exercise) -> URL {
    stubs.appendingPathComponent("\(exercise.folder)/\(exercise.file)")
  }

  func answer(to exercise: Exercise) -> URL { root.appendingPathComponent(exercise.path) }

  /// Where the programs of the course lie, the running one among them.
  static var products: URL { executable.deletingLastPathComponent() }

  /// The running program.
  static let executable: URL = {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).resolvingSymlinksInPath()
  }()
}

/// Something that stops the tool, told in one line.
struct ToolError: Error {
  let message: Text
  init(_ message: Text) { self.message = message }
}

/// A lesson of the catalogue with its exercises.
struct CatalogueLesson: Sendable {
  /// 5 for lesson 05.
  let number: Int
  let exercises: [Exercise]

  /// "05".
  var name: String { String(exercises[0].folder.dropFirst("Lesson".count)) }
  /// "Lesson05".
  var folder: String { exercises[0].folder }

  /// All lessons, in order.
  static let all: [CatalogueLesson] = Dictionary(grouping: Catalogue.exercises, by: \.lesson)
    .sorted { $0.key < $1.key }.map { CatalogueLesson(number: $0.key, exercises: $0.value) }

  /// The title that its chapter bears: "Backpropagation".
  func title(in place: Place) -> String {
    let chapters = [exercises[0].chapterPath, "docs/en/\(exercises[0].chapter)"]
    let text =
      chapters.lazy.compactMap {
        try? String(contentsOf: place.root.appendingPathComponent($0), encoding: .utf8)
      }.first ?? ""
    let heading = text.prefix { !$0.isNewline }
    return heading.range(of: ". ").map { String(heading[$0.upperBound...]) } ?? folder
  }
}

extension Tool {
  /// The exercises that some words stand for, each once; refuses a word that stands for none.
  static func exercises(named words: [String]) throws -> [Exercise] {
    var chosen: [Exercise] = []
    for word in words {
      let found = exercises(named: word)
      guard !found.isEmpty else {
        throw ToolError("there is no exercise \"\(word)\"; `swift run Course list` lists them")
      }
      chosen += found.filter { new in !chosen.contains { $0.number == new.number } }
    }
    return chosen
  }

  /// The exercises that words like "5" or "5.2" stand for.
  static func exercises(named word: String) -> [Exercise] {
    let number = word.hasPrefix("0") ? String(word.drop { $0 == "0" }) : word
    return Catalogue.exercises.filter { $0.number == number || "\($0.lesson)" == number }
  }
}
