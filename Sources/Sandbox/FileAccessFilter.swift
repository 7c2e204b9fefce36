#if os(Linux)
  import Foundation
#endif

/// On Linux: keeps the process from all files but those that are named here.
///
/// The kernel's Landlock (Linux 5.13) needs no privileges and holds for good. Nothing can be
/// written anywhere, and from version 6 on no signal reaches another process. macOS, and kernels
/// without Landlock, have none.
enum FileAccessFilter {
  /// Closes the filter for this process and all its threads to come; false where the system has
  /// none.
  ///
  /// What the system's libraries need to read stays open.
  @discardableResult
  static func close(readable: [String]) -> Bool {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      guard version > 0 else { return false }
      let all = Access.all(version: version)
      // Rights of files, rights of the network (none), and what may be reached outside: no socket
      // and no process.
      let attributes: [UInt64] = [UInt64(all), 0, 0b11]
      let size: UInt = version >= 6 ? 24 : 8
      let rules = attributes.withUnsafeBytes { attribute in
        DirectCall.make(DirectCall.createRules, UInt(bitPattern: attribute.baseAddress), size)
      }
      guard rules >= 0 else { return false }
      defer { closeDescriptor(Int32(rules)) }
      for path in system + readable { allow(path, Access.reading & all, rules) }
      return Control.call(Control.noNewPrivileges, 1) == 0
        && DirectCall.make(DirectCall.restrictSelf, UInt(rules)) == 0
    #else
      return false
    #endif
  }
}

#if os(Linux) && (arch(x86_64) || arch(arm64))
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  extension FileAccessFilter {
    /// The version of the kernel's Landlock; 0 or less where there is none.
    static var version: Int { DirectCall.make(DirectCall.createRules, 0, 0, 1) }

    /// What programs read while they run: libraries, their own state, randomness.
    private static var system: [String] {
      ["/usr", "/lib", "/lib64", "/etc/localtime", "/proc/self", "/proc/cpuinfo", "/proc/meminfo"]
        + ["/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"] + runtime
    }

    /// The folder of Swift's own libraries, from the list of what this process has loaded.
    static var runtime: [String] {
      // Such a file has no size: it must be read until it ends.
      let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
      let lines = String(decoding: maps ?? Data(), as: UTF8.self).split(separator: "\n")
      guard let line = lines.first(where: { $0.hasSuffix("/libswiftCore.so") }),
        let path = line.firstIndex(of: "/"), let end = line.lastIndex(of: "/")
      else { return [] }
      return [String(line[path..<end])]
    }

    private static func allow(_ path: String, _ access: Int, _ rules: Int) {
      let place = open(path, O_RDONLY | O_CLOEXEC)
      guard place >= 0 else { return }
      // The kernel forgets a rule for a file of /proc together with the file, when memory is short:
      // those stay open.
      defer { if !path.hasPrefix("/proc/") { closeDescriptor(place) } }
      var status = stat()
      fstat(place, &status)
      // The kernel refuses rights of folders for a file.
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      var rule: [UInt32] = [UInt32(isFolder ? access : access & Access.ofFiles), 0, UInt32(place)]
      _ = rule.withUnsafeMutableBytes {
        DirectCall.make(DirectCall.addRule, UInt(rules), 1, UInt(bitPattern: $0.baseAddress))
      }
    }
  }

  private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

  /// The rights, bit by bit, as `linux/landlock.h` numbers them.
  private enum Access {
    /// Execute, read a file, read a folder.
    static let reading = 0b1101
    /// Execute, write, read, truncate, control a device.
    static let ofFiles = 0b1100_0000_0000_0111

    /// All that a version of Landlock knows: each one knew more.
    static func all(version: Int) -> Int {
      switch version {
      case 1: (1 << 13) - 1
      case 2: (1 << 14) - 1
      case 3, 4: (1 << 15) - 1
      default: (1 << 16) - 1
      }
    }
  }
#endif
