/// The translations of one part of the course into one language: a gettext PO file.
///
///     #: Lessons/Lesson05/Section1Loop.swift:23
///     msgid "After %1 epochs the error is %2."
///     msgstr "El error es %2 tras %1 épocas."
///
/// Every editor for translations can open it. Only what the format offers and the course uses is
/// kept: no plurals, no contexts.
package struct TranslationFile: Sendable, Equatable {
  /// One text with its translation.
  package struct Message: Sendable, Equatable {
    /// The English template.
    package var english: String
    /// The translated template; empty while it is missing.
    package var translation: String
    /// What translators note: lines that begin with `#` and a space.
    package var notes: [String] = []
    /// Where the English stands: `Lessons/Lesson05/Lesson05.swift:9`.
    package var references: [String] = []
    /// Such as `fuzzy`: the English has changed since it was translated.
    package var flags: [String] = []
    /// The English that the translation of a fuzzy message was made for.
    package var previous: String?
    /// Whether the English is no longer in the course.
    package var isObsolete = false
    /// The line of the file that the message begins in; 0 for one that no file had.
    package var line = 0

    package init(english: String, translation: String = "", references: [String] = []) {
      self.english = english
      self.translation = translation
      self.references = references
    }

    /// Whether a translator has to look at it again.
    package var isFuzzy: Bool { flags.contains("fuzzy") }

    /// Whether the translation is shown to learners.
    package var isInUse: Bool { !translation.isEmpty && !isFuzzy && !isObsolete }

    /// The numbers of the placeholders in a template, sorted.
    package func gaps(_ template: String) -> [Int] { Template(template).placeholders.sorted() }
  }

  /// What the file says of itself, in front of all messages.
  package var header: Message?
  /// The messages in the file's order.
  package var messages: [Message] = []

  package init() {}

  /// Reads the text of a file; `file` is its name in what is said about damage.
  package init(contents: String, file: String) throws(PhrasebookError) {
    var reader = TranslationReader(contents: contents, file: file)
    try reader.read()
    messages = reader.messages
    if let first = messages.first, first.english.isEmpty, !first.isObsolete {
      header = first
      messages.removeFirst()
    }
    if let empty = messages.first(where: { $0.english.isEmpty }) {
      throw PhrasebookError(file: file, line: empty.line, "the English of a message is empty")
    }
  }
}
