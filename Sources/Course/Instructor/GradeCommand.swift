import Checks
import ExerciseKit
import Foundation

/// `swift run Course grade FOLDER`: the grades of a class.
enum GradeCommand {
  /// False when a submission could not be graded.
  static func run(_ words: CommandWords) throws -> Bool {
    let options = try GradeOptions(words)
    Interruption.farewell = "stopped; the same command goes on where it was"
    let start = ContinuousClock.now
    let (grades, troubles) = try Grader(options).run()
    let book = GradeBook(grades: grades)
    try book.write(to: options.out)
    Console.say("\n" + book.table + "\n")
    for remark in book.remarks { Console.say(remark.wrapped(label: " !  ")) }
    for student in grades.absent {
      let words: Text = "nothing was handed in for \(student.oneLine)"
      Console.say(words.words.wrapped(label: " !  "))
    }
    for trouble in troubles {
      let words: Text = "not graded: \(trouble.oneLine)"
      Console.say(words.words.wrapped(label: " !  "))
    }
    let seconds = Int((ContinuousClock.now - start).components.seconds)
    let time: Text = "\(grades.students.count) submissions in \(seconds) s, seed \(grades.seed)"
    let files: Text = "grades.csv, grades.json and feedback/ are in \(options.out.path)"
    let isolation: Text = "isolation: \(grades.isolation)"
    Console.say("")
    let census: Text = "answers: \(grades.census)"
    for words in [census, time, isolation, files] { Console.say(words.words.wrapped(label: " ")) }
    return troubles.isEmpty
  }
}
