import Foundation

/// Exercise 19.4 - The PMI matrix, first half: count.
public func company(text: [Int], words: Int, window: Int) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: words), count: words)
  for place in text.indices {
    for other in text.indices where other != place && abs(other - place) <= window {
      counts[text[place]][text[other]] += 1
    }
  }
  return counts
}

/// Exercise 19.4 - The PMI matrix, second half: compare with chance.
public func positivePMI(_ counts: [[Float]]) -> [[Float]] {
  let rows = counts.map { $0.reduce(0, +) }
  let columns = (counts.first ?? []).indices.map { c in counts.reduce(0) { $0 + $1[c] } }
  let total = rows.reduce(0, +)
  return counts.indices.map { w in
    counts[w].indices.map { c in
      counts[w][c] > 0 ? max(0, log(counts[w][c] * total / (rows[w] * columns[c]))) : 0
    }
  }
}
