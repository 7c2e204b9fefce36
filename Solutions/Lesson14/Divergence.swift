import ExerciseKit
import Foundation

public func klTerm(mean: [Float], logVariance: [Float]) -> Float {
  zip(mean, logVariance).map { mu, l in (mu * mu + exp(l) - 1 - l) / 2 }.reduce(0, +)
}

public func klGradient(
  mean: [Float], logVariance: [Float]
) -> (mean: [Float], logVariance: [Float]) {
  (mean, logVariance.map { (exp($0) - 1) / 2 })
}
