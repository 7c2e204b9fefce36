import ExerciseKit
import Foundation

/// A code drawn from a cloud, by chance from outside.
public func drawnCode(mean: [Float], logVariance: [Float], noise: [Float]) -> [Float] {
  mean.indices.map { mean[$0] + exp(logVariance[$0] / 2) * noise[$0] }
}

/// From dL/dz to the slopes of what the encoder said.
public func drawnCodeGradient(
  _ gradient: [Float], logVariance: [Float], noise: [Float]
) -> (mean: [Float], logVariance: [Float]) {
  // z = mu + e^(l / 2) e, so dz/dmu = 1 and dz/dl = e^(l / 2) e / 2.
  let slopes = gradient.indices.map { gradient[$0] * exp(logVariance[$0] / 2) * noise[$0] / 2 }
  return (gradient, slopes)
}
