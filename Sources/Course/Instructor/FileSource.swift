import ExerciseKit
import Foundation

/// A heap of files that somebody handed in: a folder, or an archive.
protocol FileSource {
  /// What is in it, hidden files left out.
  var files: [FoundFile] { get }

  /// The contents of some of its files, in the order asked for; none is larger than `largest`
  /// bytes.
  func contents(of places: [Int], atMost largest: Int) throws -> [Data]
}

/// A name in such a heap, and what it stands for.
struct FoundFile {
  enum Kind: Equatable {
    case file(size: Int)
    /// A second name of something that may lie anywhere; it is never followed.
    case link
    case other
  }

  /// "deep-learning", "Exercises", "Lesson02", "UpdateRule.swift".
  let path: [String]
  let kind: Kind

  var name: String { path.last ?? "" }
  var words: String { path.joined(separator: "/") }

  /// The parts of a path; nil for one that leads outside, or to something that nobody wrote.
  static func path(_ text: String) -> [String]? {
    let names = text.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
    guard !names.isEmpty, names.count <= deepest, !names.contains(where: isHidden) else {
      return nil
    }
    return names
  }

  /// How many folders may lie in each other.
  static let deepest = 16
  /// How many files a submission may have; the rest is not looked at.
  static let most = 50_000

  /// Hidden folders, what a build leaves, what macOS adds; and "..".
  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name == "__MACOSX" }

  /// A name as the disk has it: UTF-8, or Latin-1 as on older systems.
  static func name(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// Why a submission, or a part of it, cannot be graded; that is never a matter of points.
struct NotGraded: Error {
  let reason: Text
  init(_ reason: Text) { self.reason = reason }
}
