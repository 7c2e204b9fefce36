import Checks
import Foundation
import LessonKit
import Testing

@testable import Course

/// The texts of the course on their way to translators and back.
@Suite(.inEnglish) struct TextsTests {
  typealias Message = TranslationFile.Message

  private func found(_ template: String, line: Int = 1) -> TextExtractor.Found {
    TextExtractor.Found(template: template, path: "Lessons/Lesson05/Lesson05.swift", line: line)
  }

  private func file(_ messages: [(String, String)]) -> TranslationFile {
    var file = TranslationFile()
    file.messages = messages.map { Message(english: $0.0, translation: $0.1) }
    return file
  }

  /// As the package manager names the package of a folder: another name, and the compiler sees
  /// less.
  @Test(arguments: [
    ("course", "course"), ("neuron-to-diffusion", "neuron_to_diffusion"),
    ("My Course.2", "my_course_2"), ("2026-course", "_026_course"),
  ])
  func aPackageIsNamedByItsFolder(_ folder: String, _ name: String) {
    let root = URL(fileURLWithPath: "/somewhere/\(folder)")
    #expect(TextExtractor.packageName(of: root) == name)
  }

  // MARK: - Bringing a file up to date

  @Test func anUpdateKeepsTranslations() {
    let update = TranslationUpdate(
      file([("one", "uno"), ("two", "dos")]),
      to: [found("two"), found("new"), found("one", line: 7)])
    #expect(update.file.messages.map(\.english) == ["two", "new", "one"])
    #expect(update.file.messages.map(\.translation) == ["dos", "", "uno"])
    #expect(update.file.messages[2].references == ["Lessons/Lesson05/Lesson05.swift:7"])
  }

  @Test func theSameTextIsOneMessage() {
    let update = TranslationUpdate(
      TranslationFile(), to: [found("a"), found("b"), found("a", line: 2), found("a", line: 2)])
    #expect(update.file.messages.map(\.references.count) == [2, 1])
  }

  @Test func smallChangesMakeATranslationFuzzy() throws {
    let old = file([
      ("After %1 epochs the error is %2.", "El error es %2 tras %1 épocas."), ("gone", "ido"),
    ])
    let new = found("After %1 epochs the error falls to %2.")
    let update = TranslationUpdate(old, to: [new, found("quite another sentence")])
    let message = try #require(update.file.messages.first)
    #expect(message.isFuzzy && message.translation == "El error es %2 tras %1 épocas.")
    #expect(message.previous == "After %1 epochs the error is %2.")
    #expect(update.file.messages[1].translation.isEmpty)
    #expect(update.file.messages[2].isObsolete && update.file.messages[2].translation == "ido")
    #expect(update.file.messages.count == 3)
  }

  @Test func whatSeveralFilesHaveLostIsKeptOnceInEach() {
    let gone = file([("one", "uno")])
    let once = TranslationUpdate(gone, to: [], moved: gone.messages + gone.messages).file
    #expect(TranslationUpdate(once, to: [], moved: once.messages + gone.messages).file == once)
    #expect(once.messages.count == 1)
  }

  @Test func whatComesBackHasItsTranslation() throws {
    var update = TranslationUpdate(file([("one", "uno")]), to: [])
    #expect(update.file.messages.map(\.isObsolete) == [true])
    update = TranslationUpdate(update.file, to: [found("one")])
    #expect(update.file.messages.map(\.isInUse) == [true])
  }

  @Test func whatMovesToAnotherFileTakesItsTranslationAlong() {
    let update = TranslationUpdate(
      TranslationFile(), to: [found("one")], moved: [Message(english: "one", translation: "uno")])
    #expect(update.file.messages.map(\.translation) == ["uno"])
  }

  @Test func anUpdateOfNothingNewChangesNothing() throws {
    let texts = [found("one"), found("two %1", line: 3)]
    let once = TranslationUpdate(file([("one", "uno"), ("old", "viejo")]), to: texts).file
    #expect(TranslationUpdate(once, to: texts).file == once)
    let read = try TranslationFile(contents: once.written, file: "toy")
    #expect(TranslationUpdate(read, to: texts).file.written == once.written)
  }

