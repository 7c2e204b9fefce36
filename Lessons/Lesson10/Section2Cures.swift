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
      what to change. This is the residual network of 2015. The year before, the best networks \
      had about 20 layers; this one had 152.
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
    board.say(
      """
      Look at the fourth row. Batch normalisation keeps the signal alive, but thirty times in a row \
      it makes the gradient grow: by about a fifth in every layer, \
      \(results[3].gradients[0] / results[3].gradients[depth - 1], significant: 2) times in all. \
      It learns none the less, less well than the others. (Not because of the growth alone: with \
      shortcuts the gradient grows as well.) In practice one takes \
      batch normalisation and shortcuts together, as the paper of 2015 did.
      """)
    claimCures(board, results.map(\.accuracy))
  }

  private static func claimCures(_ board: Board, _ accuracy: [Double]) {
    let residual: Text = "He et al., Deep residual learning, CVPR 2016, sections 1 and 4.2"
    let rectifiers: Text = "He et al., Delving deep into rectifiers, ICCV 2015, section 2.2"
    let rows: [(id: String, statement: Text, source: Text, published: Text, holds: Bool)] = [
      (
        "plain-dies", "30 plain layers learn next to nothing", residual,
        "56 plain layers worse than 20", accuracy[0] <= 0.25
      ),
      (
        "shortcuts-live", "with shortcuts they learn", residual,
        "with shortcuts 56 better than 20", accuracy[1] >= 0.85
      ),
      (
        "he-lives", "He's first weights are another cure", rectifiers,
        "30 layers learn, with Glorot's weights they stall", accuracy[2] >= 0.85
      ),
    ]
    for (row, share) in zip(rows, accuracy) {
      board.claim(
        row.id, row.statement, source: row.source, published: row.published,
        measured: "\(share, percent: 1)",
        gate: row.id == "plain-dies" ? "at most 25 %" : "at least 85 %", holds: row.holds,
        notQuick: "20 layers and 5 epochs in a quick run")
    }
    board.ungatedClaim(
      "batch-norm-depth", "batch normalisation alone is half a cure",
      source: "G. Yang et al., A mean field theory of batch normalization, ICLR 2019",
      published: "the gradient grows 1.21-fold a layer", measured: "\(accuracy[3], percent: 1)",
      reason: "how well it learns in spite of the growing gradient changes from seed to seed")
  }
}
