@testable import MiniTensor

// Attention and the recurrent layers.

extension Operation {
  static let sequences: [Operation] = attention + recurrent

  private static let attention: [Operation] = [
    Operation(
      "attention", ["scaledDotProductAttention(queries:keys:values:mask:)"],
      variables: { v, c in
        let mask = c.wholes("mask").isEmpty ? nil : c.tensor("mask")
        return [scaledDotProductAttention(queries: v[0], keys: v[1], values: v[2], mask: mask)]
      }),
    two(
      "attentionWeights", ["attentionWeights(queries:keys:mask:)"],
      { q, k, _ in attentionWeights(queries: q, keys: k) }),
    Operation(
      "multiHeadAttention",
      ["MultiHeadAttention.init(size:headCount:isCausal:hasBias:initializer:using:)"]
        + ["MultiHeadAttention.callAsFunction(_:)"],
      variables: { v, c in
        let layer = heads(v[0], c, isCausal: c.flag("causal"))
        give(&v, to: layer.parameters)
        return [layer(v[0])]
      }),
    Operation(
      "multiHeadWeights", ["MultiHeadAttention.weights(_:)"],
      tensors: { t, c in
        let layer = heads(Variable(t[0]), c, isCausal: c.flag("causal"))
        for (own, given) in zip(layer.parameters, t.dropFirst()) { own.value = given }
        return [layer.weights(Variable(t[0]))]
      }),
    Operation(
      "crossAttention", ["MultiHeadAttention.callAsFunction(_:over:mask:)"],
      variables: { v, c in
        let layer = heads(v[0], c, isCausal: false)
        give(&v, to: layer.parameters, after: 2)
        return [layer(v[0], over: v[1])]
      }),
  ]

  private static let recurrent: [Operation] = [
    reading("RNN", ["RNN.init(inputSize:hiddenSize:nonlinearity:using:)"]) { inputs, size, random in
      RNN(inputSize: inputs, hiddenSize: size, using: &random)
    },
    reading("RNNReLU", []) { inputs, size, random in
      RNN(inputSize: inputs, hiddenSize: size, nonlinearity: .relu, using: &random)
    },
    reading("GRU", ["GRU.init(inputSize:hiddenSize:using:)"]) { inputs, size, random in
      GRU(inputSize: inputs, hiddenSize: size, using: &random)
    },
    reading(
      "LSTM",
      [
        "LSTM.init(inputSize:hiddenSize:hasForgetGate:forgetBias:using:)",
        "LSTM.State.init(hidden:cell:)",
      ]
    ) { inputs, size, random in
      LSTM(inputSize: inputs, hiddenSize: size, using: &random)
    },
    reading("LSTMWithoutForgetGate", []) { inputs, size, random in
      LSTM(inputSize: inputs, hiddenSize: size, hasForgetGate: false, using: &random)
    },
  ].flatMap { $0 }

  private static func heads(_ input: Variable, _ c: Case, isCausal: Bool) -> MultiHeadAttention {
    var random = RandomGenerator(seed: 1)
    return MultiHeadAttention(
      size: input.shape[2], headCount: c.whole("heads"), isCausal: isCausal, hasBias: false,
      using: &random)
  }

  /// A layer that reads sequences, and the same one step at a time.
  private static func reading(
    _ name: String, _ entries: [String],
    _ make: @escaping @Sendable (Int, Int, inout RandomGenerator) -> any SequenceLayer
  ) -> [Operation] {
    let type = String(name.prefix { $0.isUppercase }.prefix(name.hasPrefix("LSTM") ? 4 : 3))
    @Sendable func run(_ v: inout [Variable], isStep: Bool) -> [Variable] {
      var random = RandomGenerator(seed: 1)
      let layer = make(v[1].shape[0], v[2].shape[0], &random)
      let states = Array(v[(1 + layer.parameters.count)...])
      give(&v, to: layer.parameters)
      return isStep ? layer.oneStep(v[0], states) : layer.whole(v[0], states)
    }
    return [
      Operation(
        name, entries + ["\(type).callAsFunction(_:from:)"],
        variables: { v, _ in run(&v, isStep: false) }),
      Operation(
        name + "Step", ["\(type).step(_:from:)"], variables: { v, _ in run(&v, isStep: true) }),
    ]
  }
}

/// What the recurrent layers have in common, for the table above.
private protocol SequenceLayer {
  var parameters: [Variable] { get }
  func whole(_ input: Variable, _ states: [Variable]) -> [Variable]
  func oneStep(_ input: Variable, _ states: [Variable]) -> [Variable]
}

extension RNN: SequenceLayer {
  fileprivate func whole(_ input: Variable, _ states: [Variable]) -> [Variable] {
    let (outputs, state) = self(input, from: states.first)
    return [outputs, state]
  }
  fileprivate func oneStep(_ input: Variable, _ states: [Variable]) -> [Variable] {
    [step(input, from: states.first)]
  }
}

extension GRU: SequenceLayer {
  fileprivate func whole(_ input: Variable, _ states: [Variable]) -> [Variable] {
    let (outputs, state) = self(input, from: states.first)
    return [outputs, state]
  }
  fileprivate func oneStep(_ input: Variable, _ states: [Variable]) -> [Variable] {
    [step(input, from: states.first)]
  }
}

extension LSTM: SequenceLayer {
  private func first(_ states: [Variable]) -> State? {
    states.isEmpty ? nil : State(hidden: states[0], cell: states[1])
  }
  fileprivate func whole(_ input: Variable, _ states: [Variable]) -> [Variable] {
    let (outputs, state) = self(input, from: first(states))
    return [outputs, state.hidden, state.cell]
  }
  fileprivate func oneStep(_ input: Variable, _ states: [Variable]) -> [Variable] {
    let state = step(input, from: first(states))
    return [state.hidden, state.cell]
  }
}
