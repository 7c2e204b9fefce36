import Checks
import Foundation
import LessonKit
import Testing

@testable import Course

/// What is read in Spanish is Spanish: no sentence was left in English, neither one that no
/// phrasebook knows nor one that a program joins from pieces, which no phrasebook can know.
@Suite(.inEnglish) struct SpanishTests {
  /// Words that hardly a sentence of English does without, and that Spanish does not have.
  private static let english: Set = [
    "the", "and", "of", "is", "with", "for", "that", "this", "from", "which", "are", "was", "not",
    "by", "it", "its", "at", "to", "on", "or", "but", "in", "an", "be", "than", "when", "what",
    "how", "each", "every", "all", "your", "yours", "their", "there", "they", "where", "who",
    "does", "have", "only", "into",
  ]

  /// Words of the labels in figures and tables; in messages they are names of parameters.
  private static let labels: Set = [
    "neuron", "neurons", "layer", "layers", "loss", "step", "steps",
    "epoch", "epochs", "network",
    "networks", "training", "before", "after", "number", "numbers", "none", "subsampling",
  ]

  /// What may stay English: titles of works, and names of logic with the Spanish word beside them.
  private static let allowed = [
    "Attention is all you need", "and (y)", "or (o)", "«and»", "nor con and",
    "Encyclopedia of Integer", "(from..<to)",
  ]

  /// Code, and what a learner types: back quotes, brackets, options, paths, calls with labels.
  private static var code: Regex<Substring> {
    #/`[^`]*`|\[[^\]]*\]|--\S+(?: [A-Z]+\b)?|\S+\.(?:md|swift)\b|\w+\([^)]*:[^)]*\)|for t in|\{ [a-z, ]+ in/#
  }

  /// The English words of a text.
  private static func leftovers(in text: String, of words: Set<String> = english) -> [String] {
    // Most texts have none: the expression would take its time.
    guard !found(words, in: text).isEmpty else { return [] }
    var rest = text.replacing(code, with: " ")
    for title in allowed { rest = rest.replacingOccurrences(of: title, with: " ") }
    return found(words, in: rest)
  }

  private static func found(_ words: Set<String>, in text: String) -> [String] {
    let all = text.split { !$0.isLetter && !$0.isNumber && !"'’_-".contains($0) }
    return all.map { $0.lowercased() }.filter(words.contains)
  }

  @Test func englishIsFound() {
    #expect(Self.leftovers(in: "una para 01 and 10, según `and`, [for], --not, and (y)") == ["and"])
    #expect(Self.leftovers(in: "Has visto lo que no se ve: the end") == ["the"])
  }

  // MARK: - The messages

  /// Those that only a mistake or an unusual option shows are looked at as well.
  @Test func noMessageHasEnglishInIt() throws {
    for (name, file) in try TranslationFolder(.course, language: "es").files() {
      // A source is named as it is.
      for message in file.messages where message.isInUse && message.english != message.translation {
        let text = message.translation
        let found = Self.leftovers(in: text)
        guard !found.isEmpty, text.firstMatch(of: Self.source) == nil else { continue }
        Issue.record("es/\(name).po: \(found) in: \(text)")
      }
    }
  }

  /// A work with its year: `Nielsen, Neural Networks and Deep Learning (2015), cap. 3`.
  private static var source: Regex<Substring> {
    #/^[^.:]*(?:, |\. ).*\b(?:18|19|20)\d\d\b/#
  }

  // MARK: - The lessons

  /// Where a lesson shows English that is data, or was written by a network that read English: the
  /// words that stand before it, and those that follow it.
  private static let data: [String: [(from: String, to: String)]] = [
    "Lesson06": [("a * b     Scalar", "cos a.value")],
    "Lesson11": [("Así escribe, en inglés:", "Con un texto")],
    "Lesson12": [("mientras lee: símbolo", "puerta"), ("Temperatura 0,3:", "Temperatura 1,5:")],
    "Lesson19": [("más próximas, por coseno", "al final")],
  ]

  /// What every lesson prints with `--quick` and with `--help`, and how wide it is.
  @Test(.enabled(if: isLong), arguments: try lessons())
  func noLessonPrintsEnglish(lesson: String) throws {
    let program = Tool.executable.deletingLastPathComponent().appendingPathComponent(lesson)
    func printed(_ option: String) throws -> String {
      let words = [program.path, option, "--plain", "--language", "es"]
      let run = try Program(arguments: words, folder: Repository.root.path).run(atMost: 120)
      let output = String(decoding: run.output, as: UTF8.self)
      try #require(run.status == 0, "\(lesson): \(output)")
      return output
    }
    let help = try printed("--help")
    var text = try printed("--quick")
    // The sources, at the end, are titles.
    if let sources = text.range(of: "\n [1] ") {
      let end = text.range(of: "\n\n", range: sources.upperBound..<text.endIndex)
      text.removeSubrange(sources.lowerBound..<(end?.lowerBound ?? text.endIndex))
    }
    for (from, to) in Self.data[lesson] ?? [] {
      var start = text.startIndex
      while let begin = text.range(of: from, range: start..<text.endIndex),
        let end = text.range(of: to, range: begin.upperBound..<text.endIndex)
      {
        let place = text.distance(from: text.startIndex, to: begin.upperBound)
        text.replaceSubrange(begin.upperBound..<end.lowerBound, with: "\n")
        start = text.index(text.startIndex, offsetBy: place)
      }
    }
    #expect(Self.leftovers(in: help) == [], "\(lesson) --help")
    for line in text.split(separator: "\n") {
      let found = Self.leftovers(in: String(line), of: Self.english.union(Self.labels))
      #expect(found.isEmpty, "\(lesson): \(found) in: \(line)")
      #expect(line.count <= 80, "\(lesson): wider than 80 columns: \(line)")
    }
  }

  private static let isLong = ProcessInfo.processInfo.environment["COURSE_LONG_TESTS"] != nil

  private static func lessons() throws -> [String] {
    let folder = Repository.root.appendingPathComponent("Lessons").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasPrefix("Lesson") }
  }
}
