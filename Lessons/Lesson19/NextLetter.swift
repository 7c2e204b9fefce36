import Foundation
import MiniTensor

/// The letters before, each as a learned vector, and a network that guesses the next.
///
/// Source: Y. Bengio, R. Ducharme, P. Vincent and C. Jauvin, A neural probabilistic language model,
/// JMLR 3 (2003), 1137-1155; there for words.
struct NextLetter {
  static let context = 3
  static let symbols = 27  // the end of a name is 0

  let embedding: Embedding
  private let hidden: Linear
  private let output: Linear
  private let optimizer: Adam

  init(dimension: Int = 10, hiddenSize: Int = 200, using random: inout RandomGenerator) {
    embedding = Embedding(count: Self.symbols, dimension: dimension, using: &random)
    hidden = Linear(
      inputSize: Self.context * dimension, outputSize: hiddenSize, using: &random)
    output = Linear(inputSize: hiddenSize, outputSize: Self.symbols, using: &random)
    optimizer = Adam(embedding.parameters + hidden.parameters + output.parameters)
  }

  var parameterCount: Int { optimizer.parameters.reduce(0) { $0 + $1.value.count } }

  private func logits(_ contexts: [[Int]]) -> Variable {
    let vectors = embedding(contexts).reshaped(contexts.count, -1)  // [batch, 3 * dimension]
    return output(hidden(vectors).tanh())
  }

  func epoch(_ examples: Examples, learningRate: Float, using random: inout RandomGenerator) {
    optimizer.learningRate = learningRate
    let order = random.permutation(examples.count)
    for start in stride(from: 0, to: order.count, by: 64) {
      let rows = order[start..<min(start + 64, order.count)]
      optimizer.zeroGradients()
      softmaxCrossEntropy(
        logits: logits(rows.map { examples.contexts[$0] }), labels: rows.map { examples.next[$0] }
      ).backward()
      optimizer.step()
    }
  }

  /// The mean surprise in nats a letter.
  func loss(_ examples: Examples) -> Double {
    withoutGradients {
      Double(
        softmaxCrossEntropy(logits: logits(examples.contexts), labels: examples.next).value
          .scalars[0])
    }
  }

  /// Three letters and the next one, for every place of every name.
  struct Examples: Sendable {
    private(set) var contexts: [[Int]] = []
    private(set) var next: [Int] = []

    init(_ names: [String]) {
      for name in names {
        var context = Array(repeating: 0, count: NextLetter.context)
        for letter in name.utf8.map({ Int($0) - 96 }) + [0] {
          contexts.append(context)
          next.append(letter)
          context = context.dropFirst() + [letter]
        }
      }
    }

    var count: Int { next.count }
  }
}

/// How often each letter follows each: the table that the network has to beat.
struct PairTable {
  private var counts = Array(repeating: Array(repeating: 1.0, count: 27), count: 27)

  /// Every pair counts once more than it comes, so that none is impossible.
  init(_ examples: NextLetter.Examples) {
    for (context, next) in zip(examples.contexts, examples.next) {
      counts[context.last!][next] += 1
    }
  }

  /// The mean surprise in nats a letter.
  func loss(_ examples: NextLetter.Examples) -> Double {
    let sum = zip(examples.contexts, examples.next).reduce(0.0) { sum, pair in
      let row = counts[pair.0.last!]
      return sum - log(row[pair.1] / row.reduce(0, +))
    }
    return sum / Double(examples.count)
  }
}
