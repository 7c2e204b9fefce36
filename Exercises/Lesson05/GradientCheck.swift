import ExerciseKit

// Exercise 5.5 - The gradient check.                                          ** 25 minutes
//
// Two functions, marked one by one: measure slopes by wiggling, and say how far two lists of slopes
// are apart.
//
// Write it yourself: the library's `Variable`, `backward` and `gradientCheck` earn nothing here.

/// Measures how steeply a loss rises with each number at a point.
///
///     slope_k = (loss(..., w_k + step, ...) - loss(..., w_k - step, ...)) / (2 step)
///
/// While one number is wiggled, all others keep their value.
///
///     numericalSlopes(of: { w in w[0] * w[0] }, at: [3], step: 0.5)     // [6]
///
/// - Parameters:
///   - loss: any function of the numbers.
///   - point: where; may be empty.
///   - step: how far to each side, above 0.
/// - Returns: one slope for each number of the point.
public func numericalSlopes(
  of loss: ([Double]) -> Double, at point: [Double], step: Double
) -> [Double] {
  todo()
}

/// The largest difference between two lists of slopes, as a fraction of the largest slope in
/// either.
///
///     (largest |a_k - b_k|) / (largest of all |a_k| and |b_k|)
///
///     relativeDifference([1, -4], [1, -3])     // 0.25
///
/// - Returns: 0 when they agree, also when all slopes are 0 or there are none.
public func relativeDifference(_ a: [Double], _ b: [Double]) -> Double {
  todo()
}
