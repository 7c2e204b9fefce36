import MiniTensor

/// A network that reads a string of Reber's grammar letter by letter and guesses the next.
struct ReberNetwork {
  let reader: SequenceReader
  private let optimizer: Adam

  /// - `hiddenSize`: 8 as a rule.
  init(_ kind: SequenceReader.Kind, hiddenSize: Int = 8, using generator: inout RandomGenerator) {
    reader = SequenceReader(
      kind, inputSize: ReberGrammar.letterCount, hiddenSize: hiddenSize,
      outputSize: ReberGrammar.letterCount, using: &generator)
    optimizer = Adam(reader.parameters, learningRate: 0.01)
  }

  /// Learns from one string: after each letter the next one is the right answer.
  func learn(_ example: ReberGrammar.Example) {
    optimizer.zeroGradients()
    let x = ReberGrammar.oneHot([Array(example.letters.dropLast())])
    let logits = reader.answers(Variable(constant: x))
    softmaxCrossEntropy(logits: logits, labels: Array(example.letters.dropFirst())).backward()
    optimizer.step()
  }

  /// How many strings are predicted without a fault: at each step every letter that may follow must
  /// get a higher score than every letter that may not.
  func faultless(_ examples: [ReberGrammar.Example]) -> Int {
    let longest = examples.map(\.letters.count).max() ?? 0
    let padded = examples.map { example in
      example.letters + [Int](repeating: 0, count: longest - example.letters.count)
    }
    let scores = withoutGradients {
      reader.answers(Variable(constant: ReberGrammar.oneHot(padded))).value.scalars
    }
    return examples.enumerated().count { row, example in
      (0..<(example.letters.count - 1)).allSatisfy { t in
        let start = (row * longest + t) * ReberGrammar.letterCount
        return ReberGrammar.isRight(
          scores[start..<(start + ReberGrammar.letterCount)], allowed: example.allowed[t])
      }
    }
  }

  /// One trial as in the paper: 256 strings to learn from, 256 to test with, one string a step.
  ///
  /// - Returns: after how many strings all 512 were predicted without a fault; nil if never.
  static func trial(
    _ kind: SequenceReader.Kind, limit: Int, using generator: inout RandomGenerator
  ) -> Int? {
    let examples = (0..<512).map { _ in ReberGrammar.example(using: &generator) }
    let network = ReberNetwork(kind, using: &generator)
    for count in 1...limit {
      network.learn(examples[generator.integer(below: 256)])
      // Who fails on the first 32 need not be asked about the others.
      guard count % 100 == 0, network.faultless(Array(examples.prefix(32))) == 32 else { continue }
      if network.faultless(examples) == examples.count { return count }
    }
    return nil
  }
}

extension ReberGrammar {
  /// **Shape** lists of equal length -> `[batch, time, 7]`.
  static func oneHot(_ strings: [[Int]]) -> Tensor {
    let time = strings.first?.count ?? 0
    var x = [Float](repeating: 0, count: strings.count * time * letterCount)
    for (row, letters) in strings.enumerated() {
      for (t, letter) in letters.enumerated() { x[(row * time + t) * letterCount + letter] = 1 }
    }
    return Tensor(x, shape: [strings.count, time, letterCount])
  }

  /// Every letter that may follow has a higher score than every letter that may not.
  static func isRight(_ scores: ArraySlice<Float>, allowed: [Int]) -> Bool {
    var (worstAllowed, bestForbidden) = (Float.infinity, -Float.infinity)
    for (letter, score) in scores.enumerated() {
      if allowed.contains(letter) {
        worstAllowed = min(worstAllowed, score)
      } else {
        bestForbidden = max(bestForbidden, score)
      }
    }
    return worstAllowed > bestForbidden
  }
}
