import ExerciseKit
import Foundation

extension Checks07 {
  /// Exercise 7.5.
  static let schedule = Check(
    "7.5", "Warm up, then cool down", difficulty: 2, minutes: 20,
    file: "Schedule.swift", chapter: chapter, section: "A rate that falls",
    replaces: ["LearningRateSchedule", "cosine", "warmedUp"],
    hints: [
      "Three cases in a row: still climbing, on the wave, after the end. Return from each.",
      """
      step and warmUpSteps are whole numbers, and in Swift 1 / 4 is 0: turn them into Float before \
      you divide.
      """,
      """
      On the wave p runs from 0 at the first step after the climb to 1 at totalSteps; cos(.pi * p) \
      then runs from 1 to -1, and (1 + that) / 2 from 1 to 0.
      """,
    ],
    parts: [
      Part("the climb", points: 1, climb),
      Part("the wave", points: 2, wave),
      Part("after the end", points: 1, afterTheEnd),
    ],
    mistakes: [
      scheduledRate.mistake(
        "the first step has a rate of 0 and is wasted: it is step + 1 that climbs"
      ) {
        step, peak, warmUp, total in
        step < warmUp
          ? peak * Float(step) / Float(warmUp) : right(step, peak, warmUp, total)
      },
      scheduledRate.mistake(
        "whole numbers were divided, and 1 / 4 is 0 then: convert to Float first"
      ) {
        step, peak, warmUp, total in
        if step < warmUp { return peak * Float((step + 1) / warmUp) }
        if step >= total { return 0 }
        return wave(peak, Float((step - warmUp) / (total - warmUp)))
      },
      scheduledRate.mistake("there is no climb: the first steps must begin low") {
        step, peak, warmUp, total in
        step < warmUp ? peak : right(step, peak, warmUp, total)
      },
      scheduledRate.mistake(
        "the wave began with step 0: take the steps of the climb away, above and below"
      ) {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step) / Float(total))
      },
      scheduledRate.mistake(
        "the wave ends too late: it has totalSteps - warmUpSteps steps, not totalSteps"
      ) {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(total))
      },
      scheduledRate.mistake("1 + cos runs from 2 to 0: halve it") { step, peak, warmUp, total in
        (step < warmUp ? 1 : 2) * right(step, peak, warmUp, total)
      },
      scheduledRate.mistake(
        "yours goes down and up again: half a wave is cos(pi p), not cos(2 pi p)"
      ) {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, 2 * Float(step - warmUp) / Float(total - warmUp))
      },
      scheduledRate.mistake("yours goes down in a straight line: p belongs into the cosine") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return peak * (1 - Float(step - warmUp) / Float(total - warmUp))
      },
      scheduledRate.mistake("the peak is missing: the wave runs from peak down to 0") {
        step, peak, warmUp, total in
        step < warmUp ? right(step, peak, warmUp, total) : right(step, 1, warmUp, total)
      },
      scheduledRate.mistake("the climb goes to peak, not to 1") { step, peak, warmUp, total in
        right(step, step < warmUp ? 1 : peak, warmUp, total)
      },
      scheduledRate.mistake("yours begins low and rises on the wave: 1 + cos, not 1 - cos") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return peak - right(step, peak, warmUp, total)
      },
      scheduledRate.mistake("pi is missing: half a wave is cos(pi p)") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(total - warmUp) / .pi)
      },
      scheduledRate.mistake("the climb ends one step too late: step warmUpSteps is on the wave") {
        step, peak, warmUp, total in
        step <= warmUp && warmUp > 0
          ? peak * Float(step + 1) / Float(warmUp) : right(step, peak, warmUp, total)
      },
      scheduledRate.mistake("the wave reaches 0 at totalSteps; yours is there one step before") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(max(1, total - warmUp - 1)))
      },
      scheduledRate.mistake("after totalSteps the wave climbs again: stay at 0") {
        step, peak, warmUp, total in
        if step < warmUp { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(total - warmUp))
      },
    ])

  private static let scheduledRate = Function(
    "scheduledRate(step:peak:warmUpSteps:totalSteps:)", right)

  @Sendable private static func climb(_ judge: Judge) {
    for step in 0..<4 { judge.ask(scheduledRate, step, 1, 4, 12) }
    judge.ask(scheduledRate, 6, 0.5, 10, 30)
    judge.ask(scheduledRate, 0, 0.3, 1, 5)
    let warmUp = judge.generator.count(3...50)
    for step in [0, warmUp / 2, warmUp - 1] {
      judge.ask(scheduledRate, step, 0.8, warmUp, 100)
    }
  }

  @Sendable private static func wave(_ judge: Judge) {
    for step in [4, 6, 8, 11] { judge.ask(scheduledRate, step, 1, 4, 12) }
    judge.ask(scheduledRate, 0, 0.5, 0, 10)
    judge.ask(scheduledRate, 3, 0.5, 0, 10)
    judge.ask(scheduledRate, 700, 0.25, 100, 1000)
    let (warmUp, total) = (judge.generator.count(5...40), judge.generator.count(60...100))
    for step in [warmUp, judge.generator.count(warmUp + 1...total - 2), total - 1] {
      judge.ask(scheduledRate, step, 0.7, warmUp, total)
    }
  }

  @Sendable private static func afterTheEnd(_ judge: Judge) {
    for step in [12, 13, 20, 1000, judge.generator.count(30...500)] {
      judge.ask(scheduledRate, step, 1, 4, 12)
    }
  }

  @Sendable private static func right(_ step: Int, _ peak: Float, _ warmUp: Int, _ total: Int)
    -> Float
  {
    if step < warmUp { return peak * Float(step + 1) / Float(warmUp) }
    if step >= total { return 0 }
    return wave(peak, Float(step - warmUp) / Float(total - warmUp))
  }

  private static func wave(_ peak: Float, _ progress: Float) -> Float {
    peak * (1 + cos(.pi * progress)) / 2
  }
}
