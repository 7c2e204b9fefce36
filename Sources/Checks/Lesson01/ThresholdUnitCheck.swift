import ExerciseKit

/// An answer to exercise 1.1: the function `fires(excitatory:inhibitory:threshold:)`.
public typealias ThresholdUnitAnswer =
  @Sendable (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool

/// Exercise 1.1: the neuron of McCulloch and Pitts.
public let thresholdUnitCheck = Check<ThresholdUnitAnswer>(
  "1.1", "The threshold unit", difficulty: 1, minutes: 10, file: "ThresholdUnit.swift",
  chapter: "01-mcculloch-pitts-neuron.md", section: "The neuron of 1943",
  hints: [
    """
    The two rules are two steps of your function. Rule 1 first: walk through `inhibitory`, and \
    `return false` as soon as you meet a `true`.
    """,
    """
    Rule 2: start with `var count = 0`, add 1 for each `true` in `excitatory`, and compare the \
    count with the threshold. "At least" is `>=`.
    """,
    """
    `inhibitory.contains(true)` answers rule 1. For rule 2, `excitatory.filter { $0 }` keeps the \
    active inputs, and `.count` tells how many are left. A function ends at its first `return`.
    """,
  ],
  parts: [
    Part("counting", points: 2) { judge in
      judge.fires([true, true, false], [], 2, true)
      judge.fires([true, false, false], [], 2, false)
      judge.fires([true, true, true], [], 2, true)
      judge.fires([false, true], [], 1, true)
      judge.fires([true, false, true, true], [false, false], 3, true)
      judge.fires([true], [], 2, false)
      judge.fires([false, false], [false], 1, false)
    },
    Part("inhibition", points: 2) { judge in
      judge.fires([true, true, true], [true], 1, false)
      judge.fires([true, true, true, true], [false, true, false], 2, false)
      judge.fires([true, true], [false, false], 2, true)
      judge.fires([], [true], 0, false)
    },
    Part("nothing to count", points: 1) { judge in
      judge.fires([], [], 0, true)
      judge.fires([], [false], 0, true)
      judge.fires([], [], 1, false)
      judge.fires([false, false], [], 0, true)
    },
  ],
  mistakes: [
    Mistake(
      """
      \"at least the threshold\" is `>=`; yours asks for more than the threshold
      """
    ) { excitatory, inhibitory, threshold in
      !inhibitory.contains(true) && excitatory.filter { $0 }.count > threshold
    },
    Mistake(
      """
      yours never looks at the inhibitory inputs: a single active one must keep the neuron silent
      """
    ) { excitatory, _, threshold in
      excitatory.filter { $0 }.count >= threshold
    },
    Mistake(
      """
      yours lets an inhibitory input subtract 1 from the count; here it forbids, however large the \
      count is
      """
    ) { excitatory, inhibitory, threshold in
      excitatory.filter { $0 }.count - inhibitory.filter { $0 }.count >= threshold
    },
    Mistake(
      """
      yours is silent as soon as there is an inhibitory input, active or not; only an active one \
      forbids
      """
    ) { excitatory, inhibitory, threshold in
      inhibitory.isEmpty && excitatory.filter { $0 }.count >= threshold
    },
    Mistake(
      """
      yours counts all excitatory inputs, also the silent ones; count only those that are `true`
      """
    ) { excitatory, inhibitory, threshold in
      !inhibitory.contains(true) && excitatory.count >= threshold
    },
    Mistake(
      """
      yours demands exactly as many active inputs as the threshold; more are welcome too: `>=`
      """
    ) { excitatory, inhibitory, threshold in
      !inhibitory.contains(true) && excitatory.filter { $0 }.count == threshold
    },
    Mistake(
      """
      yours turns the answer around: `true` means that the neuron fires
      """
    ) { excitatory, inhibitory, threshold in
      inhibitory.contains(true) || excitatory.filter { $0 }.count < threshold
    },
  ])

extension Judge<ThresholdUnitAnswer> {
  fileprivate func fires(
    _ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int, _ expected: Bool
  ) {
    ask(
      "fires(excitatory: \(excitatory), inhibitory: \(inhibitory), threshold: \(threshold))",
      expect: expected
    ) { $0(excitatory, inhibitory, threshold) }
  }
}
