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
      Part("the state after every input", points: 2) { judge in sequences(judge) },
      Part("the final states of a batch", points: 2) { judge in batches(judge) },
    ],
    mistakes: [
      unrolled.mistake(
        "every input meets the starting state: the state must go on from step to step"
      ) { inputs, start, step in inputs.map { step($0, start) } },
      unrolled.mistake("only the last state is returned: all of them are asked for") {
        Array(states($0, $1, $2).suffix(1))
      },
      unrolled.mistake("the starting state is not one of the answers: begin after the first input")
      { [$1] + states($0, $1, $2) },
      unrolled.mistake("yours is one moment late: return the state after an input, not before it") {
        Array(([$1] + states($0, $1, $2)).dropLast())
      },
      unrolled.mistake("the first input comes first: yours reads the sequence backwards") {
        states($0.reversed(), $1, $2)
      },
      unrolled.mistake("input and state change places: step(input, state)") { inputs, start, step in
        var state = start
        return inputs.map {
          state = step(state, $0)
          return state
        }
      },
      unrolled.mistake("the step is taken twice for an input: call it once, and keep the result") {
        inputs, start, step in
        _ = inputs.first.map { step($0, start) }
        return states(inputs, start, step)
      },
      unrolled.mistake("without inputs nothing is returned: there is no first one then") {
        if $0.isEmpty { throw Trap("Index out of range") }
        return states($0, $1, $2)
      },
      finals.mistake("the same moment for all: each sequence ends at a moment of its own") {
        all, _ in
        all.last!
      },
      finals.mistake("one moment late: the state after n inputs is number n - 1") { all, lengths in
        if lengths.contains(all.count) { throw Trap("Index out of range") }
        return pick(all, lengths)
      },
      finals.mistake("one moment late: the state after n inputs is number n - 1") { all, lengths in
        pick(all, lengths.map { min($0, all.count - 1) })
      },
      finals.mistake("the sequences are mixed up: row i is the final state of sequence i") {
        all, lengths in
        let right = pick(all, lengths.map { $0 - 1 })
        return Tensor.stack((0..<lengths.count).reversed().map { right.row($0) })
      },
      finals.mistake("every row is one of the first sequence: take row i for sequence i") {
        all, lengths in Tensor.stack(lengths.map { all[$0 - 1].row(0) })
      },
    ])

  // MARK: - The functions

  private typealias Step = Callback<Tensor, Tensor, Tensor>

  private static let unrolled = Function("unroll(inputs:from:step:)") {
    (inputs: [Tensor], start: Tensor, step: Step) -> [Tensor] in states(inputs, start, step)
  }

  private static let finals = Function("finalStates(_:lengths:)") {
    (all: [Tensor], lengths: [Int]) -> Tensor in pick(all, lengths.map { $0 - 1 })
  }

  private static func states(_ inputs: [Tensor], _ start: Tensor, _ step: Step) -> [Tensor] {
    var state = start
    return inputs.map { input in
      state = step(input, state)
      return state
    }
  }

  private static func pick(_ all: [Tensor], _ moments: [Int]) -> Tensor {
    Tensor.stack(moments.enumerated().map { row, moment in all[moment].row(row) })
  }

  // MARK: - Questions

  private static func sequences(_ judge: Judge) {
    let sum = Step("{ x, h in x + 0.5 * h }") { x, h in x + 0.5 * h }
    judge.ask(unrolled, [Tensor([1, 2])], Tensor([0.5, 0.25]), sum)
    judge.ask(
      unrolled, [Tensor([1, 2]), Tensor([3, 5]), Tensor([7, 11])], Tensor([4, -2]), sum)
    let square = Step("{ x, h in x - h * h }") { x, h in x - h * h }
    judge.ask(unrolled, [1, 2, 3, 4].map { Tensor([$0]) }, Tensor([0.5]), square)
    let shape = [judge.generator.count(1...3), judge.generator.count(1...3)]
    let random = (0..<judge.generator.count(3...6)).map { _ in
      judge.generator.matrix(shape[0], shape[1])
    }
    let bent = Step("{ x, h in (x + 2 * h).tanh() }") { x, h in (x + 2 * h).tanh() }
    judge.ask(unrolled, Array(random.dropFirst()), random[0], bent)
    judge.ask(unrolled, [], Tensor([1, 2, 3]), sum)
    for inputs in [[Tensor([1]), Tensor([2]), Tensor([3])], []] {
      judge.ask(
        """
        var calls = 0; _ = unroll(inputs: \(inputs), from: Tensor([1])) { x, h in calls += 1; \
        return x + h }; calls
        """
      ) { answers in
        var calls = 0
        let counting = Step("{ x, h in calls += 1; return x + h }") { x, h in
          calls += 1
          return x + h
        }
        _ = try answers.value(unrolled, inputs, Tensor([1]), counting)
        return calls
      }
    }
  }

  private static func batches(_ judge: Judge) {
    judge.ask(finals, [Tensor([[1], [5]]), Tensor([[2], [6]]), Tensor([[3], [7]])], [1, 3])
    judge.ask(
      finals, [Tensor([[1, 2], [3, 4], [5, 6]]), Tensor([[7, 8], [9, 10], [11, 12]])], [2, 1, 1])
    judge.ask(finals, [Tensor([[4, 2, 6]])], [1])
    for _ in 0..<2 {
      let (time, batch) = (judge.generator.count(2...5), judge.generator.count(2...5))
      let hidden = judge.generator.count(1...3)
      let all = (0..<time).map { _ in judge.generator.matrix(batch, hidden) }
      judge.ask(finals, all, (0..<batch).map { _ in judge.generator.count(1...time) })
    }
  }
}
