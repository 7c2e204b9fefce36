import Checks
import ExerciseKit
import Foundation
import Sandbox
import Testing

/// Has the student's answer to one exercise judged, and tells how it went.
///
/// The answer runs in a process of its own, with limits; the check runs in another one, which never
/// sees a line of the answer's code. A stub that still says `todo()` cancels the test: neither
/// passed nor failed.
func attempt(_ number: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
  guard let exercise = Catalogue.check(number)?.exercise else {
    Issue.record("There is no exercise \(number)", sourceLocation: sourceLocation)
    return
  }
  let outcome = refusal(of: exercise) ?? judgement(of: exercise)
  switch outcome.state {
  case .passed: return
  case .notAttempted: try Test.cancel("not attempted")
  default:
    let message = outcome.message(title: exercise.title)
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
  }
}

private func judgement(of exercise: Exercise) -> Outcome {
  let host = Products.folder.appendingPathComponent("ExerciseHost").path
  let judge = Products.folder.appendingPathComponent("Course").path
  let launch = AnswerLaunch(arguments: [host, "\(exercise.lesson)"], readable: [host])
  return JudgeProcess.outcome(
    of: .init(exercise.number, seed: JudgeProcess.seedFromEnvironment, launch: launch),
    by: [judge, "judge"])
}

/// An answer that calls what it should have built is not judged.
private func refusal(of exercise: Exercise) -> Outcome? {
  guard !exercise.replaces.isEmpty else { return nil }
  let folder = Repository.root.appendingPathComponent("Exercises/\(exercise.folder)")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  var (objects, sources): ([String: String], [String: String]) = ([:], [:])
  for name in names where name.hasSuffix(".swift") {
    let module = "Exercises\(exercise.folder.dropFirst("Lesson".count)).build"
    objects[name] = Products.folder.appendingPathComponent("\(module)/\(name).o").path
    sources[name] = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
  // Where the build is laid out in another way, a learner's own test does without; the grader does
  // not.
  let call = try? LibraryCalls(objects: objects).replaced(by: exercise, sources: sources)
  return call.map { Outcome(refusing: exercise, because: $0.message) }
}

/// What was built together with these tests.
private enum Products {
  static let folder: URL = {
    #if canImport(Darwin)
      // The tests are a bundle, which some tool has loaded: ask where this code lies.
      let bundle = Bundle(for: Marker.self).bundleURL
    #else
      let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #endif
    return bundle.deletingLastPathComponent()
  }()

  private final class Marker {}
}
