/// The learner's texts in another language: a table from English templates to translated ones.
///
/// It is read from PO files, those of Spanish lie in `Sources/LessonKit/Languages/es/`. A template
/// that no file knows is shown in English, and so is one whose translation is marked as fuzzy.
public struct Phrasebook: Sendable, Equatable {
  /// The language's code: `en`, `es`.
  public let language: String

  private var translations: [String: String] = [:]

  /// English, which needs no table.
  public static let english = Phrasebook(language: "en")

  /// An empty phrasebook.
  public init(language: String) {
    self.language = language
  }

  /// A phrasebook from the text of a PO file.
  public init(language: String, contents: String, file: String = "phrasebook")
    throws(PhrasebookError)
  {
    self.language = language
    try add(contents: contents, file: file)
  }

  /// How many texts it knows.
  public var count: Int { translations.count }

  /// The translated template, if it is known.
  public func translation(of template: String) -> String? { translations[template] }

  /// Adds the texts of one more PO file.
  public mutating func add(contents: String, file: String) throws(PhrasebookError) {
    for message in try TranslationFile(contents: contents, file: file).messages
    where message.isInUse {
      let gaps = Set(Template(message.english).placeholders)
      guard gaps.isSuperset(of: Template(message.translation).placeholders) else {
        throw PhrasebookError(
          file: file, line: message.line,
          "the translation has a placeholder that the English does not have: "
            + message.translation)
      }
      translations[message.english] = message.translation
    }
  }
}

/// What is wrong with a phrasebook.
public struct PhrasebookError: Error, CustomStringConvertible, Equatable {
  /// The sentence for the learner.
  public let text: Text

  init(_ text: Text) { self.text = text }

  init(file: String, line: Int, _ trouble: String) {
    text = "\(file): line \(line): \(trouble)"
  }

  /// One line that names the file, the line and the trouble.
  public var description: String { text.english }
}
