import LessonKit
import MiniTensor

extension Lesson10 {
  /// Thirty layers again: a shortcut, better first weights, normalised batches.
  static func cureDepth(_ board: Board) throws {
    board.section("Three cures")
    board.say(
      """
      Passing on what one gets is hard for a layer: it would have to learn the identity, and its \
      weights begin nowhere near it. So give it the identity for nothing, and let it learn only \
      what to change. This is the residual network of 2015; a year before it the best networks \
      had 20 layers, a year after it 152.
      """)
    board.formula(
      """
      plain      y = f(x)          dy/dx = f'(x)
      shortcut   y = x + f(x)      dy/dx = 1 + f'(x)
      """)
    board.say(
      """
      The 1 is the cure: along it the gradient reaches every layer, however many lie between. \
      There are others. Lesson 07 drew the first weights by He's rule, so that neither signal nor \
      gradient shrinks. And one can measure the signal at every layer and set it right, batch by \
      batch; the next section says how.
      """)
    let depth = board.isQuick ? 20 : 30
    let stacks: [(name: Text, stack: Stack)] = [
      ("plain", .plain), ("shortcuts", .shortcuts), ("He's first weights", .he),
      ("batch normalisation", .normalised),
    ]
    let results = try stackResults(board, stacks.map { ($0.stack, depth) })
    board.draw(
      Figure(
        "The gradient before any learning", x: "hidden layer",
        y: .logarithmic("size of the gradient"), name: "gradients"
      ) {
        for (stack, result) in zip(stacks, results) {
          Lines(x: 1...depth, y: result.gradients, name: stack.name)
        }
      })
    board.table(
      ["\(depth) hidden layers", "test digits right", "gradient, first / last layer"],
      zip(stacks, results).map { stack, result in
        let ratio = result.gradients[0] / result.gradients[depth - 1]
        return [stack.name, "\(result.accuracy, percent: 1)", "\(ratio, significant: 2)"]
      })
    claimCures(board, results.map(\.accuracy))
  }

  private static func claimCures(_ board: Board, _ accuracy: [Double]) {
    let source: Text = "He et al., Deep residual learning, CVPR 2016"
    let rows: [(id: String, statement: Text, index: Int, gate: Text, holds: Bool)] = [
      ("plain-dies", "30 plain layers learn next to nothing", 0, "at most 25 %", accuracy[0] <= 0.25),
      ("shortcuts-live", "with shortcuts they learn", 1, "at least 85 %", accuracy[1] >= 0.85),
      ("he-lives", "He's first weights are another cure", 2, "at least 85 %", accuracy[2] >= 0.85),
      (
        "batch-norm-lives", "batch normalisation is a third", 3, "at least 85 %",
        accuracy[3] >= 0.85
      ),
    ]
    for row in rows {
      let published: Text = row.index < 2 ? "56 layers worse than 20; with shortcuts better" : "-"
      if board.isQuick {
        board.ungatedClaim(
          row.id, row.statement, source: source, published: published,
          measured: "\(accuracy[row.index], percent: 1)",
          reason: "20 layers and 5 epochs in a quick run")
      } else {
        board.claim(
          row.id, row.statement, source: source, published: published,
          measured: "\(accuracy[row.index], percent: 1)", gate: row.gate, holds: row.holds)
      }
    }
  }
}
