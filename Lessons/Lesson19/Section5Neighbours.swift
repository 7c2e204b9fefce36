import Experiments
import LessonKit
import MiniTensor

extension Lesson19 {
  /// Vectors for the words of our own chapters, and who lives beside whom.
  static func meetTheNeighbours(_ prose: Prose, _ board: Board) -> WordSpace {
    board.section("Neighbours")
    let source: Text = prose.file.map { Text(verbatim: $0) } ?? "the chapters of lessons 01 to 08"
    let total = prose.counts.reduce(0, +)
    board.say(
      """
      Now as it is really done: pair after pair, from \(source). \(prose.words.count) words come at least \
      \(Prose.leastCount) times, \(total, grouped: true) places in all. That is tiny; word2vec read \
      billions. Which words end up nearest is measured by the cosine of the angle between their vectors.
      """)
    var random = RandomGenerator(seed: board.seed(of: "skip-gram"))
    var model = SampledSkipGram(words: prose.words.count, using: &random)
    // A long text of the learner's is read less often.
    let wanted = board.isQuick ? 4 : 15
    let passes = max(1, min(wanted, wanted * 100_000 / max(1, total)))
    board.progress("reading", total: passes, unit: "passes") { tick in
      for pass in 0..<passes {
        let rate = 0.05 * (1 - Float(pass) / Float(passes)) + 0.002
        model.pass(prose, rate: rate, using: &random)
        tick()
      }
    }
    let space = WordSpace(words: prose.words, vectors: model.vectors)
    let asked = ["perceptron", "neuron", "error", "digits", "rosenblatt", "threshold", "picture"]
    let shown = asked.compactMap { space[$0] } + [20, 40, 60, 80]
    board.table(
      ["word", "its nearest, by cosine"],
      shown.prefix(8).map { word in
        let near = space.nearest(to: word, count: 5).map { Text(verbatim: space.words[$0]) }
        let row: [Text] = [Text(verbatim: space.words[word]), near.list]
        return row
      })
    drawMap(model.vectors, prose, board)
    claimPlaces(space, prose, board)
    return space
  }

  private static func drawMap(_ vectors: [[Float]], _ prose: Prose, _ board: Board) {
    let directions = Tensor(vectors.map(WordSpace.direction))
    let plane = PrincipalComponents(fitting: directions).encode(directions, size: 2)
    let places = prose.places
    let shown = (30..<min(90, prose.words.count)).map { $0 }
    board.draw(
      Figure(
        "A map of words", caption: "The 31st to the 90th most frequent word.",
        name: "word-map"
      ) {
        Points(
          shown.map { plane.row($0).scalars }, group: shown.map { places[$0] < 0.5 ? 0 : 1 },
          names: ["early", "late"], labels: shown.map { Text(verbatim: prose.words[$0]) })
      })
  }

  /// The vectors know nothing of chapters; yet neighbours stand in the same ones.
  private static func claimPlaces(_ space: WordSpace, _ prose: Prose, _ board: Board) {
    let places = prose.places
    // The most frequent words stand everywhere.
    let words = prose.words.indices.dropFirst(50)
    let near = words.map { word in
      abs(places[word] - places[space.nearest(to: word, count: 1)[0]])
    }
    let any = words.flatMap { a in words.map { b in abs(places[a] - places[b]) } }
    let ratio = near.median / any.median
    board.say(
      """
      The nearest are not words that mean the same, but words of the same talk. To find out that "two" and \
      "three" are alike takes far more text than ours. But the vectors do know what we were talking \
      about: a word and its nearest stand \(near.median, decimals: 2) of the text's length apart, any \
      two words \(any.median, decimals: 2). Nobody told them that there are chapters.
      """)
    let published: Text = "words of like company lie near"
    let statement: Text =
      "how far apart in the text a word and its nearest stand, in that of any two"
    let measured: Text = "\(ratio, decimals: 2)"
    let source: Text = "this lesson's control; Mikolov and others, NIPS 2013"
    board.ungatedClaim(
      "neighbours", statement, source: source, published: published, measured: measured,
      reason: prose.file == nil
        ? "by chance 1; so small a text gave 0.61 to 0.70 in three trials, too few for a gate"
        : "by chance 1; a text of yours: anything may come")
  }
}
