import Checks
import ExerciseKit
import Foundation
import LessonKit

/// The learner's files: what was written, what is untouched, and how each exercise stands.
struct Workbook {
  let place: Place
  var record: LearnerRecord

  init(_ place: Place) {
    self.place = place
    record = LearnerRecord.read(from: place)
  }

  /// What lies in the file of an exercise.
  func answer(to exercise: Exercise) -> Answer {
    let files = FileManager.default
    let file = place.answer(to: exercise)
    guard let data = files.contents(atPath: file.path) else {
      return files.fileExists(atPath: file.path) ? .unreadable("the file cannot be read") : .missing
    }
    if data == files.contents(atPath: place.stub(of: exercise).path) { return .untouched }
    guard let text = String(data: data, encoding: .utf8) else {
      return .unreadable("the file is not text in UTF-8")
    }
    return .written(path: exercise.path, text: text)
  }

  /// Whether anything was written in a lesson.
  func isBegun(_ lesson: CatalogueLesson) -> Bool {
    lesson.exercises.contains {
      switch answer(to: $0) {
      case .untouched, .missing: false
      case .unreadable, .written: true
      }
    }
  }

  /// How the exercises of a lesson stand; checks again only what has changed since.
  mutating func marks(of lesson: CatalogueLesson) throws -> [Outcome] {
    guard isBegun(lesson) else { return lesson.exercises.map { Outcome(notAttempted: $0) } }
    if let known = record.outcomes(of: lesson, key: key(of: lesson)) { return known }
    return try check(lesson)
  }

  /// Checks exercises of a lesson now, and remembers how it went when all were checked.
  @discardableResult
  mutating func check(_ lesson: CatalogueLesson, only: [Exercise]? = nil) throws -> [Outcome] {
    let lock = try FolderLock(place.cache, waits: true)
    defer { withExtendedLifetime(lock) {} }
    let exercises = only ?? lesson.exercises
    let checker = LessonCheck(
      compiler: compiler(of: lesson),
      run: AnswerRun(),
      width: ProcessInfo.processInfo.activeProcessorCount)
    var answers: [String: Answer] = [:]
    for exercise in lesson.exercises { answers[exercise.file] = answer(to: exercise) }
    let key = key(of: lesson)
    let outcomes = try checker.check(exercises, answers).map(\.outcome)
    record.remember(outcomes, of: lesson, key: key)
    try record.write(to: place)
    return outcomes
  }

  private func compiler(of lesson: CatalogueLesson) -> LessonCompiler {
    LessonCompiler(
      place: place, lesson: lesson, sourceFolder: place.root.path,
      folder: place.cache.appendingPathComponent(lesson.folder),
      moduleCache: place.cache.appendingPathComponent("ModuleCache"))
  }

  /// Changes whenever a file of the lesson, the course itself or the language changes.
  private func key(of lesson: CatalogueLesson) -> String {
    var hash = ContentHash()
    for exercise in lesson.exercises {
      hash.add(exercise.file)
      hash.add(FileManager.default.contents(atPath: place.answer(to: exercise).path) ?? Data())
    }
    hash.add(Place.stamp)
    hash.add(Phrasebook.chosen.language)
    return hash.text
  }

  /// Edited files of other lessons that do not compile: `swift test` stops at them.
  mutating func brokenFiles(besides lessons: Set<Int>) throws -> [Outcome] {
    var broken: [Outcome] = []
    for lesson in CatalogueLesson.all where !lessons.contains(lesson.number) {
      broken += try marks(of: lesson).filter { $0.state == .didNotCompile }
    }
    return broken
  }
}

/// What the tool remembers between two calls; all of it can be found out again.
struct LearnerRecord: Codable {
  struct Lesson: Codable {
    let key: String
    var outcomes: [String: Outcome]
  }

  private var lessons: [String: Lesson] = [:]
  /// How many hints were given for each exercise.
  var hints: [String: Int] = [:]
  /// The exercise that was checked last and passed: the next step follows it.
  var lastPassed: String?

  /// The numbers of all exercises that passed when they were last checked.
  var passed: Set<String> {
    Set(lessons.values.flatMap(\.outcomes.values).filter { $0.state == .passed }.map(\.exercise))
  }

  /// The outcomes of a whole lesson, if it has not changed since.
  func outcomes(of lesson: CatalogueLesson, key: String) -> [Outcome]? {
    guard let known = lessons[lesson.name], known.key == key else { return nil }
    let outcomes = lesson.exercises.compactMap { known.outcomes[$0.number] }
    return outcomes.count == lesson.exercises.count ? outcomes : nil
  }

  mutating func remember(_ outcomes: [Outcome], of lesson: CatalogueLesson, key: String) {
    if lessons[lesson.name]?.key != key { lessons[lesson.name] = Lesson(key: key, outcomes: [:]) }
    for outcome in outcomes { lessons[lesson.name]?.outcomes[outcome.exercise] = outcome }
  }

  private static func file(in place: Place) -> URL {
    place.cache.appendingPathComponent("record.json")
  }

  static func read(from place: Place) -> LearnerRecord {
    let data = (try? Data(contentsOf: file(in: place))) ?? Data()
    return (try? JSONDecoder().decode(Self.self, from: data)) ?? LearnerRecord()
  }

  func write(to place: Place) throws {
    try FileManager.default.createDirectory(at: place.cache, withIntermediateDirectories: true)
    try JSONEncoder().encode(self).write(to: Self.file(in: place), options: .atomic)
  }
}

extension Place {
  /// Changes whenever this program, and with it the checks, was built anew.
  static let stamp: String = {
    let attributes = try? FileManager.default.attributesOfItem(atPath: executable.path)
    let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(date) \(attributes?[.size] as? Int ?? 0)"
  }()
}
