import ExerciseKit
import MiniTensor

extension Checks11 {
  /// Exercise 11.3.
  static let backThroughTime = Check(
    "11.3", "Back through time", difficulty: 3, minutes: 40,
    file: "BackThroughTime.swift", chapter: chapter, section: "Back through time",
    replaces: ["Variable", "backward"],
    hints: [
      """
      Count down: for t in (0..<time).reversed(). Row t of inputs belongs to row t + 1 of states, \
      and row t of states is the state before.
      """,
      """
      Carry one row along, what came back from later; it begins as zeros. In each round: add it to \
      the direct gradient, multiply by 1 - h^2, and send the result down U to make the next one.
      """,
      """
      Each slope gathers one product a moment: W gets the input as a column times s as a row, U \
      the state before times s, b gets s. What is carried after the last round is the \
      gradient of h_0.
      """,
    ],
    parts: [
      Part("the bias", points: 2) { judge in ask(judge, "bias") { $0.bias } },
      Part("the input weights", points: 1) { judge in
        ask(judge, "inputWeights") { $0.inputWeights }
      },
      Part("the state weights", points: 1) { judge in
        ask(judge, "stateWeights") { $0.stateWeights }
      },
      Part("the starting state", points: 1) { judge in ask(judge, "start") { $0.start } },
    ],
    mistakes: [
      slopes.mistake("nothing is carried back: what a state does to later ones is left out") {
        Heard($0, $1, $2, $3).walk(carry: { _, u in .zeros(1, u.shape[0]) }).slopes
      },
      slopes.mistake(derivativeIsMissing) {
        Heard($0, $1, $2, $3).walk(bend: { d, _ in d }).slopes
      },
      slopes.mistake("1 - h^2 takes the state after the step: yours takes the one before") {
        Heard($0, $1, $2, $3).walk(bendsBefore: true).slopes
      },
      slopes.mistake("h (1 - h) is for the sigmoid: tanh has 1 - h^2") {
        Heard($0, $1, $2, $3).walk(bend: { d, h in d * h * (1 - h) }).slopes
      },
      slopes.mistake("the way back goes through U turned around: s U', not s U") {
        Heard($0, $1, $2, $3).walk(carry: { s, u in s.matmul(u) }).slopes
      },
      slopes.mistake(derivativeIsMissing) {
        Heard($0, $1, $2, $3).walk(carriesBent: false).slopes
      },
      slopes.mistake("the sequence is walked forwards: the last moment comes first") {
        Heard($0, $1, $2, $3).walk(forwards: true).slopes
      },
      slopes.mistake("only the last moment counts in yours: add up over all moments") {
        let heard = Heard($0, $1, $2, $3)
        var walk = heard.walk()
        let start = walk.slopes.start
        for t in 0..<(heard.time - 1) { walk.sums[t] *= 0 }
        var slopes = walk.slopes
        slopes.start = start
        return slopes
      },
      slopes.mistake("the slopes are averaged over time: they are sums") {
        let heard = Heard($0, $1, $2, $3)
        let (w, u, b, start) = heard.walk().slopes
        let time = Float(heard.time)
        return (w / time, u / time, b / time, start)
      },
      slopes.mistake("dL/dW lies on its side: it is x' s, with the inputs as rows") {
        let (w, u, b, start) = Heard($0, $1, $2, $3).walk().slopes
        return (w.transposed(), u, b, start)
      },
      slopes.mistake("dL/dU takes the state before each step, yours takes the one after") {
        let walk = Heard($0, $1, $2, $3).walk()
        let (w, _, b, start) = walk.slopes
        let after = $1.rows(1..<$1.shape[0])
        return (w, after.matmul(walk.allSums, transposingSelf: true), b, start)
      },
      slopes.mistake("dL/dU lies on its side: the state before as a column, s as a row") {
        let (w, u, b, start) = Heard($0, $1, $2, $3).walk().slopes
        return (w, u.transposed(), b, start)
      },
      slopes.mistake("for h_0 return what was carried back to it: yours is s_1, one product short")
      {
        let walk = Heard($0, $1, $2, $3).walk()
        let (w, u, b, _) = walk.slopes
        return (w, u, b, walk.sums[0].row(0))
      },
    ])

