import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder with all submissions.
///
/// Whatever lies in it appears in the grades: graded, or not graded and why.
struct ClassFolder: Sendable {
  private let folder: OpenFolder
  let entries: [Entry]

  /// Something that may be a submission.
  struct Entry: Sendable {
    /// As the instructor reads it; no two entries have the same.
    let name: String
    fileprivate let file: FileName
  }

  /// What systems leave behind, and nobody hands in.
  private static let leftovers: Set<String> = [
    ".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".build", ".git", ".gitignore", ".gitkeep",
  ]

  init(_ place: URL) throws {
    guard let folder = OpenFolder(place) else {
      throw ToolError("\(place.path) is not a folder, or cannot be read")
    }
    self.folder = folder
    var taken: Set<String> = []
    entries = folder.names().compactMap { file in
      let words = file.words
      if Self.leftovers.contains(words) || words.hasPrefix("._") { return nil }
      var name = words
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(words) (\(number))"
        number += 1
      }
      return Entry(name: name, file: file)
    }
  }

  /// What an entry is, opened without following a link.
  enum Contents {
    case folder(FolderSource)
    case archive(Archive, Data)
    /// A single file, as learning platforms deliver them.
    case answer(Data)
  }

  func open(_ entry: Entry) throws -> Contents {
    guard let status = folder.status(of: entry.file) else {
      throw NotGraded("it cannot be read")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard let inner = folder.folder(entry.file) else { throw NotGraded("it cannot be read") }
      return .folder(FolderSource(inner))
    case S_IFREG:
      if status.st_nlink > 1 {
        throw NotGraded("it has a second name elsewhere (a hard link): copy it")
      }
      if let archive = Archive(name: entry.name) {
        return .archive(archive, try read(entry, atMost: Archive.largest))
      }
      guard entry.name.lowercased().hasSuffix(".swift") else { throw Self.unknown(entry.name) }
      return .answer(try read(entry, atMost: SafeFile.largest))
    case S_IFLNK: throw NotGraded("it is a symbolic link, which is not followed")
    default: throw NotGraded("it is neither a folder nor a file")
    }
  }

  private func read(_ entry: Entry, atMost limit: Int) throws -> Data {
    guard let data = folder.read(entry.file, atMost: limit + 1) else {
      throw NotGraded("it cannot be read")
    }
    guard data.count <= limit else {
      throw NotGraded("it has more than \(limit >> 10) KB: unpack it, or look at it yourself")
    }
    return data
  }

  /// Why a file of another kind is not graded.
  static func unknown(_ name: String) -> NotGraded {
    let end = (name as NSString).pathExtension
    if Archive.foreign.contains(end.lowercased()) { return NotGraded("a .\(end): unpack it") }
    return end.isEmpty
      ? NotGraded("a file without an ending: expected a folder, an archive or a .swift file")
      : NotGraded("a .\(end): expected a folder, an archive or a .swift file")
  }
}
