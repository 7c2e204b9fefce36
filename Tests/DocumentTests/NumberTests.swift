import Testing

/// Long numbers are written in one way: 10,000.
@Suite struct NumberTests {
  @Test func longNumbersInTheDocumentsHaveCommas() throws {
    let pages = ["README.md", "CONTRIBUTING.md", "docs/benchmarks.md"]
    let documents = try Repository.documents() + pages.map { ($0, try Repository.text($0)) }
    for (name, text) in documents {
      for line in Chapter(number: 0, name: name, text: text).proseLines {
        for number in Self.bareNumbers(in: line) {
          Issue.record("\(name): \(number) without a comma: \(line)")
        }
      }
    }
  }

  @Test func longNumbersInTheLessonsHaveCommas() throws {
    for (path, text) in Repository.sources(["Lessons"]) {
      for line in Self.paragraphs(of: text) where !line.hasPrefix("  ") {
        for number in Self.bareNumbers(in: line) {
          Issue.record("\(path): \(number) without a comma: \(line)")
        }
      }
    }
  }

  @Test func aBareNumberIsSeen() {
    #expect(
      Self.bareNumbers(in: "It took 10000 steps, 1425 sweeps, and 1234.5 s") == [
        "10000", "1425", "1234.5",
      ])
    #expect(
      Self.bareNumbers(in: "In 1986 it took 1,425 sweeps; 0.00004; 0.99^1000; 1/1024; A000609")
        == [])
    #expect(Self.paragraphs(of: "say(\n\"\"\"\n  a \\(f(1000)) b \\\n  c\n\"\"\")") == ["a   b c"])
  }

  /// The numbers of four digits and more that have none, except years and what belongs to a formula
  /// or a name.
  static func bareNumbers(in line: String) -> [String] {
    var found: [String] = []
    let characters = Array(line)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber else {
        index += 1
        continue
      }
      let start = index
      while index < characters.count,
        characters[index].isNumber || ".,".contains(characters[index])
      { index += 1 }
      var number = String(characters[start..<index])
      while let last = number.last, ".,".contains(last) { number.removeLast() }
      let before = start > 0 ? characters[start - 1] : " "
      let after = index < characters.count ? characters[index] : " "
      let isPart =
        before.isLetter || "^/=_-+*#.:".contains(before) || after.isLetter || "/^-_".contains(after)
      let whole = number.prefix { $0.isNumber }
      let isYear = number.count == 4 && (1600...2030).contains(Int(whole) ?? 0)
      if !isPart, !isYear, whole.count > 3 { found.append(number) }
    }
    return found
  }

  /// The texts between triple quotes, each with its lines joined and without what is computed.
  static func paragraphs(of source: String) -> [String] {
    let parts = source.components(separatedBy: "\"\"\"")
    return parts.indices.filter { !$0.isMultiple(of: 2) }.flatMap { place -> [String] in
      let lines = parts[place].components(separatedBy: "\n").dropFirst().dropLast()
      let margin = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      let text = lines.map { String($0.dropFirst(margin)) }.joined(separator: "\n")
      return withoutInterpolation(text.replacingOccurrences(of: "\\\n", with: ""))
        .components(separatedBy: "\n").filter { !$0.isEmpty }
    }
  }

  private static func withoutInterpolation(_ text: String) -> String {
    var result = ""
    var depth = 0
    var isEscape = false
    for character in text {
      if depth > 0 {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if isEscape, character == "(" {
        depth = 1
        result.removeLast()
        result += " "
      } else {
        result.append(character)
      }
      isEscape = character == "\\"
    }
    return result
  }
}
