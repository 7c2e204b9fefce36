import Foundation

/// Exercise 19.3 - A step of negative sampling.
public func negativeSamplingStep(
  word: [Float], contexts: [[Float]], seen: Int, drawn: [Int], learningRate: Float
) -> (word: [Float], contexts: [[Float]]) {
  var result = (word: word, contexts: contexts)
  for (place, wanted) in [(seen, Float(1))] + drawn.map({ ($0, Float(0)) }) {
    let score = zip(word, contexts[place]).reduce(0) { $0 + $1.0 * $1.1 }
    let error = 1 / (1 + exp(-score)) - wanted
    for i in word.indices {
      result.word[i] -= learningRate * error * contexts[place][i]
      result.contexts[place][i] -= learningRate * error * word[i]
    }
  }
  return result
}
