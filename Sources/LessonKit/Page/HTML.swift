/// Words and elements as HTML has them, written so that an XML parser reads them too.
package enum HTML {
  /// Words as text or as the value of an attribute in double quotes.
  ///
  /// What neither HTML nor XML may hold becomes the replacement character; line ends stay.
  package static func escaped(_ words: String) -> String {
    var result = ""
    result.reserveCapacity(words.utf8.count)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\r": result += "\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `<p class="note">...</p>`; `content` is HTML already, the attributes' values are words.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String
  ) -> String {
    let list = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    return "<\(name)\(list)>\(content)</\(name)>"
  }

  /// A name for an `id` or a link, from words: `Two flowers` becomes `two-flowers`.
  package static func slug(_ words: String) -> String { Figure.slug(words) }
}
