import Foundation

/// Where a page finds the chapter and the code of its lesson, if they lie in the folder of the run.
struct PageLinks {
  let chapter: String?
  let code: String?

  /// Looks from the folder that the lesson was started in.
  init(
    _ card: LessonCard, _ language: String, beside path: String,
    course: String = FileManager.default.currentDirectoryPath
  ) {
    func link(_ place: String) -> String? {
      let file = URL(fileURLWithPath: course).appendingPathComponent(place).standardizedFileURL
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      let page = URL(
        fileURLWithPath: path, relativeTo: URL(fileURLWithPath: course, isDirectory: true))
      return Self.relative(to: file.path, from: page.standardizedFileURL.path)
    }
    chapter =
      card.chapter.isEmpty
      ? nil : link("docs/\(language)/\(card.chapter)") ?? link("docs/en/\(card.chapter)")
    code = card.program == nil ? link("Lessons/\(card.name)/\(card.name).swift") : nil
  }

  /// The way from one file to another: `../docs/en/02-perceptron.md`.
  static func relative(to file: String, from page: String) -> String {
    let (target, start) = (file.split(separator: "/"), page.split(separator: "/").dropLast())
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - shared)
    let parts = up + target.dropFirst(shared).map(String.init)
    return parts.map { $0.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? $0 }
      .joined(separator: "/")
  }
}
