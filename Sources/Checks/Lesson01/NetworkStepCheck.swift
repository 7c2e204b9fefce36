import ExerciseKit

/// One neuron's synapses and threshold, as exercises 1.4 and 1.5 write them.
public typealias Wiring = (excitatory: [Int], inhibitory: [Int], threshold: Int)

/// A McCulloch-Pitts neuron, as exercise 1.4 hands it to the student.
public typealias NeuronFunction =
  (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool

/// An answer to exercise 1.4: the function `step(_:stimulus:wiring:neuron:)`.
public typealias NetworkStepAnswer =
  @Sendable (_ activity: [Bool], _ stimulus: [Bool], _ wiring: [Wiring], _ neuron: NeuronFunction)
  -> [Bool]

/// Exercise 1.4: one tick of a net.
public let networkStepCheck = Check<NetworkStepAnswer>(
  "1.4", "One step of a network", difficulty: 2, minutes: 25, file: "NetworkStep.swift",
  chapter: "01-mcculloch-pitts-neuron.md", section: "Time, and a loop that remembers",
  hints: [
    """
    Make a new list and leave `activity` as it is: `var next = stimulus`. The receptors are done.
    """,
    """
    Then go through `wiring`. For each neuron make the list of what its excitatory cells are \
    doing: the values `activity[cell]` for the numbers in `excitatory`. Likewise for `inhibitory`.
    """,
    """
    `wire.excitatory.map { activity[$0] }` is such a list. Ask `neuron(...)` with both lists and \
    the threshold, and `append` its answer to `next`. Never read from `next`.
    """,
  ],
  parts: [
    Part("receptors and one neuron", points: 2) { judge in
      let and: [Wiring] = [([0, 1], [], 2)]
      for (a, b) in [(true, true), (true, false), (false, false)] {
        judge.step([a, b, false], stimulus: [b, false], and)
      }
      let not: [Wiring] = [([], [0], 0)]
      judge.step([true, false], stimulus: [false], not)
      judge.step([false, true], stimulus: [true], not)
      let butNot: [Wiring] = [([0], [1], 1)]
      judge.step([true, true, false], stimulus: [false, false], butNot)
      judge.step([true, false, false], stimulus: [false, true], butNot)
    },
    Part("all neurons at the same moment", points: 2) { judge in
      let chain: [Wiring] = [([0], [], 1), ([1], [], 1), ([2], [], 1)]
      judge.step([true, false, false, false], stimulus: [false], chain)
      judge.step([false, true, false, true], stimulus: [true], chain)
      // Two neurons that excite each other exchange their activity.
      let pair: [Wiring] = [([1], [], 1), ([0], [], 1)]
      judge.step([true, false], stimulus: [], pair)
      let latch: [Wiring] = [([0, 2], [1], 1)]
      judge.step([false, false, true], stimulus: [false, true], latch)
      judge.step([false, true, true], stimulus: [false, false], latch)
    },
    Part("any net", points: 2) { judge in
      for _ in 0..<20 {
        let receptors = Int.random(in: 0...3, using: &judge.generator)
        let neurons = Int.random(in: 1...4, using: &judge.generator)
        let cells = receptors + neurons
        let wiring = (0..<neurons).map { _ -> Wiring in
          let order = (0..<cells).shuffled(using: &judge.generator)
          let split = Int.random(in: 1...cells, using: &judge.generator)
          let threshold = Int.random(in: 0...2, using: &judge.generator)
          return (Array(order[..<split]), Array(order[split...].prefix(1)), threshold)
        }
        let activity = (0..<cells).map { _ in Bool.random(using: &judge.generator) }
        let stimulus = (0..<receptors).map { _ in Bool.random(using: &judge.generator) }
        judge.step(activity, stimulus: stimulus, wiring)
      }
      // A cell named twice counts twice.
      judge.step([true, false], stimulus: [true], [([0, 0], [], 2)])
    },
  ],
  mistakes: [
    Mistake(
      """
      yours reads from the new activity while it writes it: a signal crosses several synapses in \
      one tick. Read from `activity`, write to a list of its own
      """
    ) { activity, stimulus, wiring, neuron in
      var cells = activity
      for (place, wire) in wiring.enumerated() {
        cells[stimulus.count + place] = neuron(
          wire.excitatory.map { cells[$0] }, wire.inhibitory.map { cells[$0] }, wire.threshold)
      }
      return stimulus + cells[stimulus.count...]
    },
    Mistake(
      """
      the neurons already hear the stimulus of the next tick; a synapse takes one tick, so they \
      hear the receptors in `activity`
      """
    ) { activity, stimulus, wiring, neuron in
      let heard = stimulus + activity[stimulus.count...]
      return NetReference.step(heard, stimulus, wiring, neuron)
    },
    Mistake(
      """
      your receptors keep their old activity; their new activity is the stimulus
      """
    ) { activity, stimulus, wiring, neuron in
      activity[..<stimulus.count]
        + NetReference.step(activity, stimulus, wiring, neuron)[stimulus.count...]
    },
    Mistake(
      """
      the receptors are missing from the result: it lists all cells, receptors first
      """
    ) { activity, stimulus, wiring, neuron in
      Array(NetReference.step(activity, stimulus, wiring, neuron)[stimulus.count...])
    },
    Mistake(
      """
      yours exchanges excitatory and inhibitory inputs
      """
    ) { activity, stimulus, wiring, neuron in
      NetReference.step(activity, stimulus, wiring) { neuron($1, $0, $2) }
    },
    Mistake(
      """
      yours takes the threshold for 1 in every neuron; each has its own
      """
    ) { activity, stimulus, wiring, neuron in
      NetReference.step(activity, stimulus, wiring) { excitatory, inhibitory, _ in
        neuron(excitatory, inhibitory, 1)
      }
    },
    Mistake(
      """
      the numbers in `wiring` count all cells, receptors included: use them as they are in \
      `activity`, without adding the number of receptors
      """, trapsSaying: "Index out of range"
    ) { activity, stimulus, wiring, neuron in
      stimulus
        + wiring.map { wire in
          neuron(
            wire.excitatory.map { activity[$0 + stimulus.count] },
            wire.inhibitory.map { activity[$0 + stimulus.count] }, wire.threshold)
        }
    },
  ])

enum NetReference {
  static let neuron: @Sendable ([Bool], [Bool], Int) -> Bool = {
    excitatory, inhibitory, threshold in
    !inhibitory.contains(true) && excitatory.filter { $0 }.count >= threshold
  }

  static func step(
    _ activity: [Bool], _ stimulus: [Bool], _ wiring: [Wiring], _ neuron: NeuronFunction
  ) -> [Bool] {
    stimulus
      + wiring.map { wire in
        neuron(
          wire.excitatory.map { activity[$0] }, wire.inhibitory.map { activity[$0] }, wire.threshold
        )
      }
  }
}

extension Judge<NetworkStepAnswer> {
  fileprivate func step(_ activity: [Bool], stimulus: [Bool], _ wiring: [Wiring]) {
    let wires = wiring.map { wire in
      "(excitatory: \(wire.excitatory), inhibitory: \(wire.inhibitory), threshold: \(wire.threshold))"
    }.joined(separator: ", ")
    ask(
      """
      step(\(activity), stimulus: \(stimulus), wiring: [\(verbatim: wires)], neuron: neuron)
      """,
      expect: NetReference.step(activity, stimulus, wiring, NetReference.neuron)
    ) { $0(activity, stimulus, wiring, NetReference.neuron) }
  }
}
