import ExerciseKit
import Foundation
import Testing

@testable import Checks

/// Every entry of the catalogue is complete.
@Suite(.inEnglish) struct CatalogueTests {
  @Test func numbersCountUp() {
    let numbers = Catalogue.exercises.map { ($0.lesson, Int($0.number.split(separator: ".")[1])!) }
    for (earlier, later) in zip(numbers, numbers.dropFirst()) {
      let isNext = later.0 == earlier.0 && later.1 == earlier.1 + 1
      #expect(isNext || (later.0 > earlier.0 && later.1 == 1), "\(earlier) then \(later)")
    }
  }

  @Test(arguments: Catalogue.exercises.map(\.number))
  func isComplete(_ number: String) throws {
    let exercise = try #require(Catalogue.exercises.first { $0.number == number })
    #expect(exercise.hints.count >= 2)
    #expect(Set(exercise.hints.map(\.words)).count == exercise.hints.count)
    #expect(Catalogue.check(number)!.mistakes.count >= 3)
    #expect((5...40).contains(exercise.minutes))
    #expect((1...5).contains(exercise.points))
    #expect(exercise.parts.allSatisfy { $0.points > 0 })
    #expect(exercise.parts.count == 1 || exercise.parts.allSatisfy { !$0.name.isEmpty })
    #expect(!StubTests.source(of: exercise, in: "Solutions").isEmpty, "no reference")
    #expect(!StubTests.source(of: exercise, in: "Exercises").isEmpty, "no stub")
  }

  @Test(arguments: Catalogue.exercises.map(\.number))
  func isExplainedInItsChapter(_ number: String) throws {
    let exercise = try #require(Catalogue.exercises.first { $0.number == number })
    let file = Repository.root.appendingPathComponent("docs/en/\(exercise.chapter)")
    let chapter = try String(contentsOf: file, encoding: .utf8)
    let headings = chapter.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces) }
    #expect(
      headings.contains(exercise.section.english),
      "docs/en/\(exercise.chapter) has no section \"\(exercise.section.english)\"")
  }
}
