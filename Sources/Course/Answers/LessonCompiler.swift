import AnswerServer
import Checks
import ExerciseKit
import Foundation

/// Compiles the answers of one lesson into a library, which a process of its own then loads.
///
/// The compiler is called directly, against the modules that this program was built with. So a
/// check costs a second, and a file that does not compile costs its own exercises, not those of
/// other lessons.
struct LessonCompiler: Sendable {
  /// A file of the lesson.
  struct Source: Sendable, Equatable {
    /// "Adam.swift".
    let file: String
    /// The path to compile, from `sourceFolder`; the compiler's messages show it.
    var path: String
    /// What stands in for the file when it does not compile; nil for what is compiled as it stands.
    let stub: String?
  }

  struct Product: Sendable {
    /// The library, ready to be loaded.
    let library: String
    /// The compiled form of each file, to see what it calls.
    let objects: [String: String]
    /// The files that were left out, with what the compiler said.
    let broken: [String: CompilerMessage]
  }

  let place: Place
  let lesson: CatalogueLesson
  /// The folder that the paths of the sources begin at.
  let sourceFolder: String
  /// Where the products of this lesson go.
  let folder: URL
  /// Where the compiler keeps what it reads from the system's headers.
  let moduleCache: URL

  /// Empties the folder of products, before a lesson is compiled anew.
  func cleanUp() throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".so") || name.hasSuffix(".o") {
      try files.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  /// Compiles the sources; a file that does not compile is replaced by its stub.
  func compile(_ sources: [Source]) throws -> Product {
    // A name of its own: whoever looks up lines remembers the libraries that it has read by their
    // names.
    let mark = UUID().uuidString
    let library = folder.appendingPathComponent("Answers\(lesson.name)-\(mark).so").path
    let objects = Dictionary(
      sources.map {
        ($0.file, folder.appendingPathComponent("\($0.file)-\(mark).o").path)
      }, uniquingKeysWith: { first, _ in first })
    var broken: [String: CompilerMessage] = [:]
    while true {
      let current = sources.map { broken[$0.file] == nil ? $0 : $0.replaced }
      let messages = try attempt(current, library, objects)
      if messages.isEmpty { return Product(library: library, objects: objects, broken: broken) }
      let found = try culprits(of: messages, in: current, library, objects)
      broken.merge(found) { first, _ in first }
    }
  }

  /// Which files are to blame: those that the compiler names, or those that fail alone.
  private func culprits(
    of messages: [CompilerMessage], in sources: [Source], _ library: String,
    _ objects: [String: String]
  ) throws -> [String: CompilerMessage] {
    var found: [String: CompilerMessage] = [:]
    let replaceable = sources.filter { $0.stub != nil }
    for message in messages {
      guard let source = replaceable.first(where: { $0.path == message.path }) else { continue }
      if found[source.file] == nil { found[source.file] = message }
    }
    if !found.isEmpty { return found }
    // A name that the checks miss: no line of an answer is wrong, so each answer is tried alone.
    for source in replaceable {
      let alone = sources.map { $0.file == source.file ? $0 : $0.replaced }
      if let message = try attempt(alone, library, objects).first { found[source.file] = message }
    }
    if found.isEmpty, let message = messages.first {
      // Only together do they fail, as when two files declare the same.
      guard !replaceable.isEmpty else {
        throw ToolError("lesson \(lesson.name) of the course does not compile: \(message.line)")
      }
      for source in replaceable { found[source.file] = message }
    }
    return found
  }

  // MARK: - The compiler

  /// One try; empty when all went well.
  private func attempt(_ sources: [Source], _ library: String, _ objects: [String: String]) throws
    -> [CompilerMessage]
  {
    let modules = try Modules(in: moduleCache.deletingLastPathComponent())
    let module = folder.appendingPathComponent("Exercises\(lesson.name).swiftmodule").path
    // An object for each file, so that it can be told which file calls what.
    var map: [String: [String: String]] = ["": [:]]
    for source in sources { map[source.path] = ["object": objects[source.file]!] }
    let outputs = folder.appendingPathComponent("outputs.json")
    try JSONEncoder().encode(map).write(to: outputs)
    let answers = try run(
      ["-module-name", "Exercises\(lesson.name)", "-I", modules.library, "-num-threads", "1"]
        + ["-c", "-emit-module", "-emit-module-path", module, "-output-file-map", outputs.path]
        + sources.map(\.path))
    guard answers.isEmpty else { return answers }
    let sheet = place.root.appendingPathComponent("Sources/AnswerSheet/\(lesson.folder).swift")
    let entry = folder.appendingPathComponent("Entry.swift")
    try Data(Self.entry(lesson.name).utf8).write(to: entry)
    return try run(
      ["-module-name", "Answers\(lesson.name)", "-I", modules.library, "-I", modules.server]
        + ["-I", folder.path, "-emit-library", "-o", library] + Self.linking
        + [sheet.path, entry.path] + sources.map { objects[$0.file]! })
  }

  /// Hands the answers of the lesson over to whoever loads the library.
  private static func entry(_ name: String) -> String {
    """
    import AnswerServer

    @_cdecl("\(OfferList.entry)") public func answerSheet() -> UnsafeMutableRawPointer {
      Unmanaged.passRetained(OfferList(answers\(name))).toOpaque()
    }

    """
  }

  #if canImport(Darwin)
    static let linking = ["-Xlinker", "-undefined", "-Xlinker", "dynamic_lookup"]
  #else
    static let linking: [String] = []
  #endif

  static let seconds = 60

  /// Runs the compiler; empty when all went well.
  func run(_ arguments: [String], atMost seconds: Int = Self.seconds) throws -> [CompilerMessage] {
    let options =
      ["-swift-version", "6", "-Onone", "-gline-tables-only", "-wmo", "-parse-as-library"]
      + ["-suppress-warnings", "-no-color-diagnostics", "-diagnostic-style", "llvm"]
      + ["-module-cache-path", moduleCache.path]
    // A source can also be made to keep the compiler busy, or to fill the memory.
    let limits = "ulimit -t \(seconds); ulimit -v 8000000 2>/dev/null; exec \"$@\""
    let program = Program(
      arguments: ["/bin/sh", "-c", limits, "sh", "swiftc"] + options + arguments,
      environment: ProcessInfo.processInfo.environment, folder: sourceFolder)
    let end = try program.run(atMost: Double(seconds))
    if end.status == 0 { return [] }
    if end.status == 127 {
      throw ToolError("there is no `swiftc` on the PATH, which compiles the answers")
    }
    let text = String(decoding: end.output, as: UTF8.self)
    let messages = CompilerMessage.all(in: text)
    // What the compiler says of no file may be a disk without room, which is nobody's mistake.
    if !messages.contains(where: { !$0.path.isEmpty }) { try SystemTrouble.refuseIfFull(folder) }
    let given: CompilerMessage =
      end.wasStopped
      ? CompilerMessage(path: "", lineNumber: 0, text: "the compiler took more than a minute")
      : CompilerMessage(path: "", lineNumber: 0, text: "the compiler gave up")
    return messages.isEmpty ? [given] : messages
  }
}

