import ExerciseKit
import MiniTensor

extension Checks11 {
  /// Exercise 11.2.
  static let unroll = Check(
    "11.2", "Unroll", difficulty: 2, minutes: 20,
    file: "Unroll.swift", chapter: chapter, section: "Unrolling",
    hints: [
      "Keep one variable for the state. Each input replaces it by what the step makes of both.",
      """
      Collect the state after every step. For the second half: sequence i of length n had its last \
      input at moment n, and arrays count from 0.
      """,
      """
      states[n - 1] holds all sequences at moment n, one a row. Take row i of it, and put the rows \
      of all sequences below one another with Tensor.stack.
      """,
    ],
    parts: [
      Part("the state after every input", points: 2, sequences),
      Part("the final states of a batch", points: 2, batches),
    ],
    mistakes: [
      unrolled.mistake(
        "every input meets the starting state: the state must go on from step to step"
      ) { inputs, start, step in inputs.map { step($0, start) } },
      unrolled.mistake("only the last state is returned: all of them are asked for") {
        inputs, start, step in
        Array(states(inputs, start, step).suffix(1))
      },
      unrolled.mistake("the starting state is not one of the answers: begin after the first input")
      {
        inputs, start, step in
        [start] + states(inputs, start, step)
      },
      unrolled.mistake("yours is one moment late: return the state after an input, not before it") {
        inputs, start, step in
        Array(([start] + states(inputs, start, step)).dropLast())
      },
      unrolled.mistake("the first input comes first: yours reads the sequence backwards") {
        inputs, start, step in
        states(inputs.reversed(), start, step)
      },
      unrolled.mistake("input and state change places: step(input, state)") { inputs, start, step in
        states(inputs, start, Step("") { step($1, $0) })
      },
      finalStates.mistake("the same moment for all: each sequence ends at a moment of its own") {
        all, _ in
        all.last!
      },
      finalStates.mistake("one moment late: the state after n inputs is number n - 1") {
        all, lengths in
        pick(all, lengths.map { min($0, all.count - 1) })
      },
      finalStates.mistake("one moment late: the state after n inputs is number n - 1") {
        all, lengths in
        if lengths.contains(all.count) { throw Trap("Index out of range") }
        return pick(all, lengths)
      },
      finalStates.mistake("the sequences are mixed up: row i is the final state of sequence i") {
        all, lengths in
        let right = pick(all, lengths.map { $0 - 1 })
        return Tensor.stack((0..<lengths.count).reversed().map { right.row($0) })
      },
    ])

  private static let unrolled = Function("unroll(inputs:from:step:)", states)
  private typealias Step = Callback<Tensor, Tensor, Tensor>

  private static let finalStates = Function("finalStates(_:lengths:)") {
    (all: [Tensor], lengths: [Int]) in pick(all, lengths.map { $0 - 1 })
  }

  @Sendable private static func states(
    _ inputs: [Tensor], _ start: Tensor, _ step: Step
  ) -> [Tensor] {
    var state = start
    return inputs.map { input in
      state = step(input, state)
      return state
    }
  }

  @Sendable private static func pick(_ all: [Tensor], _ moments: [Int]) -> Tensor {
    Tensor.stack(moments.enumerated().map { row, moment in all[moment].row(row) })
  }

  // MARK: - Questions

  @Sendable private static func sequences(_ judge: Judge) {
    ask(judge, [[1, 2]], [0.5, 0.25], "x + 0.5 * h") { x, h in x + 0.5 * h }
    ask(judge, [[1, 2], [3, 5], [7, 11]], [4, -2], "x + 0.5 * h") { x, h in x + 0.5 * h }
    ask(judge, [[1], [2], [3], [4]], [0.5], "x - h * h") { x, h in x - h * h }
    ask(judge, [], [1, 2, 3], "x + h") { x, h in x + h }
    let inputs = (0..<5).map { _ in judge.generator.floats(3) }
    ask(judge, inputs, judge.generator.floats(3), "(x + 2 * h).tanh()") { x, h in
      (x + 2 * h).tanh()
    }
  }

  private static func ask(
    _ judge: Judge, _ inputs: [[Float]], _ start: [Float], _ words: String,
    _ step: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) {
    let step = Step("{ x, h in \(verbatim: words) }", step)
    judge.ask(unrolled, inputs.map { Tensor($0) }, Tensor(start), step)
  }

  @Sendable private static func batches(_ judge: Judge) {
    askFinal(judge, [[[1], [5]], [[2], [6]], [[3], [7]]], [1, 3])
    askFinal(judge, [[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]], [2, 1, 1])
    askFinal(judge, [[[4, 2, 6]]], [1])
    let random = (0..<4).map { _ in (0..<5).map { _ in judge.generator.floats(2) } }
    askFinal(judge, random, [3, 1, 4, 2, 2])
  }

  private static func askFinal(
    _ judge: Judge, _ all: [[[Float]]], _ lengths: [Int]
  ) {
    judge.ask(finalStates, all.map { Tensor($0) }, lengths)
  }
}
