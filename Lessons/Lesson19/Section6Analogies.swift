import LessonKit
import MiniTensor

extension Lesson19 {
  /// a is to b as c is to what? And what the usual rules of the game hide.
  static func askForAnalogies(_ prose: Prose, _ space: WordSpace, _ board: Board) {
    board.section("King minus man plus woman")
    board.say(
      """
      In 2013 the vectors became famous for an arithmetic: king - man + woman is nearest to queen. It is true, \
      with one rule that few people knew: the three words of the question must not be answered. First in a \
      world so small that we know everything in it: eight words, eight contexts, and how often they meet, made up \
      by us so that royal, female and young each multiply the counts:
      """)
    let kingdom = Village.kingdom
    let royal = solve(kingdom, board)
    board.table(
      ["question", "nearest of all words", "without the three asked"],
      royal.map { answer in
        let words = kingdom.words
        let question: Text =
          "\(words[answer.b]) - \(words[answer.a]) + \(words[answer.c])"
        let row: [Text] = [
          question, Text(verbatim: words[answer.any]), Text(verbatim: words[answer.other]),
        ]
        return row
      })
    board.say(
      """
      Why does it work? PMI is a logarithm: what multiplies the counts adds to the vectors. "Female" is one \
      and the same step from man to woman and from king to queen. In so clean a world the rule is not \
      even needed.
      """)
    let royalRight = royal.count { $0.other == $0.d }
    board.claim(
      "kingdom", "analogies of a world where attributes multiply counts, three words left out",
      source: "Mikolov, Yih and Zweig, NAACL 2013; Levy and Goldberg, CoNLL 2014",
      published: "offsets solve analogies", measured: "\(royalRight) of \(royal.count)",
      gate: "all", holds: royalRight == royal.count)
    plurals(prose, space, board)
  }

  /// The same question about plurals in our own chapters.
  private static func plurals(_ prose: Prose, _ space: WordSpace, _ board: Board) {
    let pairs: [(Int, Int)] = prose.words.indices.compactMap { word in
      guard prose.words[word].count > 3, let plural = space[prose.words[word] + "s"] else {
        return nil
      }
      return (word, plural)
    }
    guard pairs.count > 1 else { return }
    var (questions, asked, right, lazy, plain) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (a, b) in pairs {
      for (c, d) in pairs where c != a {
        let target = space.offset(a, b, c)
        let given: Set = [a, b, c]
        let any = space.nearest(to: target, count: 1)[0]
        questions += 1
        asked += given.contains(any) ? 1 : 0
        plain += any == d ? 1 : 0
        right += space.nearest(to: target, count: 1, except: given)[0] == d ? 1 : 0
        lazy += space.nearest(to: c, count: 3).first { !given.contains($0) } == d ? 1 : 0
      }
    }
    board.say(
      """
      Now our own vectors: \(pairs.count) pairs like "weight" and "weights", \
      \(Int(questions), grouped: true) questions. Left alone, they answer with a word of the question in \
      \(asked / questions, percent: 0) of the cases. Forbid that, and \(right / questions, percent: 1) are right. And \
      what if we do no arithmetic at all and just name the nearest neighbour of c? \
      \(lazy / questions, percent: 1).
      """)
    board.say(
      """
      So beware of two flatteries. The rule that hides the most frequent wrong answer. And pairs that are \
      neighbours anyway, so that every small step from c finds the right word. With good vectors from much text the offset \
      does add something; how much, one only sees beside these two.
      """)
    let statement: Text =
      "plurals: a word of the question is answered; right without them; nearest of c alone"
    let source: Text =
      "Linzen, RepEval 2016; Nissim and others, Computational Linguistics 46 (2020)"
    let published: Text = "mostly; the neighbour alone explains much"
    let measured: Text =
      """
      \(asked / questions, percent: 0), \(right / questions, percent: 1), \
      \(lazy / questions, percent: 1)
      """
    if prose.file != nil {
      board.ungatedClaim(
        "flattery", statement, source: source, published: published, measured: measured,
        reason: "a text of yours: anything may come")
    } else {
      board.claim(
        "flattery", statement, source: source, published: published, measured: measured,
        gate: "at least 50 % answer with a word of the question", holds: asked / questions >= 0.5,
        notQuick: "4 passes, not 15")
    }
  }

  struct Answer {
    let a: Int
    let b: Int
    let c: Int
    let d: Int
    let any: Int
    let other: Int
  }

  /// All questions that can be asked of the kingdom.
  private static func solve(_ village: Village, _ board: Board) -> [Answer] {
    var random = RandomGenerator(seed: board.seed(of: "kingdom"))
    let model = ExactSkipGram(
      village.company, negatives: 1, dimension: village.contexts.count, using: &random)
    model.train(steps: 3000)
    // Compared by their scores with all contexts: the vectors themselves may be turned as they
    // like.
    let space = WordSpace(
      words: village.words, vectors: model.scores.map { $0.map(Float.init) })
    return village.analogies.map { a, b, c, d in
      // Offsets of the scores themselves, not of their directions: there the sums hold.
      let target = village.contexts.indices.map { k in
        Float(model.scores[b][k] - model.scores[a][k] + model.scores[c][k])
      }
      return Answer(
        a: a, b: b, c: c, d: d, any: space.nearest(to: target, count: 1)[0],
        other: space.nearest(to: target, count: 1, except: [a, b, c])[0])
    }
  }
}
