import Foundation

/// What the sources of MiniTensor offer to others: their public functions, initialisers, subscripts
/// and operators, such as `Tensor.sum(axis:keepingDimension:)`.
///
/// Entries that differ only in their types are written with them: `Tensor.rows(_: [Int])`. A simple
/// reader: it knows the form in which these sources are written, not the whole language.
enum PublicEntries {
  static let all: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/MiniTensor").resolvingSymlinksInPath()
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    let found = files.flatMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return entries(in: text ?? "")
    }
    let count = found.reduce(into: [:]) { $0[$1.short, default: 0] += 1 }
    return found.map { count[$0.short] == 1 ? $0.short : $0.full }.sorted()
  }()

  /// An entry with labels only, and with types.
  struct Entry: Equatable {
    var short: String
    var full: String
  }

  /// The entries of one file, in their order.
  static func entries(in text: String) -> [Entry] {
    var found: [Entry] = []
    var types: [String] = []  // the extensions and types around a line, one a level of indentation
    var open: String?
    for line in text.split(separator: "\n").map(String.init) {
      let code = line.trimmingCharacters(in: .whitespaces)
      guard !code.hasPrefix("//") else { continue }
      if let declaration = open {
        open = declaration + " " + code
      } else if let type = typeName(code), code.hasSuffix("{") {
        let level = line.prefix { $0 == " " }.count / 2
        types = types.prefix(level) + [type]
      } else if isEntry(code) {
        let level = line.prefix { $0 == " " }.count / 2
        types = Array(types.prefix(level))
        open = code
      }
      if let declaration = open, let entry = entry(declaration) {
        let type = types.map { $0 + "." }.joined()
        found.append(Entry(short: type + entry.short, full: type + entry.full))
        open = nil
      }
    }
    return found
  }

  private static func typeName(_ code: String) -> String? {
    let words = code.split(separator: " ").map(String.init)
    let kinds: Set = ["extension", "struct", "class", "enum", "protocol"]
    guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
      words[..<kind].allSatisfy({ ["public", "open", "final", "private"].contains($0) })
    else { return nil }
    return String(words[kind + 1].prefix { $0 != ":" && $0 != "{" && $0 != "<" })
  }

  private static func isEntry(_ code: String) -> Bool {
    let words = code.prefix { $0 != "(" }.split(separator: " ")
    guard words.contains("public") || words.contains("open") else { return false }
    // A function that overrides another is its entry, not one more.
    guard !words.contains("override") || words.last == "init" else { return false }
    return words.contains("func") || words.last == "init" || words.last == "subscript"
  }

  /// Name and parameters, once the closing bracket has been read.
  private static func entry(_ declaration: String) -> Entry? {
    guard let start = declaration.firstIndex(of: "(") else { return nil }
    let head = declaration[..<start].split(separator: " ").map(String.init)
    var name = head.last ?? ""
    // An operator stands between "func" and the bracket; generic parameters belong to the name.
    if let keyword = head.firstIndex(of: "func") { name = head[(keyword + 1)...].joined() }
    let isOperator = name.first?.isLetter != true
    if !isOperator { name = String(name.prefix { $0 != "<" }) }
    var (depth, parts, part) = (0, [String](), "")
    for character in declaration[start...].dropFirst() {
      switch character {
      case ")" where depth == 0:
        let all = (parts + [part]).compactMap(parameter)
        let labels = all.map { $0.label + ":" }.joined()
        let types = all.map { isOperator ? $0.type : $0.label + ": " + $0.type }
        let full = name + "(" + types.joined(separator: ", ") + ")"
        return Entry(short: isOperator ? full : name + "(" + labels + ")", full: full)
      case "," where depth == 0:
        parts.append(part)
        part = ""
      default:
        if "([<".contains(character) { depth += 1 }
        if ")]".contains(character) || character == ">" && !part.hasSuffix("-") { depth -= 1 }
        part.append(character)
      }
    }
    return nil
  }

  /// `keepingDimension: Bool = false` -> `keepingDimension`, `Bool`; `_ x: Int` -> `_`, `Int`.
  private static func parameter(_ text: String) -> (label: String, type: String)? {
    let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard sides.count == 2, let label = sides[0].split(separator: " ").first else { return nil }
    let type = sides[1].components(separatedBy: " = ")[0].trimmingCharacters(in: .whitespaces)
    return (String(label), type.hasPrefix("inout ") ? String(type.dropFirst(6)) : type)
  }
}
