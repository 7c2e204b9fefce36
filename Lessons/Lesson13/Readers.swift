import MiniTensor

/// A network that reads symbols and answers with scores for symbols.
protocol Reader {
  var parameters: [Variable] { get }

  /// **Shape** sequences of one length `[batch][time]` -> logits `[batch, answers, symbols]`.
  func callAsFunction(_ sequences: [[Int]]) -> Variable
}

extension Reader {
  var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// The symbol with the highest score, for each answer of each sequence.
  func answers(_ sequences: [[Int]]) -> [[Int]] {
    let logits = withoutGradients { self(sequences).value }
    let (count, classes) = (logits.shape[1], logits.shape[2])
    let best = logits.reshaped(-1, classes).argmax(axis: 1)
    return sequences.indices.map { Array(best[($0 * count)..<(($0 + 1) * count)]) }
  }
}

/// Two blocks of attention: every position sees the others at once.
struct AttentionReader: Reader {
  let symbols: Embedding
  /// One learned vector a place: without it the reader could not tell first from last.
  let places: Variable  // [time, size]
  let blocks: [Block]
  let norm: LayerNorm
  let readout: Linear
  /// How many of the last positions answer.
  let answerCount: Int

  init(
    symbolCount: Int, answerSymbols: Int, length: Int, answerCount: Int, size: Int,
    headCount: Int, isCausal: Bool, thinks: Bool,
    using generator: inout RandomGenerator
  ) {
    symbols = Embedding(
      count: symbolCount, dimension: size, initializer: .normal(standardDeviation: 0.3),
      using: &generator)
    places = Variable(
      Tensor.normal([length, size], standardDeviation: 0.3, using: &generator))
    blocks = (0..<2).map { _ in
      Block(size: size, headCount: headCount, isCausal: isCausal, thinks: thinks, using: &generator)
    }
    norm = LayerNorm(size: size)
    readout = Linear(inputSize: size, outputSize: answerSymbols, using: &generator)
    self.answerCount = answerCount
  }

  var parameters: [Variable] {
    symbols.parameters + [places] + blocks.flatMap(\.parameters) + norm.parameters
      + readout.parameters
  }

  func callAsFunction(_ sequences: [[Int]]) -> Variable {
    let x = blocks.reduce(symbols(sequences) + places) { x, block in block(x) }
    return readout(norm(x.slice(axis: 1, (x.shape[1] - answerCount)..<x.shape[1])))
  }

  /// Who looks at whom in each block: `[heads, time, time]`.
  func maps(_ sequence: [Int]) -> [Tensor] {
    withoutGradients {
      var x = symbols([sequence]) + places
      return blocks.map { block in
        defer { x = block(x) }
        return block.attention.weights(block.attentionNorm(x)).row(0)
      }
    }
  }
}

/// A long short-term memory (lesson 12): one symbol after another, everything kept in one state.
struct RecurrentReader: Reader {
  let symbols: Embedding
  let memory: LSTM
  let readout: Linear
  let answerCount: Int

  init(
    symbolCount: Int, answerSymbols: Int, answerCount: Int, embeddingSize: Int, hiddenSize: Int,
    using generator: inout RandomGenerator
  ) {
    symbols = Embedding(count: symbolCount, dimension: embeddingSize, using: &generator)
    memory = LSTM(inputSize: embeddingSize, hiddenSize: hiddenSize, using: &generator)
    readout = Linear(inputSize: hiddenSize, outputSize: answerSymbols, using: &generator)
    self.answerCount = answerCount
  }

  var parameters: [Variable] {
    symbols.parameters + memory.parameters + readout.parameters
  }

  func callAsFunction(_ sequences: [[Int]]) -> Variable {
    let outputs = memory(symbols(sequences)).outputs
    let time = outputs.shape[1]
    return readout(outputs.slice(axis: 1, (time - answerCount)..<time))
  }
}
