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
  /// The first byte of a report: the walls are closed, and nobody else's code has run yet.
  static let startMark = "+"

  /// The arguments of the program, without its name.
  public static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// Puts this process under limits and behind filters, for good.
  ///
  /// To be called first of all, in a program that a `ConfinedProcess` has started. Everything of the order is read and
  /// forgotten; of the descriptors only the pipes, the log and the report stay.
  public static func enter() -> Channel {
    guard let text = getenv(ConfinementOrder.variable).map({ String(cString: $0) }),
      let order = try? JSONDecoder().decode(ConfinementOrder.self, from: Data(text.utf8))
    else {
      let words = "this program is started by the course itself, to run an answer in it\n"
      FileHandle.standardError.write(Data(words.utf8))
      exit(64)
    }
    unsetenv(ConfinementOrder.variable)
    // The log stands at 2 and 3, the report at 4; the pipes move up, where no slip closes them.
    let channel = Channel(requests: 250, replies: 251)
    dup2(0, channel.requests)
    dup2(1, channel.replies)
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    dup2(2, 1)
    for file in 5..<channel.requests { close(file) }
    for file in [channel.requests, channel.replies, 4] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    close(3)
    endWithParent()
    CrashHandlers.install(report: 4)
    apply(order.limits)
    FileAccessFilter.close(readable: order.readable)
    SystemCallFilter.close()
    CrashHandlers.tell(startMark)
    return channel
  }

  /// A process that nobody waits for ends.
  private static func endWithParent() {
    #if os(Linux)
      let endWithParent: CInt = 1
      _ = Control.call(endWithParent, UInt(SIGKILL))
    #endif
  }

  private static func apply(_ limits: Limits) {
    #if canImport(Darwin)
      func set(_ resource: Int32, _ soft: Int, _ hard: Int) {
        var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
        setrlimit(resource, &limit)
      }
      CrashHandlers.watchMemory(megabytes: limits.megabytes)
    #else
      func set(_ resource: Int32, _ soft: Int, _ hard: Int) {
        var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
        #if canImport(Glibc)
          setrlimit(__rlimit_resource_t(UInt32(resource)), &limit)
        #else
          setrlimit(resource, &limit)
        #endif
      }
      let bytes = addressSpaceInUse() + limits.megabytes << 20
      set(Resource.addressSpace, bytes, bytes)
    #endif
    set(Resource.computingTime, limits.computingSeconds, limits.computingSeconds + 3)
    set(Resource.fileSize, limits.outputBytes, limits.outputBytes)
    set(Resource.core, 0, 0)
    alarm(UInt32(limits.seconds))
  }

  /// The numbers of the resources: every C library has another type for them.
  private enum Resource {
    static let computingTime: Int32 = 0
    static let fileSize: Int32 = 1
    static let core: Int32 = 4
    static let addressSpace: Int32 = 9
  }

  #if !canImport(Darwin)
    /// What the process has mapped before the code under test runs.
    private static func addressSpaceInUse() -> Int {
      let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
        .split(separator: " ").first.flatMap { Int($0) }
      return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
  #endif
}

#if os(Linux)
  /// The system call `prctl`: a C function with "..." is not imported; it is called like any other.
  enum Control {
    private typealias Function = @convention(c) (CInt, UInt, UInt, UInt, UInt) -> CInt

    static func call(_ option: CInt, _ a: UInt = 0, _ b: UInt = 0) -> CInt {
      guard let symbol = dlsym(nil, "prctl") else { return -1 }
      return unsafeBitCast(symbol, to: Function.self)(option, a, b, 0, 0)
    }
  }
#endif
