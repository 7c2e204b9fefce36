import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson12 {
  /// How much of the error of step 100 reaches the steps before, in four fresh networks.
  static func followTheError(_ board: Board) {
    board.section("A carousel for the error")
    board.say(
      """
      Lesson 11 sent an error back through a plain recurrent network. At every step it is \
      multiplied by the weights and by the slope of tanh, and after a few dozen steps nothing is \
      left. Sepp Hochreiter saw it in 1991, in his diploma thesis, and asked the question the other \
      way round: in which unit would the error neither fade nor grow? In one that adds to itself \
      with weight 1. Jürgen Schmidhuber and he called it the constant error carousel. Around it \
      stand gates, small sigmoids, each with its own weights, that learn when to write into the \
      cell, when to keep, and when to show it.
      """)
    board.formula(
      """
      i, f, o = sigmoid of  x(t) W + h(t-1) U + b     three gates
      g       = tanh of     x(t) W + h(t-1) U + b     the candidate
      c(t)    = f c(t-1) + i g                        the cell: keep, write
      h(t)    = o tanh(c(t))                          show
      """)
    checkByHand(board)
    let time = 100
    var generator = RandomGenerator(seed: board.seed)
    let x = Tensor.uniform([20, time, 2], using: &generator)
    let weights = Tensor.normal([32], using: &generator)
    let kinds: [(name: Text, kind: SequenceReader.Kind, forgetBias: Float, gate: Double?)] = [
      ("plain network", .plain, 1, nil),
      ("LSTM, forget bias 1", .lstm, 1, 0.731),
      ("LSTM, forget bias 3", .lstm, 3, 0.953),
      ("LSTM of 1997, no forget gate", .lstm1997, 1, 1),
    ]
    let draws = 20
    let walks = kinds.map { _, kind, forgetBias, _ in
      concurrently(draws, seed: board.seed(of: "carousel")) { _, generator, _ in
        let reader = SequenceReader(
          kind, inputSize: 2, hiddenSize: 32, outputSize: 1, forgetBias: forgetBias,
          using: &generator)
        return reader.influence(on: x) { states in
          (states.slice(axis: 1, at: time - 1) * weights).sum()
        }
      }
    }
    board.draw(
      Figure(
        "How strongly each step moves the end",
        caption: "Fresh networks of 32 units, before any training; the median of \(draws).",
        x: "step", y: Axis("|d h(100) / d x(t)|", range: 1e-20...10, isLogarithmic: true),
        name: "carousel"
      ) {
        for (walks, (name, _, _, _)) in zip(walks, kinds) {
          let medians = (0..<time).map { step in walks.map { $0[step] }.median }
          Lines(x: 1...time, y: medians.map { max($0, 1e-20) }, name: name)
        }
      })
    board.say(
      """
      How much of the last step's gradient reaches the input fifty steps before the end? And how \
      much would come along the cell alone, f^50, with f as the bias leaves it?
      """)
    board.table(
      ["network", "f^50", "least", "median", "largest"],
      zip(walks, kinds).map { walks, kind in
        let left = walks.map { $0[49] / $0[99] }
        let alone: Text = kind.gate.map { "\(pow($0, 50), significant: 1)" } ?? "-"
        return [
          kind.name, alone, "\(left.min()!, significant: 1)", "\(left.median, significant: 1)",
          "\(left.max()!, significant: 1)",
        ]
      }, title: "The share that arrives by all roads, \(draws) networks of each kind")
    board.say(
      """
      With a forget gate at 0.73 the cell is a poor road, and what little arrives has come by the \
      others, through gates and weights. At f = 1 the cell loses nothing; how much of it the end \
      shows differs from network to network. And this is only the beginning: learning can open a \
      gate, or shut it.
      """)
  }

  /// The cells of MemoryCell.swift and GatedUnit.swift against the library's layers, which the rest
  /// of the lesson uses.
  private static func checkByHand(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    let x = Variable(Tensor.normal([2, 7, 3], using: &generator))
    let weights = Tensor.normal([2, 7, 5], using: &generator)

    /// The largest relative difference of outputs and of all gradients.
    func gap(
      _ parameters: [Variable], _ byHand: (Variable) -> Variable, _ fast: (Variable) -> Variable
    ) -> Float {
      let (mine, theirs) = (measure(byHand), measure(fast))
      return zip(mine, theirs).map { ($0 - $1).abs().max() / max(1, $0.abs().max()) }.max() ?? 1

      func measure(_ layer: (Variable) -> Variable) -> [Tensor] {
        let leaves = [x] + parameters
        for leaf in leaves { leaf.zeroGradient() }
        let outputs = layer(x)
        (outputs * weights).sum().backward()
        return [outputs.value] + leaves.map { $0.gradient ?? Tensor.zeros(like: $0.value) }
      }
    }

    let lstm = LSTM(inputSize: 3, hiddenSize: 5, using: &generator)
    let cell = MemoryCell(W: lstm.inputWeight, U: lstm.recurrentWeight, b: lstm.bias)
    let gru = GRU(inputSize: 3, hiddenSize: 5, using: &generator)
    let unit = GatedUnit(
      W: gru.inputWeight, U: gru.recurrentWeight, b: gru.bias, c: gru.recurrentBias)
    let largest = max(
      gap(lstm.parameters, cell.unrolled) { lstm($0).outputs },
      gap(gru.parameters, unit.unrolled) { gru($0).outputs })
    board.claim(
      "by-hand", "LSTM and GRU written out against the library's, outputs and gradients",
      source:
        "Gers and others, Neural Computation 12 (2000), sec. 3; Cho and others, EMNLP 2014 (r after U)",
      published: "the equations", measured: "largest difference \(largest, significant: 1)",
      gate: "below 1e-4", holds: largest < 1e-4)
  }
}
