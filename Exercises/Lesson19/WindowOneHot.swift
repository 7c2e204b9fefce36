import ExerciseKit

/// Exercise 19.1 - Window and one-hot, first half.                     * 15 minutes
///
/// What a network sees that reads letter by letter: around each letter of a word as many neighbours
/// on the left as on the right. Letters are 1 for a to 26 for z; where the word has no more letters
/// stands 0.
///
///     windows(around: "to", width: 5)    // [[0, 0, 20, 15, 0], [0, 20, 15, 0, 0]]
///
/// - Parameters:
///   - word: letters a to z; there may be none.
///   - width: of a window, odd, at least 1.
/// - Returns: a window for each letter.
public func windows(around word: String, width: Int) -> [[Int]] {
  todo()
}

/// Exercise 19.1 - Window and one-hot, second half.
///
/// A window as inputs: for each of its places a row of `symbols` zeros, with a 1 where the symbol
/// says; the rows one after the other.
///
///     oneHot([2, 0], symbols: 3)    // [0, 0, 1, 1, 0, 0]
///
/// - Parameters:
///   - window: symbols from 0 to `symbols - 1`; there may be none.
///   - symbols: how many kinds there are.
/// - Returns: `window.count * symbols` numbers.
public func oneHot(_ window: [Int], symbols: Int) -> [Float] {
  todo()
}
