import ExerciseKit

/// Exercise 19.4 - The PMI matrix, first half: count.                  ** 25 minutes
///
/// How often does each word stand within `window` places of each other word? Every two places of
/// the text that are at most that far apart count, once in the row of the one word and once in the
/// row of the other.
///
///     company(text: [0, 1, 0, 2], words: 3, window: 1)
///     // [[0, 2, 1], [2, 0, 0], [1, 0, 0]]
///
/// - Parameters:
///   - text: the words by their numbers; there may be none.
///   - words: how many words there are.
///   - window: how far apart two places may be, at least 1.
/// - Returns: the counts, a row for each word.
public func company(text: [Int], words: Int, window: Int) -> [[Float]] {
  todo()
}

/// Exercise 19.4 - The PMI matrix, second half: compare with chance.
///
/// How much more often two words meet than they would by chance, as a logarithm, and nothing
/// below 0. N is the sum of all counts, n(w) that of a row, n(c) that of a column.
///
///     PMI(w, c) = log(n(w, c) N / (n(w) n(c)))
///         0 where n(w, c) is 0, or where PMI is negative
///
///     positivePMI([[0, 2, 1], [2, 0, 0], [1, 0, 0]])
///     // [[0, 0.6931, 0.6931], [0.6931, 0, 0], [0.6931, 0, 0]]
///
/// - Parameter counts: a row for each word, a column for each context; not square perhaps.
/// - Returns: the positive PMI, of the same shape.
public func positivePMI(_ counts: [[Float]]) -> [[Float]] {
  todo()
}
