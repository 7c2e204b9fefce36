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
      firing.mistake("yours decides at the first input already: look at all of them, then answer") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(Array(excitatory.prefix(1))) >= threshold
      },
      firing.mistake("the last excitatory input is never looked at: it counts like the others") {
        excitatory, inhibitory, threshold in
        !inhibitory.contains(true) && count(excitatory.dropLast()) >= threshold
      },
      firing.mistake("yours asks the first inhibitory input only: any of them may forbid") {
        excitatory, inhibitory, threshold in
        inhibitory.first != true && count(excitatory) >= threshold
      },
      firing.mistake("yours wants all inhibitory inputs active: a single one forbids") {
        excitatory, inhibitory, threshold in
        let allForbid = !inhibitory.isEmpty && !inhibitory.contains(false)
        return !allForbid && count(excitatory) >= threshold
      },
      firing.mistake("an empty list is no reason to be silent: with threshold 0 the neuron fires") {
        excitatory, inhibitory, threshold in
        !excitatory.isEmpty && fires(excitatory, inhibitory, threshold)
      },
    ])

  private static let firing = Function("fires(excitatory:inhibitory:threshold:)", fires)

  @Sendable private static func counting(_ judge: Judge) {
    judge.ask(firing, [true, true, false], [], 2)
    judge.ask(firing, [true, false, false], [], 2)
    judge.ask(firing, [true, true, true], [], 2)
    judge.ask(firing, [true, false], [], 1)
    judge.ask(firing, [false, true], [], 1)
    judge.ask(firing, [true, false, true, true], [false, false], 3)
    judge.ask(firing, [true], [], 2)
    judge.ask(firing, [false, false], [false], 1)
    judge.ask(firing, [false, true], [], 2)
    for _ in 0..<6 {
      judge.ask(firing, judge.generator.flags(4), [], judge.generator.count(1...4))
    }
  }

  @Sendable private static func inhibition(_ judge: Judge) {
    judge.ask(firing, [true, true, true], [true], 1)
    judge.ask(firing, [true, true, true, true], [false, true, false], 2)
    judge.ask(firing, [true, true], [false, false], 2)
    judge.ask(firing, [true, true, true], [false], 1)
    judge.ask(firing, [true, true], [false, false], 3)
    judge.ask(firing, [true, true], [true, false], 1)
    judge.ask(firing, [true, true, true], [false, false, true], 1)
    judge.ask(firing, [], [true], 0)
    // Silent for both reasons: who fires when inhibited errs here, who ignores it does not.
    judge.ask(firing, [true, false], [true], 2)
    for _ in 0..<4 {
      judge.ask(firing, [true, true, true], judge.generator.flags(3), 2)
    }
  }

  @Sendable private static func nothingToCount(_ judge: Judge) {
    judge.ask(firing, [], [], 0)
    judge.ask(firing, [], [false], 0)
    judge.ask(firing, [], [], 1)
    judge.ask(firing, [false, false], [], 0)
    let silent = [Bool](repeating: false, count: judge.generator.count(2...5))
    judge.ask(firing, [], silent, 0)
    judge.ask(firing, silent, silent, 1)
  }
}
