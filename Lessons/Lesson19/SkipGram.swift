import Foundation
import MiniTensor

/// Pointwise mutual information: how much more often two words meet than by chance, as a logarithm.
///
/// - Parameter company: how often each word (row) meets each context (column), all above 0.
func mutualInformation(_ company: [[Double]]) -> [[Double]] {
  let total = company.joined().reduce(0, +)
  let words = company.map { $0.reduce(0, +) }
  let contexts = company[0].indices.map { column in company.reduce(0) { $0 + $1[column] } }
  return company.indices.map { w in
    contexts.indices.map { c in log(company[w][c] * total / (words[w] * contexts[c])) }
  }
}

/// Skip-gram with negative sampling where nothing is sampled: the mean loss over all pairs, by
/// Adam.
///
/// Source: O. Levy and Y. Goldberg, Neural word embedding as implicit matrix factorization, NIPS
/// 2014.
struct ExactSkipGram {
  private let words: Variable  // [words, dimension]
  private let contexts: Variable  // [contexts, dimension]
  private let together: Tensor  // the share of pairs that were met
  private let apart: Tensor  // k times what chance would make of them
  private let optimizer: Adam

  /// - Parameter negatives: k, how many pairs by chance there are for each that was met.
  init(
    _ company: [[Double]], negatives: Double, dimension: Int, using random: inout RandomGenerator
  ) {
    let total = company.joined().reduce(0, +)
    let rows = company.map { $0.reduce(0, +) / total }
    let columns = company[0].indices.map { c in company.reduce(0) { $0 + $1[c] } / total }
    // The mean over pairs, times their number: then a slope is of the size of one.
    let scale = Double(rows.count * columns.count)
    together = Tensor(company.map { $0.map { Float(scale * $0 / total) } })
    apart = Tensor(rows.map { row in columns.map { Float(scale * negatives * row * $0) } })
    words = Variable(0.3 * Tensor.normal([rows.count, dimension], using: &random))
    contexts = Variable(0.3 * Tensor.normal([columns.count, dimension], using: &random))
    optimizer = Adam([words, contexts], learningRate: 0.02)
  }

  func train(steps: Int) {
    for _ in 0..<steps {
      let scores = words.matmul(contexts, transposingOther: true)  // [words, contexts]
      // -log sigmoid(s) = softplus(-s), and -log sigmoid(-s) = softplus(s).
      let loss =
        (Variable(constant: together) * (-scores).softplus()
        + Variable(constant: apart) * scores.softplus()).sum()
      optimizer.zeroGradients()
      loss.backward()
      optimizer.step()
    }
  }

  /// The products of all words with all contexts.
  var scores: [[Double]] {
    let product = words.value.matmul(contexts.value, transposingOther: true)
    return (0..<product.shape[0]).map { product.row($0).scalars.map(Double.init) }
  }

  var vectors: [[Float]] { (0..<words.value.shape[0]).map { words.value.row($0).scalars } }
  var contextVectors: [[Float]] {
    (0..<contexts.value.shape[0]).map { contexts.value.row($0).scalars }
  }
}

/// Skip-gram with negative sampling, as it is used: pair by pair, with a few words drawn by chance.
///
/// Source: T. Mikolov and others, Distributed representations of words and phrases and their
/// compositionality, NIPS 2013.
struct SampledSkipGram {
  let dimension: Int
  let negatives: Int
  let window: Int
  private(set) var words: [Float]
  private var contexts: [Float]

  init(
    words count: Int, dimension: Int = 24, negatives: Int = 5, window: Int = 4,
    using random: inout RandomGenerator
  ) {
    (self.dimension, self.negatives, self.window) = (dimension, negatives, window)
    words = (0..<(count * dimension)).map { _ in 0.1 * random.normal() }
    contexts = (0..<(count * dimension)).map { _ in 0.05 * random.normal() }
  }

  /// One step: pull a word and a context together, or push them apart.
  private mutating func step(
    _ word: Int, _ context: Int, isMet: Bool, rate: Float, _ change: inout [Float]
  ) {
    let (w, c) = (word * dimension, context * dimension)
    var score: Float = 0
    for i in 0..<dimension { score += words[w + i] * contexts[c + i] }
    let error = (isMet ? 1 : 0) - 1 / (1 + exp(-score))
    for i in 0..<dimension {
      change[i] += rate * error * contexts[c + i]
      contexts[c + i] += rate * error * words[w + i]
    }
  }

  /// One pass over the text.
  ///
  /// Frequent words are skipped now and then; the window is 1 to `window` wide, by chance; words
  /// are drawn with their count to the power 3/4.
  mutating func pass(_ prose: Prose, rate: Float, using random: inout RandomGenerator) {
    let total = Float(prose.counts.reduce(0, +))
    let kept = prose.counts.map { min(1, (0.001 * total / Float($0)).squareRoot()) }
    var drawn: [Int] = []  // each word as often as it should be drawn
    for (word, count) in prose.counts.enumerated() {
      drawn += Array(repeating: word, count: Int((4 * pow(Double(count), 0.75)).rounded()))
    }
    for number in random.permutation(prose.paragraphs.count) {
      let text = prose.paragraphs[number].filter { random.chance(kept[$0]) }
      for (place, word) in text.enumerated() {
        let reach = 1 + random.integer(below: window)
        for other in max(0, place - reach)...min(text.count - 1, place + reach)
        where other != place {
          var change = Array(repeating: Float(0), count: dimension)
          step(word, text[other], isMet: true, rate: rate, &change)
          for _ in 0..<negatives {
            step(
              word, drawn[random.integer(below: drawn.count)], isMet: false, rate: rate, &change)
          }
          for i in 0..<dimension { words[word * dimension + i] += change[i] }
        }
      }
    }
  }

  var vectors: [[Float]] {
    stride(from: 0, to: words.count, by: dimension).map { Array(words[$0..<($0 + dimension)]) }
  }
}
