import ExerciseKit
import Foundation

/// What the compiled files of a lesson call, as the linker sees it.
///
/// An exercise is to write what some function of the library does. Whether an answer calls that
/// function cannot be told from its text: names can be its own, calls can be hidden in closures,
/// aliases and extensions. In the compiled file every call that is not its own is an undefined
/// symbol, and nothing else is.
public struct LibraryCalls: Sendable {
  /// A call of what was to be written.
  public struct Call: Sendable, Equatable {
    /// The library's name.
    public let name: String
    /// Where the name stands in the answer, when it can be found.
    public let line: Int?

    /// What to tell the student.
    public var message: Text {
      if let line {
        return "line \(line) uses the library's \(name): this exercise is to write it yourself"
      }
      return "your file uses the library's \(name): this exercise is to write it yourself"
    }
  }

  /// A compiled file that nothing here can read: what it calls is not known.
  public struct Unreadable: Error, Sendable {
    /// Why, for whoever grades.
    public let reason: String
  }

  /// The compiled form of each source file: "Softmax.swift" to the path of its object.
  private let objects: [String: String]

  /// Looks at these files.
  public init(objects: [String: String]) { self.objects = objects }

  /// The first call of something that the exercise replaces; nil when there is none.
  ///
  /// `sources` are the texts of the lesson's files: they say on which line a call stands, and
  /// whether a helper in a neighbour's file is meant.
  public func replaced(by exercise: Exercise, sources: [String: String]) throws(Unreadable) -> Call?
  {
    guard !exercise.replaces.isEmpty else { return nil }
    guard let object = objects[exercise.file] else {
      throw Unreadable(reason: "there is no compiled file of \(exercise.file)")
    }
    let symbols = try Self.undefinedSymbols(in: object)
    for name in exercise.replaces where symbols.contains(where: { Self.symbol($0, uses: name) }) {
      return Call(name: name, line: Self.line(of: name, in: sources[exercise.file] ?? ""))
    }
    return throughHelper(exercise, symbols, sources)
  }

  /// A call by way of a function that stands in another file of the lesson.
  private func throughHelper(
    _ exercise: Exercise, _ symbols: Set<String>, _ sources: [String: String]
  ) -> Call? {
    let module = "Exercises\(exercise.folder.dropFirst("Lesson".count))."
    let helpers = symbols.compactMap { symbol -> String? in
      guard symbol.hasPrefix(module) || symbol.contains("(extension in \(module.dropLast()))")
      else {
        return nil
      }
      return Self.baseName(of: symbol)
    }
    guard !helpers.isEmpty else { return nil }
    for (file, source) in sources where file != exercise.file {
      let bodies = FunctionBodies(of: source)
      for name in exercise.replaces
      where helpers.contains(where: { bodies.reaches(name, from: $0) }) {
        return Call(name: name, line: nil)
      }
    }
    return nil
  }

  // MARK: - Symbols

  /// The symbols that a compiled file takes from elsewhere, in the words of Swift.
  ///
  /// The system's lister of symbols does, or the one that comes with the compiler.
  static func undefinedSymbols(in object: String) throws(Unreadable) -> Set<String> {
    for lister in ["nm", "llvm-nm"] {
      var program = Program(arguments: ["/usr/bin/env", lister, "-u", object], folder: "/")
      program.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
      program.mostOutput = 1 << 24
      guard let end = try? program.run(atMost: 20), end.status == 0 else { continue }
      let lines = String(decoding: end.output, as: UTF8.self).split(whereSeparator: \.isNewline)
      return Set(lines.compactMap { $0.split(separator: " ").last.map { demangled(String($0)) } })
    }
    throw Unreadable(reason: "neither nm nor llvm-nm can list what \(object) calls")
  }

  /// Whether a symbol is, or belongs to, what the name says.
  static func symbol(_ symbol: String, uses name: String) -> Bool {
    if symbol == name { return true }  // A function of the C library.
    guard symbol.contains("MiniTensor.") else { return false }
    if name.first?.isUppercase == true {
      return symbol.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }
        .contains { $0 == "MiniTensor.\(name)" || $0.hasPrefix("MiniTensor.\(name).") }
    }
    return baseName(of: symbol) == name
  }

  /// "softmax" of "MiniTensor.Tensor.softmax(axis: Swift.Int) -> MiniTensor.Tensor".
  static func baseName(of symbol: String) -> String? {
    var rest = Substring(symbol)
    if let start = rest.range(of: "(extension in "),
      let end = rest[start.upperBound...].range(of: "):")
    {
      rest = rest[end.upperBound...]
    }
    let path = rest.prefix { $0 != "(" && $0 != "<" }.split(separator: " ")
    let parts = (path.first { $0.contains(".") } ?? "").split(separator: ".")
    let last = parts.last { $0 != "getter" && $0 != "setter" && $0 != "modify" && $0 != "read" }
    return last.map(String.init)
  }

  private static func line(of name: String, in source: String) -> Int? {
    SwiftWords(source).words.first { $0.text == name }?.line
  }

  private typealias Demangle =
    @convention(c) (
      UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32
    ) -> UnsafeMutablePointer<CChar>?

  private static func demangled(_ symbol: String) -> String {
    // macOS puts an underscore in front of every name.
    let name = symbol.hasPrefix("_$s") ? String(symbol.dropFirst()) : symbol
    #if canImport(Darwin)
      let plain = symbol.hasPrefix("_") ? String(symbol.dropFirst()) : symbol
    #else
      let plain = symbol
    #endif
    guard name.hasPrefix("$s"), let function = dlsym(nil, "swift_demangle") else { return plain }
    let demangle = unsafeBitCast(function, to: Demangle.self)
    guard let text = name.withCString({ demangle($0, name.utf8.count, nil, nil, 0) }) else {
      return plain
    }
    defer { free(text) }
    return String(cString: text)
  }
}

/// The words in the bodies of a source's functions, by the functions' names.
struct FunctionBodies {
  private var bodies: [String: Set<String>] = [:]

  init(of source: String) {
    let words = SwiftWords(source).words.map(\.text)
    var open: [(name: String, depth: Int)] = []
    var depth = 0
    var waiting: String?
    for (place, word) in words.enumerated() {
      if word == "func", place + 1 < words.count { waiting = words[place + 1] }
      if word == "var", depth <= 1, place + 1 < words.count { waiting = words[place + 1] }
      if word == "{" {
        depth += 1
        if let name = waiting { open.append((name, depth)) }
        waiting = nil
      }
      for function in open { bodies[function.name, default: []].insert(word) }
      if word == "}" {
        if open.last?.depth == depth { open.removeLast() }
        depth -= 1
      }
    }
  }

  /// Whether a function says the name, or calls another one of the source that does.
  func reaches(_ name: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var waiting = [start]
    while let function = waiting.popLast() {
      guard seen.insert(function).inserted, let body = bodies[function] else { continue }
      if body.contains(name) { return true }
      waiting += body.filter { bodies[$0] != nil }
    }
    return false
  }
}
