import Foundation
import Sandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ways to talk, and not to talk, to whoever started the process.
enum Talk: String {
  case adds, computes, prints, playsWithTheTerminal, garbage, dripsSlowly, staysSilent
  case closesItsPipes, diesBetweenRequests, triesCalls, takesBackTheMark, forgesATrace, neverReads

  func answer(_ request: Int32, _ channel: Channel) {
    switch self {
    case .adds: channel.send(request + 1)
    case .computes: channel.send(Honest.computes())
    case .prints:
      for n in 0..<request { print("line \(n)") }
      fflush(nil)
      channel.send(request)
    case .playsWithTheTerminal:
      print("\u{1b}[2J\u{1b}]0;root\u{7}all \u{202e}passed\tgreen \u{9b}31m")
      fflush(nil)
      channel.send(0)
    case .garbage:
      while (try? channel.write((0..<1000).map { _ in .random(in: 0...255) })) != nil {}
    case .dripsSlowly:
      while (try? channel.write([1])) != nil { usleep(300_000) }
    case .staysSilent: sleep(1000)
    case .closesItsPipes:
      for file in 3..<Int32(1024) { close(file) }
      sleep(1000)
    case .diesBetweenRequests:
      channel.send(request)
      _exit(0)
    case .triesCalls:
      // So many numbers follow; each is called with nothing but zeros.
      for _ in 0..<request {
        guard let number = channel.number() else { _exit(0) }
        let result = systemCall(Int(UInt32(bitPattern: number)))
        channel.send(result == -1 ? errno : 0)
      }
    case .takesBackTheMark:
      for file in 1..<Int32(260) {
        ftruncate(file, 0)
        _ = pwrite(file, "#", 1, 0)
      }
      _exit(1)
    case .forgesATrace:
      let text = "crash trap\n" + String(repeating: "[", count: 100_000)
      _ = write(4, text, text.utf8.count)
      _exit(1)
    case .neverReads: sleep(1000)
    }
  }
}

/// What right answers do, and what must go on working in the sandbox.
private enum Honest {
  /// 0 when everything came out as outside; else which of it did not.
  static func computes() -> Int32 {
    nonisolated(unsafe) let sums = UnsafeMutablePointer<Int>.allocate(capacity: 64)
    DispatchQueue.concurrentPerform(iterations: 64) { n in sums[n] = (0...n).reduce(0, +) }
    guard (0..<64).allSatisfy({ sums[$0] == $0 * ($0 + 1) / 2 }) else { return 1 }
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread { done.signal() }
    guard done.wait(timeout: .now() + 5) == .success else { return 2 }
    Task.detached {
      try? await Task.sleep(for: .milliseconds(2))
      done.signal()
    }
    guard done.wait(timeout: .now() + 5) == .success else { return 3 }
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.002) { done.signal() }
    guard done.wait(timeout: .now() + 5) == .success else { return 4 }
    guard String(format: "%.3f", 0.5) == "0.500", Int.random(in: 1...6) > 0 else { return 5 }
    guard ProcessInfo.processInfo.activeProcessorCount > 0, Date().timeIntervalSince1970 > 0 else {
      return 6
    }
    let program = CommandLine.arguments[0]
    guard FileManager.default.contents(atPath: program)?.isEmpty == false else { return 7 }
    guard let data = try? JSONEncoder().encode([1.5, 2]),
      (try? JSONDecoder().decode([Double].self, from: data)) == [1.5, 2]
    else { return 8 }
    guard readsAThreadsStatus() else { return 10 }
    let list = (0..<1_000_000).map(Float.init).sorted(by: >)
    return list[0] == 999_999 ? 0 : 9
  }

  /// What Dispatch does now and then, and dies of when it is refused.
  private static func readsAThreadsStatus() -> Bool {
    #if os(Linux)
      let done = DispatchSemaphore(value: 0)
      nonisolated(unsafe) var isRead = false
      Thread.detachNewThread {
        // "7/task/8"
        let thread = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
        let number = thread?.split(separator: "/").last ?? ""
        let file = open("/proc/\(number)/stat", O_RDONLY | O_NONBLOCK)
        isRead = file >= 0
        close(file)
        done.signal()
      }
      done.wait()
      return isRead
    #else
      return true
    #endif
  }
}
