import ExerciseKit

/// An answer to exercise 1.5: the function `heatCircuit()`.
public typealias HeatCircuitAnswer = @Sendable () -> [Wiring]

/// Exercise 1.5: the illusion of heat.
public let heatCircuitCheck = Check<HeatCircuitAnswer>(
  "1.5", "The heat circuit", difficulty: 3, minutes: 30, file: "HeatCircuit.swift",
  chapter: "01-mcculloch-pitts-neuron.md", section: "Hot or cold?",
  hints: [
    """
    Draw it first. You need two helpers. Cell 4 repeats what the cold receptor did a tick ago. \
    Cell 5 says that the cold has ended.
    """,
    """
    "Cold felt" needs the cold of one tick ago and of two ticks ago. The first comes straight from \
    the receptor, the second through cell 4. Both must be there: what is the threshold?
    """,
    """
    Cell 5 is excited by cell 4 (cold was there) and inhibited by the receptor (cold is there). \
    "Heat felt" listens to the heat receptor and to cell 5, and either is enough.
    """,
  ],
  parts: [
    Part("something hot", points: 1) { judge in
      judge.touch(heat: "1.......", cold: "........")
      judge.touch(heat: ".11.1...", cold: "........")
    },
    Part("a brief cold touch", points: 2) { judge in
      judge.touch(heat: "........", cold: "1.......")
      judge.touch(heat: "........", cold: ".1...1..")
    },
    Part("a longer cold touch", points: 2) { judge in
      judge.touch(heat: "........", cold: "11......")
      judge.touch(heat: "........", cold: ".111111.")
    },
    Part("any touch", points: 1) { judge in
      judge.touch(heat: "1.1..1..", cold: "1.11.1..")
      for _ in 0..<30 {
        let heat = HeatNet.train(using: &judge.generator)
        judge.touch(heat: heat, cold: HeatNet.train(using: &judge.generator))
      }
    },
  ],
  mistakes: [
    Mistake(
      """
      \"cold felt\" fires for a single tick of cold: its two inputs must come together, so its \
      threshold is 2
      """
    ) { [([0, 5], [], 1), ([1, 4], [], 1), ([1], [], 1), ([4], [1], 1)] },
    Mistake(
      """
      \"heat felt\" wants two inputs at once; the heat receptor or the helper alone must be enough
      """
    ) { [([0, 5], [], 2), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)] },
    Mistake(
      """
      the helper that says "it ended" is not inhibited: a cold that lasts must keep it silent
      """
    ) { [([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [], 1)] },
    Mistake(
      """
      "it ended" listens to the cold receptor itself instead of the delayed copy: then it is \
      excited and inhibited at the same time
      """
    ) { [([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([1], [1], 1)] },
    Mistake(
      """
      "heat felt" listens to the copy of the cold and not to "it ended": then a lasting cold feels \
      hot as well
      """
    ) { [([0, 4], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)] },
    Mistake(
      """
      "heat felt" and "cold felt" are exchanged: place 2, the first entry, is heat
      """
    ) { [([1, 4], [], 2), ([0, 5], [], 1), ([1], [], 1), ([4], [1], 1)] },
    Mistake(
      """
      the receptors are exchanged: cell 0 is heat, cell 1 is cold
      """
    ) { [([1, 5], [], 1), ([0, 4], [], 2), ([0], [], 1), ([4], [0], 1)] },
    Mistake(
      """
      the receptors need no entry: the wiring begins with neuron 2
      """
    ) {
      [([], [], 1), ([], [], 1), ([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)]
    },
  ])

/// Runs a wiring; spike trains are written as text, `1` for a spike and `.` for silence.
private enum HeatNet {
  typealias Felt = (heatFelt: String, coldFelt: String)

  static let ticksAfter = 4

  static func train(using generator: inout SeededGenerator) -> String {
    String((0..<8).map { _ in Bool.random(using: &generator) ? "1" as Character : "." })
  }

  static func spikes(_ train: String) -> [Bool] {
    train.map { $0 == "1" } + Array(repeating: false, count: ticksAfter)
  }

  static func text(_ spikes: [Bool]) -> String { spikes.map { $0 ? "1" : "." }.joined() }

  /// What the two formulas say.
  static func formulas(heat: String, cold: String) -> Felt {
    let (heat, cold) = (spikes(heat), spikes(cold))
    func at(_ train: [Bool], _ time: Int) -> Bool { time >= 0 && train[time] }
    let heatFelt = heat.indices.map { time in
      at(heat, time - 1) || (at(cold, time - 3) && !at(cold, time - 2))
    }
    let coldFelt = heat.indices.map { time in at(cold, time - 2) && at(cold, time - 1) }
    return (text(heatFelt), text(coldFelt))
  }

  /// What a wiring does, or what is wrong with it.
  static func run(_ wiring: [Wiring], heat: String, cold: String) -> Felt {
    let cells = 2 + wiring.count
    guard wiring.count >= 2 else {
      return ("\(wiring.count) neurons: places 2 and 3 are needed", "")
    }
    for (place, wire) in wiring.enumerated() {
      for cell in wire.excitatory + wire.inhibitory where !(0..<cells).contains(cell) {
        return ("neuron \(place + 2) listens to cell \(cell); cells are 0 to \(cells - 1)", "")
      }
    }
    let (heat, cold) = (spikes(heat), spikes(cold))
    var activity = [Bool](repeating: false, count: cells)
    var felt: [(Bool, Bool)] = []
    for time in heat.indices {
      let stimulus = [heat[time], cold[time]]
      activity =
        time == 0
        ? stimulus + activity[2...]
        : NetReference.step(activity, stimulus, wiring, NetReference.neuron)
      felt.append((activity[2], activity[3]))
    }
    return (text(felt.map(\.0)), text(felt.map(\.1)))
  }
}

extension Judge<HeatCircuitAnswer> {
  fileprivate func touch(heat: String, cold: String) {
    ask(
      "your heatCircuit() with heat \(verbatim: heat) cold \(verbatim: cold)",
      expect: HeatNet.formulas(heat: heat, cold: cold)
    ) { HeatNet.run($0(), heat: heat, cold: cold) }
  }
}
