import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name: a process that inherits it can write into it, and nobody can put something else in its place.
struct ScratchFile {
  let descriptor: Int32

  init() throws {
    let folder = FileManager.default.temporaryDirectory.path
    var path = Array("\(folder)/sandbox-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw ConfinedProcess.NotStarted(
        reason: "no file can be made in \(folder): \(String(cString: strerror(errno)))")
    }
    unlink(&path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
  }

  /// How much was written.
  var count: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// What stands from one place on, so much of it.
  func bytes(from start: Int, atMost limit: Int) -> [UInt8] {
    let size = max(0, min(limit, count - start))
    guard size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size, off_t(start)))
    }
  }

  func text(from start: Int, atMost limit: Int) -> String {
    String(decoding: bytes(from: start, atMost: limit), as: UTF8.self)
  }
}
