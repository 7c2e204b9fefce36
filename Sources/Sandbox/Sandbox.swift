/// How somebody else's code is run: within which limits, behind which walls.
///
/// What holds on which system:
///
/// | | Linux | macOS |
/// |---|---|---|
/// | computing time, clock, printed bytes | the kernel's limits | the same |
/// | memory | limit of the address space | a watch on the resident size |
/// | reading other files | Landlock, Linux 5.13 or later | not prevented |
/// | writing, signals, new processes, network | a filter of system calls | not prevented |
/// | other processes out of sight | `isolation`, where the machine has the tools | not prevented |
public struct Sandbox: Sendable {
  /// What the process may use.
  public var limits: Limits
  /// What stands around it.
  public var isolation: Isolation
  /// The files and folders that it may read besides the system's own.
  public var readable: [String]

  /// A sandbox with these walls.
  public init(limits: Limits = Limits(), isolation: Isolation = .none, readable: [String] = []) {
    self.limits = limits
    self.isolation = isolation
    self.readable = readable
  }

  /// From now on no other process of this user may look into this one's memory.
  ///
  /// For a judge, which knows what an answer would like to know. Where files can be refused
  /// (Landlock) an answer is kept away in any case. On Linux only, and root may look everywhere.
  public static func keepMemoryPrivate() {
    #if os(Linux)
      _ = Control.call(Control.setDumpable, 0)
    #endif
  }
}
