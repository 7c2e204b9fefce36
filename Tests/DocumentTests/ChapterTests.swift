import Testing

/// What a chapter shows is what the course runs.
@Suite struct ChapterTests {
  /// Every piece of Swift in a chapter stands in the code, but for white space and comments.
  ///
  /// A piece is what lies between empty lines, so that a block may leave something out. It begins
  /// and ends where a line of the code does.
  @Test func everyLineOfSwiftStandsInTheCode() throws {
    let sources = Repository.sources(["Lessons", "Sources", "Tests/MiniTensorTests"])
      .map { CodeLines($0.text) }
    let pages = try ["how-it-runs-fast.md", "architecture.md"].map {
      Chapter(number: 0, name: $0, text: try Repository.text("docs/en/" + $0))
    }
    for chapter in try Repository.chapters() + pages {
      for piece in chapter.swiftBlocks.flatMap({ $0.components(separatedBy: "\n\n") }) {
        let code = CodeLines(piece)
        guard !code.text.isEmpty else { continue }
        #expect(
          sources.contains { $0.hasWholeLines(code) },
          "\(chapter.name) shows code that stands nowhere:\n\(piece)")
      }
    }
  }

  /// Swift stands in fences, where the test above sees it, and not among the indented formulas.
  @Test func swiftStandsInFences() throws {
    let beginnings = ["func ", "let ", "var ", "return ", "struct ", "guard ", "public "]
    for chapter in try Repository.chapters() {
      for (index, part) in chapter.text.components(separatedBy: "```").enumerated()
      where index.isMultiple(of: 2) {
        for line in part.components(separatedBy: "\n") where line.hasPrefix("    ") {
          let code = line.drop { $0 == " " }
          #expect(
            !beginnings.contains { code.hasPrefix($0) }, "\(chapter.name): no fence: \(line)")
        }
      }
    }
  }

  /// Fences begin at the beginning of a line, and each is closed.
  @Test func fencesAreClosed() throws {
    for chapter in try Repository.chapters() {
      let fences = chapter.text.components(separatedBy: "\n").filter { $0.contains("```") }
      #expect(fences.count.isMultiple(of: 2), "\(chapter.name): a fence is not closed")
      for fence in fences { #expect(fence.hasPrefix("```"), "\(chapter.name): \(fence)") }
    }
  }

  /// About ten lines, from the chapter's own lesson or the library, are the core of each chapter.
  @Test func everyChapterShowsItsCore() throws {
    for chapter in try Repository.chapters() {
      let lines = chapter.swiftBlocks.flatMap { $0.split(separator: "\n") }.count
      #expect(lines >= 6, "\(chapter.name) shows \(lines) lines of Swift")
    }
  }

  /// Formulas are written as notation.md says: a transpose is A', log is the natural
  /// logarithm, a product is `a * b` and a square `a^2`.
  @Test func formulasFollowTheNotation() throws {
    for chapter in try Repository.chapters() {
      for line in chapter.text.components(separatedBy: "\n") {
        #expect(!line.contains("^T"), "\(chapter.name): write A' for the transpose: \(line)")
        for sign in "·×²³√≤≥≈" {
          #expect(
            !line.contains(sign), "\(chapter.name): \(sign) is no sign of notation.md: \(line)")
        }
        let words = line.split { !$0.isLetter }
        #expect(!words.contains("ln"), "\(chapter.name): write log for ln: \(line)")
      }
    }
  }

  /// While a chapter is written, UNSEEN may stand for a number still to be measured; none may be
  /// left.
  @Test func noNumberIsLeftToBeMeasured() throws {
    let names: Set = ["EDVAC", "MNIST", "VEEGAN", "DCGAN", "CIFAR", "REINFORCE", "MENACE"]
    for chapter in try Repository.chapters() {
      let words = chapter.proseLines.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
      for word in words where !names.contains(String(word)) {
        let capitals = word.prefix { $0.isASCII && $0.isUppercase }
        let isCode = capitals.count >= 5 || (!capitals.isEmpty && word.count - capitals.count >= 3)
        let isRest = word.dropFirst(capitals.count).allSatisfy(\.isNumber)
        #expect(!(isCode && isRest), "\(chapter.name): \(word) stands for a number")
      }
    }
  }

  /// Each chapter ends with the way back and the way on.
  @Test func chaptersAreChained() throws {
    let chapters = try Repository.chapters()
    let names = ["swift-in-20-minutes.md"] + chapters.map(\.name) + ["where-to-go.md"]
    for (index, chapter) in chapters.enumerated() {
      let end = chapter.text.components(separatedBy: "\n---\n").last ?? ""
      #expect(end.contains("Previous: [") && end.contains("](\(names[index])). Next: ["))
      #expect(end.contains("](\(names[index + 2]))."), "\(chapter.name) does not lead on")
    }
  }
}
