import Foundation

/// What stands around a confined process, besides its own limits and filters.
public enum Isolation: Codable, Sendable, Equatable {
  /// Nothing more.
  case none
  /// Namespaces by util-linux's `unshare`: own processes, own network.
  case unshare(options: [String])
  /// Namespaces by bubblewrap, with a file system that hides some folders.
  case bubblewrap(hidden: [String])

  /// The names that an option may give.
  public static let names = ["bwrap", "unshare", "none"]

  /// Its name as an option: the program that makes it.
  public var name: String {
    switch self {
    case .none: "none"
    case .unshare: "unshare"
    case .bubblewrap: "bwrap"
    }
  }

  /// The words in front of the program to run.
  func prefix(readable: [String]) -> [String] {
    switch self {
    case .none: []
    case .unshare(let options):
      // A shell as the first process: the kernel shields process 1 from signals.
      ["/usr/bin/env", "unshare"] + options + ["/bin/sh", "-c", "\"$@\"; exit $?", "sh"]
    case .bubblewrap(let hidden):
      [
        ["/usr/bin/env", "bwrap", "--unshare-all", "--die-with-parent", "--new-session"],
        ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
        hidden.flatMap { ["--tmpfs", $0] }, readable.flatMap { ["--ro-bind", $0, $0] }, ["--"],
      ].flatMap(\.self)
    }
  }

  /// A kind of isolation that was asked for and does not work here.
  public struct Unavailable: Error, Sendable {
    /// Its name.
    public let name: String
  }

  /// The strongest that works here, or the one that was asked for by its name.
  public static func strongest(hidden: [String], asked: String? = nil) throws -> Isolation {
    let namespaces = ["--pid", "--fork", "--mount-proc", "--net", "--kill-child"]
    let candidates: [Isolation] = [
      .bubblewrap(hidden: hidden),
      .unshare(options: ["--user", "--map-current-user"] + namespaces),
      .unshare(options: ["--user", "--map-root-user"] + namespaces),
    ]
    let wanted = (candidates + [.none]).filter { asked == nil || $0.name == asked }
    guard let found = wanted.first(where: { $0 == .none || $0.works }) else {
      throw Unavailable(name: asked ?? "")
    }
    return found
  }

  /// Whether a program can be run in it.
  private var works: Bool {
    let sandbox = Sandbox(isolation: self)
    guard let process = try? ConfinedProcess(["/bin/sh", "-c", "exit 7"], in: sandbox) else {
      return false
    }
    return process.end(patience: 5) == .exited(7)
  }
}
