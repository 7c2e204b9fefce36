import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ways to die.
enum Death: String {
  case traps, trapsWithoutWords, loops, overflowsTheStack, overflowsAThread, allocates, grows
  case printsForEver, exitsWithSuccess, exitsWith200, aborts, readsNull, crashesOnAThread
  case dividesInC, killsItself, stopsItself, sleeps, sleepsWithoutAlarm, loopsWithoutHandlers
  case crashesWithoutHandlers, abortsWithoutHandlers, leavesAThread

  func die(_ n: Int) {
    switch self {
    case .traps: precondition(n > 1_000_000, "the learning rate must be positive")
    case .trapsWithoutWords: blackHole(Int.max - 1 + n + n)
    case .loops: while n < 1_000_000 {}
    case .overflowsTheStack: blackHole(deeper(n))
    case .overflowsAThread:
      Thread.detachNewThread { blackHole(deeper(n)) }
      sleep(1000)
    case .allocates: blackHole(Int([Float](repeating: 1, count: 12_500_000_000)[n]))
    case .grows:
      var blocks: [UnsafeMutablePointer<Int>] = []
      while n < 1_000_000 { blocks.append(.allocate(capacity: 1 << 20)) }
    case .printsForEver: while n < 1_000_000 { print("the weights are", n) }
    case .exitsWithSuccess: exit(0)
    case .exitsWith200: exit(200)
    case .aborts: abort()
    case .readsNull: blackHole(UnsafePointer<Int>(bitPattern: n)!.pointee)
    case .crashesOnAThread:
      Thread.detachNewThread { blackHole(UnsafePointer<Int>(bitPattern: n)!.pointee) }
      sleep(1000)
    case .dividesInC: blackHole(Int(div(Int32(n), Int32(n) - 8).quot))
    case .killsItself: kill(getpid(), SIGKILL)
    case .stopsItself: kill(getpid(), SIGSTOP)
    case .sleeps: sleep(1000)
    case .sleepsWithoutAlarm:
      alarm(0)
      sleep(1000)
    case .loopsWithoutHandlers:
      forgetHandlers()
      alarm(0)
      while n < 1_000_000 {}
    case .crashesWithoutHandlers:
      forgetHandlers()
      blackHole(UnsafePointer<Int>(bitPattern: n)!.pointee)
    case .abortsWithoutHandlers:
      forgetHandlers()
      abort()
    case .leavesAThread:
      Thread.detachNewThread { while true {} }
      usleep(1000)
      exit(3)
    }
  }
}

private func forgetHandlers() { for number in 1..<Int32(32) { _ = signal(number, SIG_DFL) } }

private func deeper(_ n: Int) -> Int { n == 1 << 40 ? 0 : 1 + deeper(n + 1) }

@inline(never) private func blackHole(_ n: Int) { if n == -12345 { print(n) } }