  // MARK: - What is left to do

  @Test func theReviewNamesWhatLearnersWouldMiss() throws {
    var file = file([
      ("one two", ""), ("%1 of %2", "%1 de %1"), ("same words", "same words"), ("x = %1", "x = %1"),
      ("Rosenblatt", "Rosenblatt"), ("fine", "bien"), ("later", "luego"),
    ])
    file.messages[6].flags = ["fuzzy"]
    let review = try TranslationReview(
      ["toy": file], language: "es", sameInBoth: ["Rosenblatt"])
    #expect(
      review.complaints == [
        "es/toy.po: not translated: one two",
        "es/toy.po: other placeholders than the English: %1 of %2",
        "es/toy.po: the same as the English: same words", "es/toy.po: fuzzy: later",
      ])
    #expect(!review.isComplete)
    #expect(review.table.contains("toy                  7         1         1         0"))
  }

  @Test(arguments: Phrasebook.available.filter { $0 != "en" })
  func theFilesOfALanguageAreAsTheyAreWritten(language: String) throws {
    let folder = TranslationFolder(.course, language: language)
    let files = try folder.files()
    #expect(files["lessonkit"] != nil && files["lesson05"] != nil && files["checks20"] != nil)
    guard Phrasebook.offered.contains(language) else { return }
    #expect(try TranslationReview(files, in: folder).complaints == [])
  }

  // MARK: - Where the texts come from

  @Test func textsAreReadFromTheTreeOfTheCompiler() throws {
    func call(_ name: String, _ argument: String) -> String {
      #"""
      {"_kind":"call_expr","fn":{"_kind":"dot_syntax_call_expr","fn":{"_kind":"declref_expr",
      "decl":{"base_name":"\#(name)"}}},"args":{"args":[{"expr":\#(argument)}]}}
      """#
    }
    func literal(_ words: String, _ type: String, _ place: Int) -> String {
      #"{"_kind":"string_literal_expr","type":"\#(type)","range":{"start":\#(place)},"value":"\#(words)"}"#
    }
    let text = "$s9LessonKit4TextVD"
    let inner = literal("inner", text, 30)
    let body = [
      call("appendLiteral", literal("5 % of ", "$sSSD", 20)), call("appendInterpolation", inner),
      call("appendLiteral", literal("%", "$sSSD", 20)),
    ].joined(separator: ",")
    let dump = #"""
      {"_kind":"source_file","filename":"a.swift","items":[\#(literal("plain", "$sSSD", 1)),
      \#(literal("a text", text, 10)),
      {"_kind":"interpolated_string_literal_expr","type":"\#(text)","range":{"start":20},
      "appending_expr":{"body":{"elements":[\#(body)]}}}]}{"_kind":"source_file","items":[]}
      """#
    let trees = try TextExtractor.trees(in: Data(dump.utf8))
    #expect(trees.count == 2)
    var templates: [Int: String] = [:]
    TextExtractor.collect(trees[0], into: &templates)
    #expect(templates == [10: "a text", 20: "5 % of %1%", 30: "inner"])
  }

  @Test func eachTextHasAFile() {
    for (path, file) in [
      ("Lessons/Lesson05/SamuelsLoop.swift", "lesson05"),
      ("Sources/Checks/Lesson05/Checks05.swift", "checks05"),
      ("Sources/Checks/Machinery/Judge.swift", "checks"),
      ("Sources/Checks/Project.swift", "checks"),
      ("Sources/LessonKit/Board/Board.swift", "lessonkit"),
      ("Sources/Course/Course.swift", "course"),
      ("Sources/WorkbenchKit/Projects/Bench.swift", "workbench"),
      ("Exercises/Workbench/Projects/Calculator.swift", "workbench"),
    ] { #expect(CourseTexts.file(of: path) == file) }
  }
}
