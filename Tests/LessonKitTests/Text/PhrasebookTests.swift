import Testing

@testable import LessonKit

@Suite struct PhrasebookTests {
  let toy = """
    # a toy table
    = After %1 epochs the error
      is %2.
    > El error es %2
      tras %1 iteraciones.

    = setosa
    > la setosa
    = two\\nlines
    > dos\\nlíneas
    """

  @Test func translatesAndReorders() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    let text: Text = "After \(6) epochs the error is \(0.25, decimals: 2)."
    #expect(text.rendered(in: book) == "El error es 0.25 tras 6 iteraciones.")
    #expect(text.english == "After 6 epochs the error is 0.25.")
    #expect(book.count == 3)
  }

  @Test func spacesMakeNoDifference() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    let text: Text = """
      After \(6) epochs
      the   error is \(1).
      """
    #expect(text.rendered(in: book) == "El error es 1 tras 6 iteraciones.")
    #expect(("two\nlines" as Text).rendered(in: book) == "dos\nlíneas")
  }

  @Test func textsWithinTextsAreTranslatedToo() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    let name: Text = "setosa"
    #expect(("\(name)" as Text).rendered(in: book) == "la setosa")
    #expect(("\("setosa")" as Text).rendered(in: book) == "setosa")
  }

  @Test func unknownTextsStayEnglish() throws {
    let book = try Phrasebook(language: "es", contents: toy)
    #expect(("a new \(3)" as Text).rendered(in: book) == "a new 3")
  }

  @Test(arguments: [
    ("> alone", "line 1"), ("= a\n= b\n> c", "line 1"), ("= a", "missing"), ("nonsense", "line 1"),
    ("= a %1\n> b %2", "line 2"),
  ])
  func damagedFilesAreNamed(contents: String, words: String) {
    #expect {
      _ = try Phrasebook(language: "es", contents: contents, file: "es/toy.phrases")
    } throws: { error in
      "\(error)".contains(words) && "\(error)".hasPrefix("es/toy.phrases")
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

  @Test func theBundledPhrasebooksAreWhole() throws {
    #expect(Phrasebook.available.prefix(1) == ["en"])
    for language in Phrasebook.available.dropFirst() {
      #expect(try Phrasebook.bundled(language).count > 0)
    }
  }
}
