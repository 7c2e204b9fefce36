import ExerciseKit
import Foundation

/// Exercise 16.3 - The training pair, first half.                      ** 25 minutes
///
/// Make examples for the denoiser: for every clean number a time of its own, and noise. Of T times
/// each is equally likely, so a random number u from 0 to less than 1 becomes
///
///     t = 1 + (the whole part of T u)            1, 2, ... or T
///
/// and the noisy number is, with the alphaBar of that time,
///
///     x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) eps
///
/// What should the network answer? The noise eps.
///
///     trainingPairs(
///       clean: [2, -1], timeDraws: [0.1, 0.9], noise: [0.5, 1], alphaBars: [0.64, 0.36])
///     // steps [1, 2], noisy [1.9, 0.2], targets [0.5, 1]
///
/// - Parameters:
///   - clean: x_0, any number of values.
///   - timeDraws: u, one a value.
///   - noise: eps, one a value.
///   - alphaBars: alphaBar_1 to alphaBar_T; alphaBar_t stands at index t - 1.
/// - Returns: for each value its time t, x_t, and what the network should answer.
public func trainingPairs(
  clean: [Float], timeDraws: [Float], noise: [Float], alphaBars: [Float]
) -> (steps: [Int], noisy: [Float], targets: [Float]) {
  todo()
}

/// Exercise 16.3 - The training pair, second half.
///
/// The loss of the network's answers, and how it changes with each of them.
///
///     loss = mean of (predicted - target)^2
///
///     denoisingLoss(predicted: [1, 3], targets: [2, 1])    // loss 2.5, gradient [-1, 2]
///
/// - Parameters:
///   - predicted: eps^, at least one.
///   - targets: eps, as many.
/// - Returns: the loss, and its derivative with respect to each prediction.
public func denoisingLoss(
  predicted: [Float], targets: [Float]
) -> (loss: Float, gradient: [Float]) {
  todo()
}
