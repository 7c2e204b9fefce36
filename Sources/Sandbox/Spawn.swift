import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts programs in a process group of their own, with just the descriptors that are handed over.
package enum Spawn {
  /// Starts a program; `files` become its descriptors 0, 1, 2, ...
  package static func start(
    _ arguments: [String], _ environment: [String: String], _ files: [Int32]
  ) throws -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
      let onlyGiven = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
      let onlyGiven: Int32 = 0
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
    let flags =
      Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK)
      | Int32(POSIX_SPAWN_SETSIGDEF) | onlyGiven
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // First out of the way: one of the given files may have a number that another one is to get.
    let high = (files.max() ?? 0) + 1
    for (place, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, high + Int32(place))
    }
    for place in files.indices {
      posix_spawn_file_actions_adddup2(&actions, high + Int32(place), Int32(place))
      posix_spawn_file_actions_addclose(&actions, high + Int32(place))
    }
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    guard error == 0 else {
      throw ConfinedProcess.NotStarted(
        reason: "\(arguments[0]) cannot be started: \(String(cString: strerror(error)))")
    }
    return process
  }
}

/// A process and its descendants, which may have groups of their own.
package enum Family {
  /// Kills all of them.
  package static func kill(_ process: pid_t) {
    let members = descendants(of: process)
    _ = systemKill(-process, SIGKILL)
    _ = systemKill(process, SIGKILL)
    for member in members { _ = systemKill(member, SIGKILL) }
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

  /// For how long they have computed, all together; 0 where the system does not tell.
  static func computingSeconds(of process: pid_t) -> Double {
    #if os(Linux)
      let everybody = Self.everybody()
      let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
      return ([process] + descendants(of: process, among: everybody))
        .reduce(0) { $0 + Double(everybody[$1]?.ticks ?? 0) } / ticks
    #else
      return 0
    #endif
  }

  private static func descendants(of process: pid_t) -> [pid_t] {
    #if os(Linux)
      descendants(of: process, among: everybody())
    #else
      []
    #endif
  }

  #if os(Linux)
    private struct Member {
      let parent: pid_t
      /// The time that it has computed, in the system's measure.
      let ticks: Int
    }

    private static func everybody() -> [pid_t: Member] {
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      var members: [pid_t: Member] = [:]
      for process in folders.compactMap({ pid_t($0) }) {
        // "12 (name) S 11 ...": the name may contain anything, parentheses too.
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
          let end = text.range(of: ") ", options: .backwards)
        else { continue }
        let words = text[end.upperBound...].split(separator: " ")
        guard words.count > 12, let parent = pid_t(words[1]) else { continue }
        let ticks = words[11...12].compactMap { Int($0) }.reduce(0, +)
        members[process] = Member(parent: parent, ticks: ticks)
      }
      return members
    }

    private static func descendants(of process: pid_t, among everybody: [pid_t: Member]) -> [pid_t]
    {
      var family: Set<pid_t> = [process]
      var count = 0
      while count < family.count {
        count = family.count
        for (process, member) in everybody where family.contains(member.parent) {
          family.insert(process)
        }
      }
      return family.subtracting([process]).sorted()
    }
  #endif
}
