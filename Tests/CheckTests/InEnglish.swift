import LessonKit
import Testing

/// The tests of a suite hear English, whatever the locale of this machine.
///
/// The same file stands in CourseTests and SiteTests, as a link.
struct InEnglish: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Phrasebook.$chosen.withValue(.english) { try await function() }
  }
}

extension Trait where Self == InEnglish {
  static var inEnglish: Self { InEnglish() }
}
