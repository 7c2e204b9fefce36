import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a confined process is told by whoever starts it.
struct ConfinementOrder: Codable {
  let limits: Limits
  let readable: [String]

  static let variable = "SANDBOX_ORDER"

  var text: String {
    String(decoding: (try? JSONEncoder().encode(self)) ?? Data(), as: UTF8.self)
  }
}

/// The two pipes of a confined process.
public struct Channel: Sendable {
  let requests: Int32
  let replies: Int32

  /// Nobody listens any more.
  public struct Closed: Error, Sendable {}

  /// Reads exactly so many bytes; throws when whoever started the process has gone.
  public func read(exactly count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let size = min(count - bytes.count, 1 << 16)
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, systemRead(requests, buffer.baseAddress!, size))
      }
      guard !chunk.isEmpty else { throw Closed() }
      bytes += chunk
    }
    return bytes
  }

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(replies, $0.baseAddress!, $0.count) }
      guard count > 0 else { throw Closed() }
      rest = rest.dropFirst(count)
    }
  }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

/// The process itself closes its walls, and only then loads somebody else's code.
public enum Confinement {
  /// The arguments of the program, without its name.
  public static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// Puts this process under limits and behind filters, for good.
  ///
  /// To be called first of all, in a program that a `ConfinedProcess` has started. Everything of
  /// the order is read and forgotten; of the descriptors only the pipes, the log and the report
  /// stay.
  public static func enter() -> Channel {
    guard let text = getenv(ConfinementOrder.variable).map({ String(cString: $0) }),
      let order = try? JSONDecoder().decode(ConfinementOrder.self, from: Data(text.utf8))
    else {
      let words = "this program is started by the course itself, to run an answer in it\n"
      FileHandle.standardError.write(Data(words.utf8))
      exit(64)
    }
    unsetenv(ConfinementOrder.variable)
    let channel = tidyDescriptors()
    let (mark, report): (Int32, Int32) = (3, 4)
    endWithParent()
    limitStack()
    CrashHandlers.install(report: report)
    apply(order.limits)
    FileAccessFilter.close(readable: order.readable)
    // Where writing cannot be refused, a careless answer at least meets a folder that is not its
    // own.
    _ = chdir("/")
    SystemCallFilter.close()
    // The walls are closed, and nobody else's code has run yet.
    _ = systemWrite(mark, "+", 1)
    close(mark)
    return channel
  }

  /// Keeps the pipes, the log and the report, and closes whatever else this process was given.
  private static func tidyDescriptors() -> Channel {
    // The log stands at 2, the mark at 3, the report at 4; the pipes move up, where no slip closes
    // them.
    let most = sysconf(Int32(_SC_OPEN_MAX))
    let first = most > 0 ? Int32(min(250, most - 2)) : 250
    let channel = Channel(requests: first, replies: first + 1)
    dup2(0, channel.requests)
    dup2(1, channel.replies)
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    dup2(2, 1)
    for file in 5..<first { close(file) }
    #if os(Linux)
      _ = DirectCall.make(DirectCall.closeRange, UInt(first + 2), UInt(UInt32.max))
    #endif
    for file in [channel.requests, channel.replies, 3, 4] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    return channel
  }

  /// A process that nobody waits for ends.
  private static func endWithParent() {
    #if os(Linux)
      _ = Control.call(Control.endWithParent, UInt(SIGKILL))
    #endif
  }

  private static func apply(_ limits: Limits) {
    #if canImport(Darwin)
      CrashHandlers.watchMemory(megabytes: limits.megabytes)
    #else
      let bytes = addressSpaceInUse() + limits.megabytes << 20
      limit(Resource.addressSpace, bytes, bytes)
      // Threads count as processes, and those of others count too.
      if let others = tasksOfTheMachine() { limit(Resource.tasks, others + 1024, others + 1024) }
    #endif
    limit(Resource.computingTime, limits.computingSeconds, limits.computingSeconds + 3)
    limit(Resource.fileSize, limits.outputBytes, limits.outputBytes)
    limit(Resource.core, 0, 0)
    alarm(UInt32(limits.seconds))
  }

  /// Recursion without end is to meet the end of a stack, not the end of the memory.
  private static func limitStack() {
    #if os(Linux)
      if limit(of: Resource.stack).rlim_cur > 64 << 20 { limit(Resource.stack, 8 << 20, 8 << 20) }
    #endif
  }

  /// Sets a limit, or keeps the one that is there when it is narrower.
  private static func limit(_ resource: Int32, _ soft: Int, _ hard: Int) {
    var new = limit(of: resource)
    new.rlim_max = min(new.rlim_max, rlim_t(hard))
    new.rlim_cur = min(new.rlim_cur, rlim_t(soft), new.rlim_max)
    #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(UInt32(resource)), &new)
    #else
      setrlimit(resource, &new)
    #endif
  }

  private static func limit(of resource: Int32) -> rlimit {
    var limit = rlimit()
    #if canImport(Glibc)
      getrlimit(__rlimit_resource_t(UInt32(resource)), &limit)
    #else
      getrlimit(resource, &limit)
    #endif
    return limit
  }

  /// The numbers of the resources: every C library has another type for them.
  private enum Resource {
    static let computingTime: Int32 = 0
    static let fileSize: Int32 = 1
    static let stack: Int32 = 3
    static let core: Int32 = 4
    static let tasks: Int32 = 6
    static let addressSpace: Int32 = 9
  }

  #if !canImport(Darwin)
    /// What the process has mapped before the code under test runs.
    private static func addressSpaceInUse() -> Int {
      let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
        .split(separator: " ").first.flatMap { Int($0) }
      return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The threads that the whole machine has: "0.50 0.40 0.30 2/345 6789" tells of 345.
    private static func tasksOfTheMachine() -> Int? {
      let words = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(
        separator: " ")
      return words.flatMap { $0.count > 3 ? $0[3].split(separator: "/").last : nil }.flatMap {
        Int($0)
      }
    }
  #endif
}
