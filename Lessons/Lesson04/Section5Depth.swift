import Foundation
import LessonKit
import MiniTensor

extension Lesson04 {
  private static let deepest = 12

  /// Two ReLUs fold the line; twelve such layers fold it into 4,096 pieces.
  static func foldTheLine(_ board: Board) {
    board.section("Depth folds")
    board.say(
      """
      If one hidden layer can do everything, why have more? Because of the price. Two ReLUs make \
      a tent: they fold the interval [0, 1] in the middle. Send the result through the same tent \
      again, and the folded strip is folded: two pieces become four, then eight.
      """)
    board.formula(
      """
      T(x) = 2 relu(x) - 4 relu(x - 1/2)
      T(T(...T(x)))   k times: 2k ReLUs in k layers, 2^k straight pieces
      w . relu(a x + b)        m ReLUs in one layer: at most m + 1 pieces
      """)

    let folds = Array(1...deepest)
    let counted = folds.map { LinearPieces(of: TentMap.network(folds: $0), over: 0...1).count }
    board.draw(tents(folds, counted))

    let shallow = mostPiecesOfOneLayer(board)
    board.table(
      ["folds k", "ReLUs", "pieces, k layers", "pieces, one layer", "one layer misreads at least"],
      [1, 2, 4, 6, 8, 10, 12].map { k in
        [
          "\(k)", "\(2 * k)", "\(counted[k - 1], grouped: true)", "\(shallow[2 * k - 1])",
          "\(misreadAtLeast(folds: k), percent: 0)",
        ]
      },
      title: """
        Pieces counted corner by corner. One layer: the most that \(draws(board)) random layers \
        of the same size made.
        """)
    board.say(
      """
      The last column is a proof, not a trial: the tent folded k times says high, low, high, low \
      at 2^k + 1 places; a line of 2k + 1 pieces can cross the middle only 2k + 1 times, so it \
      must miss nearly every second place. To draw 4,096 pieces one hidden layer needs 4,095 \
      ReLUs. Twelve layers need 24.
      """)

    let doubled = folds.map { 1 << $0 }
    board.claim(
      "depth-pieces", "k tents, 2k ReLUs in all, make 2^k pieces, k = 1 ... \(deepest)",
      source: "Telgarsky, Representation benefits of deep feedforward networks, 2015",
      published: "2, 4, 8, ..., 4,096",
      measured: counted == doubled
        ? "the same, \(counted.last!, grouped: true) at k = \(deepest)" : "\(counted)",
      gate: "exact", holds: counted == doubled)
    let exceeding = shallow.enumerated().filter { $1 > $0 + 2 }.count
    let reaching = shallow.enumerated().filter { $1 == $0 + 2 }.count
    board.claim(
      "shallow-pieces", "one hidden layer of m ReLUs makes at most m + 1 pieces",
      source: "Telgarsky 2015, lemma on sums of piecewise linear functions",
      published: "m + 1",
      measured: """
        m + 1 reached at \(reaching) of \(shallow.count) sizes, exceeded at \(exceeding)
        """,
      gate: "never exceeded, reached at every m up to \(shallow.count)",
      holds: exceeding == 0 && reaching == shallow.count)
  }

  /// The most pieces that random layers made, one entry a width from 1 to 24.
  private static func mostPiecesOfOneLayer(_ board: Board) -> [Int] {
    var generator = RandomGenerator(seed: board.seed)
    return (1...2 * deepest).map { width in
      (0..<draws(board)).map { _ in
        let network = TentMap.randomShallowNetwork(width: width, using: &generator)
        return LinearPieces(of: network, over: 0...1).count
      }.max()!
    }
  }

  private static func draws(_ board: Board) -> Int { 200 }

  /// The least share of the 2^k + 1 alternating places that one layer of 2k ReLUs gets wrong.
  ///
  /// Its at most 2k + 1 pieces cross 1/2 at most 2k + 1 times, so "above 1/2" changes at most that
  /// often and cuts the places into at most 2k + 2 runs; in a run of r alternating places at least
  /// (r - 1) / 2 are wrong.
  private static func misreadAtLeast(folds: Int) -> Double {
    let places = Double((1 << folds) + 1)
    return max(0, (places - Double(2 * folds + 2)) / 2 / places)
  }

  private static func tents(_ folds: [Int], _ counted: [Int]) -> Figure {
    let grid = Tensor.linspace(from: 0, through: 1, count: 1025)
    return Figure("Folding and adding", name: "depth") {
      for (k, name) in [(1, "once"), (2, "twice"), (5, "five times")] as [(Int, Text)] {
        Panel(
          "folded \(name): \(2 * k) ReLUs, \(counted[k - 1]) pieces", x: "x", y: "T(...)"
        ) {
          Lines(
            x: grid.scalars,
            y: TentMap.network(folds: k)(grid.reshaped(1025, 1)).scalars)
        }
      }
      Panel("pieces for the money", x: "ReLUs", y: .logarithmic("straight pieces")) {
        Lines(x: folds.map { 2 * $0 }, y: counted, name: "in layers of two")
        Lines(x: folds.map { 2 * $0 }, y: folds.map { 2 * $0 + 1 }, name: "in one layer")
      }
    }
  }
}
