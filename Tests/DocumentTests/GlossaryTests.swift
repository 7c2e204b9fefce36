import Testing

/// The glossary names for each term the lesson that explains it, and no chapter uses it before.
@Suite struct GlossaryTests {
  struct Term {
    let name: String
    let spellings: [String]
    let lesson: Int
    /// A word of everyday life is the term only where it is emphasised.
    var isEveryday: Bool { GlossaryTests.everyday.contains(name) }

    /// Whether the words contain it, in the singular, the plural or as a participle.
    func isIn(_ words: String) -> Bool {
      spellings.contains { spelling in
        ["", "s", "es", "d", "ed"].contains { words.contains(" \(spelling)\($0) ") }
      }
    }

    func isUsed(in sentence: Sentence) -> Bool {
      isEveryday ? isEmphasised(in: sentence) : isIn(sentence.words)
    }

    /// Whether it stands between asterisks or in a heading; a word of everyday life all by itself.
    func isEmphasised(in sentence: Sentence) -> Bool {
      if isEveryday {
        return spellings.contains { spelling in
          ["", "s", "es"].contains { sentence.emphasised.contains(" \(spelling)\($0) ") }
        }
      }
      return sentence.emphasised.contains(where: isIn)
        || sentence.isHeading && isIn(sentence.words)
    }
  }

  /// What the chapters write where the glossary has a longer name.
  static let otherSpellings = [
    "gate (of a cell)": ["input gate"],
    "k-fold cross-validation": ["cross-validation"],
    "L1 and L2 penalty": ["l2"],
    "local minimum": ["local minimum", "local minima"],
    "non-saturating loss": ["non-saturating"],
    "normalization": ["normalise", "normalization"],
    "numerical gradient check": ["gradient check"],
    "order of a predicate": ["order"],
    "overfitting": ["overfit", "overfitting"],
    "truncated BPTT": ["truncated backpropagation through time"],
    "underfitting": ["underfit"],
    "validation set": ["validation part"],
  ]

  static let everyday: Set<String> = [
    "blame", "claim, gate", "depth, width", "example", "generator", "mixture",
    "order of a predicate",
    "output", "query, key, value", "sampling", "score", "shape", "surprise",
  ]

  static func terms() throws -> [Term] {
    try Repository.text("docs/en/glossary.md").components(separatedBy: "\n").compactMap { line in
      let cells = line.components(separatedBy: " | ")
      guard line.hasPrefix("| **"), cells.count == 4,
        let lesson = Int(cells[3].prefix { $0.isNumber })
      else { return nil }
      let name = cells[0].dropFirst(4).dropLast(2)
      let plain = name.replacingOccurrences(of: ")", with: "").replacingOccurrences(
        of: " (", with: ", ")
      let spellings =
        otherSpellings[String(name)]
        ?? plain.components(separatedBy: ", ").map {
          Sentence.words($0).dropFirst().dropLast().description
        }
      let british = spellings.map { $0.replacingOccurrences(of: "iz", with: "is") }
      return Term(name: String(name), spellings: spellings + british, lesson: lesson)
    }
  }

  @Test func theGlossaryIsRead() throws {
    let terms = try Self.terms()
    let text = try Repository.text("docs/en/glossary.md")
    #expect(text.contains("The \(terms.count) terms"))
    #expect(Set(terms.map(\.name)).isSuperset(of: Self.everyday.union(Self.otherSpellings.keys)))
  }

  /// A term's lesson is the first whose chapter uses it.
  ///
  /// Sentences that say themselves that the thing comes in a later lesson do not count.
  @Test func everyTermFirstAppearsInItsLesson() throws {
    let chapters = try Repository.chapters().map { ($0.number, $0.sentences) }
    for term in try Self.terms() {
      let first = chapters.first { number, sentences in
        sentences.contains { term.isUsed(in: $0) && !$0.pointsAhead(of: number) }
      }
      let place = first?.1.first { term.isUsed(in: $0) && !$0.pointsAhead(of: first!.0) }
      #expect(
        first?.0 == term.lesson,
        "\(term.name): lesson \(term.lesson), first used in \(first?.0 ?? 0): \(place?.text ?? "")")
    }
  }

  /// Where a term is explained it is emphasised, or stands in a heading.
  @Test func everyTermIsIntroduced() throws {
    let chapters = try Repository.chapters()
    for term in try Self.terms() {
      let sentences = chapters.first { $0.number == term.lesson }?.sentences ?? []
      let isIntroduced = sentences.contains(where: term.isEmphasised(in:))
      #expect(isIntroduced, "\(term.name) is nowhere introduced in lesson \(term.lesson)")
    }
  }
}
