import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process that crashed has left behind: why it ended, and where it was.
///
/// For programs that run a learner's code in the open, as it is: without limits or walls, with the
/// terminal as their own. Only where they died is wanted. The parent makes the report and starts
/// the child; the child says `beginInChild()` first of all.
public final class CrashReport {
  private static let variable = "CRASH_REPORT"
  /// The descriptor of the report in the child.
  private static let number: Int32 = 100
  private let file: ScratchFile

  /// An empty report.
  public init() throws { file = try ScratchFile() }

  /// Runs a program that keeps this report; it shares the terminal, and Ctrl-C ends both.
  ///
  /// - Returns: its exit status, or nil when it crashed.
  public func run(_ arguments: [String]) throws -> Int32? {
    // A signal of the terminal's is for the child; it decides, and its parent tells how it ended.
    let former = signal(SIGINT, SIG_IGN)
    defer { _ = signal(SIGINT, former) }
    var environment = ProcessInfo.processInfo.environment
    environment[Self.variable] = "\(Self.number)"
    let process = try Spawn.startInTerminal(
      arguments, environment, keeping: file.descriptor, as: Self.number)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if status & 0x7f == SIGINT { exit(130) }
    guard status & 0x7f == 0, file.count == 0 else { return nil }
    return status >> 8 & 0xff
  }

  /// Keeps a report of this process's crash, if whoever started it asked for one.
  public static func beginInChild() {
    guard let text = getenv(variable).map({ String(cString: $0) }), let descriptor = Int32(text)
    else { return }
    unsetenv(variable)
    CrashHandlers.install(report: descriptor)
  }

  /// "Exercises/Lesson02/UpdateRule.swift:20", the innermost line in a file whose path contains the
  /// fragment.
  public func line(matching fragment: String) -> String? {
    let bytes = file.bytes(from: 0, atMost: StackTrace.largest)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return StackTrace.line(in: Array(bytes[bytes.index(after: end)...]), matching: fragment)
  }

  /// Whether the stack was full: a function that called itself without end.
  public var isStackOverflow: Bool { file.lines(from: 0, atMost: 64).first == "stack overflow" }
}
