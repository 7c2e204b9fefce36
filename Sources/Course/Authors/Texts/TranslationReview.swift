import Foundation
import LessonKit

/// What is left to do in a language.
struct TranslationReview {
  /// A row for each file: messages, missing, fuzzy, obsolete.
  private(set) var table: String
  /// One sentence for each text that learners would not read in their language, or not rightly.
  private(set) var complaints: [String] = []

  var isComplete: Bool { complaints.isEmpty }

  init(_ files: [String: TranslationFile], in folder: TranslationFolder) throws {
    let same = folder.folder.appendingPathComponent("same.txt")
    let names = (try? String(contentsOf: same, encoding: .utf8)) ?? ""
    try self.init(
      files, language: folder.language,
      sameInBoth: Set(
        names.split(whereSeparator: \.isNewline).map {
          $0.replacingOccurrences(of: "\\n", with: "\n")
        }))
  }

  /// - Parameter sameInBoth: the texts that may be as in English, such as names.
  init(
    _ files: [String: TranslationFile], language: String, sameInBoth: Set<String>
  ) throws {
    var rows = [Self.row(language, ["messages", "missing", "fuzzy", "obsolete"])]
    var totals = [0, 0, 0, 0]
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let current = file.messages.filter { !$0.isObsolete }
      let counts = [
        current.count, current.count { $0.translation.isEmpty }, current.count(where: \.isFuzzy),
        file.messages.count(where: \.isObsolete),
      ]
      totals = zip(totals, counts).map(+)
      rows.append(Self.row(name, counts.map { String($0) }))
      for message in current {
        guard let trouble = Self.trouble(message, sameInBoth) else { continue }
        complaints.append("\(language)/\(name).po: \(trouble): \(message.english)")
      }
    }
    rows.append(Self.row("all", totals.map { String($0) }))
    table = rows.joined(separator: "\n")
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    name.filled(to: 12) + cells.map { $0.flushRight(10) }.joined()
  }

  private static func trouble(
    _ message: TranslationFile.Message, _ sameInBoth: Set<String>
  ) -> String? {
    if message.translation.isEmpty { return "not translated" }
    if message.isFuzzy { return "fuzzy" }
    if message.gaps(message.english) != message.gaps(message.translation) {
      return "other placeholders than the English"
    }
    if message.english == message.translation, hasWords(message.english),
      !sameInBoth.contains(message.english)
    {
      return "the same as the English"
    }
    return nil
  }

  /// Whether something could be translated: formulas have letters, but no words; code and shapes,
  /// as in `[batch, hidden]`, stay.
  static func hasWords(_ template: String) -> Bool {
    template.replacing(/`[^`]*`|\[[^\]]*\]/, with: "").contains(/[a-z]{4}/)
  }
}
