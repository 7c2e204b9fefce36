import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program of ours, run in a process group of its own, so that nothing of it outlives its time.
///
/// For code that one trusts, such as the compiler or a judge; a learner's code runs in a `ConfinedProcess`.
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
    let (process, pipe) = try Self.spawning.withLock { _ throws(NotStarted) in try spawn() }
    defer { close(pipe) }
    Self.running.withLock { _ = $0.insert(process) }
    defer { Self.running.withLock { _ = $0.remove(process) } }
    var output: [UInt8] = []
    var wasStopped = false
    var status: Int32 = 0
    while true {
      let isOpen = Self.read(from: pipe, into: &output, atMost: mostOutput)
      if !isOpen { break }
      if clock.now - start > .seconds(limit) {
        wasStopped = true
        break
      }
      // A grandchild may hold the pipe open for longer than its parent lives.
      if waitpid(process, &status, WNOHANG) == process {
        while Self.read(from: pipe, into: &output, atMost: mostOutput, wait: 0), !output.isEmpty {
          if output.count >= mostOutput { break }
          if !Self.isReadable(pipe) { break }
        }
        Self.kill(group: process)
        return end(status, output, clock.now - start, wasStopped)
      }
    }
    var pause: UInt32 = 200
    while waitpid(process, &status, WNOHANG) == 0 {
      if wasStopped || clock.now - start > .seconds(limit) {
        wasStopped = true
        Self.kill(group: process)
      }
      usleep(pause)
      pause = min(pause + 200, 5000)
    }
    _ = Self.systemKill(-process, SIGKILL)
    return end(status, output, clock.now - start, wasStopped)
  }

  private func end(_ status: Int32, _ output: [UInt8], _ time: Duration, _ wasStopped: Bool) -> End
  {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    let isExit = status & 0x7f == 0
    return End(
      status: isExit ? status >> 8 & 0xff : nil, output: output, seconds: seconds,
      wasStopped: wasStopped)
  }

  private static func isReadable(_ pipe: Int32, wait: Int32 = 0) -> Bool {
    var event = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, wait) > 0
  }

  /// Reads what is there, waiting for it a moment; false at the end of the pipe.
  private static func read(
    from pipe: Int32, into output: inout [UInt8], atMost limit: Int, wait: Int32 = 20
  ) -> Bool {
    guard isReadable(pipe, wait: wait) else { return true }
    let size = 1 << 16
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, systemRead(pipe, buffer.baseAddress!, size))
    }
    output += chunk.prefix(max(0, limit - output.count))
    return !chunk.isEmpty
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ size: Int)
    -> Int
  {
    #if canImport(Glibc)
      Glibc.read(file, buffer, size)
    #elseif canImport(Musl)
      Musl.read(file, buffer, size)
    #else
      Darwin.read(file, buffer, size)
    #endif
  }

  /// Kills every program that is running, as when the learner presses Ctrl-C.
  public static func killAll() {
    for process in running.withLock({ $0 }) { kill(group: process) }
  }

  private static let running = Mutex<Set<pid_t>>([])
  /// One at a time: a pipe that is just being made must not be inherited by somebody else's program.
  private static let spawning = Mutex(())

  /// Kills a process, its group, and its descendants, which may have groups of their own.
  private static func kill(group: pid_t) {
    let family = descendants(of: group)
    _ = systemKill(-group, SIGKILL)
    for member in family { _ = systemKill(member, SIGKILL) }
  }

  private static func descendants(of process: pid_t) -> [pid_t] {
    #if os(Linux)
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      var parents: [pid_t: pid_t] = [:]
      for member in folders.compactMap({ pid_t($0) }) {
        // "12 (name) S 11 ...": the name may contain anything, parentheses too.
        guard let text = try? String(contentsOfFile: "/proc/\(member)/stat", encoding: .utf8),
          let end = text.range(of: ") ", options: .backwards)
        else { continue }
        let words = text[end.upperBound...].split(separator: " ")
        if words.count > 1, let parent = pid_t(words[1]) { parents[member] = parent }
      }
      var family: Set<pid_t> = [process]
      var count = 0
      while count < family.count {
        count = family.count
        for (member, parent) in parents where family.contains(parent) { family.insert(member) }
      }
      return family.subtracting([process]).sorted()
    #else
      return []
    #endif
  }

  private static func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.kill(process, signal)
    #elseif canImport(Musl)
      Musl.kill(process, signal)
    #else
      Darwin.kill(process, signal)
    #endif
  }

  private func spawn() throws(NotStarted) -> (pid_t, pipe: Int32) {
    var (inputEnds, outputEnds): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard Self.makePipe(&inputEnds), Self.makePipe(&outputEnds) else {
      throw NotStarted(reason: String(cString: strerror(errno)))
    }
    defer { for end in inputEnds + [outputEnds[1]] where end >= 0 { close(end) } }
    input.withUnsafeBytes { _ = write(inputEnds[1], $0.baseAddress, $0.count) }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawn_file_actions_adddup2(&actions, inputEnds[0], 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 2)
    // Changing the folder is not in every C library's posix_spawn; the shell can do it everywhere.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    var words = (shell + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, shell[0], &actions, &attributes, &words, &variables)
    guard error == 0 else {
      close(outputEnds[0])
      throw NotStarted(reason: "\(shell[0]): \(String(cString: strerror(error)))")
    }
    return (process, outputEnds[0])
  }

  /// A pipe that other programs, started at the same time, do not inherit.
  private static func makePipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }
}
