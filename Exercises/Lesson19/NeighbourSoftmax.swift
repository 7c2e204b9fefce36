import ExerciseKit

/// Exercise 19.2 - Softmax over neighbours.                            ** 20 minutes
///
/// How probable is each word as a neighbour of this one? Every word has a vector c for its part as
/// a neighbour; the word itself has a vector w. Their products are scores, and softmax makes
/// probabilities of them:
///
///     P(j) = e^(w . c_j) / (e^(w . c_1) + e^(w . c_2) + ...)
///
/// Scores may be large: subtract the greatest before taking e to their power.
///
///     neighbourProbabilities(word: [1, 2], contexts: [[1, 0], [0, 0.5], [1, 1]])
///     // the scores are 1, 1, 3: [0.1065, 0.1065, 0.7870]
///
/// - Parameters:
///   - word: w.
///   - contexts: c_1, c_2, ...: at least one, each as long as w.
/// - Returns: P, a number for each context; together they are 1.
public func neighbourProbabilities(word: [Float], contexts: [[Float]]) -> [Float] {
  todo()
}
