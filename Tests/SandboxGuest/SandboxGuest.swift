import Foundation
import Sandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the tests of the sandbox put into it: `SandboxGuest KIND [PATH]`.
///
/// A request is a number; the reply is a number too. For an attempt it is 0 when the system let it
/// happen, or else the system's number of the error.
@main struct SandboxGuest {
  static func main() {
    let channel = Confinement.enter()
    let arguments = Confinement.arguments
    let kind = arguments.first ?? ""
    while let request = channel.number() {
      if let talk = Talk(rawValue: kind) {
        talk.answer(request, channel)
      } else if let death = Death(rawValue: kind) {
        death.die(Int(request))
        channel.send(-1)
      } else if let attempt = Attempt(rawValue: kind) {
        channel.send(attempt.errorNumber(arguments.count > 1 ? arguments[1] : ""))
      } else {
        channel.send(-2)
      }
    }
    _exit(0)
  }
}

extension Channel {
  func number() -> Int32? {
    guard let bytes = try? read(exactly: 4) else { return nil }
    return Int32(truncatingIfNeeded: bytes.reversed().reduce(0) { $0 << 8 | Int($1) })
  }

  func send(_ number: Int32) {
    try? write((0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }
}

/// A system call by its number; a C function with "..." is not imported.
func systemCall(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
  typealias Function = @convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int
  guard let symbol = dlsym(nil, "syscall") else { return -1 }
  return unsafeBitCast(symbol, to: Function.self)(number, a, b, c, 0, 0, 0)
}
