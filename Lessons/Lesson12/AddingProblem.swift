import MiniTensor

/// The adding problem: a hundred random numbers, two of them marked; their sum is wanted at the
/// end.
///
/// One marker lies in the first half, one in the second. Who ignores the input and always answers 1
/// has the mean squared error 1/6 = 0.167, the variance of the sum of two numbers.
///
/// Source: S. Hochreiter, J. Schmidhuber, Neural Computation 9, 1997, section 5.4 (there with
/// numbers from -1 to 1 and a target 0.5 + sum / 4).
struct AddingProblem: Sendable {
  let time: Int

  static let guessing = 1.0 / 6

  /// **Shape** inputs `[count, time, 2]`: the number, and 1 where it is marked; sums `[count, 1]`.
  func batch(of count: Int, using generator: inout RandomGenerator) -> (x: Tensor, sums: Tensor) {
    var x = [Float](repeating: 0, count: count * time * 2)
    var sums = [Float](repeating: 0, count: count)
    let half = time / 2
    for row in 0..<count {
      let start = row * time
      for t in 0..<time { x[(start + t) * 2] = generator.uniform() }
      for t in [generator.integer(below: half), half + generator.integer(below: time - half)] {
        x[(start + t) * 2 + 1] = 1
        sums[row] += x[(start + t) * 2]
      }
    }
    return (Tensor(x, shape: [count, time, 2]), Tensor(sums, shape: [count, 1]))
  }

  /// How one network fared.
  struct Run: @unchecked Sendable {
    let reader: SequenceReader
    var steps: [Int] = []
    /// Mean squared error on 1,000 other sequences, at these steps.
    var errors: [Double] = []
    var last: Double { errors.last ?? 1 }
  }

  static let interval = 125

  /// Trains in batches of 50 until the error on other sequences is below 0.01, or to the limit.
  func run(
    _ kind: SequenceReader.Kind, hiddenSize: Int, limit: Int,
    using generator: inout RandomGenerator,
    tick: () -> Void
  ) -> Run {
    let reader = SequenceReader(
      kind, inputSize: 2, hiddenSize: hiddenSize, outputSize: 1, using: &generator)
    let optimizer = Adam(reader.parameters, learningRate: 0.01)
    let test = batch(of: 1000, using: &generator)
    var run = Run(reader: reader)
    for step in 1...limit {
      let (x, sums) = batch(of: 50, using: &generator)
      optimizer.zeroGradients()
      meanSquaredError(reader.lastAnswer(Variable(constant: x)), sums).backward()
      reader.parameters.clipGradients(toNorm: 1)
      optimizer.step()
      guard step % Self.interval == 0 else { continue }
      let error = withoutGradients {
        meanSquaredError(reader.lastAnswer(Variable(constant: test.x)), test.sums).value.scalar
      }
      run.steps.append(step)
      run.errors.append(Double(error))
      tick()
      if error < 0.01 { break }
    }
    return run
  }
}
