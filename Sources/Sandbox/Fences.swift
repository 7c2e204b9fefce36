#if os(Linux)
  import Foundation
#endif

/// What the running system grants a sandbox, besides the limits that every system has.
public struct Fences: Codable, Sendable, Equatable {
  /// Whether writing files, new processes, signals to others and the network can be refused
  /// (seccomp).
  public let systemCalls: Bool
  /// Whether reading other files can be refused (Landlock, Linux 5.13).
  public let files: Bool
}

extension Sandbox {
  /// Asks the running system what it grants; nothing is closed by asking.
  public static var fences: Fences {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      // A filter at no address: a kernel without filters finds fault with the wish, others with the
      // address.
      let hasFilters = Control.call(Control.setFilter, 2, 0) != 0 && errno == EFAULT
      return Fences(systemCalls: hasFilters, files: FileAccessFilter.version > 0)
    #else
      return Fences(systemCalls: false, files: false)
    #endif
  }
}
