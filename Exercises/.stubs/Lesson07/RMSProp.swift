import ExerciseKit
import Foundation

/// Exercise 7.2 - Divide by the steepness.                            ** 20 minutes
///
/// One step of RMSProp. Each weight remembers how large its slopes have lately been: a running mean
/// of their squares. Its step is the slope divided by the root of that mean, so a weight with steep
/// slopes does not take longer steps than one with gentle slopes.
///
///     s <- decay s + (1 - decay) g^2        w <- w - eta g / (sqrt(s) + epsilon)
///
/// The step uses the *new* s. `epsilon` stands outside the root; it only keeps the division finite
/// where all slopes have been 0.
///
/// Write it yourself: the library's `RMSProp` earns nothing here.
///
/// - Parameters:
///   - weights: the weights w.
///   - squares: s, one number a weight; zeros before the first step.
///   - gradient: g, the slope of the loss for each weight.
///   - learningRate: eta.
///   - decay: the share of the running mean that is kept, such as 0.99.
///   - epsilon: a small number above 0.
/// - Returns: the new weights and the new running means of the squares.
public func rmsPropStep(
  weights: [Float], squares: [Float], gradient: [Float], learningRate: Float, decay: Float,
  epsilon: Float
) -> (weights: [Float], squares: [Float]) {
  todo()
}
