import MiniTensor
import Testing

/// Every operation that shares its work out gives the same bits on any number of threads.
@Suite struct ThreadsTests {
  static let long: Tensor = {
    var generator = RandomGenerator(seed: 3)
    return Tensor.normal([1_234_567], using: &generator)
  }()

  static let operations: [(String, @Sendable (Tensor) -> Tensor)] = [
    ("add", { $0 + $0.squared() }), ("multiply by a number", { $0 * 1.7 }),
    ("subtract from a number", { 3 - $0 }), ("exp", { $0.exp() }), ("tanh", { $0.tanh() }),
    ("relu", { $0.relu() }),
    (
      "sums of rows",
      { Tensor(Array($0.scalars.prefix(1_234_500)), shape: [12_345, 100]).sum(axis: 1) }
    ),
    ("sum", { Tensor($0.sum()) }), ("mean", { Tensor($0.mean()) }),
    (
      "add in place",
      { x in
        var result = x
        result += x.abs()
        return result
      }
    ),
    (
      "softmax",
      { x in
        Tensor(Array(x.scalars.prefix(1_028 * 1_200)), shape: [1_028, 1_200]).softmax(axis: 1)
      }
    ),
  ]

  @Test(arguments: operations.indices)
  func sameBitsOnAnyNumberOfThreads(_ index: Int) {
    let (name, operation) = Self.operations[index]
    let one = Threads.$count.withValue(1) { operation(Self.long) }
    for count in [2, 3, 7] {
      let isSame = Threads.$count.withValue(count) { operation(Self.long) } == one
      #expect(isSame, "\(name) on \(count) threads")
    }
  }

  /// Products of few rows, transposed and not, and the step of an optimizer.
  @Test func wholeTrainingStepsHaveTheSameBits() {
    func train() -> [Tensor] {
      var random = RandomGenerator(seed: 5)
      let model = Sequential(
        Linear(inputSize: 300, outputSize: 130, using: &random), Activation.relu,
        Linear(inputSize: 130, outputSize: 70, using: &random), Activation.silu,
        Linear(inputSize: 70, outputSize: 301, using: &random))
      let inputs = Tensor.normal([67, 300], using: &random)
      let targets = Tensor.normal([67, 301], using: &random)
      let optimizer = Adam(model.parameters)
      for _ in 0..<3 {
        optimizer.zeroGradients()
        meanSquaredError(model(Variable(inputs)), targets).backward()
        optimizer.step()
      }
      return model.parameters.map(\.value)
    }
    let one = Threads.$count.withValue(1) { train() }
    for count in [2, 3, 7] {
      #expect(Threads.$count.withValue(count) { train() } == one, "\(count) threads")
    }
  }

  /// Whoever finds the helpers busy does the work alone; nobody waits for ever or loses a part.
  @Test func manyCallersAtOnceAllGetTheirResults() async {
    let expected = (Self.long + 1).sum()
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<50).count { _ in
            Threads.$count.withValue(4) { (Self.long + 1).sum() } == expected
          }
        }
      }
      for await right in group { #expect(right == 50) }
    }
  }

  /// The pieces of a long sum must not depend on where one of them ends.
  @Test(arguments: [1, 1023, 1024, 1025, 4096, 1_000_001])
  func sumsOfAnyLengthAreRight(_ count: Int) {
    let numbers = Self.long.scalars.prefix(count)
    let expected = numbers.reduce(0.0) { $0 + Double($1) }
    let sizes = numbers.reduce(0.0) { $0 + Double(abs($1)) }
    let measured = Double(Tensor(Array(numbers)).sum())
    #expect(abs(measured - expected) < 1e-6 * sizes)
  }
}
