import ExerciseKit
import Sandbox

extension Termination {
  /// What the learner reads about an answer that ended in this way.
  func death(printed: String, _ limits: Limits) -> Death {
    let (kind, words): (Death.Kind, Text) =
      switch self {
      case .stackOverflow:
        (.crashed, "stack overflow: a function that calls itself without end?")
      case .outOfMemory:
        (.tooMuchMemory, "it wanted more than \(limits.megabytes) MB of memory")
      case .trapped(let words): (.crashed, Text(verbatim: words))
      case .aborted: (.crashed, "abort() was called")
      case .badMemoryAccess: (.crashed, "it used memory that is not its own")
      case .arithmetic: (.crashed, "arithmetic that the processor refuses")
      case .illegalInstruction:
        (.crashed, "a trap without words, such as an integer overflow")
      case .computingTimeUp:
        (.tooSlow, "after \(limits.computingSeconds) s of computing: an endless loop?")
      case .clockTimeUp(isComputing: true):
        (.tooSlow, "after \(limits.seconds) s: an endless loop?")
      case .clockTimeUp(isComputing: false):
        (.tooSlow, "after \(limits.seconds) s: it sleeps or waits for something")
      case .tooMuchOutput:
        (
          .tooMuchOutput,
          "it wrote more than \(limits.outputBytes >> 10) KB: printing in an endless loop?"
        )
      case .exited:
        (.exited, "the answer ended the program (exit) instead of returning")
      case .killed: (.crashed, "it was ended from outside")
      }
    return Death(kind: kind, words: words.words, asked: "", printed: printed)
  }
}
