import LessonKit

extension Lesson06 {
  /// The engine on two published expressions, and why it needs an order.
  static func readTheEngine(_ board: Board) {
    board.section("An engine on one page")
    board.say(
      """
      The numbers above came from Scalar.swift, the file to read today. A `Scalar` is a node: \
      value, gradient, parents with slopes. Each operation is two lines: compute, and write down \
      the slopes. The product's slopes are the other factor; the sine's is the cosine.
      """)
    board.formula(
      """
      a * b     Scalar(a.value * b.value, from: (a, b.value), (b, a.value))
      sin a     Scalar(sin a.value,       from: (a, cos a.value))
      backward  parent.gradient += slope * node.gradient
      """)
    board.say(
      """
      The last line is the whole chain rule. But in which order? A node may send its gradient on \
      only when everything that uses it has sent theirs. So `backward()` first lists all nodes, \
      parents before children, and walks the list from its end.
      """)
    showTheWays(board)

    let x1 = Scalar(2.0), x2 = Scalar(5.0)
    let (logarithm, product, sine) = (x1.log(), x1 * x2, x2.sin())
    let sum = logarithm + product
    let result = sum - sine
    result.backward()
    board.draw(
      Figure(
        "The example of the surveys: f = log x1 + x1 x2 - sin x2 at (2, 5)",
        caption: """
          Values went to the right, gradients came back: value, gradient. p = log x1, \
          q = x1 x2, r = sin x2, s = p + q, f = s - r.
          """,
        name: "survey"
      ) {
        picture(
          of: result,
          names: [
            (x1, "x1"), (x2, "x2"), (logarithm, "p"), (product, "q"), (sine, "r"),
            (sum, "s"), (result, "f"),
          ])
      })
    publishedExpressions(board)
    board.note(
      """
      A loop and not recursion: \(deepChain(board), grouped: true) sines of sines of sines gave \
      their gradient just now. A backward pass that calls itself would have run out of stack.
      """)
  }

  /// Doubling again and again: few edges, astronomically many ways.
  private static func showTheWays(_ board: Board) {
    let rows = [2, 10, 20, 40].map { doublings -> [Text] in
      let x = Scalar(1.0)
      var y = x
      for _ in 0..<doublings { y = y + y }
      let edges = y.history().map(\.parents.count).reduce(0, +)
      y.backward()
      return ["\(doublings)", "\(edges)", "\(Int(x.gradient), grouped: true)"]
    }
    board.say(
      """
      Order is also what makes it fast. Take x and double it, y + y, again and again. From the \
      result to x there are 2 ways after one doubling, 4 after two. The derivative is the sum over \
      all ways; here each way counts 1, so it *is* their number. The engine never walks them \
      singly. It crosses every edge once:
      """)
    board.table(["doublings", "edges crossed", "gradient of x = ways back"], rows)
  }

  private static func publishedExpressions(_ board: Board) {
    let micrograd = Derivatives.reverse(Formula.micrograd, a: -4, b: 2)
    let survey = Derivatives.reverse(Formula.survey, a: 2, b: 5)
    board.table(
      ["expression", "mode", "value", "by the first", "by the second"],
      [
        ["micrograd, (-4, 2)", "reverse"] + row(micrograd, decimals: 4),
        ["", "forward"]
          + row(Derivatives.forward(Formula.micrograd, a: -4, b: 2), decimals: 4),
        ["survey, (2, 5)", "reverse"] + row(survey, decimals: 4),
        ["", "forward"] + row(Derivatives.forward(Formula.survey, a: 2, b: 5), decimals: 4),
      ])
    board.claim(
      "micrograd", "micrograd's example: g, dg/da, dg/db",
      source: "A. Karpathy, micrograd, README (2020)",
      published: "24.7041, 138.8338, 645.5773",
      measured: [micrograd.value, micrograd.byA, micrograd.byB].list(decimals: 4),
      gate: "within 1e-4",
      holds: micrograd.distance(to: Derivatives(value: 24.7041, byA: 138.8338, byB: 645.5773))
        <= 1e-4)
    board.claim(
      "survey", "log x1 + x1 x2 - sin x2: f, df/dx1, df/dx2",
      source: "Baydin et al., Automatic differentiation in machine learning (2018), table 3",
      published: "11.652, 5.5, 1.716",
      measured: [survey.value, survey.byA, survey.byB].list(decimals: 3), gate: "within 1e-3",
      holds: survey.distance(to: Derivatives(value: 11.652, byA: 5.5, byB: 1.716)) <= 1e-3)
  }

  private static func row(_ derivatives: Derivatives, decimals: Int) -> [Text] {
    [derivatives.value, derivatives.byA, derivatives.byB].map { "\($0, decimals: decimals)" }
  }

  /// Builds, derives and releases a very deep graph; returns its depth.
  private static func deepChain(_ board: Board) -> Int {
    let depth = board.isQuick ? 50_000 : 200_000
    let x = Scalar(0.5)
    var y = x
    for _ in 0..<depth { y = y.sin() }
    y.backward()
    return y.history().count - 1
  }
}
