import AnswerServer
import Checks
import ExerciseKit
import Foundation

/// Compiles the mutants of one exercise.
///
/// One run of the compiler costs a second or two, whatever it compiles. So many mutants share a
/// run: each stands in a type of its own, `Mutant7`, and the library has an entry for each. A
/// mutant that the compiler complains about is left out.
struct MutantLibrary {
  /// A mutant that can be asked.
  struct Compiled: Sendable {
    let mutant: Mutant
    let library: String
    /// The function that hands its answers over; nil when the library holds this mutant alone.
    let entry: String?
    /// Its compiled form, to see what it calls.
    let object: String
  }

  let compiler: LessonCompiler
  let exercise: Exercise
  /// How long a run may take, on a machine with much else to do.
  private static let seconds = 600
  /// How many mutants share a run of the compiler.
  var width = 60

  /// The mutants that compile, in their order.
  func compile(_ mutants: [Mutant]) throws -> [Compiled] {
    try compiler.cleanUp()
    let files = FileManager.default
    let sources = compiler.folder.appendingPathComponent("Exercises/\(exercise.folder)")
    try files.createDirectory(at: sources, withIntermediateDirectories: true)
    guard mutants.allSatisfy({ Self.canShare($0.text) }) else {
      return try mutants.enumerated().compactMap { try alone($1, number: $0) }
    }
    var compiled: [Compiled] = []
    for start in stride(from: 0, to: mutants.count, by: width) {
      compiled += try together(
        Array(mutants.enumerated())[start..<min(start + width, mutants.count)].map { ($0, $1) })
    }
    return compiled
  }

  // MARK: - Many at once

  /// Whether the declarations of a file can stand in a type.
  static func canShare(_ source: String) -> Bool {
    let code = CodeTokens(source)
    let others: Set = [
      "extension", "operator", "protocol", "struct", "class", "enum", "precedencegroup",
    ]
    return !code.tokens.indices.contains { code.depths[$0] == 0 && others.contains(code.text($0)) }
  }

  /// The declarations of a file in a type of their own, every line where it was.
  static func wrapped(_ source: String, in type: String) -> String {
    let code = CodeTokens(source)
    var text = ""
    var place = 0
    // The imports stay outside.
    let imports = code.tokens.indices.filter {
      code.depths[$0] == 0 && code.text($0) == "import" && code[$0].startsLine
    }
    let opening = imports.last.map { code[$0 + 1].range.upperBound } ?? 0
    text += String(decoding: code.bytes[..<opening], as: UTF8.self)
    text += "\(imports.isEmpty ? "" : "; ")public enum \(type) { "
    place = opening
    for index in code.tokens.indices
    where code.depths[index] == 0 && ["func", "let", "var"].contains(code.text(index))
      && code.partnerDepth(index) == 0
    {
      let start = code[index].range.lowerBound
      text += String(decoding: code.bytes[place..<start], as: UTF8.self) + "static "
      place = start
    }
    return text + String(decoding: code.bytes[place...], as: UTF8.self) + "\n}\n"
  }

  private func together(_ mutants: [(number: Int, mutant: Mutant)]) throws -> [Compiled] {
    guard !mutants.isEmpty else { return [] }
    var mutants = mutants
    let module = "Exercises\(compiler.lesson.name)"
    var isComplete = false
    while !isComplete, !mutants.isEmpty {
      let messages = try attempt(mutants.map(\.number), of: mutants.map(\.mutant), module)
      isComplete = messages.isEmpty
      let broken = Set(messages.map(\.path))
      let rest = mutants.filter { !broken.contains(path($0.number)) }
      if !isComplete, rest.count == mutants.count {
        // The compiler names nobody: the halves are tried apart.
        guard mutants.count > 1 else { return [] }
        let half = mutants.count / 2
        return try together(Array(mutants[..<half])) + together(Array(mutants[half...]))
      }
      mutants = rest
    }
    guard let first = mutants.first?.number else { return [] }
    let library = product("Mutants\(first)-\(UUID().uuidString).so")
    try link(mutants.map(\.number), module, library)
    return mutants.map {
      Compiled(mutant: $1, library: library, entry: Self.entry($0), object: object($0))
    }
  }

