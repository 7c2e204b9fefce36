import Foundation

/// Exercise 19.2 - Softmax over neighbours.
public func neighbourProbabilities(word: [Float], contexts: [[Float]]) -> [Float] {
  let scores = contexts.map { context in zip(word, context).reduce(0) { $0 + $1.0 * $1.1 } }
  let greatest = scores.max()!
  let powers = scores.map { exp($0 - greatest) }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}
