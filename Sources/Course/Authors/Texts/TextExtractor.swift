import Checks
import Foundation
import LessonKit

/// Finds all texts for learners in the sources of a module.
///
/// Which literal is a `Text` the compiler knows best: it is asked for the syntax tree with the
/// types that it found.
struct TextExtractor {
  /// A template and where it stands.
  struct Found: Equatable {
    var template: String
    /// The path within the course.
    var path: String
    var line: Int

    var reference: String { "\(path):\(line)" }
  }

  let place: Place
  let module: String

  /// The texts in the order of the files and lines.
  func texts() throws -> [Found] {
    let build = Place.products.appendingPathComponent("\(module).build/sources")
    guard let list = try? String(contentsOf: build, encoding: .utf8) else {
      throw ToolError("\(build.path) is missing: run `swift build` first")
    }
    let dump = FileManager.default.temporaryDirectory
      .appendingPathComponent("texts-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: dump) }
    let sources = list.split(whereSeparator: \.isNewline).map(String.init)
    try compile(sources, into: dump)
    return try Self.trees(in: Data(contentsOf: dump)).sorted { Self.file($0) < Self.file($1) }
      .flatMap { try texts(in: $0) }
  }

  private func compile(_ sources: [String], into dump: URL) throws {
    let options =
      ["-frontend", "-dump-ast", "-dump-ast-format", "json", "-module-name", module]
      + ["-parse-as-library", "-swift-version", "6", "-package-name"]
      + [Self.packageName(of: place.root)]
      + ["-D", "SWIFT_PACKAGE", "-D", Redaction.condition]
      + ["-I", Place.products.appendingPathComponent("Modules").path]
    let program = Program(
      arguments: ["/bin/sh", "-c", Self.script, "sh", dump.path] + options
        + sources.flatMap { ["-primary-file", $0] },
      environment: ProcessInfo.processInfo.environment, folder: place.root.path)
    let end = try program.run(atMost: 600)
    guard end.status == 0 else {
      throw ToolError("\(module): \(String(decoding: end.output.prefix(2000), as: UTF8.self))")
    }
  }

  /// The name under which the package manager lets the modules of a folder see each other: letters,
  /// digits and underscores.
  static func packageName(of root: URL) -> String {
    let letters = root.lastPathComponent.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.properties.isXIDContinue ? Character(scalar) : "_"
    }
    let name = String(letters)
    return name.first?.isNumber == true ? "_" + name.dropFirst() : name
  }

  /// Called below its driver, the compiler has to be told where the macros of the library lie.
  private static let script = """
    file=$1; shift
    compiler=$(readlink -f "$(command -v swiftc)")
    plugins=$(dirname "$compiler")/../lib/swift/host/plugins
    exec swiftc "$@" -plugin-path "$plugins" > "$file"
    """

  /// The trees of the files, which the compiler writes one behind the other.
  static func trees(in dump: Data) throws -> [[String: Any]] {
    let start = Data(#"{"_kind":"source_file""#.utf8)
    var places: [Data.Index] = []
    var from = dump.startIndex
    while let range = dump.range(of: start, in: from..<dump.endIndex) {
      places.append(range.lowerBound)
      from = range.upperBound
    }
    return try zip(places, places.dropFirst() + [dump.endIndex]).map { from, to in
      try JSONSerialization.jsonObject(with: dump[from..<to]) as? [String: Any] ?? [:]
    }
  }

  private static func file(_ tree: [String: Any]) -> String { tree["filename"] as? String ?? "" }

  private func texts(in tree: [String: Any]) throws -> [Found] {
    let file = Self.file(tree)
    let source = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    let root = place.root.path + "/"
    let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
    var templates: [Int: String] = [:]
    Self.collect(tree, into: &templates)
    let words = templates.filter { $0.value.contains(where: \.isLetter) }
    return words.sorted { $0.key < $1.key }.map { offset, template in
      let line = 1 + source.prefix(offset).count { $0 == UInt8(ascii: "\n") }
      return Found(template: template, path: path, line: line)
    }
  }

  // MARK: - The tree

  /// The types that are written as literals and hold a `Text`.
  private static let types: Set = ["$s9LessonKit4TextVD", "$s9LessonKit4AxisVD"]

  /// Adds the templates below a node, by their offsets in the file.
  static func collect(_ node: Any, into templates: inout [Int: String]) {
    if let nodes = node as? [Any] {
      for node in nodes { collect(node, into: &templates) }
    } else if let node = node as? [String: Any] {
      if let type = node["type"] as? String, types.contains(type),
        let range = node["range"] as? [String: Any], let start = range["start"] as? Int
      {
        switch node["_kind"] as? String {
        case "string_literal_expr":
          if let words = node["value"] as? String {
            templates[start] = Text(stringLiteral: words).template
          }
        case "interpolated_string_literal_expr": templates[start] = template(of: node)
        default: break
        }
      }
      for value in node.values { collect(value, into: &templates) }
    }
  }

  /// The template of an interpolated literal, made by the very type that makes it in the course.
  private static func template(of node: [String: Any]) -> String {
    var text = Text.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    let tap = node["appending_expr"] as? [String: Any]
    let body = tap?["body"] as? [String: Any]
    for call in body?["elements"] as? [[String: Any]] ?? [] {
      switch name(ofFunction: call) {
      case "appendLiteral": text.appendLiteral(literal(in: call) ?? "")
      case "appendInterpolation": text.appendInterpolation("")
      default: break
      }
    }
    return Text(stringInterpolation: text).template
  }

  private static func name(ofFunction call: [String: Any]) -> String? {
    var node: [String: Any]? = call
    while let current = node {
      if let declaration = current["decl"] as? [String: Any] {
        return declaration["base_name"] as? String
      }
      node = (current["fn"] ?? current["sub_expr"]) as? [String: Any]
    }
    return nil
  }

  private static func literal(in call: [String: Any]) -> String? {
    let list = call["args"] as? [String: Any]
    let arguments = list?["args"] as? [[String: Any]]
    return (arguments?.first?["expr"] as? [String: Any])?["value"] as? String
  }
}
