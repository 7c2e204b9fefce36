import Testing

@testable import LessonKit

@Suite struct TranslationFileTests {
  /// All that the format offers and the course uses, in the usual form.
  let contents = #"""
    # From the translator.
    msgid ""
    msgstr ""
    "Language: es\n"
    "Content-Type: text/plain; charset=UTF-8\n"

    # a note
    #
    #: Lessons/Lesson05/Lesson05.swift:9 Lessons/Lesson05/SamuelsLoop.swift:12
    #, fuzzy
    #| msgid "the error"
    msgid "the \"error\" \\ loss"
    msgstr "el \"error\""

    #: Sources/Course/Course.swift:3
    msgid ""
    "A sentence that is longer than a row of the file, which has room for 79 "
    "characters with the quotation marks."
    msgstr ""

    #: Sources/Course/Course.swift:4
    msgid ""
    "two\n"
    "\trows"
    msgstr ""
    "dos\n"
    "\tfilas"

    #~ msgid "gone"
    #~ msgstr "ido"

    """#

  @Test func readsEverything() throws {
    let file = try TranslationFile(contents: contents, file: "toy")
    #expect(file.header?.translation.hasPrefix("Language: es\n") == true)
    #expect(file.messages.count == 4)
    let first = try #require(file.messages.first)
    #expect(first.english == "the \"error\" \\ loss" && first.translation == "el \"error\"")
    #expect(first.notes == ["a note", ""] && first.isFuzzy && first.previous == "the error")
    #expect(first.references.count == 2 && first.line == 7)
    #expect(file.messages[1].english.hasSuffix("79 characters with the quotation marks."))
    #expect(file.messages[2].english == "two\n\trows")
    #expect(file.messages[3].isObsolete && !file.messages[2].isObsolete)
    #expect(file.messages.map(\.isInUse) == [false, false, true, false])
  }

  @Test func writesWhatItRead() throws {
    #expect(try TranslationFile(contents: contents, file: "toy").written == contents)
  }

  @Test func readsTheRowsOfOtherTools() throws {
    let windows = contents.replacing("\n", with: "\r\n")
    #expect(try TranslationFile(contents: windows, file: "toy").written == contents)
    let tight = contents.replacing("\n\n", with: "\n")
    #expect(try TranslationFile(contents: tight, file: "toy").written == contents)
  }

  @Test func whatSeveralTextsHaveInOneFileStaysWhole() throws {
    var file = TranslationFile()
    let words = ["", "a", "%1 %", "a\n", "\n", " a ", String(repeating: "ñ", count: 200)]
    file.messages = words.dropFirst().map { .init(english: $0, translation: $0 + $0) }
    let read = try TranslationFile(contents: file.written, file: "toy")
    #expect(read.messages.map(\.english) == Array(words.dropFirst()))
    #expect(read.messages.map(\.translation) == words.dropFirst().map { $0 + $0 })
  }
}
