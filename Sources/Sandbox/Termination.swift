import Foundation

/// How a confined process ended.
public enum Termination: Codable, Sendable, Equatable {
  /// By itself, with a status.
  case exited(Int32)
  /// By a trap of Swift's, with its words.
  case trapped(String)
  /// By a trap without words, such as an integer overflow in optimised code.
  case illegalInstruction
  /// A function that called itself without end.
  case stackOverflow
  /// More memory than it was allowed.
  case outOfMemory
  /// Memory that was not its own.
  case badMemoryAccess
  /// Arithmetic that the processor refuses.
  case arithmetic
  /// By `abort()`.
  case aborted
  /// More computing time than it was allowed.
  case computingTimeUp
  /// More time on the clock, spent computing or waiting.
  case clockTimeUp(isComputing: Bool)
  /// More output than it was allowed.
  case tooMuchOutput
  /// By a signal that nobody expected.
  case killed(Int32)
}

extension Termination {
  /// Reads the end from the process's status, from the word of its handlers, and from the end of
  /// its log.
  ///
  /// `throughOthers` when a shell or bubblewrap stood between: they tell of a signal as 128 and its
  /// number.
  init(
    status: Int32, reason: String, log: [String], wasStopped: Bool, computed seconds: Double,
    limits: Limits, throughOthers: Bool
  ) {
    let words = TrapWords.message(in: log)
    let isOutOfMemory = log.contains {
      $0.contains("Could not allocate memory") || $0.contains("failed to allocate")
    }
    switch reason {
    case "stack overflow": self = .stackOverflow
    case _ where isOutOfMemory || reason == "memory": self = .outOfMemory
    case "crash trap": self = words.map(Termination.trapped) ?? .illegalInstruction
    case "crash abort": self = words.map(Termination.trapped) ?? .aborted
    case "crash memory": self = words.map(Termination.trapped) ?? .badMemoryAccess
    case "crash arithmetic": self = .arithmetic
    case "computing": self = .computingTimeUp
    case "slow": self = .clockTimeUp(isComputing: true)
    case "waiting": self = .clockTimeUp(isComputing: false)
    case "output": self = .tooMuchOutput
    default:
      let signal = status & 0x7f
      let code = status >> 8 & 0xff
      if wasStopped {
        self = .clockTimeUp(isComputing: seconds > 0.5)
      } else if signal == 0 && !(throughOthers && code > 128) {
        self = .exited(code)
      } else {
        let number = signal == 0 ? code - 128 : signal
        let isOverTime = seconds >= Double(limits.computingSeconds)
        self = Self.signal(number, isOverTime: isOverTime, words)
      }
    }
  }

  /// A death that no handler told of, as when code has taken the handlers away.
  private static func signal(_ number: Int32, isOverTime: Bool, _ words: String?) -> Termination {
    switch number {
    case SIGXCPU: .computingTimeUp
    // The system kills what goes on after the limit of its computing time.
    case SIGKILL where isOverTime: .computingTimeUp
    case SIGALRM: .clockTimeUp(isComputing: false)
    case SIGXFSZ: .tooMuchOutput
    case SIGILL, SIGTRAP: words.map(Termination.trapped) ?? .illegalInstruction
    case SIGABRT: words.map(Termination.trapped) ?? .aborted
    case SIGSEGV, SIGBUS: .badMemoryAccess
    case SIGFPE: .arithmetic
    default: .killed(number)
    }
  }
}

/// What Swift prints before it traps.
enum TrapWords {
  private static let openings = ["Fatal error", "Precondition failed", "Assertion failed"]

  static func isTrap(_ line: String) -> Bool { openings.contains(where: line.contains) }

  /// "Fatal error: Index out of range", without the place in the standard library in front.
  static func message(in log: [String]) -> String? {
    guard let start = log.lastIndex(where: isTrap) else { return nil }
    var lines = log[start...].prefix { !$0.hasPrefix("Current stack trace") }.prefix(3)
      .map { String($0.prefix(400)) }
    if let words = openings.compactMap({ lines[0].range(of: $0) }).first {
      lines[0] = String(lines[0][words.lowerBound...])
    }
    return lines.joined(separator: "\n")
  }
}
