import Datasets
import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson13 {
  /// 4,192 numbers learn what a first name is.
  static func inventNames(_ board: Board) throws {
    board.section("A GPT with 4,192 numbers")
    board.say(
      """
      Put the parts together and you have a GPT. It reads a name from the left and scores the next \
      letter at every place; a causal mask keeps it from looking at the answer. We build it as \
      Andrej Karpathy did in microgpt (2026), number for number: one block, 4 heads, no biases, \
      1,000 steps of one name each, Adam.
      """)
    let coded = try FirstNames.load().map(code)
    // Quickly: only the GPT. Else also three that lack something, from equal beginnings.
    let lectures = train(on: coded, variants: board.isQuick ? 1 : 4, board)
    let gpt = lectures[0]
    let model = gpt.model
    board.table(
      ["part", "numbers"],
      model.parts.map { [$0.name, "\($0.count, grouped: true)"] }
        + [["together", "\(model.parts.reduce(0) { $0 + $1.count }, grouped: true)"]])
    let (unigram, bigram) = (entropy(coded, seen: 0), entropy(coded, seen: 1))
    let blocks = stride(from: 0, through: gpt.losses.count - 50, by: 50).map { start in
      gpt.losses[start..<(start + 50)].reduce(0, +) / 50
    }
    board.draw(
      Figure(
        "Learning what a name is", x: "steps (one name each)", y: "loss, mean of 50 names (nats)",
        name: "names"
      ) {
        Lines(x: blocks.indices.map { 50 * $0 + 25 }, y: blocks, name: "the GPT")
        Lines.horizontal(at: unigram, name: "knowing how frequent letters are", style: .dotted)
        Lines.horizontal(at: bigram, name: "knowing the letter before")
      })
    board.say(
      """
      Is that good? Suppose you knew for every letter of this very list how often each other one \
      follows. No guess from one letter alone can beat the entropy of these pairs, \
      \(bigram, decimals: 3) nats a letter. The GPT began at \(gpt.before, decimals: 2), near \
      log 27 = 3.30. After \(gpt.losses.count, grouped: true) of the \
      \(coded.count, grouped: true) names it costs \(gpt.after, decimals: 3) over all of it. So it uses more than the letter before.
      """)
    if lectures.count == 4 { compare(lectures, board) }
    showInventions(model, coded, board)
    drawHeads(model, board)
    board.claim(
      "names", "4,192 numbers, 1,000 names: the loss over our whole list",
      source: "A. Karpathy, microgpt (2026); its own list of 32,033 names",
      published: "3.3 to about 2.37",
      measured:
        "\(gpt.before, decimals: 2) to \(gpt.after, decimals: 3); entropy of pairs \(bigram, decimals: 3)",
      gate: "below the list's bigram entropy", holds: gpt.after < bigram)
    claimNoPeeking(model, board)
  }

  /// Martha and Martin begin alike: up to the t their scores must be the same.
  private static func claimNoPeeking(_ model: TinyGPT, _ board: Board) {
    let scores = ["martha", "martin"].map { name in
      withoutGradients { model([[TinyGPT.edge] + code(name)]).value.reshaped(-1, 27) }
    }
    let difference = (scores[0] - scores[1]).abs()
    let (begun, parted) = (difference.rows(0..<5).max(), difference.row(5).max())
    board.claim(
      "no-peeking", "martha, martin: the scores differ after the h and the i, never before",
      source: "Vaswani and others, NeurIPS 2017, section 3.2.3",
      published: "no place sees what comes later",
      measured: "\(begun, significant: 1) up to the t, then \(parted, decimals: 2)",
      gate: "at most 1e-5; more than 0.01", holds: begun <= 1e-5 && parted > 0.01)
  }

  /// A GPT after its thousand names, and its loss over the whole list.
  private struct Lecture {
    let model: TinyGPT
    let before: Double
    let losses: [Double]
    let after: Double
  }

  /// The GPT; without attention; without places; without both.
  ///
  /// Equal beginnings, equal names.
  private static func train(on names: [[Int]], variants: Int, _ board: Board) -> [Lecture] {
    let seed = board.seed
    let steps = board.wholeSetting("names")
    return board.progress("learning names", total: steps * variants) { tick in
      concurrently(variants, seed: seed, tick: { tick() }) { number, _, tick in
        var generator = RandomGenerator(seed: seed)
        let model = TinyGPT(
          looksBack: number % 2 == 0, knowsPlaces: number < 2, using: &generator)
        let shuffled = generator.permutation(names.count).map { names[$0] }
        return Lecture(
          model: model, before: model.loss(overList: names),
          losses: model.learn(shuffled, steps: steps, tick: tick),
          after: model.loss(overList: names))
      }
    }
  }

  /// What attention and places are worth, alone and together.
  private static func compare(_ lectures: [Lecture], _ board: Board) {
    let losses = lectures.map { Text("\($0.after, decimals: 3)") }
    board.say(
      """
      What, then? Train it three times more, with the same names: without attention, without \
      places, and without both.
      """)
    board.table(
      ["loss over our whole list", "with places", "without"],
      [
        ["with attention", losses[0], losses[2]], ["without", losses[1], losses[3]],
      ])
    board.say(
      """
      The last of the four sees one letter and nothing else: it stays above the entropy of pairs, \
      as it must. Either help alone brings it below. The place tells how names begin and end; \
      attention looks back, and finds out on the way how many letters there were. After a \
      thousand names the two together are only a little better.
      """)
  }

  private static func code(_ name: String) -> [Int] { name.utf8.map { Int($0) - 97 } }

  private static func spell(_ code: [Int]) -> String {
    String(decoding: code.map { UInt8($0 + 97) }, as: UTF8.self)
  }

  /// The mean surprise at a symbol for one who knows the symbol before it (`seen` 1) or none (0),
  /// from the list's own counts, in nats.
  private static func entropy(_ names: [[Int]], seen: Int) -> Double {
    var counts = [[Double]](repeating: [Double](repeating: 0, count: 27), count: 27)
    for name in names {
      let symbols = [TinyGPT.edge] + name + [TinyGPT.edge]
      for (before, after) in zip(symbols, symbols.dropFirst()) {
        counts[seen == 0 ? 0 : before][after] += 1
      }
    }
    let total = counts.joined().reduce(0, +)
    return counts.reduce(0.0) { sum, row in
      let all = row.reduce(0, +)
      return sum - row.filter { $0 > 0 }.reduce(0.0) { $0 + $1 * log($1 / all) }
    } / total
  }

  private static func showInventions(
    _ model: TinyGPT, _ names: [[Int]], _ board: Board
  ) {
    var generator = RandomGenerator(seed: board.seed)
    let known = Set(names)
    let temperatures: [Float] = [0.5, 1, 2]
    board.table(
      ["temperature", "names it invented (* is in the list)"],
      temperatures.map { temperature in
        let invented = (0..<10).map { _ in
          model.invent(temperature: temperature, using: &generator)
        }
        let words = invented.map { spell($0) + (known.contains($0) ? "*" : "") }
        return ["\(temperature, decimals: 1)", Text(verbatim: words.joined(separator: ", "))]
      })
    board.say(
      """
      The scores are divided by the temperature before the softmax (lesson 11). Low, it keeps to \
      what is common; high, it forgets what a name is.
      """)
  }

  private static func drawHeads(_ model: TinyGPT, _ board: Board) {
    let name = "alexandra"
    let map = model.map([TinyGPT.edge] + code(name))
    let labels = (["."] + name.map(String.init)).map { Text(verbatim: $0) }
    board.draw(
      Figure(
        "Four heads read a name",
        caption:
          "Each row is a letter that has just been read, each column what its head looks at.",
        name: "heads"
      ) {
        for head in 0..<4 {
          Panel("head \(head + 1)") {
            HeatMap(
              map.row(head).lists, rows: labels, columns: labels, showsValues: false, range: 0...1)
          }
        }
      })
  }
}
