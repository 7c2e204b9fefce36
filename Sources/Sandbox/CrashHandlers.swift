import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a dying process can still tell: why, and where it was.
///
/// Handlers of signals are given nothing and reach only globals; those here are written once,
/// before any code under test runs. Keeping a stack trace is not allowed in a signal handler by the
/// letter: it may hang or crash. So the reason is written first, and an alarm ends whatever hangs.
enum CrashHandlers {
  /// Installs the handlers, for the thread that calls; they write into an open file.
  static func install(report: Int32) {
    reportFile = report
    for signal in crashes {
      handle(signal) { signal, info, context in
        crashed(signal, info, context)
      }
    }
    handle(SIGXCPU) { _, _, context in interrupt("computing", context) }
    handle(SIGALRM) { _, _, context in
      interrupt(hasComputed() ? "slow" : "waiting", context)
    }
    handle(SIGXFSZ) { _, _, _ in
      give("output")
      _exit(1)
    }
    handle(SIGUSR1) { _, _, context in call({ endHere() }, from: context) }
    prepareThread(stackSize: stackSize)
  }

  /// How large the stack of the first thread may grow.
  private static var stackSize: Int {
    var limit = rlimit()
    #if canImport(Glibc)
      getrlimit(__rlimit_resource_t(3), &limit)
    #else
      getrlimit(3, &limit)
    #endif
    return limit.rlim_cur > 1 << 30 ? 8 << 20 : Int(limit.rlim_cur)
  }

  /// Tells the handlers which thread runs the code under test, and gives it a second stack for
  /// them.
  private static func prepareThread(stackSize: Int) {
    var place = 0
    withUnsafePointer(to: &place) { stackEnd = UInt(bitPattern: $0) - UInt(stackSize) }
    worker = pthread_self()
    // Threads of a concurrency pool block most signals, and hand that on to the threads they start.
    var every = sigset_t()
    sigfillset(&every)
    pthread_sigmask(SIG_UNBLOCK, &every, nil)
    useSecondStack(below: stackEnd)
  }

  /// Gives the handlers a stack of their own, since this thread's is full after an overflow.
  ///
  /// Stack traces are followed towards higher addresses only, so it lies below the first one.
  private static func useSecondStack(below end: UInt) {
    let size = 1 << 20
    var memory: UnsafeMutableRawPointer?
    // A wish that the system may not grant: the place can be taken.
    for distance in [16, 32, 64, 128, 256, 512, 1024] as [UInt] {
      if let memory { munmap(memory, size) }
      let wish = UnsafeMutableRawPointer(bitPattern: (end - distance << 20) & ~0xffff)
      memory = mmap(wish, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
      guard memory != MAP_FAILED else { return }
      if UInt(bitPattern: memory) < end { break }
    }
    var second = stack_t()
    second.ss_sp = memory
    second.ss_size = .init(size)
    sigaltstack(&second, nil)
  }

  /// Ends the process when its resident memory passes the limit, where the system does not see to
  /// it.
  static func watchMemory(megabytes: Int) {
    #if canImport(Darwin)
      Thread.detachNewThread {
        while true {
          var usage = rusage()
          getrusage(RUSAGE_SELF, &usage)
          if usage.ru_maxrss >> 20 > megabytes {
            give("memory")
            _exit(1)
          }
          usleep(20_000)
        }
      }
    #endif
  }
}

private nonisolated(unsafe) var reportFile: Int32 = -1
private nonisolated(unsafe) var stackEnd: UInt = 0
private nonisolated(unsafe) var worker: pthread_t? = nil

private let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS]

/// Writes the reason, a line; safe in any handler.
private func give(_ reason: StaticString) {
  _ = write(reportFile, reason.utf8Start, reason.utf8CodeUnitCount)
  let end: StaticString = "\n"
  _ = write(reportFile, end.utf8Start, 1)
}

private typealias Handler =
  @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