  /// What the starting state cannot tell apart: d in all places of s, or only on the way down.
  private static let derivativeIsMissing: Text =
    "yours goes on with d where s belongs: multiply by 1 - h^2, before U too"

  // MARK: - The function

  private typealias Slopes = (
    inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, start: Tensor
  )

  private static let slopes = Function(
    "backThroughTime(inputs:states:stateWeights:stateGradients:)",
    reading: { value -> Slopes in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self, Tensor.self)
    }
  ) { (inputs: Tensor, states: Tensor, u: Tensor, direct: Tensor) in
    Heard(inputs, states, u, direct).walk().slopes
  }

  /// A sequence that was heard.
  private struct Heard {
    let inputs, states, u, direct: Tensor

    init(_ inputs: Tensor, _ states: Tensor, _ u: Tensor, _ direct: Tensor) {
      (self.inputs, self.states, self.u, self.direct) = (inputs, states, u, direct)
    }

    var time: Int { inputs.shape[0] }

    /// The walk back, with some of the ways to get it wrong.
    func walk(
      bend: (_ d: Tensor, _ h: Tensor) -> Tensor = { d, h in d * (1 - h.squared()) },
      bendsBefore: Bool = false,
      carry: (_ s: Tensor, _ u: Tensor) -> Tensor = { $0.matmul($1, transposingOther: true) },
      carriesBent: Bool = true, forwards: Bool = false
    ) -> Walk {
      var sums = [Tensor](repeating: .zeros(1, u.shape[0]), count: time)
      var later = Tensor.zeros(1, u.shape[0])
      for t in forwards ? Array(0..<time) : (0..<time).reversed() {
        let d = direct.rows([t]) + later
        sums[t] = bend(d, states.rows([bendsBefore ? t : t + 1]))
        later = carry(carriesBent ? sums[t] : d, u)
      }
      return Walk(heard: self, sums: sums, start: later.row(0))
    }
  }

  private struct Walk {
    let heard: Heard
    /// The gradients of the sums, for every moment. Each [1, hidden]
    var sums: [Tensor]
    let start: Tensor

    var allSums: Tensor { Tensor.concatenate(sums, axis: 0) }

    var slopes: Slopes {
      (
        heard.inputs.matmul(allSums, transposingSelf: true),
        heard.states.rows(0..<heard.time).matmul(allSums, transposingSelf: true),
        allSums.sum(axis: 0), start
      )
    }
  }

  // MARK: - Questions

  /// One moment and one unit first; then awkward and random shapes with random numbers.
  private static func ask(
    _ judge: Judge, _ what: String, _ slope: @escaping (Slopes) -> Tensor
  ) {
    func ask(_ inputs: Tensor, _ states: Tensor, _ u: Tensor, _ direct: Tensor) {
      let call = Code.call(slopes.name, [inputs, states, u, direct])
      judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
        slope(try answers.call(slopes, inputs, states, u, direct))
      }
    }
    ask(Tensor([[2]]), Tensor([[0.5], [0.8]]), Tensor([[3]]), Tensor([[10]]))
    ask(
      Tensor([[1, -2], [3, 0.5]]), Tensor([[0.25], [-0.5], [0.75]]), Tensor([[0.6]]),
      Tensor([[2], [-4]]))
    let random = (
      judge.generator.count(1...5), judge.generator.count(1...4), judge.generator.count(1...3)
    )
    for (time, inputs, hidden) in [(3, 1, 2), (4, 3, 2), random] {
      ask(
        judge.generator.matrix(time, inputs), judge.generator.matrix(time + 1, hidden),
        judge.generator.matrix(hidden, hidden), judge.generator.matrix(time, hidden))
    }
  }
}
