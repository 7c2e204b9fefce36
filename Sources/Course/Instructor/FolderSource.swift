import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files below a folder: each is opened from the folder above it, and no link is followed.
final class FolderSource: FileSource {
  private(set) var files: [FoundFile] = []
  /// The names as the disk has them, which need not be UTF-8.
  private var names: [[FileName]] = []
  private let root: OpenFolder
  /// The folder that was read from last: most files lie beside each other.
  private var last: (path: ArraySlice<FileName>, folder: OpenFolder)?

  init(_ root: OpenFolder) {
    self.root = root
    walk(root, [], [])
  }

  private func walk(_ folder: OpenFolder, _ path: [String], _ bytes: [FileName]) {
    guard path.count < FoundFile.deepest else { return }
    for name in folder.names() where files.count < FoundFile.most {
      let words = name.words
      if FoundFile.isHidden(words) { continue }
      let status = folder.status(of: name)
      switch status.map({ $0.st_mode & S_IFMT }) {
      case S_IFDIR:
        if let next = folder.folder(name) { walk(next, path + [words], bytes + [name]) }
      case S_IFREG:
        // A file with a second name may be anybody's.
        let kind =
          status!.st_nlink > 1 ? FoundFile.Kind.link : .file(size: Int(status!.st_size))
        add(path + [words], bytes + [name], kind)
      case S_IFLNK: add(path + [words], bytes + [name], .link)
      default: add(path + [words], bytes + [name], .other)
      }
    }
  }

  private func add(_ path: [String], _ bytes: [FileName], _ kind: FoundFile.Kind) {
    files.append(FoundFile(path: path, kind: kind))
    names.append(bytes)
  }

  func contents(of places: [Int], atMost largest: Int) throws -> [Data] {
    try places.map { place in
      let path = names[place]
      guard let folder = folder(path.dropLast()),
        let data = folder.read(path[path.count - 1], atMost: largest)
      else { throw NotGraded("\(files[place].words) cannot be read") }
      return data
    }
  }

  private func folder(_ path: ArraySlice<FileName>) -> OpenFolder? {
    if let last, last.path == path { return last.folder }
    var folder = root
    for name in path {
      guard let next = folder.folder(name) else { return nil }
      folder = next
    }
    last = (path, folder)
    return folder
  }
}

/// A name in a folder, in the bytes of the disk.
struct FileName: Equatable, Sendable {
  /// With the zero at the end.
  let bytes: [CChar]

  init(_ bytes: [CChar]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8CString) }

  var words: String { FoundFile.name(bytes.dropLast().map { UInt8(bitPattern: $0) }) }
}

/// A folder that is open: what is read from it is really in it, whatever its name stands for by
/// now.
final class OpenFolder: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// The folder that the instructor named; this one may be reached by a link.
  init?(_ place: URL) {
    descriptor = open(place.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  func folder(_ name: FileName) -> OpenFolder? {
    let inner = openat(descriptor, name.bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return inner < 0 ? nil : OpenFolder(descriptor: inner)
  }

  /// What a name stands for, links not followed.
  func status(of name: FileName) -> stat? {
    var status = stat()
    return fstatat(descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// All names, in order.
  func names() -> [FileName] {
    // The stream closes the descriptor that it was given.
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    var names: [FileName] = []
    while names.count < FoundFile.most, let entry = readdir(stream) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if bytes != [46, 0], bytes != [46, 46, 0] { names.append(FileName(bytes)) }
    }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The contents of a regular file, at most so much of it.
  func read(_ name: FileName, atMost limit: Int) -> Data? {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = openat(descriptor, name.bytes, flags)
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? handle.read(upToCount: limit) ?? Data()
  }
}
