import LessonKit

extension Lesson20 {
  /// Return, discount, and Bellman's equation on a field of 25 places.
  static func lookAhead(_ board: Board) {
    board.section("What is a place worth?")
    board.say(
      """
      A bandit pays at once. In most games the reward comes late, and the move that earned it lies long \
      back. So count everything that is still to come, later rewards a little less: the return. The \
      discount gamma says how much less.
      """)
    board.formula("G = r1 + gamma r2 + gamma^2 r3 + ...  =  r1 + gamma G'")
    board.say(
      """
      The second form is the key to everything that follows. What a place is worth is the reward of the next \
      step, and gamma times what the next place is worth. Richard Bellman wrote it down in the \
      1950s. Put it to work on a field of 5 x 5 places: from A every step pays 10 and leads to A', from B it \
      pays 5 and leads to B'; the wall costs 1; gamma is 0.9. Begin with zeros and repeat:
      """)
    board.formula(
      """
      walk by chance     V(s) <- the mean over the actions of r + gamma V(s')
      walk the best      V(s) <- the greatest over the actions of r + gamma V(s')
      """)
    let chance = GridWorld.values { $0.reduce(0, +) / Double($0.count) }
    let best = GridWorld.values { $0.max()! }
    board.draw(
      Figure(
        "What places are worth",
        caption: "A is the second of the top row, B the fourth; A' and B' lie below them.",
        name: "grid"
      ) {
        Panel("walking by chance") { HeatMap(rows(chance.values), decimals: 1, showsValues: true) }
        Panel("walking the best way") { HeatMap(rows(best.values), decimals: 1, showsValues: true) }
      })
    board.say(
      """
      After \(chance.sweeps) and \(best.sweeps) sweeps nothing changes any more. The walker by chance finds A \
      worth less than 10, because from A' he will hit the wall; the best walker finds A worth \
      24.4: he comes back to it every fifth step.
      """)
    let mine = [chance.values, best.values].map { $0.map { ($0 * 10).rounded() / 10 } }
    let same = zip(mine.joined(), published.joined()).count { abs($0 - $1) < 1e-9 }
    board.claim(
      "grid-values", "values of 25 places, by chance and at best, to one decimal",
      source: "Sutton and Barto, Reinforcement Learning (2018), figs. 3.2 and 3.5",
      published: "two tables of 25", measured: "\(same) of 50 the same", gate: "all 50",
      holds: same == 50)
  }

  private static func rows(_ values: [Double]) -> [[Double]] {
    stride(from: 0, to: values.count, by: GridWorld.size).map {
      Array(values[$0..<($0 + GridWorld.size)])
    }
  }

  /// The two tables of the book.
  private static let published: [[Double]] = [
    [
      3.3, 8.8, 4.4, 5.3, 1.5, 1.5, 3.0, 2.3, 1.9, 0.5, 0.1, 0.7, 0.7, 0.4, -0.4, -1.0, -0.4, -0.4,
      -0.6, -1.2, -1.9, -1.3, -1.2, -1.4, -2.0,
    ],
    [
      22.0, 24.4, 22.0, 19.4, 17.5, 19.8, 22.0, 19.8, 17.8, 16.0, 17.8, 19.8, 17.8, 16.0, 14.4,
      16.0, 17.8, 16.0, 14.4, 13.0, 14.4, 16.0, 14.4, 13.0, 11.7,
    ],
  ]
}
