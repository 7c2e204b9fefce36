import MiniTensor
import Testing

@Suite struct AttentionTests {
  private func leaf(_ shape: some Collection<Int>, seed: UInt64) -> Variable {
    var generator = RandomGenerator(seed: seed)
    return Variable(Tensor.normal(shape, using: &generator))
  }

  /// Weighted before the sum: a plain sum hides mistakes.
  private func expectRightGradients(of variables: [Variable], _ result: () -> Variable) {
    var generator = RandomGenerator(seed: 99)
    let weights = Tensor.normal(withoutGradients(result).shape, using: &generator)
    let check = gradientCheck(of: variables) { (result() * weights).sum() }
    #expect(check.worstError < 3e-3, "shapes \(variables.map(\.shape))")
  }

  @Test func aBatchIsManyProducts() {
    let a = leaf([3, 5, 2], seed: 1).value
    let b = leaf([3, 5, 4], seed: 2).value
    let product = a.matmul(b, transposingSelf: true)
    #expect(product.shape == [3, 2, 4])
    for index in 0..<3 {
      let one = a.row(index).transposed().matmul(b.row(index))
      #expect(product.row(index).isApproximatelyEqual(to: one))
    }
  }

  @Test func aSharpQueryFindsItsKey() {
    let keys = Tensor.identity(4) * 100
    let values = Tensor([[1], [2], [3], [4]])
    let found = scaledDotProductAttention(
      queries: Variable(constant: keys.rows([2, 0])), keys: Variable(constant: keys),
      values: Variable(constant: values))
    #expect(found.value == Tensor([[3], [1]]))
  }

  @Test func agreesWithTheDefinition() {
    let (q, k, v) = (leaf([3, 4], seed: 3), leaf([5, 4], seed: 4), leaf([5, 2], seed: 5))
    let scores = q.matmul(k.transposed()) * 0.5
    let expected = scores.softmax().matmul(v).value
    let found = scaledDotProductAttention(queries: q, keys: k, values: v).value
    #expect(found.isApproximatelyEqual(to: expected, tolerance: 1e-6))
    let weights = attentionWeights(queries: q.value, keys: k.value)
    #expect(weights.sum(axis: 1).isApproximatelyEqual(to: .ones(3), tolerance: 1e-6))
  }

  @Test func theMaskHidesTheFuture() {
    #expect(Tensor.causalMask(3) == Tensor([[1, 0, 0], [1, 1, 0], [1, 1, 1]]))
    let x = leaf([2, 3, 4], seed: 6).value
    let weights = attentionWeights(queries: x, keys: x, mask: .causalMask(3))
    #expect(weights * (1 - Tensor.causalMask(3)) == .zeros(2, 3, 3))
    #expect(weights.sum(axis: -1).isApproximatelyEqual(to: .ones(2, 3), tolerance: 1e-6))
    #expect(weights[0, 0, 0] == 1)
  }

  @Test(arguments: [
    ([1, 1], [1, 1], [1, 1]), ([3, 2], [5, 2], [5, 4]), ([2, 4, 3], [2, 1, 3], [2, 1, 2]),
    ([2, 1, 3, 2], [2, 1, 4, 2], [2, 1, 4, 1]),
  ])
  func gradients(_ queries: [Int], _ keys: [Int], _ values: [Int]) {
    let (q, k, v) = (leaf(queries, seed: 7), leaf(keys, seed: 8), leaf(values, seed: 9))
    expectRightGradients(of: [q, k, v]) {
      scaledDotProductAttention(queries: q, keys: k, values: v)
    }
  }

  @Test func gradientsWithMask() {
    let (q, k) = (leaf([2, 3, 2], seed: 10), leaf([2, 3, 2], seed: 11))
    let v = leaf([2, 3, 4], seed: 12)
    expectRightGradients(of: [q, k, v]) {
      scaledDotProductAttention(queries: q, keys: k, values: v, mask: .causalMask(3))
    }
  }

