import LessonKit
import MiniTensor

extension Lesson02 {
  /// Novikoff's theorem, measured: the mistakes are few, whatever the order of the examples.
  static func boundTheMistakes(_ flowers: Examples, _ board: Board) {
    board.section("Bounding the mistakes")
    board.say(
      """
      Will it always stop? Yes, if any line separates the classes at all. Take such a line w*, \
      of length 1. Its margin gamma is its distance to the closest example; R is the length of \
      the longest example. (The bias counts as a weight here, of an input that is always 1.)
      """)
    board.formula("mistakes <= (R / gamma)^2")
    board.say(
      """
      The proof is a race. Every mistake pushes w forward along w* by at least gamma: after k \
      mistakes w . w* >= k gamma. But a mistake turns w more than it stretches it: \
      |w|^2 <= k R^2, where |w| is the length of w. A shadow cannot be longer than what casts it, so k gamma <= sqrt(k) R.
      """)

    let widest = Margin.widest(on: flowers, steps: 100_000)
    drawTheRace(flowers, along: widest, board)

    let orders = board.isQuick ? 50 : 500
    let counts = mistakesInOrders(flowers, orders, seed: board.seed)
    compareBounds(flowers, widest, board)
    board.draw(
      Figure(
        "The same flowers in \(orders) random orders", x: "mistakes until it never errs again",
        y: "orders", name: "orders"
      ) { histogram(of: counts) })

    let bound = Margin.bound(by: widest, on: flowers)
    let worst = counts.max() ?? 0
    let sorted = counts.sorted()
    board.say(
      """
      The luckiest order costs \(sorted[0]) mistakes, the one in the middle \(sorted[orders / 2]), the \
      unluckiest \(worst). So the order decides how many mistakes are made, and not whether they \
      end. The bound, \(bound, decimals: 0), knows nothing of the order and is far above all of them: \
      a promise, not a prediction.
      """)
    board.claim(
      "novikoff-iris", "Iris: mistakes <= (R / gamma)^2",
      source: "Novikoff, On convergence proofs for perceptrons (1962)", published: "theorem",
      measured:
        "\(counts[0]); in \(orders) random orders at most \(worst); bound \(bound, decimals: 0)",
      gate: "no order above the bound",
      holds: bound.isFinite && counts.allSatisfy { Float($0) <= bound })
    boundOnMoons(board)
  }

  /// Counts the mistakes of a perceptron that runs until it makes none.
  ///
  /// It gives up, with what it has counted, after `epochLimit` epochs.
  static func mistakesToConvergence(_ examples: Examples, epochLimit: Int = 1000) -> Int {
    var neuron = Perceptron(inputs: examples.features)
    var total = 0
    for _ in 0..<epochLimit {
      let mistakes = neuron.epoch(examples, learningRate: 0.5)
      total += mistakes
      if mistakes == 0 { break }
    }
    return total
  }

  /// The book's order first, then random ones.
  private static func mistakesInOrders(_ flowers: Examples, _ orders: Int, seed: UInt64) -> [Int] {
    var generator = RandomGenerator(seed: seed)
    let random = (0..<orders).map { _ in
      mistakesToConvergence(flowers.ordered(by: generator.permutation(flowers.count)))
    }
    return [mistakesToConvergence(flowers)] + random
  }

  /// After each mistake: how far w has come along w*, how long it is, and the two limits.
  private static func drawTheRace(
    _ flowers: Examples, along widest: Perceptron, _ board: Board
  ) {
    let radius = Margin.radius(of: flowers)
    let margin = Margin.margin(of: widest, on: flowers)
    var neuron = Perceptron(inputs: 2)
    var lengths: [Float] = [0]
    var shadows: [Float] = [0]
    for _ in 1...6 {
      for (x, label) in zip(flowers.x, flowers.labels)
      where neuron.learn(x, label: label, learningRate: 0.5) {  // a step of exactly y x
        lengths.append(neuron.length)
        shadows.append(neuron.overlap(with: widest) / widest.length)
      }
    }
    let k = lengths.indices.map { Float($0) }
    board.draw(
      Figure(
        "The race that the mistakes must lose", x: "mistakes k", y: "length", name: "race"
      ) {
        Lines(x: k, y: k.map { $0.squareRoot() * radius }, name: "limit sqrt(k) R")
        Lines(x: k, y: lengths, name: "|w|")
        Lines(x: k, y: shadows, name: "w . w*")
        Lines(x: k, y: k.map { $0 * margin }, name: "limit k gamma")
      })
  }

  /// Any separating line gives a bound; a wider margin, or centred data, gives a better one.
  private static func compareBounds(_ flowers: Examples, _ widest: Perceptron, _ board: Board) {
    var own = Perceptron(inputs: 2)
    for _ in 1...6 { _ = own.epoch(flowers, learningRate: 0.1) }
    let centred = flowers.centred()
    let rows: [(Text, Perceptron, Examples)] = [
      ("the line that it found", own, flowers),
      ("the widest margin", widest, flowers),
      ("flowers centred, widest margin", Margin.widest(on: centred, steps: 100_000), centred),
    ]
    board.table(
      ["margin measured with", "R", "gamma", "bound", "mistakes"],
      rows.map { name, line, examples in
        [
          name, "\(Margin.radius(of: examples), decimals: 2)",
          "\(Margin.margin(of: line, on: examples), decimals: 3)",
          "\(Margin.bound(by: line, on: examples), decimals: 1)",
          "\(mistakesToConvergence(examples))",
        ]
      })
    board.say(
      """
      The proof uses nothing of w* but that it separates: so every separating line gives a true \
      bound, and the widest margin the tightest. (We found it by always correcting the example \
      that the line does worst.) The theorem gives advice, too: centre the data. R shrinks, the \
      bound falls, and here the mistakes fall with it.
      """)
  }

  private static func histogram(of counts: [Int]) -> Bars {
    let range = (counts.min() ?? 0)...(counts.max() ?? 0)
    return Bars(
      range.map { "\($0)" }, range.map { value in counts.count { $0 == value } })
  }

  /// The same theorem on ten pairs of moons.
  private static func boundOnMoons(_ board: Board) {
    let races = (0..<10).map { run -> (mistakes: Int, bound: Float) in
      var generator = RandomGenerator(seed: board.seed(of: "bound on moons", run: run))
      let moons = Examples.moons(1000, distance: 1, using: &generator)
      let widest = Margin.widest(on: moons, steps: 5000)
      return (mistakesToConvergence(moons), Margin.bound(by: widest, on: moons))
    }
    board.claim(
      "novikoff-moons", "moons, d = 1: mistakes <= (R / gamma)^2",
      source: "Novikoff, On convergence proofs for perceptrons (1962)", published: "theorem",
      measured: """
        at most \(races.map(\.mistakes).max() ?? 0); \
        lowest bound \(races.map(\.bound).min() ?? 0, decimals: 0)
        """,
      gate: "each of 10 below its own bound",
      holds: races.allSatisfy { $0.bound.isFinite && Float($0.mistakes) <= $0.bound })
  }
}

extension Perceptron {
  /// The product of two weight vectors, with the biases as weights.
  func overlap(with other: Perceptron) -> Float {
    dot(weights, other.weights) + bias * other.bias
  }

  /// The length of the weights, with the bias as a weight.
  var length: Float { overlap(with: self).squareRoot() }
}
