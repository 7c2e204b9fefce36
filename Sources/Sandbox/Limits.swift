/// What a confined process may use of the machine.
public struct Limits: Codable, Sendable, Equatable {
  /// Seconds of computing.
  public var computingSeconds = 5
  /// Seconds on the clock, for code that waits instead of computing.
  public var seconds = 10
  /// Megabytes of memory, on top of what an idle process has.
  public var megabytes = 2048
  /// Bytes that may be printed.
  public var outputBytes = 1 << 20

  /// The usual limits of a learner's answer.
  public init() {}
}