  private static func entry(_ number: Int) -> String { "\(OfferList.entry)\(number)" }

  /// Seen from the compiler's folder; like a student's own, so that lines of traps are found.
  private func path(_ number: Int) -> String {
    "Exercises/\(exercise.folder)/Mutant\(number).swift"
  }

  private func product(_ name: String) -> String {
    compiler.folder.appendingPathComponent(name).path
  }
  private func object(_ number: Int) -> String { product("Mutant\(number).o") }

  private func attempt(_ numbers: [Int], of mutants: [Mutant], _ module: String) throws
    -> [CompilerMessage]
  {
    let modules = try Modules(in: compiler.moduleCache.deletingLastPathComponent())
    var map: [String: [String: String]] = ["": [:]]
    for (number, mutant) in zip(numbers, mutants) {
      let text = Self.wrapped(mutant.text, in: "Mutant\(number)")
      try Data(text.utf8).write(to: compiler.folder.appendingPathComponent(path(number)))
      map[path(number)] = ["object": object(number)]
    }
    let outputs = compiler.folder.appendingPathComponent("outputs.json")
    try JSONEncoder().encode(map).write(to: outputs)
    return try compiler.run(
      ["-module-name", module, "-I", modules.library, "-num-threads", "1", "-c", "-emit-module"]
        + ["-emit-module-path", product("\(module).swiftmodule")]
        + ["-output-file-map", outputs.path] + numbers.map(path), atMost: Self.seconds)
  }

  private func link(_ numbers: [Int], _ module: String, _ library: String) throws {
    let modules = try Modules(in: compiler.moduleCache.deletingLastPathComponent())
    let stub = try String(contentsOf: compiler.place.stub(of: exercise), encoding: .utf8)
    let entries = try numbers.map { number in
      let offers = try AnswerSheetWriter.offers(stub, module: "\(module).Mutant\(number)")
      return """
        let answers\(number): [Offer] = [
        \(offers.joined(separator: "\n"))
        ]
        @_cdecl("\(Self.entry(number))") public func sheet\(number)() -> UnsafeMutableRawPointer {
          Unmanaged.passRetained(OfferList(answers\(number))).toOpaque()
        }
        """
    }
    let imports = ["AnswerProtocol", "AnswerServer", module, "MiniTensor"].map { "import \($0)" }
    let sheet = compiler.folder.appendingPathComponent("Sheet.swift")
    try Data((imports + entries).joined(separator: "\n").utf8).write(to: sheet)
    let messages = try compiler.run(
      ["-module-name", "Answers\(compiler.lesson.name)", "-I", modules.library]
        + ["-I", modules.server, "-I", compiler.folder.path, "-emit-library", "-o", library]
        + LessonCompiler.linking + [sheet.path] + numbers.map(object), atMost: Self.seconds)
    if let message = messages.first {
      throw ToolError("the mutants of \(exercise.number) cannot be linked: \(message.line)")
    }
  }

  // MARK: - One alone

  /// A mutant beside the stubs of its neighbours, as a student's file.
  private func alone(_ mutant: Mutant, number: Int) throws -> Compiled? {
    let sources = try compiler.lesson.exercises.map { other in
      let stub = compiler.place.stub(of: other).path
      guard other.number == exercise.number else {
        return LessonCompiler.Source(file: other.file, path: stub, stub: nil)
      }
      let file = compiler.folder.appendingPathComponent(path(number))
      try Data(mutant.text.utf8).write(to: file)
      return LessonCompiler.Source(file: other.file, path: file.path, stub: stub)
    }
    let product = try compiler.compile(sources)
    guard product.broken.isEmpty, let object = product.objects[exercise.file] else { return nil }
    return Compiled(mutant: mutant, library: product.library, entry: nil, object: object)
  }
}
