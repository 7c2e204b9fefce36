import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files from people one does not know: no link is followed, nothing but a file is opened, nothing
/// large is read.
enum SafeFile {
  /// What a name stands for.
  enum Kind: Equatable {
    case file(size: Int), folder, link, other, nothing
  }

  /// More than any answer needs.
  static let largest = 256 << 10

  static func kind(of place: URL) -> Kind {
    var status = stat()
    guard lstat(place.path, &status) == 0 else { return .nothing }
    return kind(status)
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  static func tooLarge(_ size: Int) -> HandedIn {
    let limit = largest >> 10
    return .unreadable("the file has \(size >> 10) KB; an answer may have \(limit) KB")
  }
}

/// What was handed in for an exercise.
enum HandedIn: Sendable {
  case missing
  case unreadable(Text)
  case data(Data)
}
