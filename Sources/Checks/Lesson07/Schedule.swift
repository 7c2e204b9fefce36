import ExerciseKit
import Foundation

extension Checks07 {
  /// The type of `scheduledRate(step:peak:warmUpSteps:totalSteps:)`.
  public typealias Schedule =
    @Sendable (_ step: Int, _ peak: Float, _ warmUp: Int, _ total: Int) -> Float

  /// Exercise 7.5.
  public static let schedule = Check<Schedule>(
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
      Mistake("the first step has a rate of 0 and is wasted: it is step + 1 that climbs") {
        step, peak, warmUp, total in
        step < warmUp
          ? peak * Float(step) / Float(warmUp) : right(step, peak, warmUp, total)
      },
      Mistake("whole numbers were divided, and 1 / 4 is 0 then: convert to Float first") {
        step, peak, warmUp, total in
        if step < warmUp { return peak * Float((step + 1) / warmUp) }
        if step >= total { return 0 }
        return wave(peak, Float((step - warmUp) / (total - warmUp)))
      },
      Mistake("there is no climb: the first steps must begin low") { step, peak, warmUp, total in
        step < warmUp ? peak : right(step, peak, warmUp, total)
      },
      Mistake("the wave began with step 0: take the steps of the climb away, above and below") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step) / Float(total))
      },
      Mistake("the wave ends too late: it has totalSteps - warmUpSteps steps, not totalSteps") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(total))
      },
      Mistake("1 + cos runs from 2 to 0: halve it") { step, peak, warmUp, total in
        (step < warmUp ? 1 : 2) * right(step, peak, warmUp, total)
      },
      Mistake("yours goes down and up again: half a wave is cos(pi p), not cos(2 pi p)") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return wave(peak, 2 * Float(step - warmUp) / Float(total - warmUp))
      },
      Mistake("yours goes down in a straight line: p belongs into the cosine") {
        step, peak, warmUp, total in
        if step < warmUp || step >= total { return right(step, peak, warmUp, total) }
        return peak * (1 - Float(step - warmUp) / Float(total - warmUp))
      },
      Mistake("after totalSteps the wave climbs again: stay at 0") { step, peak, warmUp, total in
        if step < warmUp { return right(step, peak, warmUp, total) }
        return wave(peak, Float(step - warmUp) / Float(total - warmUp))
      },
    ])

  @Sendable private static func climb(_ judge: Judge<Schedule>) {
    for step in 0..<4 { ask(judge, step, 1, 4, 12) }
    ask(judge, 6, 0.5, 10, 30)
    ask(judge, 0, 0.3, 1, 5)
  }

  @Sendable private static func wave(_ judge: Judge<Schedule>) {
    for step in [4, 6, 8, 11] { ask(judge, step, 1, 4, 12) }
    ask(judge, 0, 0.5, 0, 10)
    ask(judge, 3, 0.5, 0, 10)
    ask(judge, 700, 0.25, 100, 1000)
  }

  @Sendable private static func afterTheEnd(_ judge: Judge<Schedule>) {
    for step in [12, 13, 20, 1000] { ask(judge, step, 1, 4, 12) }
  }

  private static func ask(
    _ judge: Judge<Schedule>, _ step: Int, _ peak: Float, _ warmUp: Int, _ total: Int
  ) {
    judge.ask(
      """
      scheduledRate(step: \(step), peak: \(peak), warmUpSteps: \(warmUp), totalSteps: \(total))
      """,
      expect: right(step, peak, warmUp, total)
    ) { rate in rate(step, peak, warmUp, total) }
  }

  private static func right(_ step: Int, _ peak: Float, _ warmUp: Int, _ total: Int) -> Float {
    if step < warmUp { return peak * Float(step + 1) / Float(warmUp) }
    if step >= total { return 0 }
    return wave(peak, Float(step - warmUp) / Float(total - warmUp))
  }

  private static func wave(_ peak: Float, _ progress: Float) -> Float {
    peak * (1 + cos(.pi * progress)) / 2
  }
}
