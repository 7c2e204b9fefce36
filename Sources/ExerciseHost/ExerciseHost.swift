import AnswerServer
import AnswerSheet
import Sandbox

/// A process that holds the answers as `swift test` has compiled them, and nothing else.
///
///     ExerciseHost LESSON
@main struct ExerciseHost {
  static func main() {
    let channel = Confinement.enter()
    let lesson = Confinement.arguments.first.flatMap { Int($0) } ?? 0
    Server(
      AnswerSheet.lesson(lesson), read: { try channel.read(exactly: $0) },
      write: { try channel.write($0) }
    ).run()
  }
}
