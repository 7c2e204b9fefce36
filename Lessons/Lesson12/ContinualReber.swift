import MiniTensor

/// Strings of the embedded grammar one after another, and nobody says where one ends.
///
/// Source: F. Gers, J. Schmidhuber, F. Cummins, Neural Computation 12, 2000, section 4.
struct ContinualReber {
  /// At least `length` letters without a break.
  static func stream(_ length: Int, using generator: inout RandomGenerator) -> ReberGrammar.Example
  {
    var stream = ReberGrammar.Example(letters: [], allowed: [])
    while stream.letters.count < length {
      let next = ReberGrammar.example(using: &generator)
      stream.letters += next.letters
      stream.allowed += next.allowed
    }
    return stream
  }

  /// What a trained network did with a new stream.
  struct Result: Sendable {
    /// The share of strings whose last letter but one, T or P, got the higher score of the two.
    var closing: Double
    /// The largest |c| of all cells at each of 2,000 letters, from an empty memory.
    var largestCell: [Double]
  }

  /// Learns from a stream in pieces of 50 letters, and goes through 20,000 others.
  ///
  /// The state is carried over from piece to piece, detached: truncated backpropagation through
  /// time. Nothing is ever reset.
  static func run(
    hasForgetGate: Bool, pieces: Int, using generator: inout RandomGenerator
  ) -> Result {
    let lstm = LSTM(
      inputSize: ReberGrammar.letterCount, hiddenSize: 8, hasForgetGate: hasForgetGate,
      using: &generator)
    let head = Linear(inputSize: 8, outputSize: ReberGrammar.letterCount, using: &generator)
    let parameters = lstm.parameters + head.parameters
    let optimizer = Adam(parameters, learningRate: 0.01)
    let length = 50
    let letters = stream(pieces * length + 1, using: &generator).letters
    var state: LSTM.State?
    for piece in 0..<pieces {
      let start = piece * length
      let x = ReberGrammar.oneHot([Array(letters[start..<(start + length)])])
      optimizer.zeroGradients()
      let (outputs, last) = lstm(Variable(constant: x), from: state)
      softmaxCrossEntropy(
        logits: head(outputs), labels: Array(letters[(start + 1)...(start + length)])
      ).backward()
      parameters.clipGradients(toNorm: 1)
      optimizer.step()
      state = last.detached()
    }
    return withoutGradients { evaluate(lstm, head, from: state, using: &generator) }
  }

  private static func evaluate(
    _ lstm: LSTM, _ head: Linear, from start: LSTM.State?, using generator: inout RandomGenerator
  ) -> Result {
    let (t, p) = (ReberGrammar.index("T"), ReberGrammar.index("P"))
    let test = stream(20_000, using: &generator)
    let x = ReberGrammar.oneHot([test.letters])
    let scores = head(lstm(Variable(constant: x), from: start).outputs).value.scalars
    // Only an E inside the frame is followed by the one letter T or P.
    let closing = test.letters.indices.filter { test.allowed[$0] == [t] || test.allowed[$0] == [p] }
    let right = closing.count { place in
      let row = place * ReberGrammar.letterCount
      let saysT = scores[row + t] > scores[row + p]
      return saysT == (test.allowed[place] == [t])
    }
    var state: LSTM.State?
    let largest = test.letters.prefix(2000).map { letter -> Double in
      let next = lstm.step(
        Variable(constant: ReberGrammar.oneHot([[letter]]).reshaped(1, ReberGrammar.letterCount)),
        from: state)
      state = next
      return Double(next.cell.value.abs().max())
    }
    return Result(closing: Double(right) / Double(closing.count), largestCell: largest)
  }
}
