import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts the running process under limits, so that nothing an answer does can harm more than its exercise.
///
/// The system limits computing time, memory, output and waiting. macOS does not enforce the limit on
/// memory: there a watch on the resident size ends the process. On Linux a fence also keeps the
/// process from signalling others, from starting programs and from the network.
struct Confinement: Sendable {
  private let assignment: Assignment
  private let notes: Int32
  private let log: Int32

  init(_ assignment: Assignment) {
    self.assignment = assignment
    log = open(assignment.path("log"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    notes = open(assignment.path("asked"), O_WRONLY | O_CREAT, 0o600)
    dup2(log, STDOUT_FILENO)
    dup2(log, STDERR_FILENO)
    LastWords.prepare(assignment)
    limit(assignment.limits)
    if let readable = assignment.readable {
      FileFence.close(readable: readable, writable: assignment.folder)
    }
    Fence.close()
  }

  /// Keeps the call that is being made, for the message of a crash, and where its output begins.
  func note(_ asked: String) {
    fflush(nil)
    let bytes = Array("\(lseek(log, 0, SEEK_END))\n\(asked)".utf8)
    ftruncate(notes, 0)
    pwrite(notes, bytes, bytes.count, 0)
  }

  /// What the answer has printed since the last note.
  func printed() -> String {
    fflush(nil)
    return Output(assignment).printed
  }

  /// Ends the process as one that has said everything.
  func end() -> Never { _exit(assignment.status) }
}

private func limit(_ limits: Limits) {
  #if canImport(Darwin)
    func set(_ resource: Int32, _ soft: Int, _ hard: Int) {
      var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
      setrlimit(resource, &limit)
    }
    LastWords.watchMemory(megabytes: limits.megabytes)
  #else
    func set(_ resource: __rlimit_resource, _ soft: Int, _ hard: Int) {
      var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
    let bytes = addressSpaceInUse() + limits.megabytes << 20
    set(RLIMIT_AS, bytes, bytes)
  #endif
  set(RLIMIT_CPU, limits.computingSeconds, limits.computingSeconds + 3)
  set(RLIMIT_FSIZE, limits.outputBytes, limits.outputBytes)
  set(RLIMIT_CORE, 0, 0)
  alarm(UInt32(limits.seconds))
}

#if !canImport(Darwin)
  /// What the process has mapped before the code under test runs.
  private func addressSpaceInUse() -> Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ").first.flatMap { Int($0) }
    return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
#endif
