import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What an answer can do besides being wrong.
enum Hostile: String {
  case traps, failsPrecondition, loopsForEver, overflowsTheStack, allocates50GB, growsForEver
  case printsForEver, exitsWithSuccess, exitsAtOnce, sleeps, killsItsParent, startsAProcess, aborts
  case usesForeignMemory, writesAFile, printsALittle

  func act(_ n: Int) -> Int {
    switch self {
    case .traps: return readTooFar(n)
    case .failsPrecondition: failPrecondition(n)
    case .loopsForEver: loop(n)
    case .overflowsTheStack: return deeper(n)
    case .allocates50GB: return Int([Float](repeating: 1, count: 12_500_000_000)[n])
    case .growsForEver:
      var blocks: [UnsafeMutablePointer<Int>] = []
      while n < 5 { blocks.append(.allocate(capacity: 1 << 20)) }
    case .printsForEver: while n < 5 { print("the weights are", n) }
    case .exitsWithSuccess: exit(0)
    case .exitsAtOnce: _exit(3)
    case .sleeps: sleep(1000)
    case .killsItsParent: return Int(kill(getppid(), SIGKILL))
    case .startsAProcess:
      var process: pid_t = 0
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("1000"), nil]
      return posix_spawnp(&process, "sleep", nil, nil, &arguments, nil) == 0 ? 1 : -1
    case .aborts: abort()
    case .usesForeignMemory: return UnsafePointer<Int>(bitPattern: 64)!.pointee
    case .writesAFile:
      return FileManager.default.createFile(atPath: "hello", contents: Data([1])) ? 1 : -1
    case .printsALittle:
      print("so far so good")
      return -2
    }
    return n
  }
}

// As if these stood in a file of the student's, each in line 7.

#sourceLocation(file:"/course/Exercises/Lesson99/Answer.swift",line:6)
private func readTooFar(_ n: Int) -> Int {
  [1, 2, 3][n + 6]
}
#sourceLocation(file:"/course/Exercises/Lesson99/Answer.swift",line:6)
private func failPrecondition(_ n: Int) {
  precondition(n > 5, "the learning rate must be positive")
}
#sourceLocation(file:"/course/Exercises/Lesson99/Answer.swift",line:6)
private func loop(_ n: Int) {
  while n < 5 {}
}
#sourceLocation(file:"/course/Exercises/Lesson99/Answer.swift",line:6)
private func deeper(_ n: Int) -> Int {
  n == 5000 ? 0 : 1 + deeper(n - 1)
}
#sourceLocation()
