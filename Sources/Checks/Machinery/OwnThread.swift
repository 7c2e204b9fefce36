import ExerciseKit
import Foundation

/// A thread for the code under test: with a stack of known size, and one that `todo()` can leave hanging.
enum OwnThread {
  enum End {
    case finished
    case reachedTodo(function: String)
  }

  static let stackSize = 8 << 20

  /// Runs `body` and waits until it ends or calls `todo()`.
  static func run(_ body: @escaping () -> Void) -> End {
    let task = Task(body: body)
    let thread = Thread {
      LastWords.prepareThread(stackSize: stackSize)
      Stub.$onReach.withValue({ task.stop(at: $0) }) { task.body() }
      task.done.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    task.done.wait()
    return task.end
  }

  private final class Task: @unchecked Sendable {
    let body: () -> Void
    let done = DispatchSemaphore(value: 0)
    var end = End.finished

    init(body: @escaping () -> Void) { self.body = body }

    /// A function that never returns cannot be unwound: its thread sleeps for good.
    func stop(at function: String) -> Never {
      end = .reachedTodo(function: function)
      done.signal()
      while true { sleep(1000) }
    }
  }
}
