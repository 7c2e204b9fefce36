import Foundation
import MiniTensor

/// A network that reads symbol by symbol, guesses the next, and so can write.
struct Writer {
  let embedding: Embedding
  let lstm: LSTM
  let head: Linear
  let parameters: [Variable]

  init(symbols: Int, hiddenSize: Int, using generator: inout RandomGenerator) {
    embedding = Embedding(count: symbols, dimension: 32, using: &generator)
    lstm = LSTM(inputSize: 32, hiddenSize: hiddenSize, using: &generator)
    head = Linear(inputSize: hiddenSize, outputSize: symbols, using: &generator)
    parameters = embedding.parameters + lstm.parameters + head.parameters
  }

  /// Trains with truncated backpropagation: 16 places of the text at once, pieces of 64 symbols.
  ///
  /// - `look`: is told the loss of every step, in bits a symbol.
  func train(
    on text: [Int], steps: Int, learningRate: Float, using generator: inout RandomGenerator,
    look: (_ step: Int, _ bits: Double) -> Void
  ) {
    let (batch, length) = (16, 64)
    let share = text.count / batch
    let dropout = Dropout(rate: 0.2)
    let optimizer = Adam(parameters, learningRate: learningRate)
    var state: LSTM.State?
    var start = 0
    for step in 1...steps {
      if start + length + 1 > share { (start, state) = (0, nil) }
      let pieces = (0..<batch).map { row in
        Array(text[(row * share + start)...(row * share + start + length)])
      }
      start += length
      optimizer.zeroGradients()
      let (outputs, last) = lstm(embedding(pieces.map { Array($0.dropLast()) }), from: state)
      let loss = softmaxCrossEntropy(
        logits: head(dropout(outputs, training: &generator)),
        labels: pieces.flatMap { $0.dropFirst() })
      loss.backward()
      parameters.clipGradients(toNorm: 1)
      // Down to a tenth at the end, in a straight line.
      optimizer.learningRate = learningRate * (1 - 0.9 * Float(step) / Float(steps))
      optimizer.step()
      state = last.detached()
      look(step, Double(loss.value.scalar) / log(2))
    }
  }

  /// Bits a symbol of another text costs.
  func bits(of text: [Int]) -> Double {
    withoutGradients {
      let logits = head(lstm(embedding([Array(text.dropLast())])).outputs)
      let loss = softmaxCrossEntropy(logits: logits, labels: Array(text.dropFirst()))
      return Double(loss.value.scalar) / log(2)
    }
  }

  /// Writes: each symbol is drawn from softmax(scores / temperature) and becomes the next input.
  func write(
    _ count: Int, after beginning: [Int], temperature: Float, using generator: inout RandomGenerator
  ) -> [Int] {
    withoutGradients {
      var state: LSTM.State?
      for symbol in beginning { state = lstm.step(embedding([symbol]), from: state) }
      var result = beginning
      for _ in 0..<count {
        guard let now = state else { break }
        let chances = (head(now.hidden).value * (1 / temperature)).softmax()
        let next = generator.choice(weights: chances.scalars)
        result.append(next)
        state = lstm.step(embedding([next]), from: now)
      }
      return result
    }
  }
}
