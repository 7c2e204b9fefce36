import Checks
import Dispatch
import ExerciseKit
import Foundation

/// Ctrl-C: nothing that the tool has started goes on without it.
enum Interruption {
  private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

  /// What is said then.
  nonisolated(unsafe) static var farewell: Text?

  /// A folder that is being built and is worth nothing before it is whole.
  nonisolated(unsafe) static var unfinished: URL?

  /// Call it once, at the start.
  static func prepare() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Program.killAll()
        if let unfinished { try? FileManager.default.removeItem(at: unfinished) }
        if let farewell { Console.complain("\nCourse: \(farewell.words)") }
        exit(128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}
