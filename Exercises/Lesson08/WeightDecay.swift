import ExerciseKit

/// Exercise 8.3 - The L2 step, first part.                             ** 35 minutes
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

/// Exercise 8.3 - The L2 step, second part.
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

/// Exercise 8.3 - The L2 step, third part: where decay ends.
///
/// A single weight w has the loss (curvature / 2) (w - target)^2, and in addition the penalty of
/// the first part, with decay for lambda / n. After many small steps it stands still. Where?
///
///     restingWeight(target: 3, curvature: 2, decay: 1)     // 2
///
/// - Parameters:
///   - target: where the loss is 0.
///   - curvature: how fast the slope of the loss grows beside the target, more than 0.
///   - decay: lambda / n, 0 or more.
/// - Returns: the weight for which loss and penalty together are least.
public func restingWeight(target: Float, curvature: Float, decay: Float) -> Float {
  todo()
}

/// Exercise 8.3 - The L2 step, last part: to stop is to decay.
///
/// The same weight without any penalty: gradient descent begins at w = 0 and is stopped after some
/// steps, when w is on its way to the target. With the right decay a weight comes to rest at the
/// very same place. Which decay is it? It is the same for all targets.
///
///     decayLike(stoppingAfter: 1, learningRate: 0.25, curvature: 2)     // 2
///     decayLike(stoppingAfter: 2, learningRate: 0.25, curvature: 2)     // 0.6667
///
/// - Parameters:
///   - steps: how many are taken, at least 1.
///   - learningRate: eta, more than 0; eta times the curvature is at most 1.
///   - curvature: as above.
/// - Returns: the decay, in the sense of `restingWeight`.
public func decayLike(stoppingAfter steps: Int, learningRate: Float, curvature: Float) -> Float {
  todo()
}
