import MiniTensor

// Recurrent layers and attention.

extension MisuseTableTests {
  static let sequences: [Call] = recurrent + attention

  private static let recurrent: [Call] = [
    Call("RNN.init(inputSize:hiddenSize:nonlinearity:using:)", "RNN: inputSize 0 and hiddenSize 1")
    {
      withRandom { _ = RNN(inputSize: 0, hiddenSize: 1, using: &$0) }
    },
    Call("RNN.callAsFunction(_:from:)", "RNN: input of shape [1, 3, 4]: expected [batch, time, 2]")
    {
      withRandom { _ = RNN(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 3, 4)) }
    },
    Call("RNN.callAsFunction(_:from:)", "RNN: input of shape [1, 0, 2]: expected [batch, time, 2]")
    {
      withRandom { _ = RNN(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 0, 2)) }
    },
    Call("RNN.callAsFunction(_:from:)", "RNN: a state of shape [3] for input [1, 1, 2]: expected") {
      withRandom { _ = RNN(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 1, 2), from: v(3)) }
    },
    Call("RNN.step(_:from:)", "RNN: a step with an input of shape [1, 1, 2]: expected [batch, in]")
    {
      withRandom { _ = RNN(inputSize: 2, hiddenSize: 3, using: &$0).step(v(1, 1, 2)) }
    },
    Call("RNN.step(_:from:)", "RNN: a step with an input of shape [2]: expected [batch, in]") {
      withRandom { _ = RNN(inputSize: 2, hiddenSize: 3, using: &$0).step(v(2)) }
    },
    Call("GRU.init(inputSize:hiddenSize:using:)", "GRU: inputSize 1 and hiddenSize -1 must be") {
      withRandom { _ = GRU(inputSize: 1, hiddenSize: -1, using: &$0) }
    },
    Call("GRU.callAsFunction(_:from:)", "GRU: weights of shape [2, 9] and [1, 1], biases of shape")
    {
      withRandom {
        let layer = GRU(inputSize: 2, hiddenSize: 3, using: &$0)
        layer.recurrentWeight.value = .zeros(1, 1)
        layer.inputWeight.value = .zeros(2, 9)
        _ = layer(v(1, 1, 2))
      }
    },
    Call(
      "GRU.callAsFunction(_:from:)", "GRU: a state of shape [2, 3] for input [1, 1, 2]: expected"
    ) {
      withRandom { _ = GRU(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 1, 2), from: v(2, 3)) }
    },
    Call("GRU.step(_:from:)", "GRU: a step with an input of shape []: expected [batch, in]") {
      withRandom {
        _ = GRU(inputSize: 2, hiddenSize: 3, using: &$0).step(Variable(Tensor(1)))
      }
    },
    Call(lstm, "LSTM: inputSize 0 and hiddenSize 0 must be positive") {
      withRandom { _ = LSTM(inputSize: 0, hiddenSize: 0, using: &$0) }
    },
    Call(lstm, "LSTM: forgetBias nan: expected a finite number") {
      withRandom { _ = LSTM(inputSize: 1, hiddenSize: 1, forgetBias: .nan, using: &$0) }
    },
    Call("LSTM.callAsFunction(_:from:)", "LSTM: input of shape [1, 2]: expected [batch, time, 2]") {
      withRandom { _ = LSTM(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 2)) }
    },
    Call("LSTM.callAsFunction(_:from:)", "LSTM: a state of shape [1, 2] for input [1, 1, 2]") {
      withRandom {
        let state = LSTM.State(hidden: v(1, 3), cell: v(1, 2))
        _ = LSTM(inputSize: 2, hiddenSize: 3, using: &$0)(v(1, 1, 2), from: state)
      }
    },
    Call("LSTM.step(_:from:)", "LSTM: a step with an input of shape [1, 1, 2]: expected") {
      withRandom { _ = LSTM(inputSize: 2, hiddenSize: 3, using: &$0).step(v(1, 1, 2)) }
    },
  ]

  private static let lstm = "LSTM.init(inputSize:hiddenSize:hasForgetGate:forgetBias:using:)"

  private static let attention: [Call] = [
    Call(scaled, "attention: queries of shape [2, 3], keys of shape [1, 2, 3]: expected") {
      _ = scaledDotProductAttention(queries: v(2, 3), keys: v(1, 2, 3), values: v(1, 2, 3))
    },
    Call(scaled, "attention: queries of shape [2, 3], keys of shape [2, 4]: expected") {
      _ = scaledDotProductAttention(queries: v(2, 3), keys: v(2, 4), values: v(2, 4))
    },
    Call(scaled, "attention: keys of shape [2, 3] with values of shape [3, 3]: one for each") {
      _ = scaledDotProductAttention(queries: v(2, 3), keys: v(2, 3), values: v(3, 3))
    },
    Call(scaled, "attention: the mask holds 0.5: expected 1 (may look) and 0 (may not)") {
      let x = v(1, 2, 2)
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .full([2, 2], 0.5))
    },
    Call(scaled, "attention: mask of shape [2, 2, 2] for scores of shape [2, 2, 2, 2]: expected") {
      let x = v(2, 2, 2, 2)
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .ones(2, 2, 2))
    },
    Call(scaled, "attention: mask of shape [2, 3] for scores of shape [1, 2, 2]: expected") {
      let x = v(1, 2, 2)
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .ones(2, 3))
    },
    Call(scaled, "attention: the mask leaves a query nowhere to look: one of its rows is all 0") {
      let x = v(1, 2, 2)
      _ = scaledDotProductAttention(queries: x, keys: x, values: x, mask: .zeros(2, 2))
    },
    Call("attentionWeights(queries:keys:mask:)", "attention: queries of shape [2], keys of shape") {
      _ = attentionWeights(queries: [1, 2], keys: [1, 2])
    },
    Call(heads, "MultiHeadAttention: 3 heads cannot share 4 numbers evenly") {
      withRandom { _ = MultiHeadAttention(size: 4, headCount: 3, using: &$0) }
    },
    Call(heads, "MultiHeadAttention: 0 heads cannot share 4 numbers evenly") {
      withRandom { _ = MultiHeadAttention(size: 4, headCount: 0, using: &$0) }
    },
    Call(
      "MultiHeadAttention.callAsFunction(_:)", "MultiHeadAttention: input of shape [2, 4], memory"
    ) {
      withRandom { _ = MultiHeadAttention(size: 4, headCount: 2, using: &$0)(v(2, 4)) }
    },
    Call("MultiHeadAttention.callAsFunction(_:over:mask:)", "MultiHeadAttention: input of shape [1")
    {
      withRandom {
        _ = MultiHeadAttention(size: 4, headCount: 2, using: &$0)(v(1, 2, 4), over: v(2, 2, 4))
      }
    },
    Call(
      "MultiHeadAttention.callAsFunction(_:over:mask:)", "MultiHeadAttention: a causal look from"
    ) {
      withRandom {
        let layer = MultiHeadAttention(size: 4, headCount: 2, isCausal: true, using: &$0)
        _ = layer(v(1, 2, 4), over: v(1, 3, 4))
      }
    },
    Call("MultiHeadAttention.weights(_:)", "MultiHeadAttention: input of shape [1, 2, 3], memory") {
      withRandom { _ = MultiHeadAttention(size: 4, headCount: 2, using: &$0).weights(v(1, 2, 3)) }
    },
  ]

  private static let scaled = "scaledDotProductAttention(queries:keys:values:mask:)"
  private static let heads =
    "MultiHeadAttention.init(size:headCount:isCausal:hasBias:initializer:using:)"
}
