import Foundation

/// Which language a learner reads, for lessons, the tool and the workbench alike.
///
/// An option counts first, then `COURSE_LANGUAGE`, then the system's locale. Who names a language
/// gets it as far as it is translated; the locale chooses among the offered ones only.
extension Phrasebook {
  /// The languages that learners are offered, English first: those that have every text.
  public static let offered = ["en", "es"]

  /// The languages that have any text, English first.
  public static var available: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["en"] + names.filter { !$0.hasPrefix(".") && $0 != "en" }.sorted()
  }

  /// What a program reads of a language; a lesson needs little, and begins at once.
  public enum Part: Sendable {
    /// The lesson of this number.
    case lesson(Int)
    /// The checks, the tool and the workbench.
    case tools
    /// The comments in the exercises of a lesson, such as "05".
    case stubs(String)

    func includes(_ file: String) -> Bool {
      switch self {
      case .stubs(let lesson): return file == "stubs" + lesson
      case _ where file == "lessonkit": return true
      case .lesson(let number): return file == (number < 10 ? "lesson0" : "lesson") + "\(number)"
      case .tools: return !file.hasPrefix("lesson") && !file.hasPrefix("stubs")
      }
    }
  }

  /// The language that the surroundings ask for: `en`, `es`.
  public static func language(
    in environment: [String: String], offered: [String] = Self.offered
  ) -> String {
    if let code = environment["COURSE_LANGUAGE"], available.contains(code) { return code }
    // POSIX: the first of these that says anything counts.
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
    let locale = names.first { !$0.isEmpty } ?? ""
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    return offered.contains(String(code)) ? String(code) : "en"
  }

  /// The phrasebook of the surroundings, or English; a test may have another one for its task.
  @TaskLocal public static var chosen: Phrasebook = {
    let code = language(in: ProcessInfo.processInfo.environment)
    return (try? bundled(code, .tools)) ?? .english
  }()

  /// Makes a language that an option names the one of this process and of those that it starts.
  ///
  /// To be called before anything is said.
  public static func choose(_ language: String) throws(PhrasebookError) {
    try check(language)
    setenv("COURSE_LANGUAGE", language, 1)
  }

  /// The phrasebook of a language that comes with the course; an empty one for English.
  public static func bundled(_ language: String, _ part: Part) throws -> Phrasebook {
    try check(language)
    var book = Phrasebook(language: language)
    guard language != "en" else { return book }
    let place = folder.appendingPathComponent(language)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    for name in names.sorted()
    where name.hasSuffix(".po") && part.includes(String(name.dropLast(3))) {
      let contents = try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
      try book.add(contents: contents, file: "\(language)/\(name)")
    }
    return book
  }

  private static func check(_ language: String) throws(PhrasebookError) {
    guard available.contains(language) else {
      let known = offered.joined(separator: ", ")
      throw PhrasebookError(
        "no texts in the language \"\(language)\" (there is: \(known))")
    }
  }

  private static var folder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Languages")
  }
}
