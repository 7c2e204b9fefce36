import Checks
import ExerciseKit
import Foundation

/// What one student has handed in: the known files under Exercises, and nothing else.
struct Submission: Sendable {
  /// The name of its folder, or of its archive.
  let name: String
  /// By the exercise's number.
  let files: [String: HandedIn]
  /// What an instructor should know.
  let flags: [String]

  /// All submissions of a class, by name: each folder, and each .zip.
  static func all(in folder: URL) throws -> [URL] {
    guard SafeFile.kind(of: folder.resolvingSymlinksInPath()) == .folder else {
      throw ToolError("\(folder.path) is not a folder")
    }
    return SafeFile.names(in: folder).map { folder.appendingPathComponent($0) }.filter {
      switch SafeFile.kind(of: $0) {
      case .folder, .link: true
      case .file: $0.pathExtension.lowercased() == "zip"
      default: false
      }
    }
  }

  /// Reads what was handed in, without changing it.
  init(at place: URL) throws {
    name = place.lastPathComponent
    switch SafeFile.kind(of: place) {
    case .folder: (files, flags) = Self.read(folder: place)
    case .file: (files, flags) = try Archive(place).read()
    default: (files, flags) = ([:], ["it is a symbolic link, which is not followed"])
    }
  }

  /// Changes whenever something else is handed in.
  func key(_ settings: String) -> String {
    var hash = ContentHash()
    hash.add(settings)
    for exercise in Catalogue.exercises {
      switch files[exercise.number] ?? .missing {
      case .missing: hash.add("missing")
      case .unreadable(let reason): hash.add("unreadable \(reason.english)")
      case .data(let data): hash.add(data)
      }
    }
    for flag in flags { hash.add(flag) }
    return hash.text
  }

  // MARK: - Folders

  private static func read(folder: URL) -> ([String: HandedIn], [String]) {
    var (exercises, flags) = exercisesFolder(in: folder)
    guard let exercises else { return ([:], flags) }
    var files: [String: HandedIn] = [:]
    for lesson in CatalogueLesson.all {
      let place = exercises.appendingPathComponent(lesson.folder)
      let kind = SafeFile.kind(of: place)
      if kind == .link {
        flags.append("\(lesson.folder) is a symbolic link, which is not followed")
      }
      guard kind == .folder else { continue }
      for exercise in lesson.exercises {
        files[exercise.number] = SafeFile.read(place.appendingPathComponent(exercise.file))
      }
      let known = Set(lesson.exercises.map(\.file))
      let extra = SafeFile.names(in: place).filter { $0.hasSuffix(".swift") && !known.contains($0) }
      flags += Submission.flags(extra: extra.map { "\(lesson.folder)/\($0)" })
    }
    return (files, flags)
  }

  static func flags(extra: [String]) -> [String] {
    extra.prefix(5).map { "\($0) was not handed out and is left out" }
      + (extra.count > 5 ? ["and \(extra.count - 5) files more"] : [])
  }

  /// The folder Exercises, wherever it lies; else a folder that contains lessons.
  private static func exercisesFolder(in folder: URL) -> (URL?, [String]) {
    let lessons = Set(CatalogueLesson.all.map(\.folder))
    var level = [folder]
    var withLessons: URL?
    for _ in 0..<4 {
      let named = level.filter { $0.lastPathComponent == "Exercises" && $0 != folder }
      if let first = named.first {
        let others = named.dropFirst().map { "there is another Exercises: \($0.path)" }
        return (first, Array(others))
      }
      var next: [URL] = []
      for place in level {
        let names = SafeFile.names(in: place)
        if withLessons == nil, !lessons.isDisjoint(with: names) { withLessons = place }
        next += names.map { place.appendingPathComponent($0) }
          .filter { SafeFile.kind(of: $0) == .folder }
      }
      level = Array(next.prefix(1000))
    }
    return (withLessons, withLessons == nil ? ["it has no folder Exercises"] : [])
  }
}

/// A zipped submission, read file by file with the system's `unzip`: nothing is unpacked onto the disk.
private struct Archive {
  let place: URL

  init(_ place: URL) { self.place = place }

  func read() throws -> ([String: HandedIn], [String]) {
    guard let list = try run(["-Z1", place.path], atMost: 4 << 20) else {
      return ([:], ["the archive cannot be read"])
    }
    let entries = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init).filter { !$0.hasPrefix("__MACOSX") }
    // What stands before "Lesson05/": the shortest wins.
    let prefixes = entries.compactMap { entry -> String? in
      entry.range(of: #"(^|/)Lesson\d\d/"#, options: .regularExpression).map {
        String(entry[..<$0.lowerBound]) + (entry[$0.lowerBound] == "/" ? "/" : "")
      }
    }
    let named = prefixes.filter { $0.hasSuffix("Exercises/") }
    let sorted = (named.isEmpty ? prefixes : named).sorted { ($0.count, $0) < ($1.count, $1) }
    guard let prefix = sorted.first else { return ([:], ["it has no folder Exercises"]) }
    var files: [String: HandedIn] = [:]
    let all = Set(entries)
    for exercise in Catalogue.exercises {
      let entry = "\(prefix)\(exercise.folder)/\(exercise.file)"
      guard all.contains(entry) else { continue }
      let data = try run(["-p", place.path, Self.escaped(entry)], atMost: SafeFile.largest + 1)
      guard let data else {
        files[exercise.number] = .unreadable("the file cannot be taken out of the archive")
        continue
      }
      files[exercise.number] =
        data.count > SafeFile.largest ? SafeFile.tooLarge(data.count) : .data(data)
    }
    let known = Set(Catalogue.exercises.map { "\(prefix)\($0.folder)/\($0.file)" })
    let folders = CatalogueLesson.all.map { "\(prefix)\($0.folder)/" }
    let extra = entries.filter { entry in
      entry.hasSuffix(".swift") && !known.contains(entry)
        && folders.contains { entry.hasPrefix($0) }
    }
    return (files, Submission.flags(extra: extra.map { String($0.dropFirst(prefix.count)) }))
  }

  /// `unzip` takes names for patterns.
  private static func escaped(_ name: String) -> String {
    String(name.flatMap { "[]*?\\".contains($0) ? ["\\", $0] : [$0] })
  }

  /// The output of `unzip`, at most so much of it; nil when it fails.
  private func run(_ arguments: [String], atMost limit: Int) throws -> Data? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-unzip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // An archive can claim to hold more than any disk: the system cuts it off. In blocks of 512 or 1024 bytes.
    let limits = "ulimit -f \(limit / 512 + 1); exec \"$@\" 2>/dev/null"
    var program = Program(
      arguments: ["/bin/sh", "-c", limits, "sh", "unzip"] + arguments,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
      folder: folder.path)
    program.mostOutput = limit
    let end = try program.run(atMost: 20)
    if end.status == 127 {
      throw ToolError("there is no `unzip` on this machine: unpack it into a folder yourself")
    }
    let data = Data(end.output)
    // Warnings give 1; what was cut off is judged by its size.
    return end.status == 0 || end.status == 1 || data.count >= limit ? data : nil
  }
}
