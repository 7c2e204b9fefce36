import Checks
import ExerciseKit
import Foundation

/// The learner's orientation: what exercises there are, and help with one of them.
///
///     swift run Course               all exercises, lesson by lesson
///     swift run Course hint 2.2      the first hint for exercise 2.2
///     swift run Course hint 2.2 3    the first three: each is stronger than the one before
@main struct Course {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case (nil, _), ("list", 1): print(ExerciseList.table())
    case ("--help", 1): print(usage.words)
    case ("hint", 2...3): hint(words[1], count: words.count == 3 ? words[2] : "1")
    default: refuse("Course has no command \"\(words.joined(separator: " "))\"")
    }
  }

  static let usage: Text = """
    usage: swift run Course [list | hint EXERCISE [HOW-MANY]]
    """

  /// Prints the first hints of an exercise; the rest stays hidden until asked for.
  private static func hint(_ number: String, count: String) {
    guard let exercise = Catalogue.exercises.first(where: { $0.number == number }) else {
      refuse("there is no exercise \"\(number)\"; `swift run Course` lists them")
    }
    guard let count = Int(count), (1...exercise.hints.count).contains(count) else {
      refuse(
        "exercise \(number) has \(exercise.hints.count) hints, so HOW-MANY is not \"\(count)\"")
    }
    print(" \(exercise.number)  \(exercise.title.words)\n")
    for (index, hint) in exercise.hints.prefix(count).enumerated() {
      print(ExerciseList.wrapped(hint.words, label: "   \(index + 1)  "))
    }
    let next: Text =
      count < exercise.hints.count
      ? "a stronger one: swift run Course hint \(number) \(count + 1)"
      : "that was the last one; read \"\(exercise.section)\" in docs/en/\(exercise.chapter)"
    print("\n   \(next.words)")
  }

  /// One line that names what was wrong, the usage, exit status 64.
  private static func refuse(_ problem: Text) -> Never {
    FileHandle.standardError.write(Data("Course: \(problem.words)\n\(usage.words)\n".utf8))
    exit(64)
  }
}
