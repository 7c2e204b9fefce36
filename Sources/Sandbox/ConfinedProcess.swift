import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process with somebody else's code, seen from outside: two pipes to talk to it, and what it
/// leaves behind.
///
/// The program that is started must call `Confinement.enter()` first. Everything about the process
/// is untrusted: what it sends, what it prints, what it says about its own end.
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

  let process: pid_t
  private let requests: Descriptor
  private let replies: Descriptor
  private let log: ScratchFile
  private let mark: ScratchFile
  private let report: ScratchFile
  private let sandbox: Sandbox
  private var termination: Termination?

  /// Starts a program in a sandbox, with nothing of the environment but what is given.
  ///
  /// On Linux the process ends with the thread that starts it.
  public init(
    _ arguments: [String], environment: [String: String] = [:], in sandbox: Sandbox
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    self.sandbox = sandbox
    (log, mark, report) = (try ScratchFile(), try ScratchFile(), try ScratchFile())
    let (request, reply) = (try Descriptor.pipe(), try Descriptor.pipe())
    defer {
      request.reading.close()
      reply.writing.close()
    }
    (requests, replies) = (request.writing, reply.reading)
    // A process that does not read must not make its judge wait for ever.
    _ = fcntl(requests.number, F_SETFL, O_NONBLOCK)
    let order = ConfinementOrder(limits: sandbox.limits, readable: sandbox.readable)
    var environment = environment
    environment[ConfinementOrder.variable] = order.text
    // Those who isolate are found on the usual path.
    environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
    process = try Spawn.start(
      sandbox.isolation.prefix(readable: sandbox.readable) + arguments, environment,
      [
        request.reading.number, reply.writing.number, log.descriptor, mark.descriptor,
        report.descriptor,
      ])
    let process = process
    Self.running.withLock { _ = $0.insert(process) }
  }

  deinit { _ = end(patience: 0) }

  // MARK: - Talking

  /// Sends bytes; throws when the process no longer listens, or not in time.
  ///
  /// Without a deadline it is given as long as its limit on the clock.
  public func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant? = nil) throws {
    let deadline = deadline ?? .now + .seconds(sandbox.limits.seconds)
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: POLLOUT, on: requests, until: deadline)
      let count = rest.withUnsafeBytes { write(requests.number, $0.baseAddress, $0.count) }
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { throw Silence.closed }
      rest = rest.dropFirst(count)
    }
  }

  /// Receives exactly so many bytes, or throws at the deadline.
  ///
  /// A length that the process has told must be capped by the caller; memory is taken only for what
  /// arrives.
  public func receive(exactly count: Int, until deadline: ContinuousClock.Instant) throws -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, 1 << 16))
    while bytes.count < count {
      try wait(for: POLLIN, on: replies, until: deadline)
      let size = min(count - bytes.count, 1 << 16)
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, read(replies.number, buffer.baseAddress, size))
      }
      guard !chunk.isEmpty else { throw Silence.closed }
      bytes += chunk
    }
    return bytes
  }

  private func wait(
    for event: some BinaryInteger, on pipe: Descriptor, until deadline: ContinuousClock.Instant
  ) throws {
    // After the end the pipe's number may belong to somebody else.
    guard termination == nil else { throw Silence.closed }
    while true {
      let left = ContinuousClock.now.duration(to: deadline).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { throw Silence.late }
      var wish = pollfd(fd: pipe.number, events: Int16(event), revents: 0)
      if poll(&wish, 1, Int32(min(milliseconds, 1000))) > 0 { return }
    }
  }

  // MARK: - What it leaves behind

  /// Whether the process came so far as to confine itself, before any of somebody else's code was
  /// loaded.
  ///
  /// The process has given the mark away by the time that code is loaded: it cannot be forged, nor
  /// taken back.
  public var hasStarted: Bool { mark.count > 0 }

  /// How much it has printed so far.
  public var printedCount: Int { log.count }

  /// A few lines of what it printed since then, without the words of a trap.
  public func printed(since start: Int) -> String {
    let few = 3
    let said = log.lines(from: start, atMost: 1 << 14).prefix { !TrapWords.isTrap($0) }
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
    requests.close()
    let (status, wasStopped, seconds) = wait(patience)
    replies.close()
    Self.running.withLock { _ = $0.remove(process) }
    let termination = Termination(
      status: status, reason: report.lines(from: 0, atMost: 64).first ?? "",
      log: log.lines(from: max(0, log.count - 1 << 14), atMost: 1 << 14),
      wasStopped: wasStopped, computed: seconds, limits: sandbox.limits,
      throughOthers: sandbox.isolation != .none)
    self.termination = termination
    return termination
  }

  private func wait(_ patience: Double) -> (status: Int32, wasStopped: Bool, computed: Double) {
    var status: Int32 = 0
    var usage = rusage()
    var pause: UInt32 = 100
    var computed: Double?
    let limit = ContinuousClock.now + .seconds(patience)
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      if computed == nil, ContinuousClock.now > limit {
        computed = Family.computingSeconds(of: process)
        Family.kill(process)
      }
      usleep(pause)
      pause = min(pause * 2, 5000)
    }
    // What it has started may outlive it.
    _ = kill(-process, SIGKILL)
    let used = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    return (status, computed != nil, max(used, computed ?? 0))
  }

  private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  private static let running = Mutex<Set<pid_t>>([])

  /// Kills every confined process of this program, as when somebody presses Ctrl-C.
  public static func killAll() {
    for process in running.withLock({ $0 }) { Family.kill(process) }
  }
}
