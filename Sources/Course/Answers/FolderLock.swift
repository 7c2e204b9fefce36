import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps two runs of the tool from working in one folder at the same time; it ends with the process
/// at the latest.
final class FolderLock {
  private let descriptor: Int32

  /// Takes the folder: waits for it, or says that it is taken.
  init(_ folder: URL, waits: Bool) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    descriptor = open(
      folder.appendingPathComponent(".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let trouble = SystemTrouble(number: errno, path: folder.path)
      throw ToolError(trouble.sentence)
    }
    guard flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw ToolError("another `swift run Course` works in \(folder.path)")
    }
  }

  deinit { close(descriptor) }
}
