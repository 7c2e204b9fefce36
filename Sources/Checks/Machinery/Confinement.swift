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
/// Computing time, memory, output and waiting are limited by the system. macOS does not enforce the
/// limit on memory; there a watch on the resident size ends the process.
struct Confinement {
  private let assignment: Assignment
  private let notes: Int32

  init(_ assignment: Assignment) {
    self.assignment = assignment
    let log = open(assignment.path("log"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    dup2(log, STDOUT_FILENO)
    dup2(log, STDERR_FILENO)
    stopBufferingOutput()
    notes = open(assignment.path("asked"), O_RDWR | O_CREAT, 0o600)
    endMark = open(assignment.path("end"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    endStatus = assignment.status
    limit(assignment.limits)
    watchMemory(megabytes: assignment.limits.megabytes)
    catchStackOverflow()
    atexit {
      mark("exit")
      _exit(endStatus)
    }
  }

  /// Keeps the call that is being made, for the message of a crash.
  func note(_ asked: String) {
    let bytes = Array(asked.utf8)
    ftruncate(notes, 0)
    pwrite(notes, bytes, bytes.count, 0)
  }

  /// Ends the process as one that has said everything.
  func end() -> Never { _exit(assignment.status) }
}

/// What a signal handler and an exit handler may use: they are given nothing, and reach only globals.
///
/// Written once, before any code under test runs.
private nonisolated(unsafe) var endMark: Int32 = -1
private nonisolated(unsafe) var endStatus: Int32 = 1

/// Leaves a word on how the process ended; safe in a signal handler.
private func mark(_ word: StaticString) {
  _ = write(endMark, word.utf8Start, word.utf8CodeUnitCount)
}

// MARK: - Limits

private func limit(_ limits: Limits) {
  #if canImport(Darwin)
    func set(_ resource: Int32, _ soft: Int, _ hard: Int) {
      var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
      setrlimit(resource, &limit)
    }
    let (cpu, memory, file, core) = (RLIMIT_CPU, RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_CORE)
  #else
    func set(_ resource: __rlimit_resource, _ soft: Int, _ hard: Int) {
      var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
    let (cpu, memory, file, core) = (RLIMIT_CPU, RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_CORE)
    let bytes = addressSpaceInUse() + limits.megabytes << 20
    set(memory, bytes, bytes)
  #endif
  set(cpu, limits.computingSeconds, limits.computingSeconds + 1)
  set(file, limits.outputBytes, limits.outputBytes)
  set(core, 0, 0)
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

/// Ends the process when its resident memory passes the limit, where the system does not see to it.
private func watchMemory(megabytes: Int) {
  #if canImport(Darwin)
    Thread.detachNewThread {
      while true {
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        if usage.ru_maxrss >> 20 > megabytes {
          mark("memory")
          _exit(endStatus)
        }
        usleep(20_000)
      }
    }
  #endif
}

// MARK: - Stack overflow

/// A second stack for the handler, since the first one is full when it is needed.
private let signalStackSize = 64 << 10
private nonisolated(unsafe) let stackEnds = UnsafeMutablePointer<UInt>.allocate(capacity: 1)

extension Confinement {
  /// Tells the signal handler where this thread's stack ends.
  static func prepareThread(stackSize: Int) {
    guard endMark >= 0 else { return }
    var place = 0
    withUnsafePointer(to: &place) { stackEnds.pointee = UInt(bitPattern: $0) - UInt(stackSize) }
    var second = stack_t()
    second.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: signalStackSize, alignment: 16)
    #if canImport(Darwin)
      second.ss_size = UInt(signalStackSize)
    #else
      second.ss_size = signalStackSize
    #endif
    sigaltstack(&second, nil)
  }
}

private func catchStackOverflow() {
  var action = sigaction()
  let handler:
    @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void = {
      signal, info, _ in
      #if canImport(Darwin)
        let address = UInt(bitPattern: info?.pointee.si_addr)
      #else
        let address = UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr)
      #endif
      let end = stackEnds.pointee
      if address > end - (1 << 20), address < end + (64 << 10) {
        mark("stack overflow")
        _exit(endStatus)
      }
      // Not ours: the instruction is repeated, and ends the process.
      Foundation.signal(signal, SIG_DFL)
    }
  #if canImport(Darwin)
    action.__sigaction_u.__sa_sigaction = handler
  #else
    action.__sigaction_handler.sa_sigaction = handler
  #endif
  action.sa_flags = SA_SIGINFO | SA_ONSTACK
  sigaction(SIGSEGV, &action, nil)
  sigaction(SIGBUS, &action, nil)
}
