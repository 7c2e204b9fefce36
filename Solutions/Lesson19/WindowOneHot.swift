/// Exercise 19.1 - Window and one-hot, first half.
public func windows(around word: String, width: Int) -> [[Int]] {
  let blank = Array(repeating: 0, count: width / 2)
  let letters = word.utf8.map { Int($0) - 96 }
  let padded = blank + letters + blank
  return letters.indices.map { Array(padded[$0..<($0 + width)]) }
}

/// Exercise 19.1 - Window and one-hot, second half.
public func oneHot(_ window: [Int], symbols: Int) -> [Float] {
  window.flatMap { symbol in (0..<symbols).map { $0 == symbol ? 1 : 0 } }
}
