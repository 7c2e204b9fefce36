import Foundation

/// Exercise 17.3 - The expected calibration error.
public func expectedCalibrationError(
  confidences: [Float], isRight: [Bool], binCount: Int
) -> Float {
  // The gap of a bin times its count is the size of (number right - sum of confidences).
  var gaps = [Float](repeating: 0, count: binCount)
  for (confidence, right) in zip(confidences, isRight) {
    let place = Int((confidence * Float(binCount)).rounded(.up)) - 1
    gaps[max(0, place)] += (right ? 1 : 0) - confidence
  }
  let total = gaps.reduce(0) { $0 + abs($1) }
  return confidences.isEmpty ? 0 : total / Float(confidences.count)
}
