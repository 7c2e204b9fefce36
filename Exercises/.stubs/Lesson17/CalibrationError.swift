import ExerciseKit

/// Exercise 17.3 - The expected calibration error.                     ** 25 minutes
///
/// Sort the answers into bins by their confidence. With 4 bins these are 0 to 1/4, 1/4 to 1/2, 1/2
/// to 3/4 and 3/4 to 1; a confidence at just an upper end belongs to the bin below it, and 0 to the
/// first. In each bin compare the mean confidence with the share of right answers. The error is the
/// mean of the gaps, each weighted by how many answers fall into its bin:
///
///     ECE = sum over bins of
///           (answers in the bin / all answers) abs(share that is right - mean confidence)
///
///     expectedCalibrationError(
///       confidences: [0.9, 0.8, 0.6], isRight: [true, false, true], binCount: 4)
///     // the bin 3/4 to 1: sure 0.85, right 0.5; the bin 1/2 to 3/4: sure 0.6, right 1
///     // 2/3 * 0.35 + 1/3 * 0.4 = 0.3667
///
/// - Parameters:
///   - confidences: how sure each answer was, from 0 to 1; there may be none, and then the error is
///     0.
///   - isRight: whether each answer was right, as many.
///   - binCount: how many bins of equal width, at least 1.
/// - Returns: the error, from 0 to 1.
public func expectedCalibrationError(
  confidences: [Float], isRight: [Bool], binCount: Int
) -> Float {
  todo()
}
