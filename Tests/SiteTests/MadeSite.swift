import Checks
import Foundation

@testable import Course

/// A site that the tests look at, made once: all documents and exercises, no runs of lessons.
///
/// `COURSE_SITE=DIR` names one that is there already, such as a whole one; its base path has to be
/// /course.
enum MadeSite {
  static let folder: Result<URL, any Error> = Result {
    if let path = ProcessInfo.processInfo.environment["COURSE_SITE"] {
      return URL(fileURLWithPath: path)
    }
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-site-\(UUID().uuidString)")
    var options = SiteOptions(folder: place)
    options.runsLessons = false
    options.basePath = "/course"
    var command = SiteCommand(course: course, options: options)
    command.say = { _ in }
    _ = try command.run()
    atexit { MadeSite.remove() }
    return place
  }

  static let course = Place(root: Repository.root)

  /// The lessons' numbers: "05".
  static let lessons = CatalogueLesson.all.map(\.name)

  /// Takes away what the tests have made.
  static func remove() {
    guard ProcessInfo.processInfo.environment["COURSE_SITE"] == nil,
      let place = try? folder.get()
    else { return }
    try? FileManager.default.removeItem(at: place)
  }

  /// The pages that are ours, from the top of the site; the reference is docc's.
  static func pages() throws -> [String] {
    let top = try folder.get().resolvingSymlinksInPath()
    let names = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".html") && !$0.hasPrefix("api/") }.sorted()
  }

  static func text(_ page: String) throws -> String {
    try String(contentsOf: try folder.get().appendingPathComponent(page), encoding: .utf8)
  }
}
