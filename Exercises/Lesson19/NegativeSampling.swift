import ExerciseKit

/// Exercise 19.3 - A step of negative sampling.                        *** 30 minutes
///
/// A word w was seen beside a context c; some other contexts were drawn by chance. Draw w and c
/// together, and push w and the drawn ones apart, by one step down the loss
///
///     L = -log sigmoid(w . c) - log sigmoid(-w . d_1) - log sigmoid(-w . d_2) - ...
///
/// Its slopes, with p = sigmoid of the product in question:
///
///     dL/dw = (p_c - 1) c + p_1 d_1 + p_2 d_2 + ...
///     dL/dc = (p_c - 1) w          dL/dd_i = p_i w
///
/// All slopes are taken at the old vectors. What is not named in the step stays as it is; a context
/// that was drawn twice is pushed twice.
///
///     negativeSamplingStep(
///       word: [1, 0], contexts: [[0, 0], [0, 2], [0, 0]], seen: 0, drawn: [1], learningRate: 0.5)
///     // both products are 0, so p is 0.5:
///     // word [1, -0.5], contexts [[0.25, 0], [-0.25, 2], [0, 0]]
///
/// - Parameters:
///   - word: w.
///   - contexts: the vectors of all contexts, each as long as w.
///   - seen: the place of c.
///   - drawn: the places of d_1, d_2, ...; there may be none.
///   - learningRate: eta, how much of the slope is subtracted.
/// - Returns: w and all contexts after the step.
public func negativeSamplingStep(
  word: [Float], contexts: [[Float]], seen: Int, drawn: [Int], learningRate: Float
) -> (word: [Float], contexts: [[Float]]) {
  todo()
}
