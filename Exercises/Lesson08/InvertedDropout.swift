import ExerciseKit

/// Exercise 8.4 - Inverted dropout, first half.                        ** 20 minutes
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

/// Exercise 8.4 - Inverted dropout, second half.
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
