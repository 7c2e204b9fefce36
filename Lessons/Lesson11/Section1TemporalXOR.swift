import LessonKit
import MiniTensor

extension Lesson11 {
  /// Elman's stream of bits: every third one can be known, if one remembers the last but one.
  static func hearBitsInTime(_ board: Board) {
    board.section("A network that hears itself")
    board.say(
      """
      All networks so far saw everything at once. But speech, text and weather come one thing \
      after the other, and what comes now means nothing without what came before. In 1990 Jeffrey \
      Elman gave a network a memory in the simplest way: the hidden units hear not only the \
      input, but also what they themselves said a moment ago.
      """)
    board.formula("h_t = tanh(x_t W + h_(t-1) U + b)        y_t = h_t V + c")
    board.say(
      """
      h is the state, all that the network knows of the past. W, U, b are the same at every \
      moment. His smallest test was XOR, stretched out in time: two random bits, then their \
      exclusive or, then two new bits, and so on. The network hears bit after bit and says which \
      one comes next. Nobody tells it where the triples begin.
      """)
    let size = 3000
    var generator = RandomGenerator(seed: board.seed)
    let stream = TemporalXOR.bits(size, using: &generator)
    let fresh = TemporalXOR.bits(size, using: &generator)
    board.listing(
      """
      heard      \(stream.prefix(12).map { "\(Int($0))" }.joined(separator: " "))
      next       \(stream.dropFirst().prefix(12).map { "\(Int($0))" }.joined(separator: " "))
      \("           ")^ can be known: \(Int(stream[0])) xor \(Int(stream[1])) = \(Int(stream[2]))
      """)

    let pieces = Tensor(stream, shape: [size / 60, 60])  // [50 sequences, 60 steps]
    let passes = 200
    let hiddenSize = board.wholeSetting("hidden")
    let (memory, forgetful) = board.progress("hearing bits", total: 2 * passes, unit: "passes") {
      tick in
      [true, false].map { remembers in
        let predictor = BitPredictor(
          hiddenSize: hiddenSize, remembers: remembers, using: &generator)
        for _ in 0..<passes {
          let loss = predictor.learn(pieces)
          tick(note: "\(loss, decimals: 3) bits")
        }
        return Thirds(chances: predictor.chances(fresh), of: fresh)
      }
    }.pair
    show(memory, forgetful, board)
  }

  /// What a network made of each third bit of a stream.
  struct Thirds {
    /// The share of bits that were guessed rightly: first, second and third of their triple.
    let accuracy: [Double]
    /// The mean squared error of each of twelve bits in a row.
    let errors: [Double]

    /// `chances[t]` is what was expected of `bits[t + 1]`.
    init(chances: [Float], of bits: [Float]) {
      var right = [0.0, 0, 0]
      var counts = [0.0, 0, 0]
      var errors = [Double](repeating: 0, count: 12)
      var times = errors
      for place in 1..<bits.count {
        let chance = chances[place - 1]
        right[place % 3] += (chance > 0.5) == (bits[place] == 1) ? 1 : 0
        counts[place % 3] += 1
        let miss = Double(chance - bits[place])
        errors[place % 12] += miss * miss
        times[place % 12] += 1
      }
      accuracy = zip(right, counts).map { $0 / $1 }
      self.errors = zip(errors, times).map { $0 / $1 }
    }
  }

  private static func show(_ memory: Thirds, _ forgetful: Thirds, _ board: Board) {
    board.draw(
      Figure(
        "Every third bit is no surprise",
        caption: "Mean over 250 stretches of twelve bits that the networks had never heard.",
        x: "bit of the stretch, the first of a triple is 0",
        y: Axis("squared error", range: 0...0.4),
        name: "temporal-xor"
      ) {
        Lines(x: 0..<12, y: memory.errors, name: "with memory")
        Lines(x: 0..<12, y: forgetful.errors, name: "without", style: .dashed)
      })
    board.table(
      ["guessed rightly", "first bit", "second bit", "third bit, the XOR"],
      [("with memory" as Text, memory), ("without", forgetful)].map { name, thirds in
        [name] + thirds.accuracy.map { "\($0, percent: 1)" }
      })
    board.say(
      """
      The first two bits of each triple are coin flips, and nobody can do better than half. The \
      third is known to whoever remembers one bit and hears the other. Cut the wire U, and the \
      gift is gone: the last bit alone says nothing about an XOR.
      """)
    let source: Text = "Elman, Finding structure in time, Cognitive Science 14 (1990), p. 185"
    board.claim(
      "temporal-xor", "temporal XOR: the bit that can be known",
      source: source, published: "the error dips every third bit",
      measured: "\(memory.accuracy[2], percent: 1) right", gate: "at least 85 %",
      holds: memory.accuracy[2] >= 0.85)
    let others = [memory.accuracy[0], memory.accuracy[1]]
    board.claim(
      "coin-flips", "temporal XOR: the two bits that cannot",
      source: source, published: "chance",
      measured: "\(others[0], percent: 1) and \(others[1], percent: 1) right",
      gate: "50 % +- 7", holds: others.allSatisfy { abs($0 - 0.5) <= 0.07 })
  }
}

extension Array {
  /// The two elements of an array of two.
  var pair: (Element, Element) { (self[0], self[1]) }
}
