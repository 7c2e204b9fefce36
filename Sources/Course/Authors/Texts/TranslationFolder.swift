import Foundation
import LessonKit

/// The PO files of a language: `Sources/LessonKit/Languages/es`.
struct TranslationFolder {
  let language: String
  let folder: URL

  init(_ place: Place, language: String) {
    self.language = language
    folder = place.root.appendingPathComponent("Sources/LessonKit/Languages/\(language)")
  }

  /// The files as they are, by name: `lesson05`.
  func files() throws -> [String: TranslationFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: TranslationFile] = [:]
    for name in names.sorted() where name.hasSuffix(".po") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      files[String(name.dropLast(3))] = try TranslationFile(
        contents: text, file: "\(language)/\(name)")
    }
    return files
  }

  /// The files as they should be; a file that the course has no texts for keeps the old ones.
  func updated(to texts: CourseTexts) throws -> [String: TranslationFile] {
    let old = try files()
    let moved = old.sorted { $0.key < $1.key }.flatMap { name, file in
      let current = Set(texts.files[name, default: []].map(\.template))
      return file.messages.filter { !current.contains($0.english) }
    }
    var files: [String: TranslationFile] = [:]
    for name in Set(old.keys).union(texts.files.keys) {
      var file = old[name] ?? TranslationFile()
      if file.header == nil { file.header = header }
      files[name] = TranslationUpdate(file, to: texts.files[name] ?? [], moved: moved).file
    }
    return files
  }

  func write(_ files: [String: TranslationFile]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, file) in files {
      let place = folder.appendingPathComponent(name + ".po")
      try Data(file.written.utf8).write(to: place, options: .atomic)
    }
  }

  private var header: TranslationFile.Message {
    let fields = [
      "Project-Id-Version: Neuron to Diffusion", "Language: \(language)", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
      "Plural-Forms: nplurals=2; plural=(n != 1);",
    ]
    return TranslationFile.Message(
      english: "", translation: fields.map { $0 + "\n" }.joined())
  }
}
