import Checks
import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands around a process with a student's code, besides its own limits and fences.
enum Isolation: Sendable, Equatable {
  /// A process group, limits and fences only.
  case none
  /// Namespaces by util-linux's `unshare`: own processes, own network.
  case unshare(options: [String])
  /// Namespaces by bubblewrap, with a file system that hides some folders.
  case bubblewrap(hidden: [String])

  /// The words in front of the program to run.
  func prefix(folder: String, library: String) -> [String] {
    switch self {
    case .none: []
    case .unshare(let options):
      // A shell as the first process: the kernel shields process 1 from signals.
      ["unshare"] + options + ["/bin/sh", "-c", "\"$@\"; exit $?", "sh"]
    case .bubblewrap(let hidden):
      ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/"]
        + ["--dev", "/dev", "--proc", "/proc"] + hidden.flatMap { ["--tmpfs", $0] }
        + ["--ro-bind", library, library, "--bind", folder, folder, "--chdir", folder, "--"]
    }
  }

  /// How the process ended, whoever stood between.
  func end(of program: Program.End, _ limits: Limits) -> ProcessEnd {
    if program.wasStopped { return .signal(SIGALRM) }
    var end = program.end
    // A shell and bubblewrap tell of a signal as 128 and its number.
    if self != .none, case .status(let code) = end, code > 128 { end = .signal(code - 128) }
    // The system kills an answer that goes on after the limit of its computing time.
    let isOverTime = program.seconds >= Double(limits.computingSeconds)
    return end == .signal(SIGKILL) && isOverTime ? .signal(SIGXCPU) : end
  }

  /// Its name as an option: the program that makes it.
  var name: String {
    switch self {
    case .none: "none"
    case .unshare: "unshare"
    case .bubblewrap: "bwrap"
    }
  }

  static let names = ["bwrap", "unshare", "none"]

  /// The strongest that works here, or the one that was asked for.
  static func strongest(hidden: [String], trialFolder: String, asked: String? = nil) throws
    -> Isolation
  {
    let namespaces = ["--pid", "--fork", "--mount-proc", "--net", "--kill-child"]
    let candidates: [Isolation] = [
      .bubblewrap(hidden: hidden),
      .unshare(options: ["--user", "--map-current-user"] + namespaces),
      .unshare(options: ["--user", "--map-root-user"] + namespaces),
    ]
    let wanted = (candidates + [.none]).filter { asked == nil || $0.name == asked }
    guard let found = wanted.first(where: { $0 == .none || $0.works(trialFolder) }) else {
      throw ToolError("--isolation \(asked ?? ""): this does not work here")
    }
    return found
  }

  private func works(_ folder: String) -> Bool {
    let program = Program(
      arguments: prefix(folder: folder, library: Place.executable.path)
        + [Place.executable.path, "fences"],
      folder: folder, output: folder + "/fences")
    return (try? program.run(atMost: 10))?.end == .status(0)
  }
}

/// What the running system grants a process that closes its fences.
struct Fences: Codable, Sendable {
  let calls: Bool
  let files: Bool

  /// Asks a process that tries.
  static func probe(_ isolation: Isolation, folder: String) -> Fences? {
    let program = Program(
      arguments: isolation.prefix(folder: folder, library: Place.executable.path)
        + [Place.executable.path, "fences"], folder: folder, output: folder + "/fences")
    _ = try? program.run(atMost: 10)
    defer { try? FileManager.default.removeItem(atPath: folder + "/fences") }
    let data = FileManager.default.contents(atPath: folder + "/fences") ?? Data()
    return try? JSONDecoder().decode(Fences.self, from: data)
  }

  /// The whole life of the process that tries.
  static func tryHere() -> Never {
    let folder = FileManager.default.currentDirectoryPath
    let files = FileFence.close(readable: [], writable: folder)
    let fences = Fences(calls: Fence.close(), files: files)
    if let data = try? JSONEncoder().encode(fences) { FileHandle.standardOutput.write(data) }
    exit(0)
  }
}
