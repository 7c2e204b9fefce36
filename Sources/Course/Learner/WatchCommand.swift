import Checks
import ExerciseKit
import Foundation

/// `swift run Course watch`: checks a lesson again whenever one of its files is saved.
struct WatchCommand {
  let place: Place
  let isJSON: Bool
  /// What to watch; everything when it is empty.
  let words: [String]

  func run() throws -> Never {
    _ = try Tool.exercises(named: words)
    var seen = snapshot()
    let watching: Text = "watching Exercises; Ctrl-C ends it"
    if !isJSON { Console.say(" " + watching.words) }
    while true {
      Thread.sleep(forTimeInterval: 0.3)
      let now = snapshot()
      let changed = Catalogue.exercises.filter { now[$0.number] != seen[$0.number] }
      guard !changed.isEmpty else { continue }
      seen = now
      try check(changed)
      // What was saved meanwhile counts as seen only if it was checked: compare with `now`.
    }
  }

  private func check(_ changed: [Exercise]) throws {
    var workbook = Workbook(place)
    let lessons = Set(changed.map(\.lesson)).sorted()
    let numbers = words.isEmpty ? lessons.map { "\($0)" } : changed.map(\.number)
    let command = try CheckCommand(numbers, &workbook)
    if isJSON { return try Console.say(json: command.json) }
    let files = changed.map(\.path).joined(separator: ", ")
    let clock = Date.now.formatted(date: .omitted, time: .standard)
    Console.say(
      "\n"
        + Console.styled("\(Console.appearance.isPlain ? "--" : "──") \(clock)  \(files)", .faint)
        + "\n" + command.text)
  }

  /// When each file was last written.
  private func snapshot() -> [String: Date] {
    let chosen = words.isEmpty ? Catalogue.exercises : words.flatMap(Tool.exercises(named:))
    return Dictionary(
      chosen.map {
        let file = place.answer(to: $0).path
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return ($0.number, attributes?[.modificationDate] as? Date ?? .distantPast)
      }, uniquingKeysWith: { first, _ in first })
  }
}
