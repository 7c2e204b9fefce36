import ExerciseKit
import Testing

@testable import Checks

/// Every typical mistake is caught, and the diagnosis names it and no other one.
@Suite(.inEnglish) struct MistakeTests {
  @Test(arguments: Mistaken.all)
  func isNamed(_ mistaken: Mistaken) throws {
    let check = try #require(Catalogue.check(mistaken.exercise))
    let mistake = check.mistakes[mistaken.place]
    let reports = check.reports(on: mistake)
    let failures = reports.filter { if case .passed = $0.end { false } else { true } }
    #expect(!failures.isEmpty, "let through: \(mistake.likely.words)")
    // Later parts wait until the first is mended; there another mistake may look the same.
    let said = failures.first?.end.likely ?? "nothing, but \(failures.first.debugDescription)"
    #expect(said == mistake.likely.words)
  }

  /// A mistake that the student makes with other random inputs is named too.
  @Test(arguments: Mistaken.all, [1] as [UInt64])
  func isCaughtWithAnySeed(_ mistaken: Mistaken, seed: UInt64) throws {
    let check = try #require(Catalogue.check(mistaken.exercise))
    let reports = check.reports(on: check.mistakes[mistaken.place], seed: seed)
    #expect(!reports.allSatisfy { if case .passed = $0.end { true } else { false } })
  }

  /// The right answer passes questions about properties too, with any seed.
  @Test(arguments: Catalogue.exercises.map(\.number), [1958, 1] as [UInt64])
  func theRightAnswerPasses(_ number: String, seed: UInt64) throws {
    let check = try #require(Catalogue.check(number))
    for report in check.reports(seed: seed) {
      guard case .passed = report.end else {
        Issue.record("part \(report.part): \(report.end)")
        continue
      }
    }
  }
}

/// One mistake of one exercise, by its place in the list.
struct Mistaken: Sendable, CustomTestStringConvertible {
  let exercise: String
  let place: Int

  static let all: [Mistaken] = Catalogue.checks.flatMap { check in
    check.mistakes.indices.map { Mistaken(exercise: check.exercise.number, place: $0) }
  }

  var testDescription: String {
    "\(exercise): \(Catalogue.check(exercise)!.mistakes[place].likely.words)"
  }
}
