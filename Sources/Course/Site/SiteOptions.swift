import ExerciseKit
import Foundation

/// How `swift run Course site DIR` was called.
struct SiteOptions {
  static let flags: Set<String> = ["--quick", "--no-lessons", "--only-english", within]
  static let valued: Set<String> = ["--repository", "--base-path"]

  /// Of the process that makes the pages of another language inside an English site.
  static let within = "--within-english"

  /// Where the site belongs.
  var folder: URL
  /// Whether the lessons run with `--quick`.
  var isQuick = false
  /// Whether the lessons run at all.
  var runsLessons = true
  /// The page of the repository, to which links to files of code lead; without it they are shown as
  /// words.
  var repository: String?
  /// The path of the site on its server, "/course": the API reference has to know it.
  var basePath = ""
  /// Whether the pages in other languages are left out.
  var isOnlyEnglish = false
  /// Whether these pages lie in a folder of the English site.
  var isWithinEnglish = false

  init(folder: URL) { self.folder = folder }

  init(_ words: CommandWords) throws {
    try words.expect(1...1, "the folder to make")
    folder = words.folder(0)
    isQuick = words.has("--quick")
    runsLessons = !words.has("--no-lessons")
    isOnlyEnglish = words.has("--only-english")
    isWithinEnglish = words.has(Self.within)
    if let address = words.value("--repository") {
      guard let url = URL(string: address), url.scheme == "https" || url.scheme == "http",
        url.host()?.isEmpty == false
      else {
        throw UsageError("--repository \(address): expected an address that begins with https://")
      }
      repository = address.hasSuffix("/") ? String(address.dropLast()) : address
    }
    if let path = words.value("--base-path") {
      let names = path.split(separator: "/")
      let isPlain = names.joined().allSatisfy { $0.isLetter || $0.isNumber || "-_.~".contains($0) }
      guard isPlain, !names.contains("..") else {
        throw UsageError("--base-path \(path): expected a path such as /course")
      }
      basePath = names.map { "/" + $0 }.joined()
    }
  }
}