private func handle(_ signal: Int32, with handler: @escaping Handler) {
  var action = sigaction()
  #if canImport(Darwin)
    action.__sigaction_u.__sa_sigaction = handler
  #elseif canImport(Musl)
    action.__sa_handler.sa_sigaction = handler
  #else
    action.__sigaction_handler.sa_sigaction = handler
  #endif
  action.sa_flags = .init(SA_SIGINFO | SA_ONSTACK)
  sigaction(signal, &action, nil)
}

// MARK: - The handlers

/// A trap or an overflow.
private func crashed(
  _ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  forgetHandlers()
  #if canImport(Darwin)
    let address = UInt(bitPattern: info?.pointee.si_addr)
  #elseif canImport(Musl)
    let address = UInt(bitPattern: info?.pointee.__si_fields.__sigfault.si_addr)
  #else
    let address = UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr)
  #endif
  let isAccess = number == SIGSEGV || number == SIGBUS
  let isOverflow = isAccess && address > stackEnd - (1 << 20) && address < stackEnd + (64 << 10)
  give(isOverflow ? "stack overflow" : name(ofCrash: number))
  if isOverflow { endHere() }  // There is no room left to call from.
  call({ endHere() }, from: context)
}

/// The kind of crash in a word, since keeping the trace may end the process in another way.
private func name(ofCrash number: Int32) -> StaticString {
  switch number {
  case SIGABRT: "crash abort"
  case SIGSEGV, SIGBUS: "crash memory"
  case SIGFPE: "crash arithmetic"
  default: "crash trap"
  }
}

/// A limit of time: the thread that runs the code under test is asked where it is.
private func interrupt(_ reason: StaticString, _ context: UnsafeMutableRawPointer?) {
  forgetHandlers()
  give(reason)
  guard let worker else { _exit(1) }
  if pthread_equal(worker, pthread_self()) != 0 {
    call({ endHere() }, from: context)
  } else if pthread_kill(worker, SIGUSR1) != 0 {
    _exit(1)
  }
}

/// Whether the process has used half a second or more, so that it does not just sleep.
private func hasComputed() -> Bool { clock() > CLOCKS_PER_SEC / 2 }

private func endHere() -> Never {
  keepTrace()
  _exit(1)
}

/// Lets the interrupted code call a function: then a stack trace shows the very line it was on.
///
/// From a signal handler alone the trace would begin with the function above it.
private func call(_ function: @convention(c) () -> Void, from context: UnsafeMutableRawPointer?) {
  #if os(Linux) && arch(x86_64)
    guard let context = context?.assumingMemoryBound(to: ucontext_t.self) else { endHere() }
    withUnsafeMutableBytes(of: &context.pointee.uc_mcontext.gregs) { registers in
      let registers = registers.bindMemory(to: UInt.self)
      let (stack, place) = (15, 16)  // REG_RSP and REG_RIP of <sys/ucontext.h>
      // Below the red zone, aligned as after a call instruction.
      let top = ((registers[stack] - 128) & ~15) - 8
      UnsafeMutablePointer<UInt>(bitPattern: top)?.pointee = registers[place]
      registers[stack] = top
      registers[place] = unsafeBitCast(function, to: UInt.self)
    }
  #elseif os(Linux) && arch(arm64)
    guard let context = context?.assumingMemoryBound(to: ucontext_t.self) else { endHere() }
    withUnsafeMutablePointer(to: &context.pointee.uc_mcontext) { machine in
      let linkRegister = 30
      withUnsafeMutableBytes(of: &machine.pointee.regs) { registers in
        registers.bindMemory(to: UInt64.self)[linkRegister] = UInt64(machine.pointee.pc)
      }
      machine.pointee.pc = .init(unsafeBitCast(function, to: UInt.self))
    }
  #else
    endHere()
  #endif
}

private func forgetHandlers() {
  for number in crashes + [SIGALRM] { _ = signal(number, SIG_DFL) }
  _ = signal(SIGXCPU, SIG_IGN)  // It comes again every second.
  alarm(4)
}

private func keepTrace() {
  fflush(nil)
  StackTrace.capture(into: reportFile)
}