extension LessonCompiler.Source {
  /// The stub in place of the file.
  var replaced: Self { stub.map { Self(file: file, path: $0, stub: nil) } ?? self }
}

/// An error as the compiler tells it.
struct CompilerMessage: Sendable, Equatable, Codable {
  /// The file, as the compiler was given it; empty when it names none.
  let path: String
  let lineNumber: Int
  let text: String

  /// In one line.
  var line: String { path.isEmpty ? text : "\(path):\(lineNumber): \(text)" }

  /// All errors in the compiler's output, each once.
  static func all(in output: String) -> [CompilerMessage] {
    var found: [CompilerMessage] = []
    for line in output.split(whereSeparator: \.isNewline) {
      let message: CompilerMessage
      if let match = line.wholeMatch(of: /(.+?):(\d+):\d+: (?:fatal )?error: (.*)/) {
        message = Self(path: "\(match.1)", lineNumber: Int(match.2) ?? 0, text: "\(match.3)")
      } else if let match = line.wholeMatch(of: /(?:<unknown>:0: |.*?ld.*: )?error: (.*)/) {
        message = Self(path: "", lineNumber: 0, text: "\(match.1)")
      } else {
        continue
      }
      if !found.contains(message) { found.append(message) }
    }
    return found
  }
}

/// The compiled modules of this program that answers are compiled against.
///
/// Links to these and no others: what else was built, such as the solutions, stays out of reach.
struct Modules {
  /// For the answers: the library and the kit.
  let library: String
  /// For the answer sheet: the server too.
  let server: String

  init(in folder: URL) throws {
    let built = Place.products
    let candidates = [built.appendingPathComponent("Modules"), built]
    let files = FileManager.default
    func exists(_ name: String, in folder: URL) -> Bool {
      files.fileExists(atPath: folder.appendingPathComponent("\(name).swiftmodule").path)
    }
    guard let source = candidates.first(where: { exists("AnswerServer", in: $0) }) else {
      throw ToolError("no compiled modules beside \(built.path): build with `swift build` first")
    }
    func link(_ names: [String], as name: String) throws -> String {
      let place = folder.appendingPathComponent("modules/\(name)")
      try files.createDirectory(at: place, withIntermediateDirectories: true)
      for name in names where exists(name, in: source) {
        let link = place.appendingPathComponent("\(name).swiftmodule").path
        let target = source.appendingPathComponent("\(name).swiftmodule").path
        if (try? files.destinationOfSymbolicLink(atPath: link)) == target { continue }
        try? files.removeItem(atPath: link)
        try? files.createSymbolicLink(atPath: link, withDestinationPath: target)
      }
      return place.path
    }
    library = try link(
      ["Loops", "Kernels", "MiniTensor", "ExerciseKit", "LessonKit"], as: "library")
    server = try link(["AnswerProtocol", "AnswerServer", "Sandbox"], as: "server")
  }
}
