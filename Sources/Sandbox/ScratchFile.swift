import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name: a process that inherits it can write into it, and nobody can put
/// something else in its place.
///
/// On Linux it lies in memory, so that a full disk costs nobody points.
struct ScratchFile {
  private let file: Descriptor

  init() throws {
    #if os(Linux)
      if let memory = DirectCall.memoryFile() {
        file = Descriptor(memory)
        return
      }
    #endif
    file = try Self.unnamed(in: FileManager.default.temporaryDirectory.path)
  }

  /// A file in a folder, whose name is taken away at once.
  static func unnamed(in folder: String) throws -> Descriptor {
    var path = Array("\(folder)/sandbox-XXXXXX".utf8CString)
    let number = mkstemp(&path)
    guard number >= 0 else { throw Self.full(folder) }
    unlink(&path)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    let file = Descriptor(number)
    // A disk may have room for a name and none for what is written later.
    let page = [UInt8](repeating: 0, count: 4096)
    guard write(number, page, page.count) == page.count else { throw Self.full(folder) }
    ftruncate(number, 0)
    lseek(number, 0, SEEK_SET)
    return file
  }

  private static func full(_ folder: String) -> ConfinedProcess.NotStarted {
    .init(reason: "no file can be made in \(folder): \(String(cString: strerror(errno)))")
  }

  var descriptor: Int32 { file.number }

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

  /// The lines from one place on; what could play tricks on a terminal is taken out.
  func lines(from start: Int, atMost limit: Int) -> [String] {
    let text = String(decoding: bytes(from: start, atMost: limit), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { $0.isShown ? $0 : "\u{fffd}" }))
    }
  }
}

extension Unicode.Scalar {
  /// False for characters that move the cursor, colour or reorder what stands around them.
  fileprivate var isShown: Bool {
    if self == "\t" || self == "\u{200d}" { return true }
    return properties.generalCategory != .control && properties.generalCategory != .format
  }
}
