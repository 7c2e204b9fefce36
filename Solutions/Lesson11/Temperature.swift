import Foundation

/// Exercise 11.5 - Sample with temperature, first half.
public func chances(_ scores: [Float], temperature: Float) -> [Float] {
  let largest = scores.max()!
  guard temperature > 0 else {
    let winner = scores.firstIndex(of: largest)!
    return scores.indices.map { $0 == winner ? 1 : 0 }
  }
  let powers = scores.map { exp(($0 - largest) / temperature) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

/// Exercise 11.5 - Sample with temperature, second half.
public func drawn(_ chances: [Float], draw: Float) -> Int {
  var end: Float = 0
  for (symbol, chance) in chances.enumerated() {
    end += chance
    if draw < end { return symbol }
  }
  return chances.lastIndex { $0 > 0 }!
}
