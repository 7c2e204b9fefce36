import Foundation

/// Attention in plain Swift: a dictionary that answers with a mean when no key fits exactly.
///
/// The library computes the same with matrix products; the lesson compares the two.
enum Attention {
  /// How well each key fits a query: their product, divided by sqrt(d).
  static func scores(_ query: [Float], _ keys: [[Float]]) -> [Float] {
    let scale = 1 / Float(query.count).squareRoot()
    return keys.map { key in dot(query, key) * scale }
  }

  /// Scores become shares that add up to 1.
  static func softmax(_ scores: [Float]) -> [Float] {
    let greatest = scores.max() ?? 0
    let powers = scores.map { exp($0 - greatest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The mean of the values, each with its share.
  static func mean(of values: [[Float]], _ weights: [Float]) -> [Float] {
    var result = [Float](repeating: 0, count: values[0].count)
    for (weight, value) in zip(weights, values) {
      for i in result.indices { result[i] += weight * value[i] }
    }
    return result
  }

  /// Every query looks at every key and takes home a mean of the values.
  ///
  /// **Shape** `queries [n][d]`, `keys [m][d]`, `values [m][c]` -> `[n][c]`. Causal: query i looks
  /// at the keys 0 ... i only.
  static func attend(
    queries: [[Float]], keys: [[Float]], values: [[Float]], isCausal: Bool = false
  ) -> [[Float]] {
    queries.enumerated().map { i, query in
      let seen = isCausal ? i + 1 : keys.count
      let weights = softmax(scores(query, Array(keys[..<seen])))
      return mean(of: Array(values[..<seen]), weights)
    }
  }

  static func dot(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
