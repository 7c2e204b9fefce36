import Checks
import ExerciseKit
import Foundation
import Sandbox
import Synchronization

/// Grades a class: each submission is read, compiled against the course, and run, answer by answer.
///
/// What was graded is kept at once, so that an interrupted grading goes on where it was, and one that
/// is repeated grades only what has changed.
struct Grader: Sendable {
  let options: GradeOptions
  private let seed: UInt64
  private let isolation: Isolation

  private static let stateFolder = ".state"
  private static let workFolder = ".work"

  init(_ options: GradeOptions) throws {
    self.options = options
    let work = options.out.appendingPathComponent(Self.workFolder)
    let state = options.out.appendingPathComponent(Self.stateFolder)
    for folder in [work, state] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    seed = try Self.settledSeed(options.seed, in: state)
    let solutions = Place.course.root.appendingPathComponent("Solutions").path
    let hidden = [options.folder.path, options.out.path, solutions].filter {
      FileManager.default.fileExists(atPath: $0)
    }
    isolation = try Isolation.strongest(hidden: hidden, asked: options.isolation)
  }

  /// The seed that was asked for, or that of last time, or a new one.
  private static func settledSeed(_ asked: UInt64?, in state: URL) throws -> UInt64 {
    let file = state.appendingPathComponent("seed")
    let old = (try? String(contentsOf: file, encoding: .utf8)).flatMap(UInt64.init)
    let seed = asked ?? old ?? UInt64.random(in: 1...999_999)
    try Data("\(seed)".utf8).write(to: file)
    return seed
  }

  /// Grades all submissions; those that could not be graded are named with the reason.
  func run() throws -> (grades: Grades, troubles: [String]) {
    let lock = try FolderLock(options.out, waits: false)
    defer { withExtendedLifetime(lock) {} }
    let places = try Submission.all(in: options.folder)
    guard !places.isEmpty else {
      throw ToolError("\(options.folder.path) has no folders and no .zip files to grade")
    }
    let progress = GradingProgress(total: places.count)
    let jobs = Mutex(Array(1...options.jobs))
    let troubles = Mutex<[String]>([])
    let graded = try concurrently(places, width: options.jobs) { place -> GradedSubmission? in
      let job = jobs.withLock { $0.removeFirst() }
      defer { jobs.withLock { $0.append(job) } }
      do {
        let result = try grade(place, job: job)
        progress.finished(result)
        return result
      } catch {
        let reason = (error as? ToolError)?.message.words ?? error.localizedDescription
        troubles.withLock { $0.append("\(place.lastPathComponent): \(reason)") }
        return nil
      }
    }
    progress.end()
    try? FileManager.default.removeItem(at: options.out.appendingPathComponent(Self.workFolder))
    let grades = Grades(
      graded.compactMap { $0 }, options, seed: seed, isolation: isolationWords)
    return (grades, troubles.withLock { $0 })
  }

  // MARK: - One submission

  private func grade(_ place: URL, job: Int) throws -> GradedSubmission {
    let submission = try Submission(at: place)
    let numbers = options.exercises.map(\.number).joined(separator: " ")
    let key = submission.key("\(seed) \(Place.stamp) \(numbers)")
    var hash = ContentHash()
    hash.add(submission.name)
    let file = options.out.appendingPathComponent("\(Self.stateFolder)/\(hash.text).json")
    if let data = try? Data(contentsOf: file),
      let known = try? JSONDecoder().decode(GradedSubmission.self, from: data), known.key == key
    {
      return known
    }
    let folder = options.out.appendingPathComponent("\(Self.workFolder)/job\(job)")
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("Exercises"))
    var results: [GradedSubmission.Result] = []
    for lesson in CatalogueLesson.all {
      let exercises = options.exercises.filter { $0.lesson == lesson.number }
      if exercises.isEmpty { continue }
      let check = try lessonCheck(lesson, in: folder)
      let answers = try copy(lesson, of: submission, to: folder)
      results += try check.check(exercises, answers).map {
        GradedSubmission.Result(outcome: $0.outcome, seconds: $0.seconds)
      }
    }
    let graded = GradedSubmission(
      name: submission.name, key: key, flags: submission.flags, results: results)
    try JSONEncoder().encode(graded).write(to: file, options: .atomic)
    return graded
  }

  private func lessonCheck(_ lesson: CatalogueLesson, in folder: URL) throws -> LessonCheck {
    let work = options.out.appendingPathComponent(Self.workFolder)
    return LessonCheck(
      compiler: LessonCompiler(
        place: .course, lesson: lesson, sourceFolder: folder.path,
        folder: folder.appendingPathComponent(lesson.folder),
        moduleCache: work.appendingPathComponent("ModuleCache")),
      run: AnswerRun(seed: seed, isolation: isolation))
  }

  /// Writes the files of a lesson that a student has changed, fresh, into the work folder.
  private func copy(_ lesson: CatalogueLesson, of submission: Submission, to folder: URL) throws
    -> [String: Answer]
  {
    var answers: [String: Answer] = [:]
    let place = folder.appendingPathComponent("Exercises/\(lesson.folder)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for exercise in lesson.exercises {
      switch submission.files[exercise.number] ?? .missing {
      case .missing: answers[exercise.file] = .missing
      case .unreadable(let reason): answers[exercise.file] = .unreadable(reason)
      case .data(let data):
        let stub = FileManager.default.contents(atPath: Place.course.stub(of: exercise).path)
        if data == stub {
          answers[exercise.file] = .untouched
        } else if let text = String(data: data, encoding: .utf8) {
          try data.write(to: place.appendingPathComponent(exercise.file))
          answers[exercise.file] = .written(path: exercise.path, text: text)
        } else {
          answers[exercise.file] = .unreadable("the file is not text in UTF-8")
        }
      }
    }
    return answers
  }

  /// What stood around the answers, for the summary.
  private var isolationWords: String {
    var words = ["a process group and limits for each answer"]
    switch isolation {
    case .none where options.isolation != nil: words.append("no namespaces, as you asked")
    case .none: words.append("no namespaces (neither `bwrap` nor `unshare` works here)")
    case .unshare: words.append("own processes and no network (unshare)")
    case .bubblewrap: words.append("own processes, no network, hidden folders (bwrap)")
    }
    return words.joined(separator: ", ")
  }
}

/// A bar in a terminal; elsewhere a line for each submission.
private final class GradingProgress: Sendable {
  private let total: Int
  private let done = Mutex(0)
  private let isTerminal = isatty(2) == 1

  init(total: Int) {
    self.total = total
    if isTerminal { draw(0, "") }
  }

  func finished(_ submission: GradedSubmission) {
    done.withLock { done in
      done += 1
      let name = submission.name.oneLine
      guard isTerminal else {
        return Console.complain("\("\(done)".flushRight("\(total)".count))/\(total)  \(name)")
      }
      draw(done, name)
    }
  }

  private func draw(_ done: Int, _ name: String) {
    let width = 30
    let full = width * done / total
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    write("\r\u{1b}[K \(bar) \(done)/\(total)  \(name.fitted(to: 30))")
  }

  func end() { if isTerminal { write("\r\u{1b}[K") } }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
