import Foundation

extension Phrasebook {
  /// The languages that come with the course, English first.
  public static var available: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return ["en"] + names.filter { !$0.hasPrefix(".") && $0 != "en" }.sorted()
  }

  /// The phrasebook of a language that comes with the course; an empty one for English.
  public static func bundled(_ language: String) throws -> Phrasebook {
    guard language != "en", !language.isEmpty else { return .english }
    guard available.contains(language) else {
      let known = available.joined(separator: ", ")
      throw PhrasebookError(
        message: "no texts in the language \"\(language)\" (there is: \(known))")
    }
    var book = Phrasebook(language: language)
    let place = folder.appendingPathComponent(language)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    for name in names.sorted() where name.hasSuffix(".po") {
      let contents = try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
      try book.add(contents: contents, file: "\(language)/\(name)")
    }
    return book
  }

  private static var folder: URL {
    Bundle.module.bundleURL.appendingPathComponent("Languages")
  }
}
