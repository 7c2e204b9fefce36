@testable import Checks

/// The public declarations of a Swift source, by words: enough to compare a stub with its
/// reference.
struct Declarations {
  struct Declaration: Equatable {
    /// "public func updated ( weights : ..." up to the body.
    let signature: String
    /// The words of the body; empty for a declaration without one.
    let body: String
  }

  let all: [Declaration]

  init(of source: String) {
    let words = SwiftWords(source).words
    var found: [Declaration] = []
    var place = 0
    while place < words.count {
      if words[place].text == "public" {
        found.append(Self.read(words, at: &place))
      } else {
        place += 1
      }
    }
    all = found
  }

  var signatures: Set<String> { Set(all.map(\.signature)) }

  /// Whether every body says `todo()` or what the reference says, as in a file that nobody has
  /// edited.
  func isUntouched(besides reference: Declarations) -> Bool {
    let given = Dictionary(
      reference.all.map { ($0.signature, $0.body) }, uniquingKeysWith: { first, _ in first })
    let unwritten = all.filter { $0.body != given[$0.signature] }
    return !unwritten.isEmpty && unwritten.allSatisfy { Self.isUnwritten($0.body) }
  }

  /// A body that says `todo()`, at once or in every case of a `switch`.
  private static func isUnwritten(_ body: String) -> Bool {
    body == "todo ( )" || body.wholeMatch(of: /switch \w+ {( case \. \w+ : todo \( \))+ }/) != nil
  }

  private static func read(_ words: [SwiftWords.Word], at place: inout Int) -> Declaration {
    var signature: [String] = []
    var depth = 0
    let start = place
    // A declaration ends at its body, at its value, or with its line.
    while place < words.count {
      let word = words[place]
      let isFunction = signature.contains("func") || signature.contains("init")
      if depth == 0, word.text == "{" || (word.text == "=" && !isFunction) { break }
      if depth == 0, !isFunction, place > start, word.line > words[place - 1].line { break }
      if ["(", "["].contains(word.text) { depth += 1 }
      if [")", "]"].contains(word.text) { depth -= 1 }
      signature.append(word.text)
      place += 1
    }
    let isType = !Set(signature).isDisjoint(with: ["struct", "class", "enum", "extension"])
    guard !isType, place < words.count, words[place].text == "{" else {
      return Declaration(signature: signature.joined(separator: " "), body: "")
    }
    return Declaration(
      signature: signature.joined(separator: " "), body: readBody(words, at: &place))
  }

  private static func readBody(_ words: [SwiftWords.Word], at place: inout Int) -> String {
    var body: [String] = []
    var depth = 0
    repeat {
      if words[place].text == "{" { depth += 1 }
      if words[place].text == "}" { depth -= 1 }
      body.append(words[place].text)
      place += 1
    } while depth > 0 && place < words.count
    return body.dropFirst().dropLast().joined(separator: " ")
  }
}
