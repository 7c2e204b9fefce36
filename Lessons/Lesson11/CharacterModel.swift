import Foundation
import MiniTensor

/// A recurrent network that reads a text symbol by symbol and says how likely each symbol is next.
struct CharacterModel {
  let alphabet: Alphabet
  /// A learned vector for each symbol; nil gives the network one input a symbol, one of them 1.
  let embedding: Embedding?
  private let recurrent: RNN
  private let output: Linear
  private let optimizer: Adam

  init(
    alphabet: Alphabet, embeddingSize: Int?, hiddenSize: Int, using generator: inout RandomGenerator
  ) {
    self.alphabet = alphabet
    embedding = embeddingSize.map {
      Embedding(count: alphabet.count, dimension: $0, using: &generator)
    }
    recurrent = RNN(
      inputSize: embeddingSize ?? alphabet.count, hiddenSize: hiddenSize, using: &generator)
    output = Linear(inputSize: hiddenSize, outputSize: alphabet.count, using: &generator)
    optimizer = Adam(
      (embedding?.parameters ?? []) + recurrent.parameters + output.parameters)
  }

  var parameterCount: Int { optimizer.parameters.reduce(0) { $0 + $1.value.count } }

  /// The input of the network.
  ///
  /// **Shape** [batch][time] -> [batch, time, inputs].
  private func inputs(_ symbols: [[Int]]) -> Variable {
    if let embedding { return embedding(symbols) }
    return Variable(constant: Tensor.oneHot(symbols.flatMap { $0 }, classes: alphabet.count))
      .reshaped(symbols.count, -1, alphabet.count)
  }

  /// The scores of what comes next after each symbol, and the state at the end.
  ///
  /// **Shape** [batch][time] -> [batch * time, symbols], [batch, hidden].
  private func logits(
    _ symbols: [[Int]], from state: Variable?
  ) -> (logits: Variable, state: Variable) {
    let (states, last) = recurrent(inputs(symbols), from: state)  // [batch, time, hidden]
    return (output(states.reshaped(-1, states.shape[2])), last)
  }

  // MARK: - Learning

  /// One pass over a text that was cut into `batch` strips, read side by side.
  ///
  /// The state goes on from piece to piece, so the network may remember longer than a piece; the
  /// gradient goes back to the beginning of its piece only.
  /// - Returns: the mean surprise, in bits a symbol.
  @discardableResult
  func epoch(_ text: [Int], batch: Int, time: Int, learningRate: Float) -> Double {
    optimizer.learningRate = learningRate
    let length = (text.count - 1) / batch
    let strips = (0..<batch).map { text[($0 * length)...(($0 + 1) * length)] }
    var state: Variable?
    var total = 0.0
    var pieces = 0.0
    for start in stride(from: 0, to: length - time + 1, by: time) {
      let heard = strips.map { Array($0[($0.startIndex + start)..<($0.startIndex + start + time)]) }
      let next = strips.flatMap { strip in
        strip[(strip.startIndex + start + 1)...(strip.startIndex + start + time)]
      }
      optimizer.zeroGradients()
      let (logits, last) = logits(heard, from: state)
      let loss = softmaxCrossEntropy(logits: logits, labels: next)
      loss.backward()
      optimizer.parameters.clipGradients(toNorm: 1)
      optimizer.step()
      state = last.detached()
      total += Double(loss.value.scalars[0])
      pieces += 1
    }
    return total / pieces / log(2)
  }

  /// The mean surprise at each symbol of a text after the first, in bits.
  func surprise(at text: [Int]) -> Double {
    withoutGradients {
      var state: Variable?
      var total = 0.0
      for start in stride(from: 0, to: text.count - 1, by: 500) {
        let end = min(start + 500, text.count - 1)
        let (logits, last) = logits([Array(text[start..<end])], from: state)
        let loss = softmaxCrossEntropy(logits: logits, labels: Array(text[(start + 1)...end]))
        total += Double(loss.value.scalars[0]) * Double(end - start)
        state = last
      }
      return total / Double(text.count - 1) / log(2)
    }
  }

  // MARK: - Writing

  /// Lets the network speak, several voices at once, each until its end symbol.
  ///
  /// The next symbol is drawn by its chance. A low temperature makes likely symbols likelier still,
  /// a high one gives all a chance.
  func write(
    _ voices: Int, after opening: Character, until end: Character?, atMost length: Int,
    temperature: Float, using generator: inout RandomGenerator
  ) -> [String] {
    withoutGradients {
      var texts = [[Int]](repeating: [], count: voices)
      var isWriting = [Bool](repeating: true, count: voices)
      var last = [Int](repeating: alphabet.encode(String(opening))[0], count: voices)
      let stop = end.map { alphabet.encode(String($0))[0] }
      var state: Variable?
      for _ in 0..<length where isWriting.contains(true) {
        let (scores, next) = logits(last.map { [$0] }, from: state)
        state = next
        let chances = (scores.value / temperature).softmax(axis: 1)  // [voices, symbols]
        for voice in 0..<voices where isWriting[voice] {
          last[voice] = generator.choice(weights: chances.row(voice).scalars)
          if last[voice] == stop {
            isWriting[voice] = false
          } else {
            texts[voice].append(last[voice])
          }
        }
      }
      return texts.map(alphabet.decode)
    }
  }
}
