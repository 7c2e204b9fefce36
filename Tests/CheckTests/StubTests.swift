import ExerciseKit
import Foundation
import Testing

@testable import Checks

/// The exercises as they are handed out: unfinished, and alike their references.
///
/// A file that a student has begun to fill in is left out, so that solving an exercise turns no
/// test red. With `COURSE_PRISTINE=1`, as in continuous integration, every file must be as handed
/// out.
@Suite(.inEnglish) struct StubTests {
  static let stubs: [(exercise: Exercise, isEdited: Bool)] = Catalogue.exercises.map {
    let reference = Declarations(of: source(of: $0, in: "Solutions"))
    let stub = Declarations(of: source(of: $0, in: "Exercises"))
    return ($0, !stub.isUntouched(besides: reference))
  }

  static let untouched = stubs.filter { !$0.isEdited }.map(\.exercise.number)

  @Test(.enabled(if: ProcessInfo.processInfo.environment["COURSE_PRISTINE"] != nil))
  func everyFileIsAsHandedOut() {
    #expect(Self.stubs.filter(\.isEdited).map(\.exercise.path) == [])
  }

  /// `swift run Course reset 5.2` and the grader put these back.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COURSE_PRISTINE"] != nil))
  func everyStubIsSealed() {
    for exercise in Catalogue.exercises {
      let sealed = Self.source(of: exercise, in: "Exercises/.stubs")
      let isSealed = sealed == Self.source(of: exercise, in: "Exercises")
      #expect(
        isSealed,
        "Exercises/.stubs is behind \(exercise.path): run `swift run Course seal`")
    }
  }

  @Test(arguments: untouched)
  func mirrorsItsReference(_ number: String) throws {
    let exercise = try #require(Catalogue.exercises.first { $0.number == number })
    let stub = Declarations(of: Self.source(of: exercise, in: "Exercises"))
    let reference = Declarations(of: Self.source(of: exercise, in: "Solutions"))
    #expect(stub.signatures == reference.signatures)
  }

  @Test func declarationsAreFound() {
    let declarations = Declarations(
      of: """
        public struct Pair {
          public var first: [Int] = [1, 2]
          public let second: Int
          public init(first: [Int] = [], second: Int) { todo() }
        }
        private func helper() {}
        public func f(_ x: Float, by g: (Int) -> Int = { $0 }) -> (a: Int, b: Int) {
          // a comment
          todo()
        }
        """)
    #expect(
      declarations.all.map(\.signature) == [
        "public struct Pair", "public var first : [ Int ]", "public let second : Int",
        "public init ( first : [ Int ] = [ ] , second : Int )",
        "public func f ( _ x : Float , by g : ( Int ) - > Int = { $ 0 } ) - > ( a : Int , b : Int )",
      ])
    #expect(declarations.all.map(\.body) == ["", "", "", "todo ( )", "todo ( )"])
  }

  static func source(of exercise: Exercise, in room: String) -> String {
    let file = Repository.root.appendingPathComponent("\(room)/\(exercise.folder)/\(exercise.file)")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
