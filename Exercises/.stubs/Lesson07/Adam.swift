import ExerciseKit
import Foundation

/// Exercise 7.3 - Adam.                                               ** 30 minutes
///
/// One step of Adam. It keeps two running means for each weight, of the slopes and of their
/// squares:
///
///     m <- beta1 m + (1 - beta1) g        v <- beta2 v + (1 - beta2) g^2
///
/// Both began at zero, so both are too small at first: after one step m is only (1 - beta1) g. The
/// corrected values make up for that. They are used for the step, and are *not* kept.
///
///     m^ = m / (1 - beta1^t)              v^ = v / (1 - beta2^t)
///     w <- w - eta m^ / (sqrt(v^) + epsilon)
///
/// In the very first step m^ is g and v^ is g^2: every weight moves by eta, however steep it is.
///
/// Write it yourself: the library's `Adam`, `AdamW` and `AMSGrad` earn nothing here.
///
/// - Parameters:
///   - weights: the weights w.
///   - mean: m before the step, one number a weight; zeros before the first step.
///   - squares: v before the step, likewise.
///   - gradient: g, the slope of the loss for each weight.
///   - step: t, which step this is, counted from 1.
///   - learningRate: eta.
///   - beta1: the share of m that is kept, such as 0.9.
///   - beta2: the share of v that is kept, such as 0.999.
///   - epsilon: a small number above 0, outside the root.
/// - Returns: the new weights, and m and v as they are to be kept for the next step.
public func adamStep(
  weights: [Float], mean: [Float], squares: [Float], gradient: [Float], step: Int,
  learningRate: Float, beta1: Float, beta2: Float, epsilon: Float
) -> (weights: [Float], mean: [Float], squares: [Float]) {
  todo()
}
