import Datasets
import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson11 {
  /// Names that nobody has, yet; and two ways to show a letter to a network.
  static func nameTheUnborn(_ board: Board) throws {
    board.section("Names for people, villages for the map")
    let people = NameList(try FirstNames.load(), seed: board.seed(of: "people"))
    let villages = NameList(try Villages.load(), seed: board.seed(of: "villages"))
    board.say(
      """
      A network that can guess the next letter can also write: draw a letter by its chances, let \
      the network hear it, draw the next. We teach it \(people.names.count, grouped: true) first names of the \
      census of 1990, and another one \(villages.names.count, grouped: true) villages of Spain, each name ended by \
      a line end. A tenth of each list is held out.
      """)
    board.say(
      """
      How does one show a letter to a network? One-hot: one input for each symbol, a 1 for the \
      one that is heard. But a product with such a row picks one row of W and adds zeros. So \
      look the row up, and let the rows be learned: an embedding. It can be shorter than the \
      alphabet, and letters that behave alike may come to lie together.
      """)
    board.formula("one-hot(a) E = row a of E")

    let plans: [(list: NameList, embeddingSize: Int?, hiddenSize: Int)] = [
      (people, nil, 96), (people, 16, 96), (people, 2, 96), (villages, 16, 112),
    ]
    let epochs = board.isQuick ? [4, 4, 4, 2] : [16, 16, 16, 12]
    let writers = board.progress(
      "spelling", total: epochs.reduce(0, +), unit: "epochs"
    ) { tick in
      concurrently(plans.count, seed: board.seed(of: "names"), tick: { tick() }) {
        n, generator, tick in
        NameWriter(
          plans[n].list, embeddingSize: plans[n].embeddingSize, hiddenSize: plans[n].hiddenSize,
          epochs: epochs[n], using: &generator, tick: tick)
      }
    }
    showLetters(board, Array(writers[0...2]))
    showInventions(board, people: (people, writers[1]), villages: (villages, writers[3]))
    claimNames(board, [("names", people, writers[1]), ("villages", villages, writers[3])])
  }

  /// A list of names, a tenth of it held out, each as symbols with a line end behind.
  struct NameList: Sendable {
    let names: Set<String>
    let alphabet: Alphabet
    let train: [Int]
    let heldOut: [Int]

    init(_ list: [String], seed: UInt64) {
      var generator = RandomGenerator(seed: seed)
      let shuffled = generator.permutation(list.count).map { list[$0] }
      let kept = list.count * 9 / 10
      func text(_ names: ArraySlice<String>) -> String { names.reduce("\n") { $0 + $1 + "\n" } }
      names = Set(list)
      let alphabet = Alphabet(list.joined() + "\n")
      self.alphabet = alphabet
      train = alphabet.encode(text(shuffled[..<kept]))
      heldOut = alphabet.encode(text(shuffled[kept...]))
    }

    /// The surprise of one who counted pairs of symbols.
    var pairSurprise: Double {
      NGrams(of: train, symbolCount: alphabet.count, upTo: 2).surprise(at: heldOut, groups: 2)
    }
  }

  /// What a trained network wrote.
  struct NameWriter: Sendable {
    let parameterCount: Int
    let surprise: Double
    /// The letters' learned vectors, [symbols, dimension].
    let vectors: Tensor?
    /// How far a look-up is from the product with one-hot rows.
    let lookUpError: Float
    /// Twelve names at each temperature, and a thousand at temperature 1.
    let samples: [[String]]
    let thousand: [String]

    static let temperatures: [Float] = [0.5, 1, 1.5]

    init(
      _ list: NameList, embeddingSize: Int?, hiddenSize: Int, epochs: Int,
      using generator: inout RandomGenerator, tick: () -> Void
    ) {
      let model = CharacterModel(
        alphabet: list.alphabet, embeddingSize: embeddingSize, hiddenSize: hiddenSize,
        using: &generator)
      let schedule = LearningRateSchedule.cosine(steps: epochs)
      for epoch in 0..<epochs {
        model.epoch(list.train, batch: 32, time: 30, learningRate: 5e-3 * schedule(epoch))
        tick()
      }
      func write(_ count: Int, _ temperature: Float) -> [String] {
        model.write(
          count, after: "\n", until: "\n", atMost: 40, temperature: temperature, using: &generator)
      }
      samples = Self.temperatures.map { write(12, $0) }
      thousand = write(1000, 1)
      surprise = model.surprise(at: list.heldOut)
      parameterCount = model.parameterCount
      vectors = model.embedding?.weight.value
      if let embedding = model.embedding {
        let some = Array(list.heldOut.prefix(200))
        let product = Tensor.oneHot(some, classes: list.alphabet.count).matmul(
          embedding.weight.value)
        lookUpError = (embedding(some).value - product).abs().max()
      } else {
        lookUpError = 0
      }
    }
  }

  private static func showLetters(_ board: Board, _ writers: [NameWriter]) {
    let inputs: [Text] = ["one-hot, 27 inputs", "embedding, 16 numbers", "embedding, 2 numbers"]
    board.table(
      ["a letter is shown as", "weights", "bits a symbol, held-out names"],
      zip(inputs, writers).map {
        [$0, "\($1.parameterCount, grouped: true)", "\($1.surprise, decimals: 3)"]
      })
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let vectors = writers[2].vectors!  // [27, 2]; row 0 is the line end
    let rows = (1...26).map { vectors.row($0).scalars }
    board.draw(
      Figure(
        "Two numbers a letter, learned from names",
        caption: "Nobody told the network what a vowel is.", x: "first number", y: "second number",
        name: "letters"
      ) {
        Points(
          rows, group: letters.map { "aeiouy".contains($0) ? 1 : 0 },
          names: ["consonant", "vowel"], labels: letters.map { "\(String($0))" })
      })
    board.say(
      """
      Sixteen numbers do no worse than 27 inputs, with fewer weights; with 50,000 words in place of 27 \
      letters a one-hot row is a waste, and a vector of 300 numbers is not. Two numbers are too \
      few, but they can be drawn: the network used them for what matters most about a \
      letter. Most vowels stand apart from the consonants.
      """)
    let error = writers.map(\.lookUpError).max()!
    board.claim(
      "look-up", "an embedding is a layer on one-hot inputs",
      source: "Bengio et al., JMLR 3 (2003)", published: "the same by definition",
      measured: "difference \(error)", gate: "0", holds: error == 0)
  }

  private static func showInventions(
    _ board: Board, people: (NameList, NameWriter), villages: (NameList, NameWriter)
  ) {
    for (title, (list, writer), shown) in [
      ("People", people, 8), ("Villages", villages, 5),
    ] as [(Text, (NameList, NameWriter), Int)] {
      board.table(
        ["temperature", "invented; * is on the list already"],
        zip(NameWriter.temperatures, writer.samples).map { temperature, names in
          let marked = names.prefix(shown).map { list.names.contains($0) ? $0 + "*" : $0 }
          return ["\(temperature)", Text(stringLiteral: marked.joined(separator: ", "))]
        }, title: title)
    }
    board.formula("p_k = e^(z_k / T) / sum_j e^(z_j / T)")
    let shares = [people, villages].map { list, writer in
      let known = writer.thousand.count { list.names.contains($0) }
      return (known: Double(known) / 1000, different: Set(writer.thousand).count)
    }
    board.say(
      """
      The temperature T divides the scores before the softmax. Cold, the network writes what is \
      most likely, again and again; hot, it stutters. At T = 1 it draws as it believes. Of a \
      thousand names for people \(shares[0].known, percent: 1) are on the list and \(shares[0].different) are \
      different; of a thousand villages \(shares[1].known, percent: 1) are, and \(shares[1].different) are different. The rest is \
      new, and mostly one can say it.
      """)
  }

  private static func claimNames(
    _ board: Board, _ lists: [(name: Text, list: NameList, writer: NameWriter)]
  ) {
    let pairs = lists.map { $0.list.pairSurprise }
    board.claim(
      "names", "held-out names and villages: bits a symbol, against counting pairs",
      source: "this course", published: "pairs: \(pairs[0], decimals: 2), \(pairs[1], decimals: 2)",
      measured:
        "\(lists[0].writer.surprise, decimals: 2), \(lists[1].writer.surprise, decimals: 2)",
      gate: "both below the pairs",
      holds: zip(lists, pairs).allSatisfy { $0.writer.surprise < $1 })
  }
}
