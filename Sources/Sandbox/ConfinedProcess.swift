import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process with somebody else's code, seen from outside: two pipes to talk to it, and what it leaves behind.
///
/// The program that is started must call `Confinement.enter()` first. Everything about the process is untrusted: what it sends,
/// what it prints, what it says about its own end.
public final class ConfinedProcess {
  /// A process that could not be started, for a reason of the machine's.
  public struct NotStarted: Error, Sendable, CustomStringConvertible {
    /// Why.
    public let reason: String
    /// The reason, in words.
    public var description: String { reason }
  }

  /// Nothing more comes from the process, or nothing in time.
  public enum Silence: Error, Sendable { case closed, late }

  private let process: pid_t
  private let requests: Int32
  private let replies: Int32
  private let log: ScratchFile
  private let report: ScratchFile
  private let start = ContinuousClock.now
  private let limits: Limits
  private var termination: Termination?

  /// Starts a program in a sandbox, with nothing of the environment but what is given.
  public init(
    _ arguments: [String], environment: [String: String] = [:], in sandbox: Sandbox
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    limits = sandbox.limits
    log = try ScratchFile()
    report = try ScratchFile()
    var (requestEnds, replyEnds): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&requestEnds) == 0, pipe(&replyEnds) == 0 else {
      throw NotStarted(reason: "no pipe: \(String(cString: strerror(errno)))")
    }
    for end in requestEnds + replyEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(requestEnds[0])
      close(replyEnds[1])
    }
    let order = ConfinementOrder(limits: sandbox.limits, readable: sandbox.readable)
    var environment = environment
    environment[ConfinementOrder.variable] = order.text
    // Those who isolate are found on the usual path.
    environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
    let files = [requestEnds[0], replyEnds[1], log.descriptor, log.descriptor, report.descriptor]
    do {
      process = try Spawn.start(
        sandbox.isolation.prefix(readable: sandbox.readable) + arguments, environment, files)
    } catch {
      close(requestEnds[1])
      close(replyEnds[0])
      throw error
    }
    requests = requestEnds[1]
    replies = replyEnds[0]
    let process = process
    Self.running.withLock { _ = $0.insert(process) }
  }

  deinit {
    _ = end(patience: 0)
    close(log.descriptor)
    close(report.descriptor)
  }

  // MARK: - Talking

  /// Sends bytes; throws when the process no longer listens.
  public func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(requests, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Silence.closed }
      rest = rest.dropFirst(count)
    }
  }

  /// Receives exactly so many bytes, or throws at the deadline.
  public func receive(exactly count: Int, until deadline: ContinuousClock.Instant) throws -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, 1 << 16))
    while bytes.count < count {
      let left = ContinuousClock.now.duration(to: deadline).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { throw Silence.late }
      var event = pollfd(fd: replies, events: Int16(POLLIN), revents: 0)
      let ready = poll(&event, 1, Int32(min(milliseconds, 1000)))
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      let size = min(count - bytes.count, 1 << 16)
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, read(replies, buffer.baseAddress, size))
      }
      guard !chunk.isEmpty else { throw Silence.closed }
      bytes += chunk
    }
    return bytes
  }

  // MARK: - What it leaves behind

  /// Whether the process came so far as to confine itself, before any of somebody else's code was loaded.
  public var hasStarted: Bool {
    report.bytes(from: 0, atMost: 1) == Array(Confinement.startMark.utf8)
  }

  /// How much it has printed so far.
  public var printedCount: Int { log.count }

  /// A few lines of what it printed since then, without the words of a trap.
  public func printed(since start: Int) -> String {
    let few = 3
    let lines = log.text(from: start, atMost: 1 << 14).split(whereSeparator: \.isNewline)
      .map(String.init)
    let said = lines.prefix { !TrapWords.isTrap($0) }
    var shown = said.prefix(few).map { $0.count > 120 ? $0.prefix(120) + " ..." : $0 }
    if said.count > few { shown.append("...") }
    return shown.joined(separator: "\n")
  }

  /// Where it was when it died, for `StackTrace.line`.
  public var trace: [UInt8] {
    let bytes = report.bytes(from: 0, atMost: StackTrace.largest)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
    return Array(bytes[bytes.index(after: end)...])
  }

  // MARK: - The end

  /// Ends the process with all that it has started, and tells how it ended.
  ///
  /// A process that is dying by itself is given some seconds to say why.
  @discardableResult
  public func end(patience: Double = 3) -> Termination {
    if let termination { return termination }
    close(requests)
    let (status, wasStopped) = wait(patience)
    close(replies)
    Self.running.withLock { _ = $0.remove(process) }
    let first = report.text(from: 0, atMost: 64).split(
      separator: "\n", omittingEmptySubsequences: false
    ).first
    let size = log.count
    let termination = Termination(
      status: status, reason: String(first?.dropFirst() ?? ""),
      log: log.text(from: max(0, size - 1 << 14), atMost: 1 << 14)
        .split(whereSeparator: \.isNewline).map(String.init),
      wasStopped: wasStopped,
      isOverTime: ContinuousClock.now - start >= .seconds(limits.computingSeconds))
    self.termination = termination
    return termination
  }

  private func wait(_ patience: Double) -> (status: Int32, wasStopped: Bool) {
    var status: Int32 = 0
    var pause: UInt32 = 100
    var isKilled = false
    let limit = ContinuousClock.now + .seconds(patience)
    while waitpid(process, &status, WNOHANG) == 0 {
      if !isKilled, ContinuousClock.now > limit {
        isKilled = true
        Family.kill(process)
      }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
    // What it has started may outlive it.
    _ = kill(-process, SIGKILL)
    return (status, isKilled)
  }

  private static let running = Mutex<Set<pid_t>>([])

  /// Kills every confined process of this program, as when somebody presses Ctrl-C.
  public static func killAll() {
    for process in running.withLock({ $0 }) { Family.kill(process) }
  }
}
