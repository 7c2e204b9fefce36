import Foundation
import LessonKit
import MiniTensor

extension Lesson13 {
  /// Attention does not know what came first, until it is told.
  static func tellFirstFromLast(_ board: Board) {
    board.section("First and last")
    board.say(
      """
      Attention compares contents. It does not know where anything stands: shuffle the inputs, and \
      the outputs are the same ones, shuffled. For \"dog bites man\" that is too little. The way out \
      is simple. Add to each symbol's vector another one that says where it stands.
      """)
    let change = changeByShuffling(seed: board.seed)
    let waves = Tensor.sinusoidalPositions(count: 64, size: 32)
    board.formula(
      """
      p(t)_2i   = sin(t / 10000^(2i/d))
      p(t)_2i+1 = cos(t / 10000^(2i/d))
      """)
    board.draw(
      Figure(
        "Where am I? 64 places, 32 numbers each",
        caption: """
          Each column is a place. The rows at the top turn fast, like the seconds of a clock; those \
          at the bottom hardly move, like its years.
          """,
        x: "place", y: "number", name: "positions"
      ) {
        HeatMap(waves.transposed().lists, showsValues: false)
      })
    let likeness = waves.matmul(waves.row(20)).scalars.map { $0 / 16 }
    board.draw(
      Figure(
        "How much place 20 resembles the others", x: "place", y: "p(t) . p(20) / 16",
        name: "nearness"
      ) { Lines(y: likeness) })
    board.say(
      """
      Sine and cosine of one speed are the two coordinates of a clock's hand. To go k places on is \
      to turn every hand by its own angle, and that is the same turn wherever one starts. So \
      \"three places back\" is something that one matrix can learn. One may also let the network \
      learn its vectors of places, as the readers below do; it works as well, up to the longest \
      sequence seen.
      """)
    claimOrder(board, change: change, turn: worstTurn(waves))
  }

  /// How far the outputs of a shuffled sequence are from the shuffled outputs.
  private static func changeByShuffling(seed: UInt64) -> (alike: Float, placed: Float) {
    var generator = RandomGenerator(seed: seed)
    let layer = MultiHeadAttention(size: 16, headCount: 4, using: &generator)
    let x = Tensor.normal([9, 16], using: &generator)
    let places = Tensor.sinusoidalPositions(count: 9, size: 16)
    let order = generator.permutation(9)
    func output(_ x: Tensor) -> Tensor { layer(x.reshaped(1, 9, 16)).value.reshaped(9, 16) }
    let alike = (output(x.rows(order)) - output(x).rows(order)).abs().max()
    let placed = (output(x.rows(order) + places) - output(x + places).rows(order)).abs().max()
    return (alike, placed)
  }

  /// How far p(t + 5) is from p(t) turned by the angles of 5 places.
  private static func worstTurn(_ waves: Tensor) -> Float {
    let (count, size) = (waves.shape[0], waves.shape[1])
    var worst: Float = 0
    for t in 0..<(count - 5) {
      for i in stride(from: 0, to: size, by: 2) {
        let angle = 5 / pow(10_000, Float(i) / Float(size))
        let (s, c) = (waves[t, i], waves[t, i + 1])
        worst = max(
          worst, abs(waves[t + 5, i] - (s * cos(angle) + c * sin(angle))),
          abs(waves[t + 5, i + 1] - (c * cos(angle) - s * sin(angle))))
      }
    }
    return worst
  }

  private static func claimOrder(
    _ board: Board, change: (alike: Float, placed: Float), turn: Float
  ) {
    board.claim(
      "order", "shuffled inputs give the same outputs, shuffled; not so with places",
      source: "Vaswani and others, NeurIPS 2017, section 3.5",
      published: "without places attention knows no order",
      measured: "\(change.alike, significant: 1) apart; with places \(change.placed, decimals: 2)",
      gate: "at most 1e-5; more than 0.01", holds: change.alike <= 1e-5 && change.placed > 0.01)
    board.claim(
      "turn", "five places on is one turn, wherever it starts",
      source: "Vaswani and others, NeurIPS 2017, section 3.5",
      published: "a linear function of p(t)",
      measured: "off by \(turn, significant: 1) at most", gate: "at most 1e-5",
      holds: turn <= 1e-5)
  }
}