  @Test(arguments: [([1, 1, 2], 1, false), ([2, 3, 6], 3, true), ([3, 4, 4], 2, false)])
  func headsLearn(_ shape: [Int], _ headCount: Int, _ isCausal: Bool) {
    var generator = RandomGenerator(seed: 13)
    let layer = MultiHeadAttention(
      size: shape[2], headCount: headCount, isCausal: isCausal, using: &generator)
    let x = leaf(shape, seed: 14)
    expectRightGradients(of: [x] + layer.parameters.filter { $0 !== layer.key.bias }) { layer(x) }
    #expect(layer.weights(x).shape == [shape[0], headCount, shape[1], shape[1]])
  }

  @Test func oneHeadLooksAtAMemory() {
    var generator = RandomGenerator(seed: 15)
    let layer = MultiHeadAttention(size: 2, headCount: 1, using: &generator)
    let (x, memory) = (leaf([2, 3, 2], seed: 16), leaf([2, 5, 2], seed: 17))
    let expected = layer.output(
      scaledDotProductAttention(
        queries: layer.query(x), keys: layer.key(memory), values: layer.value(memory)))
    #expect(layer(x, over: memory).value.isApproximatelyEqual(to: expected.value))
  }

  @Test(arguments: [[1, 3], [4, 3], [2, 3, 5]]) func normalisation(shape: [Int]) {
    let x = leaf(shape, seed: 18)
    let layer = LayerNorm(size: shape[shape.count - 1])
    for parameter in layer.parameters { parameter.value = leaf(parameter.shape, seed: 19).value }
    let mean = x.mean(axis: -1, keepingDimension: true)
    let variance = x.variance(axis: -1, keepingDimension: true)
    let expected = (x - mean) / (variance + 1e-5).squareRoot() * layer.scale + layer.shift
    #expect(layer(x).value.isApproximatelyEqual(to: expected.value, tolerance: 1e-5))
    expectRightGradients(of: [x] + layer.parameters) { layer(x) }
    expectRightGradients(of: [x]) { RMSNorm()(x) }
    let squares = RMSNorm()(x).value.squared().mean(axis: -1)
    #expect(squares.isApproximatelyEqual(to: .ones(squares.shape), tolerance: 1e-3))
  }

  @Test func constantRowsAreSafe() {
    let rows = Variable(Tensor([[3, 3, 3], [0, 0, 0]]))
    #expect(LayerNorm(size: 3)(rows).value == .zeros(2, 3))
    RMSNorm()(rows).sum().backward()
    #expect(rows.gradient?.scalars.allSatisfy { $0.isFinite } == true)
  }

  /// Moving k steps on is the same rotation everywhere.
  @Test func positionsTurn() {
    let waves = Tensor.sinusoidalPositions(count: 50, size: 6)
    #expect(waves.shape == [50, 6])
    #expect(waves.row(0) == [0, 1, 0, 1, 0, 1])
    #expect(abs(waves[3, 2] - 0.138_798_1) < 1e-6)  // sin(3 / 10000^(2/6))
    let near = (waves.row(7) * waves.row(4)).sum()
    let far = (waves.row(43) * waves.row(40)).sum()
    #expect(abs(near - far) < 1e-5)
  }

  @Test func misuseIsNamed() async {
    let mask = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, 3)
      _ = attentionWeights(queries: x, keys: x, mask: Tensor([[1, 0], [0, 0]]))
    }
    #expect(words(mask).contains("attention: the mask leaves a query nowhere to look"))
    let shapes = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = attentionWeights(queries: .ones(2, 3), keys: .ones(2, 3), mask: .ones(3, 3))
    }
    #expect(words(shapes).contains("mask of shape [3, 3] for scores of shape [2, 2]"))
    let heads = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 1)
      _ = MultiHeadAttention(size: 6, headCount: 4, using: &generator)
    }
    #expect(words(heads).contains("4 heads cannot share 6 numbers evenly"))
  }

  private func words(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}
