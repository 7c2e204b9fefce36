import Checks
import ExerciseKit
import Foundation
import Sandbox
import Synchronization

/// Grades a class: each submission is read, compiled against the course, and run, answer by answer.
///
/// What was graded is kept at once, so that an interrupted grading goes on where it was, and one
/// that is repeated grades only what has changed.
struct Grader: Sendable {
  let options: GradeOptions
  private let submissions: ClassFolder
  /// The files as they were handed out, by the exercise's number.
  private let stubs: [String: Data]
  /// What every result depends on besides the submission.
  private let settings: String
  private let seed: UInt64
  private let isolation: Isolation

  private static let stateFolder = ".state"
  private static let workFolder = ".work"

  init(_ options: GradeOptions) throws {
    self.options = options
    // Nothing is written before it is known that there is something to grade.
    submissions = try ClassFolder(options.folder)
    guard !submissions.entries.isEmpty else {
      throw ToolError("\(options.folder.path) is empty: there is nothing to grade")
    }
    guard !submissions.entries.contains(where: { $0.name == "Exercises" }) else {
      throw ToolError(
        "\(options.folder.path) is one submission: expected the folder in which all of them lie")
    }
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
    var stubs: [String: Data] = [:]
    var hash = ContentHash()
    for exercise in Catalogue.exercises {
      stubs[exercise.number] =
        FileManager.default.contents(atPath: Place.course.stub(of: exercise).path)
      hash.add(stubs[exercise.number] ?? Data())
    }
    self.stubs = stubs
    let numbers = options.exercises.map(\.number).joined(separator: " ")
    settings = "\(seed) \(Place.stamp) \(hash.text) \(numbers)"
  }

  /// The seed that was asked for, or that of last time, or a new one.
  private static func settledSeed(_ asked: UInt64?, in state: URL) throws -> UInt64 {
    let file = state.appendingPathComponent("seed")
    let old = (try? String(contentsOf: file, encoding: .utf8)).flatMap(UInt64.init)
    let seed = asked ?? old ?? UInt64.random(in: 1...999_999)
    try Data("\(seed)".utf8).write(to: file)
    return seed
  }

  /// Grades all submissions; what could not be graded is among them, with the reason.
  func run() throws -> Grades {
    let lock = try FolderLock(options.out, waits: false)
    defer { withExtendedLifetime(lock) {} }
    let progress = GradingProgress(total: submissions.entries.count)
    let jobs = Mutex(Array(1...options.jobs))
    let graded = try concurrently(submissions.entries, width: options.jobs) { entry in
      let job = jobs.withLock { $0.removeFirst() }
      defer { jobs.withLock { $0.append(job) } }
      let result = grade(entry, job: job)
      progress.finished(result)
      return result
    }
    progress.end()
    try? FileManager.default.removeItem(at: options.out.appendingPathComponent(Self.workFolder))
    return Grades(graded, options, seed: seed, isolation: isolationWords)
  }

  // MARK: - One submission

  /// A submission that cannot be read, or a machine that cannot go on, costs nobody points.
  private func grade(_ entry: ClassFolder.Entry, job: Int) -> GradedSubmission {
    do {
      return try tryToGrade(entry, job: job)
    } catch {
      let reason =
        (error as? NotGraded)?.reason.words ?? (error as? ToolError)?.message.words
        ?? SystemTrouble(error).sentence.words
      return GradedSubmission(notGraded: reason, name: entry.name)
    }
  }

  private func tryToGrade(_ entry: ClassFolder.Entry, job: Int) throws -> GradedSubmission {
    let folder = options.out.appendingPathComponent("\(Self.workFolder)/job\(job)")
    let contents = try submissions.open(entry)
    if case .archive(_, let data) = contents {
      // Its bytes tell whether it has changed: it need not be unpacked.
      var hash = ContentHash()
      hash.add(settings)
      hash.add(data)
      if let known = known(entry, key: hash.text) { return known }
      let submission = try Submission(contents, name: entry.name, Unpacker(folder: folder))
      return try grade(submission, entry, key: hash.text, in: folder)
    }
    let submission = try Submission(contents, name: entry.name, Unpacker(folder: folder))
    let key = submission.key(settings, stubs)
    if let known = known(entry, key: key) { return known }
    return try grade(submission, entry, key: key, in: folder)
  }

  /// Where the result of a submission is kept.
  private func stateFile(_ entry: ClassFolder.Entry) -> URL {
    var hash = ContentHash()
    hash.add(entry.name)
    return options.out.appendingPathComponent("\(Self.stateFolder)/\(hash.text).json")
  }

  /// The result of last time, if everything is as it was then.
  private func known(_ entry: ClassFolder.Entry, key: String) -> GradedSubmission? {
    guard let data = try? Data(contentsOf: stateFile(entry)),
      let known = try? JSONDecoder().decode(GradedSubmission.self, from: data), known.key == key,
      known.name == entry.name, known.results.count == options.exercises.count
    else { return nil }
    return known
  }

  private func grade(
    _ submission: Submission, _ entry: ClassFolder.Entry, key: String, in folder: URL
  ) throws -> GradedSubmission {
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
      name: entry.name, key: key, flags: submission.flags, results: results)
    // What the machine could not do may go well the next time.
    if graded.isComplete {
      try JSONEncoder().encode(graded).write(to: stateFile(entry), options: .atomic)
    }
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
        if data == stubs[exercise.number] {
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
    let fences = Sandbox.fences
    words.append(
      fences.systemCalls ? "a list of allowed system calls (seccomp)" : "no list of system calls")
    words.append(
      fences.files ? "readable files (Landlock)" : "no list of readable files (no Landlock here)")
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
