import Checks
import ExerciseKit

/// All exercises as a table in 80 columns.
enum ExerciseList {
  static func table() -> String {
    var rows: [String] = []
    var lesson = 0
    for exercise in Catalogue.exercises {
      if exercise.lesson != lesson {
        lesson = exercise.lesson
        let check = exercise.folder
        rows.append(
          "\n \(exercise.folder)   swift test --filter \(check)   docs/en/\(exercise.chapter)")
      }
      rows.append(row(exercise))
    }
    let help: Text = "help with one: swift run Course hint 2.2"
    return (rows + ["", " " + help.words]).joined(separator: "\n")
  }

  private static func row(_ exercise: Exercise) -> String {
    let stars = String(repeating: "*", count: exercise.difficulty)
    let effort: Text = "\(exercise.minutes, width: 2) minutes, \(exercise.points) points"
    return "   " + exercise.number.filled(to: 5) + exercise.title.words.filled(to: 38)
      + stars.filled(to: 5) + effort.words
  }

  /// A paragraph in 76 columns behind a label.
  static func wrapped(_ words: String, label: String) -> String {
    let margin = String(repeating: " ", count: label.count)
    var rows = [""]
    for word in words.split(whereSeparator: \.isWhitespace) {
      if !rows[rows.count - 1].isEmpty, rows[rows.count - 1].count + word.count + 1 > 70 {
        rows.append("")
      }
      rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + word
    }
    return label + rows.joined(separator: "\n" + margin)
  }
}

extension String {
  fileprivate func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
