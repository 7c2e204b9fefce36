import Checks
import ExerciseKit
import Foundation

/// Finds the files that were handed out in what was handed in, wherever they lie.
struct ExerciseFinder {
  /// The places of the files, by the exercise's number.
  private(set) var places: [String: Int] = [:]
  /// What an instructor should know.
  private(set) var flags: [String] = []
  /// Whether anything of the course was found.
  private(set) var foundLessons = false

  private static let lessons = Dictionary(
    uniqueKeysWithValues: CatalogueLesson.all.map { ($0.folder, $0) })
  /// "Lesson02/UpdateRule.swift" to "2.2".
  private static let numbers = Dictionary(
    uniqueKeysWithValues: Catalogue.exercises.map { ("\($0.folder)/\($0.file)", $0.number) })

  init(_ files: [FoundFile]) {
    if !findLessons(files) { findLoneFiles(files) }
    for file in files where file.kind == .link {
      guard file.name == "Exercises" || Self.lessons[file.name] != nil else { continue }
      let words: Text = "\(file.name) is a symbolic link, which is not followed"
      flags.append(words.words)
    }
  }

  /// Files in folders named Lesson01 to Lesson16, best in one named Exercises.
  private mutating func findLessons(_ files: [FoundFile]) -> Bool {
    /// By the path of the folder that holds the lessons.
    var groups: [[String]: [Int]] = [:]
    for (place, file) in files.enumerated() where file.path.count > 1 {
      guard Self.lessons[file.path[file.path.count - 2]] != nil else { continue }
      groups[Array(file.path.dropLast(2)), default: []].append(place)
    }
    let known = groups.filter { path, places in
      path.last == "Exercises" || places.contains { Self.number(files[$0]) != nil }
    }
    let order = known.keys.sorted { Self.rank($0) < Self.rank($1) }
    guard let root = order.first else { return false }
    foundLessons = true
    for other in order.dropFirst() where other.last == "Exercises" {
      let words: Text = "there is another Exercises: \(other.joined(separator: "/"))"
      flags.append(words.words)
    }
    var extra: [String] = []
    for place in known[root]! {
      let file = files[place]
      if let number = Self.number(file) {
        // Of an entry that an archive lists twice, the later one is what unpacking leaves.
        places[number] = place
      } else if file.name.hasSuffix(".swift") {
        extra.append(file.path.suffix(2).joined(separator: "/"))
      }
    }
    flagExtra(extra)
    return true
  }

  private static func number(_ file: FoundFile) -> String? {
    numbers[file.path.suffix(2).joined(separator: "/")]
  }

  /// Exercises first, then what lies least deep.
  private static func rank(_ path: [String]) -> (Int, Int, String) {
    (path.last == "Exercises" ? 0 : 1, path.count, path.joined(separator: "/"))
  }

  /// Files without their folders, as learning platforms deliver them: by their names.
  private mutating func findLoneFiles(_ files: [FoundFile]) {
    var extra: [String] = []
    for (place, file) in files.enumerated() where file.name.hasSuffix(".swift") {
      let found = Self.exercises(ofFile: file.name)
      if found.count == 1, places[found[0].number] == nil {
        places[found[0].number] = place
        foundLessons = true
      } else {
        extra.append(file.words)
      }
    }
    flagExtra(extra)
  }

  private mutating func flagExtra(_ names: [String]) {
    for name in names.prefix(5) {
      let words: Text = "\(name) was not handed out and is left out"
      flags.append(words.words)
    }
    if names.count > 5 {
      let words: Text = "and \(names.count - 5) files more"
      flags.append(words.words)
    }
  }

  /// The exercises that a file may belong to: platforms put the student's name in front
  /// ("ada_4711_Adam.swift"), and number what is handed in again ("Adam-1.swift", "Adam
  /// (2).swift").
  static func exercises(ofFile name: String) -> [Exercise] {
    let bare = name.replacing(/(-\d+| \(\d+\))\.swift$/, with: ".swift")
    return Catalogue.exercises.filter { exercise in
      bare == exercise.file
        || ["_", "-", " "].contains { bare.hasSuffix($0 + exercise.file) }
    }
  }
}
