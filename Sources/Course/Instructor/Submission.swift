import Checks
import ExerciseKit
import Foundation

/// What one student has handed in: the files that were handed out, and nothing else.
struct Submission: Sendable {
  /// By the exercise's number.
  let files: [String: HandedIn]
  /// What an instructor should know.
  let flags: [String]

  /// Reads what was handed in, without changing it.
  init(_ contents: ClassFolder.Contents, name: String, _ unpacker: Unpacker) throws {
    switch contents {
    case .folder(let folder): try self.init(folder, unpacker)
    case .archive(let archive, let data): try self.init(archive.open(data, unpacker), unpacker)
    case .answer(let data):
      let exercises = ExerciseFinder.exercises(ofFile: name)
      guard let exercise = exercises.first else {
        throw NotGraded("no exercise has a file of this name: put it into its lesson's folder")
      }
      guard exercises.count == 1 else {
        let numbers = exercises.map(\.number).joined(separator: ", ")
        throw NotGraded(
          "several exercises have a file of this name (\(numbers)): put it into its lesson's folder"
        )
      }
      self.init(files: [exercise.number: .data(data)], flags: [])
    }
  }

  private init(files: [String: HandedIn], flags: [String]) {
    (self.files, self.flags) = (files, flags)
  }

  /// Looks into archives that lie in what was handed in, as long as nothing else is found: a zip in
  /// a folder, a zip in a zip, and no further.
  private init(_ source: any FileSource, _ unpacker: Unpacker, depth: Int = 0) throws {
    let finder = ExerciseFinder(source.files)
    if !finder.foundLessons, let inner = try Self.inner(source, unpacker, depth: depth) {
      self = inner
      return
    }
    var files: [String: HandedIn] = [:]
    var wanted: [(number: String, place: Int)] = []
    for (number, place) in finder.places {
      switch source.files[place].kind {
      case .link: files[number] = .unreadable("the file is a link, which is not followed")
      case .other: files[number] = .unreadable("what stands there is not a file")
      case .file(let size) where size > SafeFile.largest: files[number] = SafeFile.tooLarge(size)
      case .file: wanted.append((number, place))
      }
    }
    wanted.sort { $0.place < $1.place }
    let contents = try source.contents(of: wanted.map(\.place), atMost: SafeFile.largest)
    for ((number, _), data) in zip(wanted, contents) { files[number] = .data(data) }
    self.files = files
    let none: Text = "it has no folder Exercises"
    flags = finder.flags + (finder.foundLessons ? [] : [none.words])
  }

  private static func inner(_ source: any FileSource, _ unpacker: Unpacker, depth: Int) throws
    -> Submission?
  {
    let places = source.files.indices.filter { Archive(name: source.files[$0].name) != nil }
    guard let place = places.first else {
      // Nothing that could be graded, but an archive of another kind.
      let foreign = source.files.first {
        Archive.foreign.contains(($0.name as NSString).pathExtension.lowercased())
      }
      if let foreign { throw ClassFolder.unknown(foreign.name) }
      return nil
    }
    let file = source.files[place]
    guard depth < 2 else { throw NotGraded("archives in archives in archives: unpack them") }
    guard places.count == 1 else { throw NotGraded("several archives: unpack one") }
    guard case .file(let size) = file.kind, size <= Archive.largest else {
      throw NotGraded("\(file.words) is a link, or too large: unpack it")
    }
    let data = try source.contents(of: [place], atMost: Archive.largest)[0]
    let archive = Archive(name: file.name)!
    return try Submission(archive.open(data, unpacker), unpacker, depth: depth + 1)
  }

  /// Changes whenever something else is handed in.
  func key(_ settings: String, _ stubs: [String: Data]) -> String {
    var hash = ContentHash()
    hash.add(settings)
    for exercise in Catalogue.exercises {
      switch files[exercise.number] ?? .missing {
      case .missing: hash.add("missing")
      case .unreadable(let reason): hash.add("unreadable \(reason.english)")
      case .data(let data) where data == stubs[exercise.number]: hash.add("untouched")
      case .data(let data): hash.add(data)
      }
    }
    for flag in flags { hash.add(flag) }
    return hash.text
  }
}
