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
  func check(_ exercises: [Exercise], _ answers: [String: Answer]) throws -> [Result] {
    var settled: [String: Outcome] = [:]
    for exercise in compiler.lesson.exercises {
      settled[exercise.number] = Self.settled(exercise, answers[exercise.file] ?? .missing)
    }
    let sources = compiler.lesson.exercises.map { source(of: $0, answers, settled) }
    let open = exercises.filter { settled[$0.number] == nil }
    var product: LessonCompiler.Product?
    if !open.isEmpty {
      product = try compiler.compile(sources)
      for exercise in open {
        guard let message = product?.broken[exercise.file] else { continue }
        settled[exercise.number] = Self.broken(exercise, message)
      }
    }
    let library = product?.library ?? ""
    let known = settled
    return try concurrently(exercises, width: width) { exercise in
      if let outcome = known[exercise.number] {
        return Result(exercise: exercise, outcome: outcome, seconds: 0)
      }
      let result = try run.run(exercise, library: library)
      return Result(exercise: exercise, outcome: result.outcome, seconds: result.seconds)
    }
  }

  /// What can be said without compiling; nil when the answer must be run.
  private static func settled(_ exercise: Exercise, _ answer: Answer) -> Outcome? {
    switch answer {
    case .untouched:
      return Outcome(notAttempted: exercise)
    case .missing:
      return Outcome(notAttempted: exercise, isMissing: true)
    case .unreadable(let reason):
      return Outcome(refusing: exercise, because: reason)
    case .written(_, let text):
      if let forbidden = Forbidden.found(in: text) {
        return Outcome(refusing: exercise, because: forbidden.message)
      }
      return Shortcut.found(in: exercise, source: text).map {
        Outcome(refusing: exercise, because: $0.message)
      }
    }
  }

  /// The student's file, or its stub where that file must not or need not be compiled.
  private func source(
    of exercise: Exercise, _ answers: [String: Answer], _ settled: [String: Outcome]
  ) -> LessonCompiler.Source {
    let stub = compiler.place.stub(of: exercise).path
    if case .written(let path, _)? = answers[exercise.file], settled[exercise.number] == nil {
      let isSealed = FileManager.default.fileExists(atPath: stub)
      return .init(file: exercise.file, path: path, stub: isSealed ? stub : nil)
    }
    return .init(file: exercise.file, path: stub, stub: nil)
  }

  private static func broken(_ exercise: Exercise, _ message: CompilerMessage) -> Outcome {
    let isOwn = message.path.hasSuffix("/" + exercise.file)
    let place = isOwn ? "\(exercise.path):\(message.lineNumber)" : exercise.path
    let hint: Text = "is it still public, with the name and the types it was handed out with?"
    let words = isOwn || message.path.isEmpty ? message.text : "\(message.text): \(hint.words)"
    return Outcome(didNotCompile: exercise, at: place, because: words)
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
