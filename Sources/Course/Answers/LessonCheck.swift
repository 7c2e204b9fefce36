import Checks
import ExerciseKit
import Foundation
import Synchronization

/// What lies where the answer to an exercise belongs.
enum Answer: Sendable {
  /// The file as it was handed out.
  case untouched
  /// No file.
  case missing
  /// Something that is not even read, and why.
  case unreadable(Text)
  /// A text: where the compiler finds it, and what it says.
  case written(path: String, text: String)

  var text: String? {
    if case .written(_, let text) = self { text } else { nil }
  }
}

/// Checks the answers of one lesson: reads, compiles, runs, each on its own account.
struct LessonCheck: Sendable {
  let compiler: LessonCompiler
  let run: AnswerRun
  /// How many answers run at the same time.
  var width = 1

  struct Result: Sendable {
    let exercise: Exercise
    let outcome: Outcome
    let seconds: Double
  }

  /// The outcomes of the exercises, in their order.
  ///
  /// The answers of a lesson are compiled together, which is fast. But they are one module then,
  /// and what one file declares can break another: an answer that does not pass beside such
  /// neighbours is compiled and run once more by itself, and the better result counts.
  func check(_ exercises: [Exercise], _ answers: [String: Answer]) throws -> [Result] {
    var settled: [String: Outcome] = [:]
    for exercise in compiler.lesson.exercises {
      settled[exercise.number] = Self.settled(exercise, answers[exercise.file] ?? .missing)
    }
    let open = exercises.filter { settled[$0.number] == nil }
    guard !open.isEmpty else {
      return exercises.map { Result(exercise: $0, outcome: settled[$0.number]!, seconds: 0) }
    }
    try compiler.cleanUp()
    var results = try together(open, answers, settled)
    for exercise in open where results[exercise.number]?.outcome.state != .passed {
      guard hasNeighbours(exercise, answers, settled) else { continue }
      let alone = try self.alone(exercise, answers)
      if alone.outcome.isBetter(than: results[exercise.number]!.outcome) {
        results[exercise.number] = alone
      }
    }
    return exercises.map { exercise in
      results[exercise.number]
        ?? Result(exercise: exercise, outcome: settled[exercise.number]!, seconds: 0)
    }
  }

  // MARK: - Two ways of compiling

  private func together(
    _ open: [Exercise], _ answers: [String: Answer], _ settled: [String: Outcome]
  ) throws -> [String: Result] {
    let sources = compiler.lesson.exercises.map {
      source(of: $0, settled[$0.number] == nil ? answers[$0.file] : nil)
    }
    let product = try compiler.compile(sources)
    let results = try concurrently(open, width: width) { judge($0, answers, product) }
    return Dictionary(uniqueKeysWithValues: results.map { ($0.exercise.number, $0) })
  }

  private func alone(_ exercise: Exercise, _ answers: [String: Answer]) throws -> Result {
    let sources = compiler.lesson.exercises.map {
      source(of: $0, $0.number == exercise.number ? answers[$0.file] : nil)
    }
    return judge(exercise, answers, try compiler.compile(sources))
  }

  private func judge(
    _ exercise: Exercise, _ answers: [String: Answer], _ product: LessonCompiler.Product
  ) -> Result {
    if let message = product.broken[exercise.file] {
      return Result(exercise: exercise, outcome: Self.broken(exercise, message), seconds: 0)
    }
    let calls = LibraryCalls(objects: product.objects)
    do {
      if let call = try calls.replaced(by: exercise, sources: answers.compactMapValues(\.text)) {
        let outcome = Outcome(refusing: exercise, because: call.message)
        return Result(exercise: exercise, outcome: outcome, seconds: 0)
      }
    } catch {
      let outcome = Outcome(notGraded: exercise, because: error.reason)
      return Result(exercise: exercise, outcome: outcome, seconds: 0)
    }
    let result = run.run(exercise, library: product.library)
    return Result(exercise: exercise, outcome: result.outcome, seconds: result.seconds)
  }

  /// Whether another file of the lesson declares something that this one could stumble over.
  private func hasNeighbours(
    _ exercise: Exercise, _ answers: [String: Answer], _ settled: [String: Outcome]
  ) -> Bool {
    compiler.lesson.exercises.contains { other in
      guard other.number != exercise.number, settled[other.number] == nil,
        let text = answers[other.file]?.text
      else { return false }
      let stub = try? String(contentsOf: compiler.place.stub(of: other), encoding: .utf8)
      return SharedNames(of: text) != SharedNames(of: stub ?? "")
    }
  }

  // MARK: - Single answers

  /// What can be said without compiling; nil when the answer must be run.
  private static func settled(_ exercise: Exercise, _ answer: Answer) -> Outcome? {
    switch answer {
    case .untouched:
      Outcome(notAttempted: exercise)
    case .missing:
      Outcome(notAttempted: exercise, isMissing: true)
    case .unreadable(let reason):
      Outcome(refusing: exercise, because: reason)
    case .written(_, let text):
      Forbidden.found(in: text).map { Outcome(refusing: exercise, because: $0.message) }
    }
  }

  /// The student's file, or its stub where there is none to compile.
  private func source(of exercise: Exercise, _ answer: Answer?) -> LessonCompiler.Source {
    let stub = compiler.place.stub(of: exercise).path
    if case .written(let path, _)? = answer {
      let isSealed = FileManager.default.fileExists(atPath: stub)
      return .init(file: exercise.file, path: path, stub: isSealed ? stub : nil)
    }
    return .init(file: exercise.file, path: stub, stub: nil)
  }

  private static func broken(_ exercise: Exercise, _ message: CompilerMessage) -> Outcome {
    let isOwn = message.path.hasSuffix("/" + exercise.file)
    let place = isOwn ? "\(exercise.path):\(message.lineNumber)" : exercise.path
    let hint: Text = "is it still public, with the name and the types it was handed out with?"
    let meant = CompilerHint.hint(for: message.text)
    let words =
      isOwn || message.path.isEmpty
      ? meant.map { "\(message.text) (\($0.words))" } ?? message.text
      : "\(message.text): \(hint.words)"
    return Outcome(didNotCompile: exercise, at: place, because: words)
  }
}

extension Outcome {
  /// More points, or the same and at least compiled.
  fileprivate func isBetter(than other: Outcome) -> Bool {
    if state == .notGraded { return false }
    if other.state == .notGraded { return true }
    if points != other.points { return points > other.points }
    return state == .passed || (other.state == .didNotCompile && state != .didNotCompile)
  }
}

/// Maps on so many threads at once, keeping the order; the first error wins.
func concurrently<Element: Sendable, Output: Sendable>(
  _ elements: [Element], width: Int, _ body: @escaping @Sendable (Element) throws -> Output
) throws -> [Output] {
  let next = Mutex(0)
  let outputs = Mutex<[Int: Swift.Result<Output, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: max(1, min(width, elements.count))) { _ in
    while true {
      let place = next.withLock { place in
        place += 1
        return place - 1
      }
      guard place < elements.count else { return }
      let output = Swift.Result { try body(elements[place]) }
      outputs.withLock { $0[place] = output }
    }
  }
  return try outputs.withLock { outputs in
    try elements.indices.map { try outputs[$0]!.get() }
  }
}
