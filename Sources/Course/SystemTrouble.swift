import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system refused, as a sentence: which file, why, and what helps.
///
/// Foundation hides the reason under numbers of its own, such as NSCocoaErrorDomain 513.
struct SystemTrouble {
  /// The system's number; nil when it is not known.
  let number: Int32?
  let path: String
  /// What the library says itself.
  private let words: String

  init(number: Int32, path: String) {
    self.number = number
    self.path = path
    words = String(cString: strerror(number))
  }

  init(_ error: any Error) {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let place =
      error.userInfo[NSFilePathErrorKey] as? String
      ?? (error.userInfo[NSURLErrorKey] as? URL)?.path
    path = place ?? ""
    number = [error, cause].compactMap { $0 }.lazy.compactMap(Self.number).first
    words = number.map { String(cString: strerror($0)) } ?? error.localizedDescription
  }

  private static func number(of error: NSError) -> Int32? {
    if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
    guard error.domain == NSCocoaErrorDomain else { return nil }
    return switch CocoaError.Code(rawValue: error.code) {
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteNoPermission, .fileReadNoPermission: EACCES
    case .fileWriteVolumeReadOnly: EROFS
    case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
    case .fileWriteFileExists: EEXIST
    default: nil
    }
  }

  var isFullDisk: Bool { number == ENOSPC || number == EDQUOT }

  /// Throws when the folder has no room for a few megabytes more.
  static func refuseIfFull(_ folder: URL) throws {
    let probe = folder.appendingPathComponent(".room-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: probe) }
    do {
      try Data(count: 4 << 20).write(to: probe)
    } catch {
      guard SystemTrouble(error).isFullDisk else { throw error }
      throw CocoaError(.fileWriteOutOfSpace, userInfo: [NSFilePathErrorKey: folder.path])
    }
  }

  var sentence: Text {
    let what: Text = path.isEmpty ? "a file" : "\(path)"
    return switch number {
    case ENOSPC, EDQUOT: "\(what) cannot be written: the disk is full"
    case EROFS: "\(what) cannot be written: its disk can only be read; work in a copy of the course"
    case EACCES, EPERM:
      """
      \(what) is not yours to read or write; if somebody else owns the course, work in a copy of \
      your own
      """
    case ENOENT: "\(what) is not there"
    case ENOTDIR: "\(what): a part of this path is a file, not a folder"
    case EISDIR: "\(what) is a folder, where a file was expected"
    case EEXIST: "\(what) is in the way: something of that name is there already"
    case EMFILE, ENFILE: "too many files are open: close other programs, or raise `ulimit -n`"
    default: "\(what): \(words)"
    }
  }
}
