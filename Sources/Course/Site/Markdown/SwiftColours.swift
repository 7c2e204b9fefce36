/// Marks comments, texts, numbers, keywords and types in a piece of Swift.
///
/// It reads words, not grammar: enough to tell them apart at a glance, and wrong at most in colour.
enum SwiftColours {
  /// What a piece of code is; the name is the class on the page.
  enum Kind: String { case comment = "c", text = "t", number = "n", keyword = "k", type = "y" }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "async", "await", "break", "case", "catch", "class", "continue",
    "default",
    "defer", "deinit", "do", "else", "enum", "extension", "false", "fileprivate", "final", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "lazy", "let",
    "mutating",
    "nil", "open", "operator", "package", "private", "protocol", "public", "repeat", "return",
    "self",
    "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "weak", "where", "while",
  ]

  /// The code in pieces, in order; nil for what has no colour.
  static func pieces(_ code: String) -> [(text: String, kind: Kind?)] {
    let letters = Array(code)
    var pieces: [(text: String, kind: Kind?)] = []
    var place = 0
    func isWord(_ place: Int) -> Bool {
      place < letters.count
        && (letters[place].isLetter || letters[place].isNumber || letters[place] == "_")
    }
    func add(_ end: Int, _ kind: Kind?) {
      let text = String(letters[place..<end])
      if kind == nil, let last = pieces.last, last.kind == nil {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append((text, kind))
      }
      place = end
    }
    while place < letters.count {
      let (here, next) = (letters[place], place + 1 < letters.count ? letters[place + 1] : " ")
      if here == "/", next == "/" {
        add(letters[place...].firstIndex(of: "\n") ?? letters.count, .comment)
      } else if here == "\"" {
        add(end(ofText: letters, place), .text)
      } else if here.isNumber {
        var end = place
        while isWord(end) || (end < letters.count && letters[end] == "." && isWord(end + 1)) {
          end += 1
        }
        add(end, .number)
      } else if isWord(place) || here == "@" || here == "#" {
        var end = place + 1
        while isWord(end) { end += 1 }
        let word = String(letters[place..<end])
        let isKeyword = keywords.contains(word) || (end > place + 1 && !isWord(place))
        add(end, isKeyword ? .keyword : here.isUppercase ? .type : nil)
      } else {
        add(place + 1, nil)
      }
    }
    return pieces
  }

  /// Where a text ends that begins here: at its quote, or at the end of a line that has none.
  private static func end(ofText letters: [Character], _ start: Int) -> Int {
    let three = letters[start...].prefix(3).allSatisfy { $0 == "\"" } && letters.count - start >= 3
    var place = start + (three ? 3 : 1)
    while place < letters.count {
      if letters[place] == "\\" {
        place += 2
      } else if three, letters[place...].starts(with: ["\"", "\"", "\""]) {
        return place + 3
      } else if !three, letters[place] == "\"" {
        return place + 1
      } else if !three, letters[place] == "\n" {
        return place
      } else {
        place += 1
      }
    }
    return letters.count
  }
}
