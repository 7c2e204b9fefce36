import Checks
import ExerciseKit
import Foundation
import Sandbox

/// How the check of an exercise fares with the mutants of its reference.
struct MutationRun: Sendable {
  /// What became of a mutant.
  enum Fate: String, Codable, Sendable {
    /// Caught, and a typical mistake was named.
    case cause
    /// Caught, and something true of the answer was told; whether it helps, a person must read.
    case symptom
    /// Caught, and nothing was told but asked, expected and yours.
    case silent
    /// Stopped by a limit: caught too.
    case timedOut
    /// Let through.
    case survived
    /// Let through, and it is right.
    case equivalent
  }

  struct Result: Sendable {
    let mutant: Mutant
    let fate: Fate
    /// What the student reads.
    let outcome: Outcome
    /// What stands after "likely"; for a stop or a crash, without such a line, how it ended.
    let title: String?
  }

  let exercise: Exercise
  let results: [Result]
  /// How many there were before the compiler had its say.
  let written: Int
  /// Equivalent mutants of the list that did not come up, or were caught.
  let stale: [String]
  let seconds: Double

  func count(_ fates: Fate...) -> Int { results.count { fates.contains($0.fate) } }

  /// Mutates, compiles and judges.
  ///
  /// At most `most` of the mutants: the first ones, or some that the seed draws.
  init(
    _ exercise: Exercise, _ place: Place, _ equivalents: EquivalentMutants, most: Int = .max,
    drawnBy seed: UInt64? = nil
  ) throws {
    let start = ContinuousClock.now
    self.exercise = exercise
    let reference = place.root.appendingPathComponent(
      "Solutions/\(exercise.folder)/\(exercise.file)")
    let all = Mutator.mutants(of: try String(contentsOf: reference, encoding: .utf8))
    var order = Array(all.indices)
    if let seed {
      var generator = SeededGenerator(seed: seed)
      order.shuffle(using: &generator)
    }
    let mutants = order.prefix(most).sorted().map { all[$0] }
    written = mutants.count
    let lesson = CatalogueLesson.all.first { $0.number == exercise.lesson }!
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mutants-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let compiler = LessonCompiler(
      place: place, lesson: lesson, sourceFolder: folder.path, folder: folder,
      moduleCache: place.cache.appendingPathComponent("ModuleCache"))
    let compiled = try MutantLibrary(compiler: compiler, exercise: exercise).compile(mutants)
    results = try concurrently(compiled, width: ProcessInfo.processInfo.activeProcessorCount) {
      try Self.judge($0, exercise, equivalents)
    }
    let survivors = Set(
      results.filter { $0.fate == .equivalent }.map(\.mutant.key))
    // What was not tried can be anything.
    let listed = mutants.count == all.count ? equivalents.reasons[exercise.number] ?? [:] : [:]
    stale = listed.keys.filter { !survivors.contains($0) }.sorted()
    let time = (ContinuousClock.now - start).components
    seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }

  /// Shorter than a student's: a loop without end is seen in a second too.
  private static let limits: Limits = {
    var limits = Limits()
    limits.computingSeconds = 1
    limits.seconds = 8
    return limits
  }()

  private static func judge(
    _ compiled: MutantLibrary.Compiled, _ exercise: Exercise, _ equivalents: EquivalentMutants
  ) throws -> Result {
    let mutant = compiled.mutant
    func result(_ fate: Fate, _ outcome: Outcome, _ title: String? = nil) -> Result {
      Result(mutant: mutant, fate: fate, outcome: outcome, title: title)
    }
    let calls = LibraryCalls(objects: [exercise.file: compiled.object])
    if let call = try calls.replaced(by: exercise, sources: [exercise.file: mutant.text]) {
      let outcome = Outcome(refusing: exercise, because: call.message)
      return result(.cause, outcome, call.message.words)
    }
    let outcome = AnswerRun(limits: limits)
      .run(exercise, library: compiled.library, entry: compiled.entry).outcome
    let likely = outcome.lines.first { $0.label == .likely }?.text
    let causes = Catalogue.check(exercise.number)?.causes ?? []
    switch outcome.state {
    case .passed:
      let isListed = equivalents.reason(exercise, mutant) != nil
      return result(isListed ? .equivalent : .survived, outcome)
    case .notGraded:
      // The machine's fault says nothing about the check.
      throw ToolError("a mutant of \(exercise.number) could not be judged")
    case .tooSlow, .tooMuchMemory, .tooMuchOutput:
      return result(
        likely == nil ? .timedOut : .cause, outcome,
        likely ?? outcome.lines.first { $0.label == .stopped }?.text)
    default:
      guard let likely else {
        // A trap's own words, with the line, are what happened.
        let crash = outcome.lines.first { $0.label == .crashed }?.text
        return result(crash == nil ? .silent : .symptom, outcome, crash)
      }
      return result(causes.contains(likely) ? .cause : .symptom, outcome, likely)
    }
  }
}
