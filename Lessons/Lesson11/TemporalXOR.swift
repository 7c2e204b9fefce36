import MiniTensor

/// Two random bits, then their exclusive or, then two new bits, and so on.
enum TemporalXOR {
  /// A stream of bits.
  static func bits(_ count: Int, using generator: inout RandomGenerator) -> [Float] {
    var bits: [Float] = []
    while bits.count < count {
      let pair = [generator.integer(below: 2), generator.integer(below: 2)]
      bits += (pair + [pair[0] ^ pair[1]]).map { Float($0) }
    }
    return Array(bits.prefix(count))
  }
}

/// Eight hidden units that hear one bit at a time and say how likely the next one is a 1.
struct BitPredictor {
  private let cell: RecurrentCell
  private let output: Linear
  private let optimizer: Adam
  /// False cuts the wire from the state to itself: what is left is a network without memory.
  private let remembers: Bool

  init(hiddenSize: Int = 8, remembers: Bool = true, using generator: inout RandomGenerator) {
    cell = RecurrentCell(inputSize: 1, hiddenSize: hiddenSize, using: &generator)
    output = Linear(inputSize: hiddenSize, outputSize: 1, using: &generator)
    optimizer = Adam(cell.parameters + output.parameters, learningRate: 0.01)
    self.remembers = remembers
  }

  /// The logit of "the next bit is 1" after each bit.
  ///
  /// **Shape** bits [batch, time] -> [time * batch, 1], the first step of all sequences first.
  private func logits(_ bits: Tensor) -> Variable {
    let (batch, time) = (bits.shape[0], bits.shape[1])
    let start = cell.emptyState(batch: batch)
    let inputs = (0..<time).map { Variable(constant: bits.columns($0..<$0 + 1)) }  // [batch, 1]
    let states =
      remembers
      ? cell.unroll(inputs, from: start) : inputs.map { cell.step($0, from: start) }
    return output(Variable.concatenate(states, axis: 0))
  }

  /// One pass over a stream that was cut into sequences.
  ///
  /// **Shape** stream [batch, time].
  /// - Returns: the mean surprise at the next bit, in bits.
  func learn(_ stream: Tensor) -> Float {
    let time = stream.shape[1]
    let next = stream.columns(1..<time).transposed().reshaped(-1, 1)  // [(time - 1) * batch, 1]
    optimizer.zeroGradients()
    let loss = binaryCrossEntropy(logits: logits(stream.columns(0..<time - 1)), targets: next)
    loss.backward()
    optimizer.step()
    return loss.value.scalars[0] / 0.6931472
  }

  /// The chance of a 1 after each bit of one long stream.
  func chances(_ bits: [Float]) -> [Float] {
    withoutGradients { logits(Tensor(bits, shape: [1, bits.count])).sigmoid().value.scalars }
  }
}
