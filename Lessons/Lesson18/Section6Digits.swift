import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson18 {
  /// A restricted machine on digits: what its units look for, what it dreams, and what it finds
  /// likely.
  static func dreamOfDigits(_ board: Board) throws {
    board.section("Dreams of digits")
    let digits = try Digits.load()
    let train = digits.train.images.greaterOrEqual(to: 0.5)  // [3823, 64]
    let test = digits.test.images.greaterOrEqual(to: 0.5)
    let epochs = board.isQuick ? 5 : 40
    board.say(
      """
      3,823 digits of 8 x 8 pixels, black or white, and 64 hidden units. No label is used. After \
      \(epochs) epochs of contrastive divergence each hidden unit has found a feature that is worth \
      knowing about: a stroke here, and none there.
      """)
    var random = RandomGenerator(seed: board.seed(of: "dreams"))
    var machine = RestrictedMachine(visible: 64, hidden: 64, spread: 0.05, using: &random)
    machine.begin(withMeansOf: train)
    board.progress("dreaming", total: epochs, unit: "epochs") { tick in
      for epoch in 0..<epochs {
        let order = random.permutation(train.shape[0])
        for start in stride(from: 0, to: order.count, by: 50) {
          machine.learn(
            train.rows(Array(order[start..<min(start + 50, order.count)])), steps: 1,
            learningRate: epoch < epochs / 2 ? 0.1 : 0.02, using: &random)
        }
        tick()
      }
    }
    draw(machine, train, &random, board)
    weigh(machine, train, test, &random, board)
  }

  private static func draw(
    _ machine: RestrictedMachine, _ train: Tensor, _ random: inout RandomGenerator, _ board: Board
  ) {
    let fields = machine.weights.transposed().scalarRows
    // The 16 units with the largest weights.
    let strongest = fields.sorted { a, b in
      a.reduce(0) { $0 + $1 * $1 } > b.reduce(0) { $0 + $1 * $1 }
    }[..<16]
    board.draw(
      Figure(
        "What sixteen hidden units look for",
        caption: "Their weights to the 64 pixels; each picture by its own largest weight.",
        name: "fields"
      ) {
        ImageGrid(
          strongest.map { row in
            let largest = row.map(abs).max()!
            return row.map { $0 / largest }
          }, width: 8, columns: 8, range: 0...1)
      })
    let start = drawn(Tensor.full([16, 64], 0.5), &random)
    let moments = [0, 1, 10, 1000]
    var v = start
    var rows: [[Float]] = []
    var done = 0
    for moment in moments {
      v = machine.sampled(v, steps: moment - done, using: &random)
      done = moment
      // The chances are smoother to look at than the drawn pixels.
      let shown = moment == 0 ? v : machine.visible(machine.hidden(v))
      rows += shown.rows(0..<8).scalarRows
    }
    board.draw(
      Figure(
        "From pure chance to digits",
        caption: "From the top: chance, and after 1, 10 and 1,000 steps of the machine on its own.",
        name: "dreams"
      ) { ImageGrid(rows, width: 8, columns: 8, range: 0...1) })
  }

  private static func weigh(
    _ machine: RestrictedMachine, _ train: Tensor, _ test: Tensor,
    _ random: inout RandomGenerator, _ board: Board
  ) {
    // Every pixel from another digit: right ink, no shape.
    let count = test.shape[0]
    let scalars = train.scalars
    let mixed = Tensor(
      (0..<count * 64).map { scalars[random.integer(below: train.shape[0]) * 64 + $0 % 64] },
      shape: [count, 64])
    let groups: [(name: Text, energies: [Float])] = [
      ("training digits", machine.freeEnergy(train).scalars),
      ("test digits", machine.freeEnergy(test).scalars),
      ("pixels mixed by chance", machine.freeEnergy(mixed).scalars),
    ]
    board.draw(
      Figure(
        "Free energy: low is likely", x: "F(v)", y: "density", name: "free-energy"
      ) {
        for (number, group) in groups.dropFirst().enumerated() {
          Histogram(group.energies, bins: 40, name: group.name, isDensity: true, colour: number)
        }
      })
    board.table(
      ["pictures", "mean free energy"],
      groups.map { group in
        [group.name, "\(group.energies.map(Double.init).mean, decimals: 1)"]
      })
    let better = rankShare(of: groups[1].energies, below: groups[2].energies)
    let gap = groups[1].energies.map(Double.init).mean - groups[0].energies.map(Double.init).mean
    board.say(
      """
      The free energy says how likely the machine finds a picture, but for one number Z that nobody can \
      compute here: it would add up 2^64 states. Differences need no Z. Test digits lie \
      \(gap, decimals: 1) nats above training digits: little was learned by heart. Pixels that keep their \
      ink and lose their company lie far above.
      """)
    board.claim(
      "free-energy", "a test digit against mixed pixels: how often its free energy is lower",
      source: "this course", published: "a coin: 50 %", measured: "\(better, percent: 1)",
      gate: "at least 90 %", holds: better >= 0.9, notQuick: "5 epochs with --quick")
  }

  /// The share of pairs in which the first number is below the second.
  private static func rankShare(of first: [Float], below second: [Float]) -> Double {
    let sorted = second.sorted()
    var pairs = 0
    for value in first {
      // How many of the others lie above.
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= value { low = middle + 1 } else { high = middle }
      }
      pairs += sorted.count - low
    }
    return Double(pairs) / Double(first.count * second.count)
  }
}
