import Foundation

/// How the learning rate changes in the course of training: a factor for each step.
///
///     let schedule = LearningRateSchedule.cosine(steps: 1000).warmedUp(over: 100)
///     for step in 0..<1000 {
///       optimizer.learningRate = 0.01 * schedule(step)
///       ...
///     }
public struct LearningRateSchedule: Sendable {
  private let factor: @Sendable (Int) -> Float

  /// A schedule of your own.
  public init(_ factor: @escaping @Sendable (Int) -> Float) { self.factor = factor }

  /// The factor at a step, counted from 0.
  ///
  /// Traps when the step is below 0.
  public func callAsFunction(_ step: Int) -> Float {
    requireCount(step, "LearningRateSchedule", "step")
    return factor(step)
  }

  /// Always 1.
  public static let constant = LearningRateSchedule { _ in 1 }

  /// Times `factor` after every `interval` steps.
  public static func step(every interval: Int, factor: Float = 0.1) -> LearningRateSchedule {
    guard interval > 0 else { misuse("step", "an interval of \(interval) steps is not positive") }
    requireSize(factor, "step", "factor")
    return LearningRateSchedule { Foundation.pow(factor, Float($0 / interval)) }
  }

  /// Times `factor` after every step.
  public static func exponential(factor: Float) -> LearningRateSchedule {
    requireSize(factor, "exponential", "factor")
    return LearningRateSchedule { Float(Foundation.pow(Double(factor), Double($0))) }
  }

  /// From 1 to `final` along half a cosine wave, then constant.
  ///
  /// Source: I. Loshchilov, F. Hutter, ICLR 2017, equation 5, without restarts.
  public static func cosine(steps: Int, final: Float = 0) -> LearningRateSchedule {
    guard steps > 0 else { misuse("cosine", "\(steps) steps are not positive") }
    requireSize(final, "cosine", "final factor")
    return LearningRateSchedule { step in
      let progress = min(Float(step) / Float(steps), 1)
      return final + (1 - final) * (1 + Foundation.cos(Float.pi * progress)) / 2
    }
  }

  /// The same, preceded by a straight climb: step 0 uses 1 / count, step count - 1 uses 1.
  ///
  /// The schedule itself begins after the climb.
  public func warmedUp(over count: Int) -> LearningRateSchedule {
    require(count >= 0, "warmedUp", "count", count, "expected 0 or more steps")
    return LearningRateSchedule { step in
      step < count ? Float(step + 1) / Float(count) * self(0) : self(step - count)
    }
  }
}
