import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A page's place on the disk.
///
/// It is written beside its place and then renamed, so that there is a whole page or none. What
/// stands there already is written over only if it is a page of the course.
package struct PageFile {
  /// Where the page belongs.
  package let path: String

  package init(_ path: String) { self.path = path }

  private var place: URL { URL(fileURLWithPath: path) }

  /// Looks before anything is computed, so that a wrong path costs no waiting.
  package func check() throws(PageError) {
    let (name, folder) = (place.lastPathComponent, place.deletingLastPathComponent().path)
    var isFolder: ObjCBool = false
    if path.hasSuffix("/") || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if path.hasSuffix("/") || isFolder.boolValue {
        throw PageError("\"\(path)\" is a folder: name a file in it, such as page.html")
      }
      guard isOurs else {
        throw PageError(
          "\"\(path)\" exists and is no page of the course, so it stays: choose another name")
      }
    }
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw PageError("cannot write \"\(name)\": there is no folder \"\(folder)\"")
    }
    guard isFolder.boolValue else {
      throw PageError("cannot write \"\(name)\": \"\(folder)\" is a file, not a folder")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw PageError("cannot write \"\(name)\": you may not write in the folder \"\(folder)\"")
    }
  }

  /// Writes the whole page, or throws and leaves everything as it was.
  package func write(_ document: String) throws(PageError) {
    try check()
    let beside =
      place.deletingLastPathComponent().path + "/.\(place.lastPathComponent).part\(getpid())"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(errno) }
    var trouble = Terminal.write(document, to: descriptor)
    if close(descriptor) != 0, trouble == nil { trouble = errno }
    if trouble == nil, rename(beside, path) != 0 { trouble = errno }
    if let trouble {
      unlink(beside)
      throw failure(trouble)
    }
  }

  /// Whether a plain file with the mark of the course's pages near its beginning stands there.
  private var isOurs: Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: place.resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let file = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? file.close() }
    let beginning = (try? file.read(upToCount: 1024)) ?? Data()
    return String(decoding: beginning, as: UTF8.self).contains(PageFrame.mark)
  }

  private func failure(_ number: Int32) -> PageError {
    PageError("cannot write the page \"\(path)\": \(String(cString: strerror(number)))")
  }
}

/// Why there is no page, in one sentence.
package struct PageError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
