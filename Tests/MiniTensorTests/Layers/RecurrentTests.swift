import Foundation
import MiniTensor
import Testing

/// The recurrent layers against the same equations written with ordinary operations.
@Suite struct RecurrentTests {
  enum Kind: String, CaseIterable { case tanh, relu, gru, lstm, lstm1997 }

  /// One layer of any kind, seen the same way.
  struct Network {
    var parameters: [Variable]
    /// Input, h, c -> outputs, the last h, the last c (h again where there is no cell).
    var run: (Variable, Variable?, Variable?) -> [Variable]
    var step: (Variable, Variable, Variable) -> [Variable]
  }

  static func network(_ kind: Kind, _ inputSize: Int, _ hiddenSize: Int) -> Network {
    var generator = RandomGenerator(seed: 12)
    let result: Network
    switch kind {
    case .tanh, .relu:
      let layer = RNN(
        inputSize: inputSize, hiddenSize: hiddenSize, nonlinearity: kind == .tanh ? .tanh : .relu,
        using: &generator)
      result = Network(parameters: layer.parameters) { x, h, _ in
        let (outputs, state) = layer(x, from: h)
        return [outputs, state, state]
      } step: { x, h, c in
        [layer.step(x, from: h), c]
      }
    case .gru:
      let layer = GRU(inputSize: inputSize, hiddenSize: hiddenSize, using: &generator)
      result = Network(parameters: layer.parameters) { x, h, _ in
        let (outputs, state) = layer(x, from: h)
        return [outputs, state, state]
      } step: { x, h, c in
        [layer.step(x, from: h), c]
      }
    case .lstm, .lstm1997:
      let layer = LSTM(
        inputSize: inputSize, hiddenSize: hiddenSize, hasForgetGate: kind == .lstm,
        using: &generator)
      result = Network(parameters: layer.parameters) { x, h, c in
        let given = h.flatMap { h in c.map { LSTM.State(hidden: h, cell: $0) } }
        let (outputs, state) = layer(x, from: given)
        return [outputs, state.hidden, state.cell]
      } step: { x, h, c in
        let state = layer.step(x, from: LSTM.State(hidden: h, cell: c))
        return [state.hidden, state.cell]
      }
    }
    // Biases that are not zero, so that a forgotten one shows.
    for parameter in result.parameters.dropFirst(2) {
      parameter.value = Tensor.normal(
        parameter.shape, standardDeviation: 0.5, using: &generator)
    }
    return result
  }

  /// One step, as the equations in the documentation say.
  static func naiveStep(
    _ kind: Kind, _ p: [Variable], _ x: Variable, _ h: Variable, _ c: Variable
  ) -> (Variable, Variable) {
    let size = h.shape[1]
    func block(_ a: Variable, _ k: Int) -> Variable {
      a.slice(axis: 1, (k * size)..<((k + 1) * size))
    }
    let own = x.matmul(p[0]) + p[2]
    let past = h.matmul(p[1])
    switch kind {
    case .tanh: return ((own + past).tanh(), c)
    case .relu: return ((own + past).relu(), c)
    case .gru:
      let old = past + p[3]
      let reset = (block(own, 0) + block(old, 0)).sigmoid()
      let update = (block(own, 1) + block(old, 1)).sigmoid()
      let candidate = (block(own, 2) + reset * block(old, 2)).tanh()
      return ((1 - update) * candidate + update * h, c)
    case .lstm:
      let a = own + past
      let cell = block(a, 1).sigmoid() * c + block(a, 0).sigmoid() * block(a, 3).tanh()
      return (block(a, 2).sigmoid() * cell.tanh(), cell)
    case .lstm1997:
      let a = own + past
      let cell = c + block(a, 0).sigmoid() * block(a, 2).tanh()
      return (block(a, 1).sigmoid() * cell.tanh(), cell)
    }
  }

  /// batch, time, in, hidden: one of each, odd ones, and more than a vector register.
  static let sizes = [[1, 1, 1, 1], [3, 5, 7, 2], [1, 4, 2, 17], [7, 3, 1, 33], [2, 1, 3, 16]]

  @Test(arguments: Kind.allCases, sizes)
  func matchesTheEquations(_ kind: Kind, _ sizes: [Int]) {
    let (batch, time, inputSize, size) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let network = Self.network(kind, inputSize, size)
    var generator = RandomGenerator(seed: 3)
    let x = Variable(Tensor.normal([batch, time, inputSize], using: &generator))
    let (h, c) = (
      Variable(Tensor.normal([batch, size], using: &generator)),
      Variable(Tensor.normal([batch, size], using: &generator))
    )
    let weights = [[batch, time, size], [batch, size], [batch, size]].map {
      Tensor.normal($0, using: &generator)
    }
    let leaves = [x, h, c] + network.parameters

    func gradients(_ results: [Variable]) -> [Tensor?] {
      for leaf in leaves { leaf.zeroGradient() }
      zip(results, weights).map { ($0 * $1).sum() }.reduce(Variable(constant: Tensor(0)), +)
        .backward()
      return leaves.map(\.gradient)
    }

    var (hidden, cell) = (h, c)
    let steps = (0..<time).map { t in
      (hidden, cell) = Self.naiveStep(
        kind, network.parameters, x.slice(axis: 1, at: t), hidden, cell)
      return hidden
    }
    let isLSTM = kind == .lstm || kind == .lstm1997
    let naive = [Variable.stack(steps, axis: 1), hidden, isLSTM ? cell : hidden]
    let expected = gradients(naive)

    let own = network.run(x, h, c)
    for (a, b) in zip(own, naive) {
      #expect(a.value.isApproximatelyEqual(to: b.value, tolerance: 1e-5))
    }
    for (a, b) in zip(gradients(own), expected) {
      guard let a, let b else {
        #expect(a == nil && (b == nil || !isLSTM))
        continue
      }
      #expect((a - b).abs().max() <= 1e-4 * max(1, b.abs().max()))
    }
    // The same steps, one call each.
    (hidden, cell) = (h, c)
    for t in 0..<time {
      let next = network.step(x.slice(axis: 1, at: t), hidden, cell)
      (hidden, cell) = (next[0], next[1])
    }
    #expect(hidden.value.isApproximatelyEqual(to: naive[1].value, tolerance: 1e-5))
  }

