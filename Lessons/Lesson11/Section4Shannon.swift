import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson11 {
  /// Shannon's entropies of our own prose, and a network that reads instead of counting.
  static func guessTheNextLetter(_ board: Board) throws {
    board.section("How surprising is the next letter?")
    board.say(
      """
      In 1951 Claude Shannon asked how much one can know of the next letter. With 27 symbols, \
      letters and the space, and no idea, it takes log2 27 = 4.75 bits to say which one comes. \
      Count how often each symbol occurs, and fewer are enough; count pairs, triples, and so on.
      """)
    board.formula(
      """
      F_n = H(groups of n) - H(groups of n - 1)          H = -sum p log2 p
      """)
    let text = Alphabet.plain(try CourseProse.load())
    let symbols = Alphabet.letters.encode(text)
    let kept = symbols.count * 9 / 10
    let (train, heldOut) = (Array(symbols[..<kept]), Array(symbols[kept...]))
    board.say(
      """
      Our text is the course itself: chapters 01 to 08, \(symbols.count, grouped: true) symbols. \
      Nine tenths are for learning, the last tenth for the test.
      """)
    let whole = NGrams(of: symbols, symbolCount: 27, upTo: 6)
    let counted = NGrams(of: train, symbolCount: 27, upTo: 6)
    let surprises = (1...6).map { counted.surprise(at: heldOut, groups: $0) }
    let published = ["4.76", "4.03", "3.32", "3.1", "", "", ""]
    board.table(
      ["symbols known before", "Shannon 1951", "counted here", "the held-out tenth by counting"],
      (0...6).map { n in
        [
          n == 0 ? "no counts" : "\(n - 1)", Text(stringLiteral: published[n]),
          "\(whole.uncertainty(n), decimals: 2)",
          n == 0 ? "" : "\(surprises[n - 1], decimals: 2)",
        ]
      }, title: "Bits a symbol:")
    board.say(
      """
      The third column falls and falls: with five letters before it hardly anything seems \
      uncertain. Lesson 08 warns us. Most groups of six occur once, and then the count \
      knows the next symbol by heart. The last column asks counts of the nine tenths about the \
      tenth they have not seen, and soon it stops falling. Shannon took his F3 from printed \
      tables; our text is too small for triples.
      """)
    let measured = (0...3).map { whole.uncertainty($0) }
    try learnProse(board, train, heldOut, measured, bestCount: surprises.min()!)
    claimEntropies(measured, board)
  }

  private static func learnProse(
    _ board: Board, _ train: [Int], _ heldOut: [Int], _ uncertainties: [Double], bestCount: Double
  ) throws {
    let epochs = board.isQuick ? 3 : 24
    let schedule = LearningRateSchedule.cosine(steps: epochs)
    var generator = RandomGenerator(seed: board.seed(of: "prose"))
    let difference = RecurrentCell.differenceFromLibrary(using: &generator)
    let model = CharacterModel(
      alphabet: .letters, embeddingSize: 24, hiddenSize: 128, using: &generator)
    let curve = board.progress("reading", total: epochs, unit: "epochs") { tick in
      (0..<epochs).map { epoch in
        let training = model.epoch(
          train, batch: 32, time: 40, learningRate: 4e-3 * schedule(epoch))
        let test = model.surprise(at: heldOut)
        tick(note: "\(test, decimals: 2) bits")
        return (train: training, test: test)
      }
    }
    board.say(
      """
      A network does not count. It reads the nine tenths \(epochs) times, forty symbols at a time, with 128 hidden \
      units and \(model.parameterCount, grouped: true) weights, and lowers its surprise. What it has read stays in \
      its state, and similar beginnings make similar states: it can say something about a beginning that it never met.
      """)
    let test = curve.last!.test
    board.draw(
      Figure(
        "Surprise at the next symbol", x: "epoch", y: Axis("bits a symbol", range: 1.5...4.9),
        name: "prose"
      ) {
        Lines(x: 1...epochs, y: curve.map(\.train), name: "the text it learns from")
        Lines(x: 1...epochs, y: curve.map(\.test), name: "the held-out tenth")
        for (n, bits) in uncertainties.enumerated() {
          Lines.horizontal(
            at: bits, name: n == 0 ? "F0, F1, F2, F3 by counting" : nil, style: .dotted, colour: 3)
        }
      })
    let words = model.write(
      1, after: " ", until: nil, atMost: 200, temperature: 0.7, using: &generator)[0]
    board.say("It has never seen a dictionary. This is how it writes:")
    board.say("\"...\(words)...\"")
    board.say(
      """
      On text that it has never seen it needs \(test, decimals: 2) bits a symbol. The best of the counts \
      needs \(bestCount, decimals: 2). So look twice before you praise the network: on so short a \
      text counting is hard to beat. A count must have met a group to know it, and the longer the \
      text, the more a network gains from beginnings that are merely alike. Shannon let people guess, with a hundred letters before them: between 0.6 and \
      1.3 bits. They knew English, and the world.
      """)
    board.claim(
      "library", "the library's RNN, which does the heavy work, against section 1's cell",
      source: "this course", published: "the same states and slopes",
      measured: "difference \(difference, significant: 1)", gate: "at most 1e-5",
      holds: difference <= 1e-5)
    let claim = (
      id: "rnn-below-f3", statement: "a recurrent network on the held-out tenth" as Text,
      source: "this course, after Shannon 1951" as Text,
      published: "F3 of the same text: \(uncertainties[3], decimals: 2)" as Text,
      measured: "\(test, decimals: 2) bits" as Text
    )
    board.claim(
      claim.id, claim.statement, source: claim.source, published: claim.published,
      measured: claim.measured, gate: "below F3 counted on the whole text",
      holds: test < uncertainties[3],
      notQuick: "three epochs are too few with --quick")
  }

  private static func claimEntropies(_ measured: [Double], _ board: Board) {
    let source: Text = "Shannon, Bell System Technical Journal 30 (1951), p. 51"
    board.claim(
      "f1", "F1: single letters", source: source, published: "4.03 bits",
      measured: "\(measured[1], decimals: 2)", gate: "within 0.1",
      holds: abs(measured[1] - 4.03) <= 0.1)
    board.claim(
      "f2", "F2: one letter known before", source: source, published: "3.32 bits",
      measured: "\(measured[2], decimals: 2)", gate: "within 0.2",
      holds: abs(measured[2] - 3.32) <= 0.2)
    board.ungatedClaim(
      "f3", "F3: two letters known before", source: source, published: "3.1 bits",
      measured: "\(measured[3], decimals: 2)",
      reason: """
        he took it from printed tables for a large text; counting in a short one gives less
        """)
  }
}
