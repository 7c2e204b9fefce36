import Foundation
import Testing

@testable import LessonKit

@Suite struct PhrasebookTests {
  let toy = #"""
    # a toy table
    msgid "After %1 epochs the error is %2."
    msgstr "El error es %2 tras %1 iteraciones."

    msgid "setosa"
    msgstr "la setosa"

    msgid "two\nlines"
    msgstr ""
    "dos\n"
    "líneas"

    #, fuzzy
    msgid "virginica"
    msgstr "la versicolor"

    msgid "versicolor"
    msgstr ""

    #~ msgid "iris"
    #~ msgstr "el iris"
    """#

  @Test func translatesAndReorders() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    let text: Text = "After \(6) epochs the error is \(0.25, decimals: 2)."
    #expect(text.rendered(in: book) == "El error es 0,25 tras 6 iteraciones.")
    #expect(text.english == "After 6 epochs the error is 0.25.")
    #expect(("two\nlines" as Text).rendered(in: book) == "dos\nlíneas")
    #expect(book.count == 3)
  }

  @Test(arguments: ["a new one", "virginica", "versicolor", "iris"])
  func whatHasNoCurrentTranslationStaysEnglish(words: String) throws {
    let book = try Phrasebook(language: "es", contents: toy)
    #expect(Text(stringLiteral: words).rendered(in: book) == words)
  }

  @Test func textsWithinTextsAreTranslatedToo() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    let name: Text = "setosa"
    #expect(("\(name)" as Text).rendered(in: book) == "la setosa")
    #expect(("\("setosa")" as Text).rendered(in: book) == "setosa")
  }

  @Test(arguments: [
    ("msgstr \"alone\"", "line 1: a msgstr without a msgid"),
    ("msgid \"a\"\nmsgid \"b\"", "line 2: a msgid without a msgstr"),
    ("msgid \"a\"\n", "line 1: the last msgid has no msgstr"),
    ("nonsense", "line 1: expected"),
    ("\"alone\"", "line 1: expected"),
    ("msgid \"a\"\nmsgstr \"b", "line 2: a string does not end"),
    ("msgid a\nmsgstr \"b\"", "line 1: a string does not begin"),
    ("msgid \"a\" b", "line 1: something follows"),
    ("msgid \"\\q\"", "line 1: a \\ that stands before"),
    ("msgid \"a\"\n# note\nmsgstr \"b\"", "line 2: a comment"),
    ("\n\nmsgid \"a %1\"\nmsgstr \"b %2\"", "line 3: the translation has a placeholder"),
    ("msgid \"\"\nmsgstr \"\"\nmsgid \"\"\nmsgstr \"\"", "line 3: the English"),
  ])
  func damagedFilesAreNamed(contents: String, words: String) {
    #expect {
      _ = try Phrasebook(language: "es", contents: contents, file: "es/toy.po")
    } throws: { error in
      "\(error)".hasPrefix("es/toy.po: " + words) && !"\(error)".contains("\n")
    }
  }

  @Test func emptyFile() throws {
    #expect(try Phrasebook(language: "es", contents: "").count == 0)
  }

  @Test func theBoardSpeaksSpanish() {
    for (arguments, environment) in [(["--language", "es"], [:]), ([], ["COURSE_LANGUAGE": "es"])] {
      let recorder = Recorder()
      _ = recorder.run(arguments, environment: environment) { board in
        board.claim(
          "a", "something", source: "", published: "1", measured: "1", gate: "the same", holds: true
        )
      }
      #expect(recorder.output.contains("Lección 04"))
      #expect(recorder.output.contains("tu turno"))
      #expect(recorder.output.contains("docs/es/04-multilayer-perceptron.md"))
    }
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], "en"), (["COURSE_LANGUAGE": "es", "LC_ALL": "en_GB.UTF-8"], "es"),
    (["COURSE_LANGUAGE": "xx"], "en"), (["LANG": "es_ES.UTF-8"], "es"), (["LANG": "es"], "es"),
    (["LC_ALL": "", "LC_MESSAGES": "es_MX", "LANG": "C"], "es"), (["LANG": "est_EE"], "en"),
    (["LC_ALL": "C", "LANG": "es_ES"], "en"), (["LANG": "es@euro"], "es"),
    (["COURSE_LANGUAGE": "en", "LANG": "es_ES"], "en"),
  ])
  func theSurroundingsChoose(environment: [String: String], language: String) {
    #expect(Phrasebook.language(in: environment, offered: ["en", "es"]) == language)
  }

  @Test func theLocaleChoosesNoHalfTranslatedLanguage() {
    #expect(Phrasebook.language(in: ["LANG": "es_ES.UTF-8"], offered: ["en"]) == "en")
    #expect(Phrasebook.language(in: ["COURSE_LANGUAGE": "es"], offered: ["en"]) == "es")
  }

  @Test func programsReadTheirPartOnly() {
    #expect(Phrasebook.Part.lesson(5).includes("lesson05"))
    #expect(Phrasebook.Part.lesson(12).includes("lesson12"))
    #expect(Phrasebook.Part.lesson(5).includes("lessonkit"))
    #expect(!Phrasebook.Part.lesson(5).includes("checks05"))
    #expect(["lessonkit", "checks05", "course"].allSatisfy(Phrasebook.Part.tools.includes))
    #expect(!["lesson05", "stubs05"].contains(where: Phrasebook.Part.tools.includes))
  }

  @Test func theBundledFilesCanBeRead() throws {
    #expect(Phrasebook.offered.first == "en")
    for language in Phrasebook.available.dropFirst() {
      #expect(try Phrasebook.bundled(language, .tools).language == language)
      for lesson in 1...20 { #expect(try Phrasebook.bundled(language, .lesson(lesson)).count > 0) }
    }
  }
}
