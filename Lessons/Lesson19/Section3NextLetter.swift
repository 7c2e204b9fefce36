import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson19 {
  /// A learned place for every letter, and the letter that comes next.
  static func guessTheNextLetter(_ board: Board) throws {
    board.section("A place for every letter")
    board.say(
      """
      One-hot says that all letters are equally different. In 2003 Yoshua Bengio and others let the network \
      decide: each word gets a short vector, and the vectors are learned together with all other \
      weights. What is used alike comes to lie together. Here for letters: three of a first name are \
      given, the next is wanted.
      """)
    board.formula("3 letters -> 3 vectors of 10 numbers -> 200 tanh units -> softmax over 27")
    var random = RandomGenerator(seed: board.seed(of: "names"))
    let all = try FirstNames.load()
    let order = random.permutation(all.count)
    let names = order.map { all[$0] }
    let (train, test) = (
      NextLetter.Examples(Array(names.dropLast(516))), NextLetter.Examples(Array(names.suffix(516)))
    )
    let model = NextLetter(using: &random)
    let passes = board.isQuick ? 3 : 12
    var curves: (train: [Double], test: [Double]) = ([model.loss(train)], [model.loss(test)])
    board.progress("guessing", total: passes, unit: "passes") { tick in
      for pass in 0..<passes {
        let rate: Float = pass < passes * 2 / 3 ? 0.002 : 0.0005
        model.epoch(train, learningRate: rate, using: &random)
        curves.train.append(model.loss(train))
        curves.test.append(model.loss(test))
        tick()
      }
    }
    let pairs = PairTable(train)
    let (ours, table) = (curves.test.last!, pairs.loss(test))
    board.draw(
      Figure("What the next letter costs", x: "passes", y: "nats a letter", name: "next-letter") {
        Lines(y: curves.train, name: "names that it learns from")
        Lines(y: curves.test, name: "names that it never saw")
        Lines.horizontal(at: table, name: "table of pairs, never seen", style: .dotted)
      })
    drawLetters(model, board)
    let vowels = vowelNeighbours(model)
    board.say(
      """
      \(model.parameterCount, grouped: true) parameters. One often reads that such a network finds out by \
      itself what a vowel is. Look at the map before you believe it. Of the two letters nearest to each \
      vowel, by angle, \(vowels, percent: 0) are vowels; by chance it would be 16 %. Another seed gives \
      another share. What is useful for guessing need not be what we have a word for.
      """)
    board.claim(
      "next-letter", "nats a letter of unseen names: table of pairs, then the network",
      source: "Bengio and others, JMLR 3 (2003); Karpathy, makemore (2022), 32,033 names",
      published: "2.45, then 2.17", measured: "\(table, decimals: 3), then \(ours, decimals: 3)",
      gate: "network below the table by at least 0.05", holds: ours <= table - 0.05)
    board.ungatedClaim(
      "vowels", "the two letters nearest to a vowel, by cosine: how many are vowels",
      source: "this lesson's control", published: "16 % by chance: 4 of the 25 other letters",
      measured: "\(vowels, percent: 0)",
      reason: "ten numbers for a letter leave room for much else than being a vowel")
  }

  private static let vowels = "aeiou".utf8.map { Int($0) - 96 }

  /// The share of vowels among the two nearest letters of each vowel.
  private static func vowelNeighbours(_ model: NextLetter) -> Double {
    let space = WordSpace(
      words: (1...26).map { String(UnicodeScalar(UInt8(96 + $0))) },
      vectors: (1...26).map { model.embedding.parameters[0].value.row($0).scalars })
    let hits = vowels.flatMap { vowel in
      space.nearest(to: vowel - 1, count: 2).map { vowels.contains($0 + 1) ? 1.0 : 0 }
    }
    return hits.mean
  }

  private static func drawLetters(_ model: NextLetter, _ board: Board) {
    let vectors = model.embedding.parameters[0].value.rows(1..<27)
    let plane = PrincipalComponents(fitting: vectors).encode(vectors, size: 2)
    board.draw(
      Figure(
        "The letters' places", caption: "Ten numbers each, seen along the two widest directions.",
        name: "letter-map"
      ) {
        Points(
          (0..<26).map { plane.row($0).scalars },
          group: (1...26).map { vowels.contains($0) ? 1 : 0 }, names: ["consonants", "vowels"],
          labels: (1...26).map { Text(verbatim: String(UnicodeScalar(UInt8(96 + $0)))) })
      })
  }
}
