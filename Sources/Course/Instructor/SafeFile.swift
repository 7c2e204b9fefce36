import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files from people one does not know: no link is followed, nothing but a file is opened, nothing large is read.
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

  /// The names in a folder in order, hidden ones left out; at most so many.
  static func names(in folder: URL, atMost limit: Int = 10_000) -> [String] {
    guard let stream = opendir(folder.path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name != "__MACOSX" { names.append(name) }
    }
    return names.sorted()
  }

  /// The contents of a file, or why it is not taken.
  static func read(_ place: URL) -> HandedIn {
    switch kind(of: place) {
    case .nothing: return .missing
    case .link: return .unreadable("the file is a symbolic link, which is not followed")
    case .folder, .other: return .unreadable("what stands there is not a file")
    case .file(let size) where size > largest: return tooLarge(size)
    case .file: break
    }
    // The name may have become something else since: only what is open now counts.
    let descriptor = open(place.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .unreadable("the file cannot be read") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    fstat(descriptor, &status)
    guard case .file = kind(status),
      let data = try? handle.read(upToCount: largest + 1) ?? Data()
    else { return .unreadable("the file cannot be read") }
    return data.count > largest ? tooLarge(data.count) : .data(data)
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
