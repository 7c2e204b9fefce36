import Foundation
import MiniTensor
import Testing

/// RNN, GRU and LSTM against PyTorch; `make_recurrent.py` wrote the numbers, once.
@Suite struct RecurrentGoldenTests {
  struct Golden: Decodable {
    var name: String
    var input: GoldenTests.Numbers
    var states, parameters, weights, last, stateGradients, gradients: [GoldenTests.Numbers]
    var outputs, inputGradient: GoldenTests.Numbers
  }

  @Test func matchPyTorch() throws {
    let url = try #require(Bundle.module.url(forResource: "recurrent", withExtension: "json"))
    let cases = try JSONDecoder().decode([Golden].self, from: Data(contentsOf: url))
    #expect(cases.map(\.name) == ["RNNtanh", "RNNrelu", "GRU", "LSTM"])
    for golden in cases {
      let kind = try #require(
        ["RNNtanh": RecurrentTests.Kind.tanh, "RNNrelu": .relu, "GRU": .gru, "LSTM": .lstm][
          golden.name])
      let network = RecurrentTests.network(kind, 4, 7)
      var values = golden.parameters.map(\.tensor)
      // PyTorch keeps two biases everywhere; only the GRU's candidate needs both.
      let hasTwoBiases = kind == .gru
      if !hasTwoBiases { values[2] += values.removeLast() }
      for (parameter, value) in zip(network.parameters, values) { parameter.value = value }
      let x = Variable(golden.input.tensor)
      let states = golden.states.map { Variable($0.tensor) }
      let results = network.run(x, states[0], states.last)
      zip(results, golden.weights).map { ($0 * $1.tensor).sum() }
        .reduce(Variable(constant: Tensor(0)), +).backward()
      expect("\(golden.name) outputs", results[0].value, golden.outputs)
      for (own, last) in zip(results.dropFirst(), golden.last) {
        expect("\(golden.name) last state", own.value, last)
      }
      expect("\(golden.name) input gradient", x.gradient, golden.inputGradient)
      for (state, gradient) in zip(states, golden.stateGradients) {
        expect("\(golden.name) state gradient", state.gradient, gradient)
      }
      for (parameter, gradient) in zip(network.parameters, golden.gradients) {
        expect("\(golden.name) gradient", parameter.gradient, gradient)
      }
    }
  }

  private func expect(_ what: String, _ own: Tensor?, _ golden: GoldenTests.Numbers) {
    let expected = golden.tensor.flattened()
    guard let own = own?.flattened(), own.shape == expected.shape else {
      Issue.record("\(what): \(own?.shape ?? []) instead of \(golden.shape)")
      return
    }
    let error = (own - expected).abs().max() / max(expected.abs().max(), 1e-30)
    #expect(error <= 1e-4, "\(what): relative error \(error)")
  }
}
