import Checks
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, run in a process group of its own, so that nothing of it outlives its time.
struct Program: Sendable {
  var arguments: [String]
  /// All that the program sees of the environment.
  var environment: [String: String] = [:]
  /// Where it runs.
  var folder: String
  /// The files that its input comes from and its output goes to.
  var input = "/dev/null"
  var output = "/dev/null"

  struct End: Sendable {
    let end: ProcessEnd
    let seconds: Double
    /// Whether its time was up.
    let wasStopped: Bool
  }

  /// Runs the program; at the end, or when its time is up, its whole group is killed.
  func run(atMost limit: Double) throws -> End {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn()
    Self.running.withLock { _ = $0.insert(process) }
    defer { Self.running.withLock { _ = $0.remove(process) } }
    var status: Int32 = 0
    var pause: UInt32 = 500
    var wasStopped = false
    while waitpid(process, &status, WNOHANG) == 0 {
      if !wasStopped, clock.now - start > .seconds(limit) {
        wasStopped = true
        Self.kill(group: process)
      }
      usleep(pause)
      pause = min(pause + 500, 5000)
    }
    _ = Self.systemKill(-process, SIGKILL)
    let elapsed = (clock.now - start).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    let isExit = status & 0x7f == 0
    let end = isExit ? ProcessEnd.status(status >> 8 & 0xff) : .signal(status & 0x7f)
    return End(end: end, seconds: seconds, wasStopped: wasStopped)
  }

  /// Kills every program that is running, as when the learner presses Ctrl-C.
  static func killAll() {
    for process in running.withLock({ $0 }) { kill(group: process) }
  }

  private static let running = Mutex<Set<pid_t>>([])

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

  private func spawn() throws -> pid_t {
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
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Changing the folder is not in every C library's posix_spawn; the shell can do it everywhere.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    var words = (shell + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, shell[0], &actions, &attributes, &words, &variables)
    guard error == 0 else {
      throw ToolError("cannot start \(shell[0]): \(String(cString: strerror(error)))")
    }
    return process
  }
}
