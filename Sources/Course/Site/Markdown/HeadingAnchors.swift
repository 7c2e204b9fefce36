/// The names of headings in links, as GitHub makes them: `## The rule, again` is `#the-rule-again`.
struct HeadingAnchors {
  private var used: [String: Int] = [:]

  /// The name of the next heading of a document; one that is used again gets a number.
  mutating func anchor(of words: String) -> String {
    let plain = Self.plain(words)
    let count = used[plain, default: 0]
    used[plain] = count + 1
    return count == 0 ? plain : "\(plain)-\(count)"
  }

  /// Small letters, digits, hyphens and underscores; a blank becomes a hyphen, all else is dropped.
  static func plain(_ words: String) -> String {
    var anchor = ""
    for character in words.lowercased() {
      if character == " " {
        anchor += "-"
      } else if character.isLetter || character.isNumber || character == "-" || character == "_" {
        anchor.append(character)
      }
    }
    return anchor
  }
}
