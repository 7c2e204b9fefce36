import ExerciseKit

/// Exercise 8.4 - Inverted dropout, first part.                        ** 35 minutes
///
/// While the network learns, each unit is silenced with chance `rate`, and the others are made
/// louder, so that the sum is on average the same. When the network is used, nothing changes at
/// all.
///
///     kept if draw >= rate        kept: a / (1 - rate)        silenced: 0
///
///     dropout([2, 4, 6], rate: 0.5, draws: [0.9, 0.1, 0.5], isTraining: true)     // [4, 0, 12]
///     dropout([2, 4, 6], rate: 0.5, draws: [0.9, 0.1, 0.5], isTraining: false)    // [2, 4, 6]
///
/// Write it yourself: the library's `Dropout` earns nothing here.
///
/// - Parameters:
///   - units: what the units say.
///   - rate: the chance to be silenced, from 0 to less than 1.
///   - draws: a random number from 0 to 1 for each unit.
///   - isTraining: whether the network learns now.
public func dropout(_ units: [Float], rate: Float, draws: [Float], isTraining: Bool) -> [Float] {
  todo()
}

/// Exercise 8.4 - Inverted dropout, second part.
///
/// The way back while the network learns: from dL/d(output of dropout) to dL/d(units), with the
/// same draws as on the way there. A silenced unit had no influence on the loss.
///
/// - Parameters:
///   - gradient: how the loss changes with each number that `dropout` returned.
///   - rate: the chance to be silenced, from 0 to less than 1.
///   - draws: the random numbers of the forward pass.
/// - Returns: how the loss changes with each unit.
public func dropoutGradient(_ gradient: [Float], rate: Float, draws: [Float]) -> [Float] {
  todo()
}

/// Exercise 8.4 - Inverted dropout, last part: what it adds to the loss.
///
/// Dropout works on the inputs of one linear neuron, whose answer is the sum of weights times
/// inputs. With another mask it gives another answer, so its squared error is another one, too.
/// What is the mean of (target - answer)^2 over all masks, each counted as often as chance draws
/// it?
///
///     expectedSquaredError(inputs: [1, 2], weights: [3, 1], target: 4, rate: 0.5)
///     // 14: the four masks make the answers 0, 6, 4 and 10, with the squared errors 16, 4, 0, 36
///
/// Thirty inputs have a billion masks: do not try them all. What is the mean of the answer, and
/// what is its variance?
///
/// - Parameters:
///   - inputs: x, before dropout.
///   - weights: w, one an input.
///   - target: what the answer should be.
///   - rate: the chance of an input to be silenced, from 0 to less than 1.
public func expectedSquaredError(
  inputs: [Float], weights: [Float], target: Float, rate: Float
) -> Float {
  todo()
}
