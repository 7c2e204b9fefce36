import Checks
import ExerciseKit
import Foundation

/// `swift run Course grade FOLDER`: the grades of a class.
enum GradeCommand {
  /// The exit status when something that lies in the folder could not be graded.
  static let incomplete: Int32 = 2

  static func run(_ words: CommandWords) throws -> Int32 {
    let options = try GradeOptions(words)
    Interruption.farewell = "stopped; the same command goes on where it was"
    let start = ContinuousClock.now
    let grades = try Grader(options).run()
    let book = GradeBook(grades: grades)
    try book.write(to: options.out)
    Console.say("\n" + book.table + "\n")
    for remark in book.remarks { Console.say(remark.wrapped(label: " !  ")) }
    for student in grades.absent {
      let words: Text = "nothing was handed in for \(student.oneLine)"
      Console.say(words.words.wrapped(label: " !  "))
    }
    let seconds = Int((ContinuousClock.now - start).components.seconds)
    let count = grades.students.count
    let time: Text =
      count == 1
      ? "1 submission in \(seconds) s, seed \(grades.seed)"
      : "\(count) submissions in \(seconds) s, seed \(grades.seed)"
    let files: Text = "grades.csv, grades.json and feedback/ are in \(options.out.path)"
    let isolation: Text = "isolation: \(grades.isolation)"
    Console.say("")
    let census: Text = "answers: \(grades.census)"
    for words in [census, time, isolation, files] { Console.say(words.words.wrapped(label: " ")) }
    let missing = grades.students.count { !$0.submission.isComplete }
    if missing > 0 {
      let words: Text =
        missing == 1
        ? "1 submission is not graded, or not wholly: see above"
        : "\(missing) submissions are not graded, or not wholly: see above"
      Console.say(words.words.wrapped(label: " !  "))
    }
    return grades.isComplete ? 0 : incomplete
  }
}
