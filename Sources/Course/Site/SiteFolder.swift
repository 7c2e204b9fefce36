import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of a site: built beside its place, and put there whole.
///
/// What stands there already is replaced only if it is empty, or a site of ours; a file in it says
/// so.
struct SiteFolder {
  /// The file by which a site of the course is known.
  static let mark = ".neuron-to-diffusion-site"

  /// Where the site belongs.
  let place: URL
  /// Where it is built: in the same folder, so that the last step is a renaming.
  let workshop: URL

  /// Looks whether a site may stand there, and makes room beside it.
  init(_ folder: URL, course: Place) throws {
    place = folder.resolvingSymlinksInPath()
    let parent = place.deletingLastPathComponent()
    let name = place.lastPathComponent
    workshop = parent.appendingPathComponent(".\(name).part\(getpid())")
    let root = course.root.resolvingSymlinksInPath().path
    guard place.path != root, !root.hasPrefix(place.path == "/" ? "/" : place.path + "/") else {
      throw ToolError("\(folder.path) is the course itself, or contains it: choose another folder")
    }
    try Self.refuseStranger(place)
    guard SafeFile.kind(of: parent) == .folder else {
      throw ToolError("there is no folder \(parent.path) in which \(name) could be made")
    }
    guard access(parent.path, W_OK | X_OK) == 0 else {
      throw ToolError("you may not write in \(parent.path), so \(name) cannot be made there")
    }
    do {
      try FileManager.default.createDirectory(at: workshop, withIntermediateDirectories: false)
      Interruption.unfinished = workshop
      try write(Tool.version + "\n", to: Self.mark)
      try SystemTrouble.refuseIfFull(workshop)
    } catch {
      abandon()
      throw plain(error)
    }
  }

  /// Only nothing, an empty folder, and a site of ours may be replaced.
  private static func refuseStranger(_ place: URL) throws {
    switch SafeFile.kind(of: place) {
    case .nothing: return
    case .folder: break
    default: throw ToolError("\(place.path) is not a folder")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    guard !names.isEmpty else { return }
    guard names.contains(mark) else {
      throw ToolError(
        "\(place.path) holds something that is no site of the course, so it stays: choose another folder"
      )
    }
    guard !names.contains(".git") else {
      throw ToolError(
        "\(place.path) is a repository, whose history would be lost: choose another folder")
    }
  }

  // MARK: - Building

  func url(_ path: String) -> URL { workshop.appendingPathComponent(path) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = url(path)
    try makeRoom(for: path)
    try data.write(to: file)
  }

  /// The folder that a file goes to.
  func makeRoom(for path: String) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  /// Files and bytes of all that was built.
  func weight() -> (files: Int, bytes: Int) {
    var (files, bytes) = (0, 0)
    let names = FileManager.default.enumerator(atPath: workshop.path)?.compactMap { $0 as? String }
    for name in names ?? [] {
      if case .file(let size) = SafeFile.kind(of: url(name)) {
        files += 1
        bytes += size
      }
    }
    return (files, bytes)
  }

  // MARK: - The end

  /// Puts the whole site into its place.
  func publish() throws {
    try Self.refuseStranger(place)
    let old = workshop.path + ".old"
    let hasOld = SafeFile.kind(of: place) == .folder
    if hasOld { try Self.rename(place.path, to: old) }
    do {
      try Self.rename(workshop.path, to: place.path)
    } catch {
      if hasOld { try? Self.rename(old, to: place.path) }
      throw error
    }
    Interruption.unfinished = nil
    if hasOld { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Leaves everything as it was.
  func abandon() {
    try? FileManager.default.removeItem(at: workshop)
    Interruption.unfinished = nil
  }

  /// The error with the name that the file would have had in its place.
  func plain(_ error: any Error) -> any Error {
    let trouble = SystemTrouble(error)
    guard trouble.path.hasPrefix(workshop.path), let number = trouble.number else { return error }
    let path = place.path + trouble.path.dropFirst(workshop.path.count)
    if trouble.isFullDisk {
      return CocoaError(.fileWriteOutOfSpace, userInfo: [NSFilePathErrorKey: path])
    }
    return ToolError(SystemTrouble(number: number, path: path).sentence)
  }

  private static func rename(_ from: String, to: String) throws {
    #if canImport(Glibc)
      let status = Glibc.rename(from, to)
    #elseif canImport(Musl)
      let status = Musl.rename(from, to)
    #else
      let status = Darwin.rename(from, to)
    #endif
    guard status == 0 else {
      throw ToolError(SystemTrouble(number: errno, path: to).sentence)
    }
  }
}
