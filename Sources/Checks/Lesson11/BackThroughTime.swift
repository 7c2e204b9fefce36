import ExerciseKit
import MiniTensor

extension Checks11 {
  /// What backThroughTime returns.
  private typealias TimeSlopes = (
    inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, start: Tensor
  )
  /// Exercise 11.3.
  static let throughTime = Check(
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
      Part("the bias", points: 2, bias), Part("the input weights", points: 1, inputWeights),
      Part("the state weights", points: 1, stateWeights),
      Part("the starting state", points: 1, start),
    ],
    mistakes: [
      mistake("nothing is carried back: what a state does to later ones is left out") {
        $0.walk(carry: { _, _ in nil })
      },
      mistake("the derivative of the tanh is forgotten: multiply by 1 - h^2") {
        $0.walk(bend: { d, _ in d })
      },
      mistake("1 - h^2 takes the state after the step: yours takes the one before") {
        $0.walk(bendsBefore: true)
      },
      mistake("h (1 - h) is for the sigmoid: tanh has 1 - h^2") {
        $0.walk(bend: { d, h in d * h * (1 - h) })
      },
      mistake("the way back goes through U turned around: s U', not s U") {
        $0.walk(carry: { s, u in s.matmul(u) })
      },
      mistake("the derivative of the tanh comes before U: yours sends d down, not s") {
        $0.walk(carriesBent: false)
      },
      mistake("the sequence is walked forwards: the last moment comes first") {
        $0.walk(forwards: true)
      },
      mistake("only the last moment counts in yours: add up over all moments") { n in
        var slopes = n.walk()
        let s = n.sums(n.walked())
        let last = s.rows([n.time - 1])
        slopes.inputWeights = n.inputs.rows([n.time - 1]).matmul(last, transposingSelf: true)
        slopes.stateWeights = n.states.rows([n.time - 1]).matmul(last, transposingSelf: true)
        slopes.bias = last.row(0)
        return slopes
      },
      mistake("the slopes are averaged over time: they are sums") { n in
        var slopes = n.walk()
        let time = Float(n.time)
        slopes.inputWeights /= time
        slopes.stateWeights /= time
        slopes.bias /= time
        return slopes
      },
      mistake("dL/dW lies on its side: it is x' s, with the inputs as rows") { n in
        var slopes = n.walk()
        slopes.inputWeights = slopes.inputWeights.transposed()
        return slopes
      },
      mistake("dL/dU takes the state before each step, yours takes the one after") { n in
        var slopes = n.walk()
        let s = n.sums(n.walked())
        slopes.stateWeights = n.states.rows(1..<n.time + 1).matmul(s, transposingSelf: true)
        return slopes
      },
      mistake("dL/dU lies on its side: the state before as a column, s as a row") { n in
        var slopes = n.walk()
        slopes.stateWeights = slopes.stateWeights.transposed()
        return slopes
      },
      mistake("for h_0 return what was carried back to it: yours is s_1, one product short") { n in
        var slopes = n.walk()
        slopes.start = n.sums(n.walked()).row(0)
        return slopes
      },
    ])

  private static let backThroughTime = Function(
    "backThroughTime(inputs:states:stateWeights:stateGradients:)",
    reading: { value -> TimeSlopes in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self, Tensor.self)
    }
  ) { (inputs: Tensor, states: Tensor, u: Tensor, direct: Tensor) in
    Numbers(inputs: inputs, states: states, u: u, direct: direct).walk()
  }

  private static func mistake(
    _ likely: Text, _ slopes: @escaping @Sendable (Numbers) -> TimeSlopes
  ) -> Mistake {
    backThroughTime.mistake(likely) { slopes(Numbers(inputs: $0, states: $1, u: $2, direct: $3)) }
  }

  /// A sequence that was heard, and the walk back through it.
  private struct Numbers: Sendable {
    let inputs: Tensor
    let states: Tensor
    let u: Tensor
    let direct: Tensor

    var time: Int { inputs.shape[0] }

    typealias Walked = (sums: [Tensor], start: Tensor)

    /// The gradients of the sums, for every moment, and what reaches the starting state.
    func walked(
      bend: (_ d: Tensor, _ h: Tensor) -> Tensor = { d, h in d * (1 - h.squared()) },
      bendsBefore: Bool = false,
      carry: (_ s: Tensor, _ u: Tensor) -> Tensor? = { s, u in s.matmul(u, transposingOther: true)
      },
      carriesBent: Bool = true, forwards: Bool = false
    ) -> Walked {
      var sums = [Tensor](repeating: .zeros(1, u.shape[0]), count: time)
      var later = Tensor.zeros(1, u.shape[0])
      for t in forwards ? Array(0..<time) : (0..<time).reversed() {
        let d = direct.rows([t]) + later
        sums[t] = bend(d, states.rows([bendsBefore ? t : t + 1]))
        later = carry(carriesBent ? sums[t] : d, u) ?? .zeros(1, u.shape[0])
      }
      return (sums, later.row(0))
    }

    func sums(_ walked: Walked) -> Tensor { Tensor.concatenate(walked.sums, axis: 0) }

    func slopes(_ walked: Walked) -> TimeSlopes {
      let s = sums(walked)
      return (
        inputWeights: inputs.matmul(s, transposingSelf: true),
        stateWeights: states.rows(0..<time).matmul(s, transposingSelf: true),
        bias: s.sum(axis: 0), start: walked.start
      )
    }

    func walk(
      bend: (_ d: Tensor, _ h: Tensor) -> Tensor = { d, h in d * (1 - h.squared()) },
      bendsBefore: Bool = false,
      carry: (_ s: Tensor, _ u: Tensor) -> Tensor? = { s, u in s.matmul(u, transposingOther: true)
      },
      carriesBent: Bool = true, forwards: Bool = false
    ) -> TimeSlopes {
      slopes(
        walked(
          bend: bend, bendsBefore: bendsBefore, carry: carry, carriesBent: carriesBent,
          forwards: forwards))
    }
  }

  // MARK: - Questions

  /// One moment and one unit first; then awkward shapes with random numbers.
  private static func cases(_ judge: Judge) -> [Numbers] {
    var cases = [
      Numbers(
        inputs: Tensor([[2]]), states: Tensor([[0.5], [0.8]]), u: Tensor([[3]]),
        direct: Tensor([[10]])),
      Numbers(
        inputs: Tensor([[1, -2], [3, 0.5]]), states: Tensor([[0.25], [-0.5], [0.75]]),
        u: Tensor([[0.6]]), direct: Tensor([[2], [-4]])),
    ]
    for (time, inputs, hidden) in [(3, 1, 2), (4, 3, 2)] {
      cases.append(
        Numbers(
          inputs: judge.generator.matrix(time, inputs),
          states: judge.generator.matrix(time + 1, hidden),
          u: judge.generator.matrix(hidden, hidden), direct: judge.generator.matrix(time, hidden)))
    }
    return cases
  }

  private static func ask(
    _ judge: Judge, _ what: String,
    _ slope: @escaping @Sendable (TimeSlopes) -> Tensor
  ) {
    for n in cases(judge) {
      let call = Code.call(backThroughTime.name, [n.inputs, n.states, n.u, n.direct])
      judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
        slope(try answers.call(backThroughTime, n.inputs, n.states, n.u, n.direct))
      }
    }
  }

  @Sendable private static func bias(_ judge: Judge) {
    ask(judge, "bias") { $0.bias }
  }

  @Sendable private static func inputWeights(_ judge: Judge) {
    ask(judge, "inputWeights") { $0.inputWeights }
  }

  @Sendable private static func stateWeights(_ judge: Judge) {
    ask(judge, "stateWeights") { $0.stateWeights }
  }

  @Sendable private static func start(_ judge: Judge) {
    ask(judge, "start") { $0.start }
  }
}
