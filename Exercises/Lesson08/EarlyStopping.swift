import ExerciseKit

/// Exercise 8.5 - Early stopping.                                      *** 30 minutes
///
/// Train epoch after epoch, and after each ask for the validation loss. An epoch improves when its
/// loss is lower than every loss before it. Stop when `patience` epochs in a row have not improved,
/// or when `epochLimit` epochs are done. Return the weights of the best epoch, not the last ones.
///
/// The training and the measuring come as functions, so this exercise is about the loop:
///
///     let weights = trainEpoch()               // one more epoch; the weights after it
///     let loss = validationLoss(weights)
///
/// With validation losses 0.9, 0.7, 0.8, 0.6, 0.65, 0.7, 0.5 and patience 2, training ends after 6
/// epochs with the weights of the fourth: the seventh, best of all, is never seen.
///
/// - Parameters:
///   - epochLimit: the largest number of epochs, at least 1.
///   - patience: how many epochs in a row may fail to improve, at least 1.
///   - trainEpoch: trains one epoch more and gives the weights after it.
///   - validationLoss: the loss of such weights on the validation rows.
/// - Returns: the best weights, and how many epochs were trained.
public func trainWithEarlyStopping(
  epochLimit: Int, patience: Int, trainEpoch: () -> [Float],
  validationLoss: (_ weights: [Float]) -> Float
) -> (weights: [Float], epochs: Int) {
  todo()
}
