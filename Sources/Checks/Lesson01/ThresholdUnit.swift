import ExerciseKit

extension Checks01 {
  /// Exercise 1.1.
  static let thresholdUnit = Check(
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
      firing.mistake("\"at least the threshold\" is meant: yours asks for more than the threshold")
      {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(excitatory) > threshold
      },
      firing.mistake(
        """
        yours does not listen to the inhibitory inputs: a single active one keeps the neuron \
        silent
        """
      ) { excitatory, _, threshold in
        count(excitatory) >= threshold
      },
      firing.mistake(
        """
        yours subtracts the inhibitory inputs from the count; here one of them forbids, however \
        large the count is
        """
      ) { excitatory, inhibitory, threshold in
        count(excitatory) - count(inhibitory) >= threshold
      },
      firing.mistake(
        "yours is silenced by inhibitory inputs that are silent; only active ones forbid"
      ) {
        excitatory, inhibitory, threshold in
        inhibitory.isEmpty && count(excitatory) >= threshold
      },
      firing.mistake("yours counts the silent excitatory inputs too; only active ones count") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && excitatory.count >= threshold
      },
      firing.mistake("yours wants exactly as many active inputs as the threshold; more will do too")
      {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(excitatory) == threshold
      },
      firing.mistake("your answer is turned around: `true` means that the neuron fires") {
        excitatory, inhibitory, threshold in
        inhibitory.contains(true) || count(excitatory) < threshold
      },
    ])

  private static let firing = Function("fires(excitatory:inhibitory:threshold:)", fires)

  @Sendable private static func counting(_ judge: Judge) {
    judge.ask(firing, [true, true, false], [], 2)
    judge.ask(firing, [true, false, false], [], 2)
    judge.ask(firing, [true, true, true], [], 2)
    judge.ask(firing, [false, true], [], 1)
    judge.ask(firing, [true, false, true, true], [false, false], 3)
    judge.ask(firing, [true], [], 2)
    judge.ask(firing, [false, false], [false], 1)
    judge.ask(firing, [false, true], [], 2)
    for _ in 0..<6 {
      let inputs = (0..<4).map { _ in Bool.random(using: &judge.generator) }
      judge.ask(firing, inputs, [], Int.random(in: 1...4, using: &judge.generator))
    }
  }

  @Sendable private static func inhibition(_ judge: Judge) {
    judge.ask(firing, [true, true, true], [true], 1)
    judge.ask(firing, [true, true, true, true], [false, true, false], 2)
    judge.ask(firing, [true, true], [false, false], 2)
    judge.ask(firing, [true, true, true], [false], 1)
    judge.ask(firing, [], [true], 0)
    for _ in 0..<4 {
      let inputs = (0..<3).map { _ in Bool.random(using: &judge.generator) }
      judge.ask(firing, [true, true, true], inputs, 2)
    }
  }

  @Sendable private static func nothingToCount(_ judge: Judge) {
    judge.ask(firing, [], [], 0)
    judge.ask(firing, [], [false], 0)
    judge.ask(firing, [], [], 1)
    judge.ask(firing, [false, false], [], 0)
    judge.ask(
      firing, [], [Bool](repeating: false, count: Int.random(in: 2...5, using: &judge.generator)), 0
    )
  }

}
