import ExerciseKit

extension Checks01 {
  /// Exercise 1.4.
  static let networkStep = Check(
    "1.4", "One step of a network", difficulty: 2, minutes: 25,
    file: "NetworkStep.swift", chapter: chapter, section: "Time, and a loop that remembers",
    hints: [
      "Make a new list and leave `activity` alone: `var next = stimulus`. The receptors are done.",
      """
      Go through `wiring`. For each neuron make a list of what its excitatory cells are doing: the \
      values `activity[cell]`, for each cell in `excitatory`. Then the same for `inhibitory`.
      """,
      """
      `wire.excitatory.map { activity[$0] }` is such a list. Ask `neuron` with both lists and the \
      threshold, and append its answer to `next`. Never read from `next`.
      """,
    ],
    parts: [
      Part("receptors and one neuron", points: 1, oneNeuron),
      Part("all neurons at the same moment", points: 2, sameMoment),
      Part("any net", points: 2, anyNet),
    ],
    mistakes: [
      networkTick.mistake(
        """
        yours reads what it has just written: a signal crosses several synapses in one tick. Read \
        the old activity and write a list of its own
        """
      ) { activity, stimulus, wiring, neuron in
        var cells = stimulus + activity[stimulus.count...]
        let old = activity
        for (place, wire) in wiring.enumerated() {
          func read(_ cell: Int) -> Bool { cell < stimulus.count ? old[cell] : cells[cell] }
          cells[stimulus.count + place] = neuron(
            wire.excitatory.map(read), wire.inhibitory.map(read), wire.threshold)
        }
        return cells
      },
      networkTick.mistake(
        """
        your neurons hear the new stimulus already; a synapse takes one tick, so they hear what \
        the receptors did before
        """
      ) { activity, stimulus, wiring, neuron in
        step(stimulus + activity[stimulus.count...], stimulus, wiring, neuron)
      },
      networkTick.mistake("your receptors stay as they were; what they do next is the stimulus") {
        activity, stimulus, wiring, neuron in
        let next = step(activity, stimulus, wiring, neuron)
        return Array(activity[..<stimulus.count] + next[stimulus.count...])
      },
      networkTick.mistake("the receptors are missing: the result lists all cells, receptors first")
      {
        activity, stimulus, wiring, neuron in
        Array(step(activity, stimulus, wiring, neuron)[stimulus.count...])
      },
      networkTick.mistake("excitatory and inhibitory inputs are exchanged") {
        activity, stimulus, wiring, neuron in
        step(activity, stimulus, wiring, Neuron("") { neuron($1, $0, $2) })
      },
      networkTick.mistake("a cell that is named twice counts twice: yours names each once") {
        activity, stimulus, wiring, neuron in
        let once = wiring.map { wire in
          (
            excitatory: Array(Set(wire.excitatory)), inhibitory: wire.inhibitory,
            threshold: wire.threshold
          )
        }
        return step(activity, stimulus, once, neuron)
      },
      networkTick.mistake("yours asks the first inhibitory cell only; a neuron may have several") {
        activity, stimulus, wiring, neuron in
        step(activity, stimulus, wiring, Neuron("") { neuron($0, Array($1.prefix(1)), $2) })
      },
      networkTick.mistake("every neuron has a threshold of its own; yours takes 1 for all") {
        activity, stimulus, wiring, neuron in
        step(
          activity, stimulus, wiring,
          Neuron("") { excitatory, inhibitory, _ in neuron(excitatory, inhibitory, 1) })
      },
      networkTick.mistake(
        """
        the numbers in the wiring count all cells, receptors too: they are the places in \
        `activity`, with nothing added
        """
      ) { activity, stimulus, wiring, neuron in
        let named = wiring.flatMap { $0.excitatory + $0.inhibitory }
        if (named.max() ?? 0) + stimulus.count >= activity.count {
          throw Trap("Index out of range")
        }
        let shifted = wiring.map { wire in
          (
            excitatory: wire.excitatory.map { $0 + stimulus.count },
            inhibitory: wire.inhibitory.map { $0 + stimulus.count }, threshold: wire.threshold
          )
        }
        return step(activity, stimulus, shifted, neuron)
      },
    ])

  private static let networkTick = Function("step(_:stimulus:wiring:neuron:)") {
    (activity: [Bool], stimulus: [Bool], wiring: [Wiring], neuron: Neuron) in
    step(activity, stimulus, wiring, neuron)
  }

  @Sendable private static func oneNeuron(_ judge: Judge) {
    let and: [Wiring] = [([0, 1], [], 2)]
    ask(judge, [true, true, false], stimulus: [true, false], and)
    ask(judge, [true, false, false], stimulus: [false, false], and)
    ask(judge, [false, false, true], stimulus: [true, true], and)
    let not: [Wiring] = [([], [0], 0)]
    ask(judge, [true, false], stimulus: [false], not)
    ask(judge, [false, true], stimulus: [true], not)
    let butNot: [Wiring] = [([0], [1], 1)]
    ask(judge, [true, true, false], stimulus: [false, false], butNot)
    ask(judge, [true, false, false], stimulus: [false, true], butNot)
    let forbidden: [Wiring] = [([0], [1, 2], 1)]
    ask(judge, [true, false, true, false], stimulus: [true, false, true], forbidden)
    askAnyNet(judge, receptors: judge.generator.count(2...3), neurons: 1)
  }

  @Sendable private static func sameMoment(_ judge: Judge) {
    let chain: [Wiring] = [([0], [], 1), ([1], [], 1), ([2], [], 1)]
    ask(judge, [true, false, false, false], stimulus: [false], chain)
    ask(judge, [false, true, false, true], stimulus: [true], chain)
    // Two neurons that excite each other exchange their activity.
    let pair: [Wiring] = [([1], [], 1), ([0], [], 1)]
    ask(judge, [true, false], stimulus: [], pair)
    let latch: [Wiring] = [([0, 2], [1], 1)]
    ask(judge, [false, false, true], stimulus: [false, true], latch)
    ask(judge, [false, true, true], stimulus: [false, false], latch)
    for _ in 0..<3 { askAnyNet(judge, receptors: judge.generator.count(0...2), neurons: 3) }
  }

  @Sendable private static func anyNet(_ judge: Judge) {
    // A cell that is named twice counts twice.
    ask(judge, [true, false], stimulus: [true], [([0, 0], [], 2)])
    ask(judge, [true, false], stimulus: [false, true], [])
    for _ in 0..<20 {
      askAnyNet(
        judge, receptors: judge.generator.count(0...3), neurons: judge.generator.count(1...4))
    }
  }

  private static func askAnyNet(_ judge: Judge, receptors: Int, neurons: Int) {
    let wiring = (0..<neurons).map { _ in randomWiring(receptors + neurons, &judge.generator) }
    let activity = judge.generator.flags(receptors + neurons)
    ask(judge, activity, stimulus: judge.generator.flags(receptors), wiring)
  }

  private static func randomWiring(_ cells: Int, _ generator: inout SeededGenerator) -> Wiring {
    let order = (0..<cells).shuffled(using: &generator)
    let split = generator.count(1...cells)
    let inhibitory = order[split...].prefix(generator.count(0...2))
    return (Array(order[..<split]), Array(inhibitory), generator.count(0...2))
  }

  private static func ask(
    _ judge: Judge, _ activity: [Bool], stimulus: [Bool], _ wiring: [Wiring]
  ) {
    judge.ask(networkTick, activity, stimulus, wiring, neuron)
  }
}
