import Foundation

/// The learner's texts in another language: a table from English templates to translated ones.
///
/// A phrasebook is a text file. `=` begins an English template, `>` its translation; indented
/// lines continue the line above, `\n` is a line break, `#` begins a comment:
///
///     = After %1 epochs the error is %2.
///     > El error es %2 tras %1
///       iteraciones.
///
/// The files of Spanish lie in `Sources/LessonKit/Languages/es/`. A template that no file
/// knows is shown in English, and runs of spaces make no difference.
public struct Phrasebook: Sendable, Equatable {
  /// The language's code: `en`, `es`.
  public let language: String

  private var translations: [String: String] = [:]

  /// English, which needs no table.
  public static let english = Phrasebook(language: "en")

  /// The phrasebook that the environment asks for (`COURSE_LANGUAGE=es`), or English.
  public static let chosen: Phrasebook = {
    let code = ProcessInfo.processInfo.environment["COURSE_LANGUAGE"] ?? ""
    return (try? bundled(code)) ?? .english
  }()

  /// An empty phrasebook.
  public init(language: String) {
    self.language = language
  }

  /// A phrasebook from the text of a file.
  public init(language: String, contents: String, file: String = "phrasebook")
    throws(PhrasebookError)
  {
    self.language = language
    try add(contents: contents, file: file)
  }

  /// How many texts it knows.
  public var count: Int { translations.count }

  /// The translated template, if it is known.
  public func translation(of template: String) -> String? {
    translations.isEmpty ? nil : translations[Self.key(template)]
  }

  /// Adds the phrases of one more file.
  public mutating func add(contents: String, file: String) throws(PhrasebookError) {
    for phrase in try PhraseReader(contents: contents, file: file).phrases() {
      let gaps = Set(Template(phrase.english).placeholders)
      guard gaps.isSuperset(of: Template(phrase.translation).placeholders) else {
        throw PhrasebookError(
          message: "\(file): line \(phrase.line): the translation has a placeholder "
            + "that the English does not have: \(phrase.translation)")
      }
      translations[Self.key(phrase.english)] = phrase.translation
    }
  }

  private static func key(_ template: String) -> String {
    template.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What is wrong with a phrasebook.
public struct PhrasebookError: Error, CustomStringConvertible, Equatable {
  let message: String

  /// One line that names the file, the line and the trouble.
  public var description: String { message }
}

/// Reads `= English` and `> translation` pairs.
struct PhraseReader {
  struct Phrase: Equatable {
    var english: String
    var translation: String
    var line: Int
  }

  let contents: String
  let file: String

  func phrases() throws(PhrasebookError) -> [Phrase] {
    var phrases: [Phrase] = []
    var english: String?
    var isTranslated = true
    let lines = contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      let words = unescaped(line.drop { $0 != " " }.trimmingPrefix { $0 == " " })
      switch line.first {
      case nil, "#": continue
      case "=":
        guard isTranslated else { throw error(number - 1, "a translation (\"> ...\") is missing") }
        (english, isTranslated) = (words, false)
      case ">":
        guard let source = english, !isTranslated else {
          throw error(number, "a translation without an English line (\"= ...\") before it")
        }
        phrases.append(Phrase(english: source, translation: words, line: number))
        isTranslated = true
      case " ", "\t":
        let more = unescaped(line.trimmingPrefix(while: \.isWhitespace))
        if more.isEmpty { continue }
        if isTranslated, !phrases.isEmpty {
          phrases[phrases.count - 1].translation += " " + more
        } else if let start = english {
          english = start + " " + more
        }
      default: throw error(number, "expected \"=\", \">\", \"#\" or a space, found: \(line)")
      }
    }
    guard isTranslated else { throw error(lines.count, "a translation (\"> ...\") is missing") }
    return phrases
  }

  private func error(_ line: Int, _ trouble: String) -> PhrasebookError {
    PhrasebookError(message: "\(file): line \(line): \(trouble)")
  }

  private func unescaped(_ words: some StringProtocol) -> String {
    words.replacingOccurrences(of: "\\n", with: "\n")
  }
}
