#if os(Linux) && canImport(Runtime)
  import Foundation
  import Testing

  @testable import Sandbox

  /// A judge that looks up a line has an alarm of its own, which must ring all the same.
  @Suite struct StackTraceTests {
    @Test func leavesTheAlarmOfItsProcess() async {
      await #expect(processExitsWith: .success) {
        alarm(500)
        _ = StackTrace.line(in: [91, 93], matching: "Exercises")
        exit(alarm(0) > 400 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    /// Otherwise a thread would put back the alarm of another one, and nobody would ever stop it.
    @Test func leavesNoAlarmOfAnotherThread() async {
      await #expect(processExitsWith: .success) {
        DispatchQueue.concurrentPerform(iterations: 2000) { _ in
          _ = StackTrace.line(in: [91, 93], matching: "Exercises")
        }
        exit(alarm(0) == 0 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  }
#endif
