import Experiments
import LessonKit
import MiniTensor

extension Lesson12 {
  /// Without a forget gate a cell can only grow; in an endless stream that is fatal.
  static func flowWithoutEnd(_ board: Board) {
    board.section("A stream without end")
    board.say(
      """
      So far every string began with an empty memory: we reset the cells. The world does not. In \
      2000 Felix Gers, Schmidhuber and Cummins let the strings follow each other without a break. \
      A cell that only adds has no way to start afresh. Its sum wanders off, tanh(c) saturates at \
      1, and the cell has become a constant. Their remedy is one more gate, between the cell and \
      its own past: f, which the network learns to close when something is over.
      """)
    board.formula(
      """
      1997    c(t) = c(t-1) + i g
      2000    c(t) = f c(t-1) + i g        f near 1 keeps, f near 0 forgets
      """)
    let pieces = 2880
    let count = board.isQuick ? 4 : 16
    board.say(
      """
      We train both cells on a stream of \(50 * pieces, grouped: true) letters in pieces of 50. The \
      state goes on from piece to piece, but no gradient flows back over the border: truncated \
      backpropagation through time. Then 20,000 new letters. What we count is the letter that \
      closes each frame: T or P?
      """)
    let results = board.progress("streams", total: 2 * count, unit: "networks") { tick in
      concurrently(2 * count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        defer { tick() }
        return ContinualReber.run(
          hasForgetGate: number < count, pieces: pieces, using: &generator)
      }
    }
    let (with, without) = (results[..<count].map { $0 }, results[count...].map { $0 })
    let (share, shareWithout) = (with.map(\.closing).mean, without.map(\.closing).mean)
    // The network without a gate whose cells went furthest: the picture is about what can happen.
    let worst = without.max { ($0.largestCell.last ?? 0) < ($1.largestCell.last ?? 0) }
    let shown = Array(stride(from: 0, to: 2000, by: 5))
    board.draw(
      Figure(
        "The largest of eight cells while a stream goes by",
        caption: "Trained networks, from an empty memory. At |c| = 5 tanh(c) is 0.9999: saturated.",
        x: "letter", y: Axis("largest |c|", isLogarithmic: true), name: "stream"
      ) {
        Lines(
          x: shown, y: shown.map { max(with[0].largestCell[$0], 0.01) }, name: "with forget gate")
        if let worst {
          Lines(
            x: shown, y: shown.map { max(worst.largestCell[$0], 0.01) },
            name: "without, the one that went furthest")
        }
      })
    board.table(
      ["cell", "frames closed right", "worst network", "best network"],
      [("with forget gate", with), ("without", without)].map { name, runs in
        [
          name, "\(runs.map(\.closing).mean, percent: 1)",
          "\(runs.map(\.closing).min() ?? 0, percent: 1)",
          "\(runs.map(\.closing).max() ?? 0, percent: 1)",
        ]
      }, title: "\(count) networks each; tossing a coin gives 50 %")
    board.claim(
      "forget-gate", "continual Reber grammar: frames closed right, with and without forget gate",
      source: "cybertronai/schmidhuber-problems, after Gers, Schmidhuber, Cummins (2000)",
      published: "99.7 % against 55 %, 5 seeds",
      measured: "\(share, percent: 1) against \(shareWithout, percent: 1)",
      gate: "at least 25 points apart", holds: share - shareWithout >= 0.25)
  }
}
