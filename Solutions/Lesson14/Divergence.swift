import ExerciseKit
import Foundation

/// How far a cloud is from N(0, 1), in nats.
public func klTerm(mean: [Float], logVariance: [Float]) -> Float {
  zip(mean, logVariance).map { mu, l in (mu * mu + exp(l) - 1 - l) / 2 }.reduce(0, +)
}

/// The slopes of the KL term with respect to centre and log squared width.
public func klGradient(
  mean: [Float], logVariance: [Float]
) -> (mean: [Float], logVariance: [Float]) {
  (mean, logVariance.map { (exp($0) - 1) / 2 })
}
