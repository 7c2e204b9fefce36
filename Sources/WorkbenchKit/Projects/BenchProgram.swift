import Checks
import Foundation
import LessonKit

/// A program of the workbench: `swift run Workbench scratch`.
///
///     enum Scratch: BenchProgram {
///       static func run(on board: Board) throws {
///         board.say("Hello.")
///       }
///     }
///
/// It is found by its name, the type's: `WineTable` is `wine-table`. A project of the course bears
/// the name of its entry in `Catalogue.projects`, which says what exercises it needs.
public protocol BenchProgram: SendableMetatype {
  /// The word behind `swift run Workbench`.
  static var name: String { get }

  /// What it needs of the learner's answers; nil for a program of the learner's own.
  static var project: Project? { get }

  /// Does what the program does; an error ends it in one sentence.
  static func run(on board: Board) throws
}

extension BenchProgram {
  /// The type's name in small letters, with a hyphen before each new word.
  public static var name: String {
    var name = ""
    for character in "\(Self.self)" {
      if character.isUppercase, !name.isEmpty { name += "-" }
      name += character.lowercased()
    }
    return name
  }

  /// What the catalogue says about a project of this name.
  public static var project: Project? { Catalogue.project(name) }

  /// The card that the board shows.
  static var card: LessonCard {
    LessonCard(
      program: name, title: project?.title ?? Text(verbatim: name),
      summary: project?.summary ?? "A program of your own.")
  }
}

extension Board {
  /// Whether the learner's answer to an exercise that the project welcomes passes its check.
  public func hasAnswer(to exercise: String) -> Bool { Readiness.announced.contains(exercise) }
}
