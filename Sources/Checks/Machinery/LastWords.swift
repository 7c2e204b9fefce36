import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
#if os(Linux) && canImport(Runtime)
  import Runtime
#endif

/// What a dying process can still tell: why, and on which line of the student's file.
///
/// Handlers of signals and of `exit` are given nothing and reach only globals; those here are written
/// once, before any code under test runs. Looking for the line is not allowed in a signal handler by the letter: it may
/// hang or crash. So the reason is written first, and an alarm ends whatever hangs.
enum LastWords {
  static func prepare(_ assignment: Assignment) {
    reasonFile = open(assignment.path("reason"), O_WRONLY | O_CREAT, 0o600)
    lineFile = open(assignment.path("line"), O_WRONLY | O_CREAT, 0o600)
    status = assignment.status
    for signal in crashes { handle(signal) { signal, info, _ in crashed(signal, info) } }
    handle(SIGXCPU) { _, _, _ in interrupt("computing") }
    handle(SIGALRM) { _, _, _ in interrupt(hasComputed() ? "slow" : "waiting") }
    handle(SIGXFSZ) { _, _, _ in
      give("output")
      _exit(status)
    }
    handle(SIGUSR1) { _, _, _ in endOnInterrupt() }
    atexit {
      give("exit")
      tellLine()
      _exit(status)
    }
  }

  /// Tells the handlers which thread runs the code under test, and gives it a second stack for them.
  static func prepareThread(stackSize: Int) {
    guard reasonFile >= 0 else { return }
    var place = 0
    withUnsafePointer(to: &place) { stackEnd = UInt(bitPattern: $0) - UInt(stackSize) }
    worker = pthread_self()
    // Threads of a concurrency pool block most signals, and hand that on to the threads they start.
    var every = sigset_t()
    sigfillset(&every)
    pthread_sigmask(SIG_UNBLOCK, &every, nil)
    let size = 1 << 20
    var second = stack_t()
    second.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    second.ss_size = .init(size)
    sigaltstack(&second, nil)
  }

  /// Ends the process when its resident memory passes the limit, where the system does not see to it.
  static func watchMemory(megabytes: Int) {
    #if canImport(Darwin)
      Thread.detachNewThread {
        while true {
          var usage = rusage()
          getrusage(RUSAGE_SELF, &usage)
          if usage.ru_maxrss >> 20 > megabytes {
            give("memory")
            _exit(status)
          }
          usleep(20_000)
        }
      }
    #endif
  }
}

private nonisolated(unsafe) var reasonFile: Int32 = -1
private nonisolated(unsafe) var lineFile: Int32 = -1
private nonisolated(unsafe) var status: Int32 = 1
private nonisolated(unsafe) var stackEnd: UInt = 0
private nonisolated(unsafe) var worker: pthread_t? = nil

private let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS]

/// Writes the reason; safe in any handler.
private func give(_ reason: StaticString) {
  _ = write(reasonFile, reason.utf8Start, reason.utf8CodeUnitCount)
}

private typealias Handler =
  @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

private func handle(_ signal: Int32, with handler: @escaping Handler) {
  var action = sigaction()
  #if canImport(Darwin)
    action.__sigaction_u.__sa_sigaction = handler
  #else
    action.__sigaction_handler.sa_sigaction = handler
  #endif
  action.sa_flags = .init(SA_SIGINFO | SA_ONSTACK)
  sigaction(signal, &action, nil)
}

// MARK: - The handlers

/// A trap or an overflow.
///
/// On return the instruction is repeated, and now ends the process.
private func crashed(_ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?) {
  forgetHandlers()
  #if canImport(Darwin)
    let address = UInt(bitPattern: info?.pointee.si_addr)
  #else
    let address = UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr)
  #endif
  let isAccess = number == SIGSEGV || number == SIGBUS
  let isOverflow = isAccess && address > stackEnd - (1 << 20) && address < stackEnd + (64 << 10)
  give(isOverflow ? "stack overflow" : name(ofCrash: number))
  tellLine()
  if isOverflow { _exit(status) }
}

/// The kind of crash in a word, since the search for the line may end the process in another way.
private func name(ofCrash number: Int32) -> StaticString {
  switch number {
  case SIGABRT: "crash abort"
  case SIGSEGV, SIGBUS: "crash memory"
  case SIGFPE: "crash arithmetic"
  default: "crash trap"
  }
}

/// A limit of time: the thread that runs the code under test is asked where it is.
private func interrupt(_ reason: StaticString) {
  forgetHandlers()
  give(reason)
  if let worker, pthread_kill(worker, SIGUSR1) == 0 {
    // Back to waiting; the worker ends the process, or else the alarm.
  } else {
    _exit(status)
  }
}

/// Whether the process has used half a second or more, so that it does not just sleep.
private func hasComputed() -> Bool { clock() > CLOCKS_PER_SEC / 2 }

private func endOnInterrupt() {
  tellLine()
  _exit(status)
}

private func forgetHandlers() {
  for number in crashes + [SIGXCPU, SIGALRM] { _ = signal(number, SIG_DFL) }
  alarm(4)
}

/// Writes "Exercises/Lesson02/UpdateRule.swift:20", the innermost line of the student's on this thread.
private func tellLine() {
  fflush(nil)
  #if os(Linux) && canImport(Runtime)
    guard
      let symbols = try? Backtrace.capture().symbolicated(options: [.showSourceLocations]),
      let place = symbols.frames.lazy.compactMap({ $0.symbol?.sourceLocation })
        .first(where: { $0.path.contains("/Exercises/Lesson") && $0.line > 0 }),
      let start = place.path.range(of: "Exercises/Lesson", options: .backwards)
    else { return }
    let bytes = Array("\(place.path[start.lowerBound...]):\(place.line)".utf8)
    _ = write(lineFile, bytes, bytes.count)
  #endif
}
