import ExerciseKit
import Foundation

/// Exercise 7.5 - Warm up, then cool down.                            ** 20 minutes
///
/// The learning rate of one step of a long training. It climbs evenly, then follows half a cosine
/// wave down to 0, and stays there.
///
///     step < warmUpSteps            peak (step + 1) / warmUpSteps
///     step < totalSteps             peak (1 + cos(pi p)) / 2
///                                   p = (step - warmUpSteps) / (totalSteps - warmUpSteps)
///     from totalSteps on            0
///
/// With peak 1, a warm-up of 4 steps and 12 steps in total, steps 0 to 3 use 0.25, 0.5, 0.75 and 1,
/// step 4 uses 1, step 8 (half way down) uses 0.5, and step 12 uses 0.
///
/// Write it yourself: the library's `LearningRateSchedule`, `cosine` and `warmedUp` earn nothing
/// here.
///
/// - Parameters:
///   - step: which step, counted from 0.
///   - peak: the highest rate.
///   - warmUpSteps: how many steps the climb takes; 0 means no climb.
///   - totalSteps: how many steps there are, more than `warmUpSteps`.
/// - Returns: the learning rate of that step.
public func scheduledRate(step: Int, peak: Float, warmUpSteps: Int, totalSteps: Int) -> Float {
  todo()
}
