import ExerciseKit

/// Exercise 7.1 - The heavy ball.                                     * 15 minutes
///
/// One step of gradient descent with momentum. Each weight has a velocity of its own; it keeps a
/// share of it and takes up the slope. Then the weight moves by the *new* velocity.
///
///     v <- momentum v + g        w <- w - eta v
///
/// From rest, with eta 0.5 and momentum 0.9, a slope of 2 gives the velocity 2 and a move of -1.
/// The same slope again gives 0.9 * 2 + 2 = 3.8 and a move of -1.9: the ball gathers speed.
///
/// Write it yourself: the library's `SGD` earns nothing here.
///
/// - Parameters:
///   - weights: the weights w.
///   - velocity: v, one number a weight; zeros before the first step.
///   - gradient: g, the slope of the loss for each weight.
///   - learningRate: eta.
///   - momentum: the share of the velocity that is kept, from 0 to 1.
/// - Returns: the new weights and the new velocity.
public func momentumStep(
  weights: [Float], velocity: [Float], gradient: [Float], learningRate: Float, momentum: Float
) -> (weights: [Float], velocity: [Float]) {
  todo()
}
