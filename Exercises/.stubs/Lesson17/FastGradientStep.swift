import ExerciseKit
import Foundation

/// Exercise 17.1 - One step against the class, first half.             ** 20 minutes
///
/// One neuron has the score s = w . x + b and the loss log(1 + e^(-y s)), where y is -1 or +1. How
/// much does the loss grow when a *pixel* grows? The chain rule goes one step further than usual,
/// past the weights to the input:
///
///     dL/dx_i = -y sigmoid(-y s) w_i
///
///     inputGradient(weights: [2, -4], bias: 1, x: [0.5, 0.5], label: 1)
///     // s = 0, so -1 * 0.5 * w = [-1, 2]
///
/// - Parameters:
///   - weights: w, one a pixel.
///   - bias: b.
///   - x: the pixels of one picture.
///   - label: y, -1 or +1.
/// - Returns: the slope of the loss by each pixel.
public func inputGradient(weights: [Float], bias: Float, x: [Float], label: Float) -> [Float] {
  todo()
}

/// Exercise 17.1 - One step against the class, second half.
///
/// The fast gradient sign method: each pixel moves by epsilon, in the direction in which the loss
/// grows, and is then brought back to between 0 and 1. A pixel with slope 0 stays where it is.
///
///     fastGradientStep([0.5, 0.9, 0.1, 0.3], gradient: [-3, 0.01, -7, 0], epsilon: 0.2)
///     // [0.3, 1, 0, 0.3]
///
/// - Parameters:
///   - x: the pixels, each between 0 and 1.
///   - gradient: the slope of the loss by each pixel.
///   - epsilon: how far a pixel moves.
/// - Returns: the new picture.
public func fastGradientStep(_ x: [Float], gradient: [Float], epsilon: Float) -> [Float] {
  todo()
}
