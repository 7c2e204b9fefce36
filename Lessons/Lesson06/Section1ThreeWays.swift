import LessonKit

extension Lesson06 {
  /// One small formula, and its derivative by differences, by algebra, forwards and backwards.
  static func deriveInThreeWays(_ board: Board) {
    board.section("Three ways to a derivative")
    board.say(
      """
      How fast does f grow when a grows, or b? Learning asks nothing else: how fast does the \
      error grow with each weight. Here is a formula small enough to see everything, at a = 5 \
      and b = 3.
      """)
    board.formula("f = (a + b) * 3b          at a = 5, b = 3:  f = 8 * 9 = 72")
    board.say(
      """
      The numeric way: move a a little, look at f, divide. It works for any program, but it needs \
      a run or two for each input, and it is a guess. The symbolic way: calculate with letters. \
      It is exact, but the formulas grow, and a program with loops is no formula.
      """)
    board.formula(
      """
      numeric     df/da ~ (f(a + h, b) - f(a - h, b)) / 2h
      symbolic    f = 3ab + 3b^2      df/da = 3b      df/db = 3a + 6b
      """)
    board.say(
      """
      The automatic way is neither. It runs the program on numbers, as numeric does, and applies \
      exact rules, as symbolic does - but to one operation at a time. Forwards: let each number \
      carry its derivative along. By which input? You have to choose before the run, so two \
      inputs cost two runs.
      """)
    forwardTrace(board)

    let a = Scalar(5.0), b = Scalar(3.0)
    let u = a + b
    let v = 3 * b
    let f = u * v
    f.backward()
    board.say(
      """
      Backwards: first compute the values, and keep the graph of who was computed from whom. Write \
      on every edge its slope: how many times faster the node on the right grows than the one on \
      the left. Then start at f with gradient 1 and walk back. A node sends to the left its \
      gradient times the slope; where edges meet, what arrives is added. So b, which is used \
      twice, gets 9 * 1 from u and 8 * 3 from v: 33 in all. One run, all inputs.
      """)
    board.draw(
      Figure(
        "The graph of f = (a + b) * 3b",
        caption: """
          In each node: value, gradient. On each edge: the slope. u = a + b, v = 3b, f = u * v.
          """,
        name: "graph"
      ) {
        picture(
          of: f, names: [(a, "a"), (b, "b"), (u, "u"), (v, "v"), (f, "f")])
      })

    let reverse = Derivatives(value: f.value, byA: a.gradient, byB: b.gradient)
    let forward = Derivatives.forward(Formula.slide)
    let numeric = Derivatives.numeric(Formula.slide)
    board.table(
      ["way", "runs of f", "f", "df/da", "df/db"],
      [
        ["numeric, h = 1/1024", "1 + 4"] + numeric.cells,
        ["symbolic, by hand", "none", "72", "3b = 9", "3a + 6b = 33"],
        ["automatic, forward mode", "2"] + forward.cells,
        ["automatic, reverse mode", "1, and once back"] + reverse.cells,
      ])
    board.say(
      """
      That the numeric way is exact here is luck: f is a parabola, and 1/1024 is a number that \
      a computer has. Section 4 looks at it when it is not lucky.
      """)

    let right = Derivatives(value: 72, byA: 9, byB: 33)
    let isExact = [reverse, forward, numeric].allSatisfy { $0 == right }
    let verdict: Text = isExact ? "3 ways agree" : "the ways differ"
    board.claim(
      "slide-graph", "f = (a + b) * 3b: f, df/da, df/db; df/du, df/dv",
      source: "the computational graph of the course's slides",
      published: "72, 9, 33; 9, 8",
      measured: """
        \([reverse.value, reverse.byA, reverse.byB].list); \([u.gradient, v.gradient].list); \
        \(verdict)
        """,
      gate: "exact: numeric, forward, reverse",
      holds: isExact && u.gradient == 9 && v.gradient == 8)
  }

  /// The two runs of forward mode, line by line.
  private static func forwardTrace(_ board: Board) {
    func trace(_ a: Dual<Double>, _ b: Dual<Double>) -> [Dual<Double>] {
      let u = a + b
      let v = 3 * b
      return [a, b, u, v, u * v]
    }
    let byA = trace(Dual(5, derivative: 1), Dual(3, derivative: 0))
    let byB = trace(Dual(5, derivative: 0), Dual(3, derivative: 1))
    let lines: [(Text, Text)] = [
      ("a", "given"), ("b", "given"), ("u = a + b", "u' = a' + b'"), ("v = 3b", "v' = 3 b'"),
      ("f = u * v", "f' = u' v + u v'"),
    ]
    board.table(
      ["line", "value", "rule", "first run: d/da", "second run: d/db"],
      lines.indices.map { i in
        [
          lines[i].0, "\(byA[i].value)", lines[i].1, "\(byA[i].derivative)",
          "\(byB[i].derivative)",
        ]
      })
  }
}

/// A value of f(a, b) and its two derivatives.
struct Derivatives: Equatable {
  var value: Double
  var byA: Double
  var byB: Double

  var cells: [Text] { ["\(value)", "\(byA)", "\(byB)"] }

  /// By two runs with dual numbers.
  static func forward(
    _ f: (Dual<Double>, Dual<Double>) -> Dual<Double>, a: Double = 5, b: Double = 3
  ) -> Derivatives {
    let byA = f(Dual(a, derivative: 1), Dual(b, derivative: 0))
    let byB = f(Dual(a, derivative: 0), Dual(b, derivative: 1))
    return Derivatives(value: byA.value, byA: byA.derivative, byB: byB.derivative)
  }

  /// By one run that is remembered, and one walk back.
  static func reverse(
    _ f: (Scalar<Double>, Scalar<Double>) -> Scalar<Double>, a: Double = 5, b: Double = 3
  ) -> Derivatives {
    let a = Scalar(a), b = Scalar(b)
    let result = f(a, b)
    result.backward()
    return Derivatives(value: result.value, byA: a.gradient, byB: b.gradient)
  }

  /// By differences to both sides.
  static func numeric(
    _ f: (Double, Double) -> Double, a: Double = 5, b: Double = 3, step h: Double = 1.0 / 1024
  ) -> Derivatives {
    Derivatives(
      value: f(a, b), byA: (f(a + h, b) - f(a - h, b)) / (2 * h),
      byB: (f(a, b + h) - f(a, b - h)) / (2 * h))
  }

  /// The largest difference to another one.
  func distance(to other: Derivatives) -> Double {
    max(abs(value - other.value), abs(byA - other.byA), abs(byB - other.byB))
  }
}
