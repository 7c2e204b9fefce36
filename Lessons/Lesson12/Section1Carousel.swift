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
    func line(_ kind: SequenceReader.Kind, forgetBias: Float = 1) -> [Double] {
      var generator = RandomGenerator(seed: board.seed &+ 1)
      let reader = SequenceReader(
        kind, inputSize: 2, hiddenSize: 32, outputSize: 1, forgetBias: forgetBias,
        using: &generator)
      return reader.influence(on: x) { states in
        (states.slice(axis: 1, at: time - 1) * weights).sum()
      }
    }
    let lines = [
      line(.plain), line(.lstm), line(.lstm, forgetBias: 3), line(.lstm1997),
    ]
    let names: [Text] = [
      "plain network", "LSTM, forget bias 1 (f = 0.73)", "LSTM, forget bias 3 (f = 0.95)",
      "LSTM of 1997, no forget gate (f = 1)",
    ]
    board.draw(
      Figure(
        "How strongly each step moves the end",
        caption: "Fresh networks of 32 units, before any training.",
        x: "step", y: Axis("|d h(100) / d x(t)|", range: 1e-20...10, isLogarithmic: true),
        name: "carousel"
      ) {
        for (line, name) in zip(lines, names) {
          Lines(x: 1...time, y: line.map { max($0, 1e-20) }, name: name)
        }
      })
    /// The share of the last step's gradient that reaches step 50.
    func left(_ network: Int) -> Double { lines[network][49] / lines[network][99] }
    board.say(
      """
      Fifty steps before the end \(left(0), significant: 1) of the plain network's gradient is \
      left. In the LSTM the forget gate decides: \(left(1), significant: 1) where it is 0.73 open, \
      \(left(2), significant: 2) at 0.95. Without one, as in 1997, it is \(left(3), significant: 2): \
      nothing is lost. And this \
      is only the beginning: learning can open a gate, or shut it.
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
      source: "Gers and others, Neural Computation 12 (2000), sec. 3; Cho and others, EMNLP 2014",
      published: "the equations", measured: "largest difference \(largest, significant: 1)",
      gate: "below 1e-4", holds: largest < 1e-4)
  }
}
