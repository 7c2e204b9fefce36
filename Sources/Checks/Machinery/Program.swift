import Foundation
import Sandbox
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program of ours, run in a process group of its own, so that nothing of it outlives its
/// time.
///
/// For code that one trusts, such as the compiler or a judge; a learner's code runs in a
/// `ConfinedProcess`.
public struct Program: Sendable {
  /// The program and its arguments.
  public var arguments: [String]
  /// All that the program sees of the environment.
  public var environment: [String: String] = [:]
  /// Where it runs.
  public var folder: String
  /// What it reads: a few kilobytes at most.
  public var input: [UInt8] = []
  /// How much of what it prints is kept; the rest is read and forgotten.
  public var mostOutput = 1 << 20

  /// How a program ended.
  public struct End: Sendable {
    /// Its exit status; nil when a signal ended it.
    public let status: Int32?
    /// What it printed on standard output and standard error.
    public let output: [UInt8]
    /// How long it took.
    public let seconds: Double
    /// Whether its time was up.
    public let wasStopped: Bool
  }

  /// A program that could not be started, and why.
  public struct NotStarted: Error, Sendable {
    /// Why.
    public let reason: String
  }

  /// Describes a program to run.
  public init(arguments: [String], environment: [String: String] = [:], folder: String) {
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// Runs the program; at the end, or when its time is up, its whole group is killed.
  public func run(atMost limit: Double) throws(NotStarted) -> End {
    let clock = ContinuousClock()
    let start = clock.now
    let (process, pipe) = try launch()
    Self.running.withLock { _ = $0.insert(process) }
    defer { Self.running.withLock { _ = $0.remove(process) } }
    var output: [UInt8] = []
    var status: Int32 = 0
    var wasStopped = false
    var isOpen = true
    var pause: UInt32 = 200
    // The pipe may be closed long before the end, and a grandchild may hold it open for longer than
    // its parent lives.
    while waitpid(process, &status, WNOHANG) == 0 {
      if clock.now - start > .seconds(limit) {
        wasStopped = true
        Family.kill(process)
      }
      if isOpen, !wasStopped {
        isOpen = take(from: pipe, into: &output, atMost: mostOutput, wait: 20)
      } else {
        usleep(pause)
        pause = min(pause + 200, 5000)
      }
    }
    // What it has started may outlive it; what it printed last may still lie in the pipe.
    _ = kill(-process, SIGKILL)
    while output.count < mostOutput, isReadable(pipe, wait: 0),
      take(from: pipe, into: &output, atMost: mostOutput, wait: 0)
    {}
    let time = (clock.now - start).components
    return End(
      status: status & 0x7f == 0 ? status >> 8 & 0xff : nil, output: output,
      seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18, wasStopped: wasStopped)
  }

  /// Kills every program that is running, as when the learner presses Ctrl-C.
  public static func killAll() {
    for process in running.withLock({ $0 }) { Family.kill(process) }
  }

  private static let running = Mutex<Set<pid_t>>([])

  // MARK: - Start and output

  private func launch() throws(NotStarted) -> (pid_t, Descriptor) {
    do {
      let (read, print) = (try Descriptor.pipe(), try Descriptor.pipe())
      defer { for end in [read.reading, read.writing, print.writing] { end.close() } }
      input.withUnsafeBytes { _ = write(read.writing.number, $0.baseAddress, $0.count) }
      // Changing the folder is not in every C library's posix_spawn; the shell can do it
      // everywhere.
      let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
      let process = try Spawn.start(
        shell + arguments, environment,
        [read.reading.number, print.writing.number, print.writing.number])
      return (process, print.reading)
    } catch { throw NotStarted(reason: "\(error)") }
  }

  private func isReadable(_ pipe: Descriptor, wait: Int32) -> Bool {
    var event = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, wait) > 0
  }

  /// Reads what is there, waiting for it a moment; false at the end of the pipe.
  private func take(
    from pipe: Descriptor, into output: inout [UInt8], atMost limit: Int, wait: Int32
  ) -> Bool {
    guard isReadable(pipe, wait: wait) else { return true }
    let size = 1 << 16
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(pipe.number, buffer.baseAddress, size))
    }
    output += chunk.prefix(max(0, limit - output.count))
    return !chunk.isEmpty
  }
}
