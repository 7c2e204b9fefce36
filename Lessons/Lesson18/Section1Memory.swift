import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson18 {
  /// A hundred units, all joined: what they keep, how much, and why they come to rest.
  static func storeAndKeep(_ board: Board) {
    board.section("A memory as a landscape")
    board.say(
      """
      Every unit is joined with every other, by a weight that is the same both ways. A pattern is \
      stored by Hebb's rule: what fires together is wired together. Then each unit, one after the \
      other and in any order, turns to the sign of what it hears.
      """)
    board.formula(
      """
      w_ij = (1/N) sum over patterns of x_i x_j,  w_ii = 0
      h_i  = sum_j w_ij s_j        s_i <- sign(h_i)
      E    = -1/2 sum_ij w_ij s_i s_j       a flip changes E by -2 abs(h_i)
      """)
    claimEnergy(board)
    claimHopfield(board)
    claimLoads(board)
  }

  private static func claimEnergy(_ board: Board) {
    let units = 100
    var random = RandomGenerator(seed: board.seed(of: "energy"))
    let patterns = Tensor.patterns(8, units: units, using: &random)
    let network = HopfieldNetwork(storing: patterns)
    var (flips, rises) = (0, 0)
    var paths: [[Double]] = []
    for _ in 0..<60 {
      let start = Tensor.patterns(1, units: units, using: &random).scalars
      var path = [network.energy(start)]
      _ = network.settled(from: start, using: &random) { path.append(network.energy($0)) }
      flips += path.count - 1
      // Ten millionths for the rounding of Float.
      rises += zip(path, path.dropFirst()).count { $1 > $0 + 1e-5 }
      paths.append(path)
    }
    let floor = patterns.scalarRows.map { network.energy($0) }
    board.draw(
      Figure(
        "Downhill, from twelve random states",
        caption: "100 units, 8 patterns. Dotted: the energies of the stored patterns.",
        x: "flips", y: "energy", name: "energy"
      ) {
        for path in paths[..<12] { Lines(y: path, style: .solid, colour: 0) }
        for energy in floor { Lines.horizontal(at: energy, style: .dotted, colour: 1) }
      })
    board.say(
      """
      Energy cannot fall for ever, so the net comes to rest. Where it rests it remembers; or it has \
      found a hollow that nobody dug.
      """)
    board.claim(
      "energy-falls", "60 random states, 100 units: flips that raised the energy",
      source: "Hopfield, PNAS 79 (1982)", published: "none: a theorem",
      measured: "\(rises) of \(flips, grouped: true)", gate: "none",
      holds: rises == 0 && flips > 0)
  }

  private static func claimHopfield(_ board: Board) {
    let (units, nets) = (100, board.isQuick ? 200 : 1000)
    let results = [5, 10].map { count in
      concurrently(nets, seed: board.seed(of: "hopfield", run: count)) { _, random, _ in
        Storage.zeroOne(units: units, count: count, using: &random)
      }
    }
    func share(_ place: Int, _ count: Int) -> (bits: Double, stable: Double) {
      let patterns = Double(nets * count)
      return (
        Double(results[place].map(\.wrongBits).reduce(0, +)) / (patterns * Double(units)),
        Double(results[place].map(\.stable).reduce(0, +)) / patterns
      )
    }
    let (five, ten) = (share(0, 5), share(1, 10))
    board.table(
      ["100 units of 0 and 1", "bits that turn", "patterns that stay"],
      [
        ["5 patterns", "\(five.bits, significant: 2)", "\(five.stable, percent: 1)"],
        ["10 patterns", "\(ten.bits, significant: 2)", "\(ten.stable, percent: 1)"],
      ], title: "\(nets, grouped: true) nets each")
    let theory = exp(-Double(units) * ten.bits)
    board.say(
      """
      If bits failed independently, \(theory, percent: 0) of the patterns would stay with ten. More \
      do, because errors keep company: all bits of one pattern suffer from the same unlucky overlaps.
      """)
    let source: Text = "Hopfield, PNAS 79 (1982)"
    board.claim(
      "bit-error", "N = 100, n = 10: chance of a bit to turn", source: source,
      published: "0.0091", measured: "\(ten.bits, decimals: 4)", gate: "within 0.0015",
      holds: abs(ten.bits - 0.0091) <= 0.0015)
    board.claim(
      "stays", "N = 100, n = 10: patterns that stay as they are", source: source,
      published: "0.4 by theory, about 0.6 simulated",
      measured: "\(ten.stable, decimals: 3); n = 5: \(five.stable, decimals: 3)",
      gate: "0.6 within 0.08", holds: abs(ten.stable - 0.6) <= 0.08)
  }

  private static func claimLoads(_ board: Board) {
    let units = 1000
    let loads: [(load: Double, published: Double, nets: Int)] = [
      (0.105, 0.001, 24), (0.138, 0.0036, 12), (0.185, 0.01, 6), (0.37, 0.05, 4), (0.61, 0.1, 4),
    ]
    let measured = loads.enumerated().map { number, row in
      concurrently(row.nets, seed: board.seed(of: "loads", run: number)) { _, random, _ in
        Storage.wrongShare(
          units: units, count: Int((row.load * Double(units)).rounded()), using: &random)
      }.mean
    }
    let curve: [Double] = (2...35).map { 0.02 * Double($0) }
    board.draw(
      Figure(
        "Too much to remember", x: Axis("patterns a unit, p / N", range: 0...0.7),
        y: Axis("bits that turn", range: 1e-4...0.2, isLogarithmic: true), name: "load"
      ) {
        Lines(
          x: curve, y: curve.map { max(1e-4, 0.5 * erfc((1 / (2 * $0)).squareRoot())) },
          name: "theory")
        Points(x: loads.map(\.load), y: measured)
      })
    let errors = zip(loads, measured).map { $1 / $0.published - 1 }
    let worst = errors.map(abs).max()!
    board.claim(
      "load", "N = 1000: bits that turn at p / N = 0.105, 0.138, 0.185, 0.37, 0.61",
      source: "Hertz, Krogh, Palmer, Introduction to the Theory of Neural Computation, 1991",
      published: "0.001, 0.0036, 0.01, 0.05, 0.1",
      measured: "\(measured.map { ($0 * 10000).rounded() / 10000 })",
      gate: "each within 15 %", holds: worst <= 0.15)
  }
}
