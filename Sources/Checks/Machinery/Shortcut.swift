import ExerciseKit
import Foundation

/// A use of the library's answer where the student was to write one.
///
/// A scan of the text is enough to catch it: it says what an exercise is about, and is no lock.
public struct Shortcut: Sendable {
  /// The library's name that was used.
  public let name: String
  /// Where.
  public let line: Int

  /// What to tell the student.
  public var message: Text {
    "line \(line) calls the library's \(name): this exercise is to write it yourself"
  }

  /// Looks into the student's file; nil when nothing is wrong, or when there is no such file.
  public static func found(in exercise: Exercise, root: URL = Repository.root) -> Shortcut? {
    guard !exercise.replaces.isEmpty else { return nil }
    let file = root.appendingPathComponent(exercise.path)
    guard let source = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return found(in: exercise, source: source)
  }

  /// Looks into the text of a student's answer; nil when nothing is wrong.
  public static func found(in exercise: Exercise, source: String) -> Shortcut? {
    found(exercise.replaces, in: source)
  }

  /// Looks for the names as words of code; comments and strings do not count.
  ///
  /// A name that the source declares itself (`func softmax`) counts only after a dot that is not `self.`: the rest are its own calls.
  static func found(_ names: [String], in source: String) -> Shortcut? {
    let words = SwiftWords(source).words
    for (place, word) in words.enumerated() where names.contains(word.text) {
      let before = place > 0 ? words[place - 1].text : ""
      let beforeThat = place > 1 ? words[place - 2].text : ""
      if before == "func" { continue }
      let isMember = before == "." && beforeThat != "self"
      let isOwn = zip(words, words.dropFirst()).contains {
        $0.text == "func" && $1.text == word.text
      }
      let next = place + 1 < words.count ? words[place + 1].text : ""
      let isLabel = next == ":" && (before == "(" || before == ",")
      if isLabel { continue }
      if isMember || !isOwn { return Shortcut(name: word.text, line: word.line) }
    }
    return nil
  }
}