  @Test(arguments: Kind.allCases, [[1, 1, 1, 1], [2, 3, 2, 3]])
  func gradientsAreTheDerivatives(_ kind: Kind, _ sizes: [Int]) {
    let network = Self.network(kind, sizes[2], sizes[3])
    var generator = RandomGenerator(seed: 5)
    let x = Variable(Tensor.normal([sizes[0], sizes[1], sizes[2]], using: &generator))
    let h = Variable(Tensor.normal([sizes[0], sizes[3]], using: &generator))
    let c = Variable(Tensor.normal([sizes[0], sizes[3]], using: &generator))
    let check = gradientCheck(of: [x, h, c] + network.parameters, step: 0.003) {
      let results = network.run(x, h, c)
      return results[0].squared().sum() + (results[1] * results[2]).sum()
    }
    #expect(check.worstError < 0.01, "\(kind): \(check.errors)")
  }

  /// The loss may use only the last cell, and a graph may be walked twice.
  @Test func theLastCellAloneCarriesGradients() {
    let network = Self.network(.lstm, 2, 3)
    let x = Tensor([0.5, -1, 2, 1, 0, 1], shape: [1, 3, 2])
    let loss = network.run(Variable(constant: x), nil, nil)[2].sum()
    loss.backward(keepingGraph: true)
    let once = network.parameters.map(\.gradient)
    #expect(once[0] != nil && once[0]?.abs().max() ?? 0 > 0.01)
    loss.backward()
    for (parameter, gradient) in zip(network.parameters, once) {
      #expect(parameter.gradient == gradient.map { $0 * 2 })
    }
  }

  @Test func aDetachedStateCutsThePast() {
    let network = Self.network(.lstm, 2, 4)
    let x = Variable(Tensor.ones(2, 3, 2))
    let first = network.run(x, nil, nil)
    let second = network.run(
      Variable(constant: Tensor.ones(2, 3, 2)), first[1].detached(), first[2].detached())
    second[0].sum().backward()
    #expect(x.gradient == nil)
    // In two halves or at once: the same numbers.
    let whole = network.run(Variable(constant: Tensor.ones(2, 6, 2)), nil, nil)
    #expect(whole[0].value.slice(axis: 1, 3..<6).isApproximatelyEqual(to: second[0].value))
  }

  @Test(arguments: Kind.allCases)
  func threadsChangeNoBit(_ kind: Kind) {
    func train(threads: Int) -> [[UInt32]] {
      Threads.$count.withValue(threads) {
        let network = Self.network(kind, 8, 64)
        var generator = RandomGenerator(seed: 1)
        let x = Variable(Tensor.normal([37, 40, 8], using: &generator))
        let results = network.run(x, nil, nil)
        (results[0].sum() + results[2].squared().sum()).backward()
        return ([results[0].value] + ([x] + network.parameters).compactMap(\.gradient)).map {
          $0.scalars.map(\.bitPattern)
        }
      }
    }
    #expect(train(threads: 1) == train(threads: 2))
  }

  @Test func theForgetGateStartsWhereAsked() {
    var generator = RandomGenerator(seed: 1)
    let layer = LSTM(inputSize: 1, hiddenSize: 2, forgetBias: 3, using: &generator)
    #expect(layer.bias.value == [0, 0, 3, 3, 0, 0, 0, 0])
    let old = LSTM(inputSize: 1, hiddenSize: 2, hasForgetGate: false, using: &generator)
    #expect(old.parameters.map(\.shape) == [[1, 6], [2, 6], [6]])
  }

  @Test func aWrongShapeIsNamed() async {
    let input = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = RecurrentTests.network(.gru, 4, 2).run(Variable(Tensor.zeros(3, 5)), nil, nil)
    }
    let inputWords = String(decoding: input?.standardErrorContent ?? [], as: UTF8.self)
    #expect(inputWords.contains("GRU: input of shape [3, 5]: expected [batch, time, 4]"))
    let state = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = RecurrentTests.network(.tanh, 4, 2).run(
        Variable(Tensor.zeros(3, 5, 4)), Variable(Tensor.zeros(2, 3)), nil)
    }
    let stateWords = String(decoding: state?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      stateWords.contains("RNN: a state of shape [2, 3] for input [3, 5, 4]: expected [3, 2]"))
  }
}
