import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a process died before it had finished.
struct Death {
  let state: Outcome.State
  let label: Outcome.Label
  let text: Text

  init(_ end: ProcessEnd, _ output: Output, _ assignment: Assignment) {
    let limits = assignment.limits
    switch (output.reason, end) {
    case ("stack overflow", _):
      (state, label) = (.crashed, .crashed)
      text = "stack overflow: a function that calls itself without end?"
    case ("memory", _),
      (_, _) where output.ranOutOfMemory:
      (state, label) = (.tooMuchMemory, .stopped)
      text = "it wanted more than \(limits.megabytes) MB of memory"
    case (let reason, _) where reason.hasPrefix("crash"):
      (state, label) = (.crashed, .crashed)
      text = output.lastWords.map(Text.init(verbatim:)) ?? Self.name(of: reason)
    case ("computing", _), (_, .signal(SIGXCPU)):
      (state, label) = (.tooSlow, .stopped)
      text = "after \(limits.computingSeconds) s of computing: an endless loop?"
    case ("slow", _):
      (state, label) = (.tooSlow, .stopped)
      text = "after \(limits.seconds) s: an endless loop?"
    case ("waiting", _), (_, .signal(SIGALRM)):
      (state, label) = (.tooSlow, .stopped)
      text = "after \(limits.seconds) s: it sleeps or waits for something"
    case ("output", _), (_, .signal(SIGXFSZ)):
      (state, label) = (.tooMuchOutput, .stopped)
      text = "it wrote more than \(limits.outputBytes >> 10) KB: printing in an endless loop?"
    case (_, .status):
      (state, label) = (.exited, .ended)
      text = "the answer ended the program (exit) instead of returning"
    case (_, .signal):
      (state, label) = (.crashed, .crashed)
      text = output.lastWords.map(Text.init(verbatim:)) ?? "it was ended from outside"
    }
  }

  private static func name(of reason: String) -> Text {
    switch reason {
    case "crash abort": "abort() was called"
    case "crash memory": "it used memory that is not its own"
    case "crash arithmetic": "arithmetic that the processor refuses"
    default: "a trap without words, such as an integer overflow"
    }
  }
}

/// What a process left behind in its folder.
struct Output {
  /// The call that was under way.
  let asked: String
  /// The word of a handler on why the process ends.
  let reason: String
  /// The innermost line of the student's that was being executed.
  let line: String?
  /// What the answer printed during the call, a few lines of it.
  let printed: String
  /// The message of a trap.
  let lastWords: String?
  let ranOutOfMemory: Bool

  private static let fewLines = 3

  init(_ assignment: Assignment) {
    func bytes(_ name: String) -> Data {
      FileManager.default.contents(atPath: assignment.path(name)) ?? Data()
    }
    func text(_ data: Data) -> String { String(decoding: data.prefix(1 << 14), as: UTF8.self) }
    let note = text(bytes("asked")).split(separator: "\n", maxSplits: 1).map(String.init)
    asked = note.count == 2 ? note[1] : ""
    reason = text(bytes("reason"))
    line = StackTrace.studentLine(in: bytes("trace"))
    let log = bytes("log").dropFirst(note.first.flatMap { Int($0) } ?? 0)
    let start = text(log).split(whereSeparator: \.isNewline).map(String.init)
    let end = text(log.suffix(1 << 14)).split(whereSeparator: \.isNewline).map(String.init)
    let trap = end.lastIndex(where: Self.isTrap)
    lastWords = trap.map { Self.message(end[$0...]) }
    ranOutOfMemory = end.contains {
      $0.contains("Could not allocate memory") || $0.contains("failed to allocate")
    }
    var said = start.prefix { !Self.isTrap($0) }.prefix(Self.fewLines)
      .map { $0.count > 120 ? $0.prefix(120) + " ..." : $0 }
    if start.count > Self.fewLines, !said.isEmpty, trap == nil { said.append("...") }
    printed = said.joined(separator: "\n")
  }

  private static let trapWords = ["Fatal error", "Precondition failed", "Assertion failed"]

  private static func isTrap(_ line: String) -> Bool { trapWords.contains(where: line.contains) }

  /// "Fatal error: Index out of range", without the place in the standard library in front.
  private static func message(_ lines: ArraySlice<String>) -> String {
    var lines = lines.prefix { !$0.hasPrefix("Current stack trace") }.prefix(fewLines)
      .map { String($0.prefix(400)) }
    if let words = trapWords.compactMap({ lines[0].range(of: $0) }).first {
      lines[0] = String(lines[0][words.lowerBound...])
    }
    return lines.joined(separator: "\n")
  }
}
