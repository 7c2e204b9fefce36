import ExerciseKit

/// Exercise 8.3 - The L2 step, first half.                             * 15 minutes
///
/// What L2 adds to the loss: a price for large weights.
///
///     penalty = lambda / (2 n) (w1^2 + w2^2 + ...)
///
///     l2Penalty(weights: [3, -4], lambda: 0.4, exampleCount: 10)    // 0.02 * 25 = 0.5
///
/// - Parameters:
///   - weights: all weights, without the biases.
///   - lambda: how strongly they are punished.
///   - exampleCount: n, the number of training examples.
public func l2Penalty(weights: [Float], lambda: Float, exampleCount: Int) -> Float {
  todo()
}

/// Exercise 8.3 - The L2 step, second half.
///
/// One step of gradient descent on the loss with its penalty. The weights shrink; the bias is
/// spared.
///
///     w <- (1 - eta lambda / n) w - eta dL0/dw
///     b <- b - eta dL0/db
///
/// - Parameters:
///   - weights: w, one an input.
///   - bias: b.
///   - weightGradient: dL0/dw, of the loss without its penalty, as many as weights.
///   - biasGradient: dL0/db.
///   - learningRate: eta.
///   - lambda: how strongly the weights are punished.
///   - exampleCount: n, the number of training examples.
/// - Returns: the new weights and the new bias.
public func l2Step(
  weights: [Float], bias: Float, weightGradient: [Float], biasGradient: Float,
  learningRate: Float, lambda: Float, exampleCount: Int
) -> (weights: [Float], bias: Float) {
  todo()
}
