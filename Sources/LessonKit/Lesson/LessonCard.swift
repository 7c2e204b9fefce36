import Foundation

/// The title page of a lesson.
public struct LessonCard: Sendable {
  /// The lesson's number, from 1.
  public let number: Int
  /// The title, in a few words.
  public let title: Text
  /// The years of the story: `"1957-1962"`.
  public let years: String
  /// Who did it: `"Frank Rosenblatt"`.
  public let people: Text
  /// What the lesson shows, in one to three sentences; `--help` says it too.
  public let summary: Text
  /// The options that this lesson has beside the common ones.
  public let options: [LessonOption]
  /// The numbers of its experiments that a learner may change.
  public let settings: [Setting]
  /// How many exercises there are: 5 means 2.1 to 2.5.
  public let exercises: Int
  /// The chapter's file name within `docs/en`: `"02-perceptron.md"`.
  public let chapter: String
  /// What `swift run Workbench` calls it, for a program that is no lesson.
  let program: String?
  /// What stands behind its name on the command line, before the options.
  let arguments: String

  /// A card with everything a learner wants to know first.
  public init(
    number: Int, title: Text, years: String, people: Text, summary: Text,
    options: [LessonOption] = [], settings: [Setting] = [], exercises: Int, chapter: String
  ) {
    precondition(number > 0, "LessonCard: the number must be at least 1, not \(number)")
    self.number = number
    self.title = title
    self.years = years
    self.people = people
    self.summary = summary
    self.options = options
    self.settings = settings
    self.exercises = exercises
    self.chapter = chapter
    program = nil
    arguments = ""
  }

  /// A card for a program of the workbench, `swift run Workbench digits`, which is no lesson.
  ///
  /// `arguments` are shown by `--help`, such as `"FILE.csv"`; whoever runs the card takes them out
  /// first.
  public init(
    program: String, arguments: String = "", title: Text, summary: Text,
    options: [LessonOption] = []
  ) {
    number = 0
    self.title = title
    years = ""
    people = ""
    self.summary = summary
    self.options = options
    settings = []
    exercises = 0
    chapter = ""
    self.program = program
    self.arguments = arguments
  }

  /// How it is run: `Lesson02`, or `Workbench digits`.
  public var name: String { program.map { "Workbench \($0)" } ?? Self.name(number) }

  /// The options that do nothing here: a program of the workbench has one size only, and no
  /// settings.
  var withoutOptions: Set<CommonOption> { program == nil ? [] : [.quick, .set] }

  /// What follows in the course that lies in this folder: the command that begins the next lesson,
  /// or the page to read after the last one.
  func next(in folder: String, language: String = "en") -> String? {
    guard program == nil else { return nil }
    func exists(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: folder + "/" + path)
    }
    let name = Self.name(number + 1)
    if exists("Lessons/" + name) { return "swift run " + name }
    return ["docs/\(language)/where-to-go.md", "docs/en/where-to-go.md"].first(where: exists)
  }

  private static func name(_ number: Int) -> String {
    number < 10 ? "Lesson0\(number)" : "Lesson\(number)"
  }

  /// The beginning of a figure's file name: `lesson02`, `workbench-digits`.
  var slug: String { Figure.slug(name) }

  /// The exercises' numbers: `2.1 - 2.5`.
  var exerciseNumbers: String {
    exercises > 1 ? "\(number).1 - \(number).\(exercises)" : "\(number).1"
  }
}
