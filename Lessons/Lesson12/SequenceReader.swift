import MiniTensor

/// A recurrent layer of some kind, and a linear layer that answers from its state.
struct SequenceReader {
  enum Kind: Sendable { case plain, gru, lstm, lstm1997 }

  let kind: Kind
  let parameters: [Variable]
  /// **Shape** `[batch, time, in]` -> answers `[batch, time, out]`.
  let answers: (Variable) -> Variable
  /// **Shape** `[batch, time, in]` -> the answer after the last step `[batch, out]`.
  let lastAnswer: (Variable) -> Variable
  /// The hidden states alone, `[batch, time, hidden]`.
  let states: (Variable) -> Variable

  init(
    _ kind: Kind, inputSize: Int, hiddenSize: Int, outputSize: Int, forgetBias: Float = 1,
    using generator: inout RandomGenerator
  ) {
    let head: Linear
    let own: [Variable]
    switch kind {
    case .plain:
      let layer = RNN(inputSize: inputSize, hiddenSize: hiddenSize, using: &generator)
      (own, states) = (layer.parameters, { layer($0).outputs })
    case .gru:
      let layer = GRU(inputSize: inputSize, hiddenSize: hiddenSize, using: &generator)
      (own, states) = (layer.parameters, { layer($0).outputs })
    case .lstm, .lstm1997:
      let layer = LSTM(
        inputSize: inputSize, hiddenSize: hiddenSize, hasForgetGate: kind == .lstm,
        forgetBias: forgetBias, using: &generator)
      (own, states) = (layer.parameters, { layer($0).outputs })
    }
    head = Linear(inputSize: hiddenSize, outputSize: outputSize, using: &generator)
    self.kind = kind
    parameters = own + head.parameters
    let states = self.states
    answers = { head(states($0)) }
    lastAnswer = { head(states($0).slice(axis: 1, at: $0.shape[1] - 1)) }
  }

  var weightCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// How strongly each input moves a number at the end: |d(end) / d(x of step t)|, for t = 0 ...
  ///
  /// `end` computes one number from the states.
  func influence(on x: Tensor, _ end: (Variable) -> Variable) -> [Double] {
    let input = Variable(x)
    end(states(input)).backward()
    for parameter in parameters { parameter.zeroGradient() }
    let gradient = input.gradient ?? Tensor.zeros(like: x)
    // A sum of squares over batch and features, in double precision: it may be very small.
    let (batch, time, size) = (x.shape[0], x.shape[1], x.shape[2])
    let numbers = gradient.scalars
    return (0..<time).map { t in
      var sum = 0.0
      for row in 0..<batch {
        for j in 0..<size {
          let slope = Double(numbers[(row * time + t) * size + j])
          sum += slope * slope
        }
      }
      return (sum / Double(batch)).squareRoot()
    }
  }
}
