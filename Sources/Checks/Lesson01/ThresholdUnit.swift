import ExerciseKit

extension Checks01 {
  /// The student's `fires(excitatory:inhibitory:threshold:)`.
  public typealias ThresholdUnit =
    @Sendable (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool

  /// Exercise 1.1.
  public static let thresholdUnit = Check<ThresholdUnit>(
    "1.1", "The threshold unit", difficulty: 1, minutes: 10,
    file: "ThresholdUnit.swift", chapter: chapter, section: "The neuron of 1943",
    hints: [
      """
      Two rules, two steps. Rule 1 comes first: look whether `inhibitory` has a `true` in it, and \
      if so, `return false`. The function ends there.
      """,
      """
      Rule 2: begin with `var count = 0`, add 1 for every `true` in `excitatory`, and compare the \
      count with the threshold. "At least" is written `>=`.
      """,
      """
      `inhibitory.contains(true)` answers rule 1. For rule 2, `excitatory.filter { $0 }` keeps the \
      active inputs only, and `.count` says how many they are.
      """,
    ],
    parts: [
      Part("counting", points: 1, counting),
      Part("inhibition", points: 1, inhibition),
      Part("nothing to count", points: 1, nothingToCount),
    ],
    mistakes: [
      Mistake("\"at least the threshold\" is meant: yours asks for more than the threshold") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(excitatory) > threshold
      },
      Mistake(
        """
        yours does not listen to the inhibitory inputs: a single active one keeps the neuron \
        silent
        """
      ) { excitatory, _, threshold in
        count(excitatory) >= threshold
      },
      Mistake(
        """
        yours subtracts the inhibitory inputs from the count; here one of them forbids, however \
        large the count is
        """
      ) { excitatory, inhibitory, threshold in
        count(excitatory) - count(inhibitory) >= threshold
      },
      Mistake("yours is silenced by inhibitory inputs that are silent; only active ones forbid") {
        excitatory, inhibitory, threshold in
        inhibitory.isEmpty && count(excitatory) >= threshold
      },
      Mistake("yours counts the silent excitatory inputs too; only active ones count") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && excitatory.count >= threshold
      },
      Mistake("yours wants exactly as many active inputs as the threshold; more will do too") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(excitatory) == threshold
      },
      Mistake("your answer is turned around: `true` means that the neuron fires") {
        excitatory, inhibitory, threshold in
        inhibitory.contains(true) || count(excitatory) < threshold
      },
    ])

  @Sendable private static func counting(_ judge: Judge<ThresholdUnit>) {
    ask(judge, [true, true, false], [], 2, true)
    ask(judge, [true, false, false], [], 2, false)
    ask(judge, [true, true, true], [], 2, true)
    ask(judge, [false, true], [], 1, true)
    ask(judge, [true, false, true, true], [false, false], 3, true)
    ask(judge, [true], [], 2, false)
    ask(judge, [false, false], [false], 1, false)
  }

  @Sendable private static func inhibition(_ judge: Judge<ThresholdUnit>) {
    ask(judge, [true, true, true], [true], 1, false)
    ask(judge, [true, true, true, true], [false, true, false], 2, false)
    ask(judge, [true, true], [false, false], 2, true)
    ask(judge, [true, true, true], [false], 1, true)
    ask(judge, [], [true], 0, false)
  }

  @Sendable private static func nothingToCount(_ judge: Judge<ThresholdUnit>) {
    ask(judge, [], [], 0, true)
    ask(judge, [], [false], 0, true)
    ask(judge, [], [], 1, false)
    ask(judge, [false, false], [], 0, true)
  }

  private static func ask(
    _ judge: Judge<ThresholdUnit>, _ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int,
    _ expected: Bool
  ) {
    judge.ask(
      "fires(excitatory: \(excitatory), inhibitory: \(inhibitory), threshold: \(threshold))",
      expect: expected
    ) { fires in fires(excitatory, inhibitory, threshold) }
  }
}
