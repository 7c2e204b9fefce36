import Foundation
import LessonKit
import MiniTensor

/// A generative pretrained transformer of 4,192 numbers that writes first names.
///
/// The architecture is that of microgpt (A. Karpathy, 2026), number for number:
///
///     x = norm(symbol + place)                         27 symbols, 16 places, 16 numbers each
///     x <- x + attention(norm(x))                      4 causal heads of 4 numbers
///     x <- x + W2 relu(W1 norm(x))                     16 -> 64 -> 16
///     logits = W x                                     a score for each of 27 symbols
///
/// No layer has a bias; the norm is RMSNorm and learns nothing; every weight starts at N(0, 0.08).
struct TinyGPT {
  static let size = 16
  static let longest = 16
  /// Begins a name and ends it.
  static let edge = 26

  let symbols, places: Embedding
  let attention: MultiHeadAttention
  let widen, narrow, readout: Linear
  let norm = RMSNorm()
  /// Whether it has attention and places at all: without one of them, one sees what it is worth.
  let looksBack, knowsPlaces: Bool

  init(
    looksBack: Bool = true, knowsPlaces: Bool = true, using generator: inout RandomGenerator
  ) {
    (self.looksBack, self.knowsPlaces) = (looksBack, knowsPlaces)
    let initializer = Initializer.normal(standardDeviation: 0.08)
    func linear(_ inputSize: Int, _ outputSize: Int) -> Linear {
      Linear(
        inputSize: inputSize, outputSize: outputSize, hasBias: false, initializer: initializer,
        using: &generator)
    }
    symbols = Embedding(
      count: 27, dimension: Self.size, initializer: initializer, using: &generator)
    places = Embedding(
      count: Self.longest, dimension: Self.size, initializer: initializer, using: &generator)
    attention = MultiHeadAttention(
      size: Self.size, headCount: 4, isCausal: true, hasBias: false, initializer: initializer,
      using: &generator)
    widen = linear(Self.size, 4 * Self.size)
    narrow = linear(4 * Self.size, Self.size)
    readout = linear(Self.size, 27)
  }

  /// The parts and how many numbers each holds.
  var parts: [(name: Text, count: Int)] {
    let parts: [(Text, [Variable])] = [
      ("a vector for each of 27 symbols", symbols.parameters),
      ("a vector for each of 16 places", places.parameters),
      ("attention: queries, keys, values, output", attention.parameters),
      ("two layers, 16 to 64 to 16", widen.parameters + narrow.parameters),
      ("scores for the next symbol", readout.parameters),
    ]
    return parts.map { ($0.0, $0.1.reduce(0) { $0 + $1.value.count }) }
  }

  var parameters: [Variable] {
    symbols.parameters + places.parameters + attention.parameters + widen.parameters
      + narrow.parameters + readout.parameters
  }

  /// Scores for the symbol after each symbol.
  ///
  /// **Shape** sequences of one length `[batch][time]` -> `[batch, time, 27]`.
  func callAsFunction(_ sequences: [[Int]]) -> Variable {
    var x = embedded(sequences)
    if looksBack { x = x + attention(norm(x)) }
    x = x + narrow(widen(norm(x)).relu())
    return readout(x)
  }

  /// **Shape** `[batch][time]` -> `[batch, time, 16]`.
  private func embedded(_ sequences: [[Int]]) -> Variable {
    let x = symbols(sequences)
    return norm(knowsPlaces ? x + places(Array(0..<x.shape[1])) : x)
  }

  /// Who looks at whom: `[heads, time, time]`.
  func map(_ sequence: [Int]) -> Tensor {
    withoutGradients { attention.weights(norm(embedded([sequence]))).row(0) }
  }

  /// The mean of -log p over the symbols of names of one length, the end included.
  func loss(_ names: [[Int]]) -> Variable {
    softmaxCrossEntropy(
      logits: self(names.map { [Self.edge] + $0 }),
      labels: names.flatMap { $0 + [Self.edge] })
  }

  /// The same over names of all lengths, each symbol counting alike.
  func loss(overList names: [[Int]]) -> Double {
    withoutGradients {
      let total = Dictionary(grouping: names, by: \.count).sorted { $0.key < $1.key }
        .reduce(0.0) { sum, group in
          sum + Double(loss(group.value).value.scalar) * Double(group.value.count * (group.key + 1))
        }
      return total / Double(names.reduce(0) { $0 + $1.count + 1 })
    }
  }

  /// Learns one name a step, as the original: Adam with a rate that falls to zero.
  ///
  /// - Returns: the loss of each step.
  func learn(_ names: [[Int]], steps: Int, tick: () -> Void) -> [Double] {
    let optimizer = Adam(parameters, learningRate: 0.01, beta1: 0.85, beta2: 0.99)
    return (0..<steps).map { step in
      optimizer.learningRate = 0.01 * (1 - Float(step) / Float(steps))
      optimizer.zeroGradients()
      let loss = loss([names[step % names.count]])
      loss.backward()
      optimizer.step()
      tick()
      return Double(loss.value.scalar)
    }
  }

  /// Invents a name: each letter is drawn by the scores, divided by the temperature.
  func invent(temperature: Float, using generator: inout RandomGenerator) -> [Int] {
    withoutGradients {
      var name: [Int] = []
      while name.count < Self.longest - 1 {
        let scores = self([[Self.edge] + name]).value
        let last = scores.reshaped(-1, 27).row(name.count)
        let next = generator.choice(weights: (last * (1 / temperature)).softmax().scalars)
        if next == Self.edge { break }
        name.append(next)
      }
      return name
    }
  }
}
