import LessonKit
import MiniTensor

extension Lesson06 {
  /// All derivatives of a function of ten thousand numbers, for five times the function.
  static func payForAGradient(_ board: Board) {
    board.section("What does a gradient cost?")
    board.say(
      """
      A network of today has a million weights, or a thousand million. Differences need one more \
      run of the function for each of them; so does forward mode. And reverse mode? Crossing an \
      edge costs a product and a sum, and an operation has one or two edges. So an operation of f \
      costs at most five in all, whatever the number of inputs. It sounds too good, and it is a \
      theorem: Walter Baur and Volker Strassen proved in 1983 that three times the products and \
      quotients are enough.
      """)
    board.formula("operations(f and all its n derivatives)  <=  5 * operations(f)")
    board.say(
      """
      We need not believe it. A `Counted` is a number that adds one to a tally for every \
      operation on it: let the engine run on such numbers. Three functions: the product of n \
      numbers (the example of Speelpenning's thesis), Rosenbrock's valley in n dimensions, and one \
      neuron with n weights.
      """)

    let sizes = [10, 100, 1000, 10_000]
    let limit = board.isQuick ? 100 : 1000
    let functions: [(name: Text, cost: (Int) -> GradientCost)] = [
      (
        "product",
        { GradientCost($0, limit, board.seed, Formula.product, Formula.product, Formula.product) }
      ),
      (
        "valley",
        { GradientCost($0, limit, board.seed, Formula.valley, Formula.valley, Formula.valley) }
      ),
      (
        "neuron",
        { GradientCost($0, limit, board.seed, Formula.neuron, Formula.neuron, Formula.neuron) }
      ),
    ]
    let total = functions.count * sizes.count
    let costs = board.progress("counting operations", total: total, unit: "gradients") { tick in
      functions.map { function in
        let costs = sizes.map { size in
          defer { tick() }
          return function.cost(size)
        }
        return (function: function.name, costs: costs)
      }
    }
    func runs(_ ratio: Double?) -> Text { ratio.map { "\($0, significant: 4) f" } ?? "not run" }
    board.table(
      ["function", "n", "operations of f", "reverse", "forward", "differences"],
      costs.flatMap { function, costs in
        costs.map { cost in
          [
            function, "\(cost.inputs, grouped: true)", "\(cost.function, grouped: true)",
            "\(cost.reverseRatio, decimals: 2) f", runs(cost.forwardRatio),
            runs(cost.differencesRatio),
          ]
        }
      }, title: "What f and all its n derivatives cost, in runs of f:")
    let valley = costs[1].costs
    let all = valley.filter { $0.forward != nil }
    board.draw(
      Figure(
        "What a gradient costs", caption: "Rosenbrock's valley; measured in runs of the function.",
        x: .logarithmic("inputs n"), y: .logarithmic("cost / cost of f"), name: "cost"
      ) {
        Lines(x: all.map(\.inputs), y: all.compactMap(\.forwardRatio), name: "forward mode")
        Lines(
          x: all.map(\.inputs), y: all.compactMap(\.differencesRatio), name: "differences",
          style: .dashed)
        Lines(x: sizes, y: valley.map(\.reverseRatio), name: "reverse mode")
      })
    board.say(
      """
      Two lines climb with n, one lies flat. That is why networks can be large. (With letters it \
      would not be better: the derivatives of a product of n numbers are n products of n - 1 \
      numbers, if nobody notices what they share.) The price is \
      memory: reverse mode keeps every value until the way back. And with one input and many \
      outputs it is the other way round: then forward mode needs one run.
      """)

    claimCosts(board, costs.map(\.costs))
  }

  private static func claimCosts(_ board: Board, _ costs: [[GradientCost]]) {
    let ratios = costs.map { $0.map(\.reverseRatio) }
    let (lowest, highest) = (ratios.joined().min()!, ratios.joined().max()!)
    let drift = ratios.map { $0.max()! / $0.min()! }.max()!
    let gap = costs.joined().map(\.gap).max()!
    board.claim(
      "cheap-gradient", "reverse mode: cost of f and gradient / cost of f",
      source: "Griewank, On automatic differentiation (1989)",
      published: "at most 5, whatever n",
      measured: """
        \(lowest, decimals: 2) to \(highest, decimals: 2), drift \(drift - 1, percent: 0); off by \
        \(gap, significant: 2)
        """,
      gate: "n = 10 ... 10^4: <= 5, flat within 10 %, equal to forward mode within 1e-9",
      holds: highest <= 5 && drift <= 1.1 && gap <= 1e-9)

    let others = costs.joined().filter { $0.forward != nil }
    let climbs = others.allSatisfy {
      min($0.forwardRatio!, $0.differencesRatio!) >= Double($0.inputs)
    }
    let last = others.filter { $0.inputs == others.map(\.inputs).max() }
    board.claim(
      "other-ways", "forward mode, differences: cost / cost of f",
      source: "Griewank, On automatic differentiation (1989)", published: "grows with n",
      measured: """
        n = \(last[0].inputs): \(last.map { $0.forwardRatio! }.min()!, significant: 4), \
        \(last.map { $0.differencesRatio! }.min()!, significant: 4) or more
        """,
      gate: "n or more, at every n", holds: climbs)
  }
}

/// What a gradient costs, counted in operations.
struct GradientCost {
  /// n.
  let inputs: Int
  /// Operations of one run of the function.
  let function: Int
  /// Operations of one remembered run and the walk back.
  let reverse: Int
  /// Operations of n runs on dual numbers; nil where that was too many.
  var forward: Int?
  /// Operations of n + 1 runs of the function; nil where that was too many.
  var differences: Int?
  /// The largest difference of the gradients by reverse and forward mode, relative to the largest
  /// derivative.
  var gap = 0.0

  var reverseRatio: Double { Double(reverse) / Double(function) }
  var forwardRatio: Double? { forward.map { Double($0) / Double(function) } }
  var differencesRatio: Double? { differences.map { Double($0) / Double(function) } }

  /// Runs the same function on three kinds of numbers that count, at a random place.
  ///
  /// - Parameters:
  ///   - inputs: n.
  ///   - limit: the largest n for which the two ways that need n runs are run.
  ///   - seed: of the place.
  init(
    _ inputs: Int, _ limit: Int, _ seed: UInt64,
    _ plain: ([Counted]) -> Counted, _ dual: ([Dual<Counted>]) -> Dual<Counted>,
    _ graph: ([Scalar<Counted>]) -> Scalar<Counted>
  ) {
    var generator = RandomGenerator(seed: seed)
    let x = (0..<inputs).map { _ in Counted(Double(generator.uniform(in: 0.5...1.5))) }
    let leaves = x.map { Scalar($0) }
    self.inputs = inputs
    function = Counted.operations { _ = plain(x) }
    reverse = Counted.operations { graph(leaves).backward() }
    guard inputs <= limit else { return }
    var derivatives: [Double] = []
    forward = Counted.operations {
      derivatives = x.indices.map { chosen in
        let inputs = x.enumerated().map { Dual($1, derivative: Counted($0 == chosen ? 1 : 0)) }
        return dual(inputs).derivative.value
      }
    }
    differences = Counted.operations {
      _ = plain(x)
      for moved in x.indices {
        var inputs = x
        inputs[moved].value += 1e-8
        _ = plain(inputs)
      }
    }
    let gradient = leaves.map(\.gradient.value)
    gap =
      zip(gradient, derivatives).map { abs($0 - $1) }.max()! / derivatives.map { abs($0) }.max()!
  }
}
