/// What a source declares for its whole module: names that another file could stumble over.
public struct SharedNames: Equatable, Sendable {
  private let names: [String]

  private static let keywords: Set<String> = [
    "func", "struct", "class", "enum", "actor", "protocol", "typealias", "extension", "operator",
    "precedencegroup", "let", "var", "macro",
  ]
  private static let modifiers: Set<String> = [
    "public", "internal", "package", "open", "final", "prefix", "infix", "postfix", "private",
    "fileprivate", "nonisolated", "indirect", "static",
  ]

  /// Looks at the declarations at the top of a source; private ones do not count.
  public init(of source: String) {
    var names: [String] = []
    var depth = 0
    let words = SwiftWords(source).words.map(\.text)
    for (place, word) in words.enumerated() {
      if ["{", "(", "["].contains(word) { depth += 1 }
      if ["}", ")", "]"].contains(word) { depth -= 1 }
      guard depth == 0, Self.keywords.contains(word) else { continue }
      if place > 0, words[place - 1] == "import" || words[place - 1] == "." { continue }
      let before = words[..<place].reversed().prefix { Self.modifiers.contains($0) }
      if before.contains("private") || before.contains("fileprivate") { continue }
      // The name, and for an operator its sign; for the rest of a signature the compiler cares.
      let name = words[(place + 1)...].prefix { $0 != "(" && $0 != "{" && $0 != "=" && $0 != ":" }
      names.append(word + " " + name.prefix(4).joined())
    }
    self.names = names.sorted()
  }
}
