import Checks
import ExerciseKit
import Foundation

/// `swift run Course hint 5.2`: one hint more each time, the last one only after a try.
struct HintCommand: Encodable {
  let exercise: String
  let title: String
  /// From the gentlest on.
  let hints: [String]
  /// What comes after.
  let next: String

  init(_ arguments: [String], _ workbook: inout Workbook) throws {
    guard let exercise = Catalogue.exercises.first(where: { $0.number == arguments.first }) else {
      throw ToolError(
        "there is no exercise \"\(arguments.first ?? "")\"; `swift run Course list` lists them")
    }
    let all = exercise.hints.count
    let given = workbook.record.hints[exercise.number] ?? 0
    let isAsked = arguments.count > 1
    var count = min(given + 1, all)
    if isAsked {
      guard let asked = Int(arguments[1]), (1...all).contains(asked) else {
        throw ToolError(
          "exercise \(exercise.number) has \(all) hints, so HOW-MANY is not \"\(arguments[1])\"")
      }
      count = asked
    }
    var wasTried = true
    if case .untouched = workbook.answer(to: exercise) { wasTried = false }
    let waits = !isAsked && !wasTried && count == all
    if waits { count = all - 1 }
    self.exercise = exercise.number
    title = exercise.title.words
    hints = exercise.hints.prefix(count).map(\.words)
    let words: Text =
      if waits {
        """
        the last hint waits until you have tried: write what you think into \(exercise.path), \
        even if it is wrong
        """
      } else if count < all {
        "a stronger one: swift run Course hint \(exercise.number)"
      } else {
        "that was the last one; read \"\(exercise.section)\" in docs/en/\(exercise.chapter)"
      }
    next = words.words
    workbook.record.hints[exercise.number] = max(given, count)
    try workbook.record.write(to: workbook.place)
  }

  var text: String {
    let rows = hints.enumerated().map { $1.wrapped(label: "   \($0 + 1)  ") }
    return " \(exercise) \(title)\n\n" + rows.joined(separator: "\n") + "\n\n"
      + next.wrapped(label: "   ")
  }
}
