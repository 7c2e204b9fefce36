import ExerciseKit

extension Checks01 {
  /// Exercise 1.5.
  static let heatIllusion = Check(
    "1.5", "The heat circuit", difficulty: 3, minutes: 30,
    file: "HeatCircuit.swift", chapter: chapter, section: "Hot or cold?",
    hints: [
      """
      Draw it first. Two helpers are enough: cell 4 repeats what the cold receptor did a tick ago, \
      and cell 5 says that the cold has ended.
      """,
      """
      "Cold felt" needs the cold of one tick ago and of two ticks ago. The first comes straight \
      from the receptor, the second through cell 4. Both must be there: what is the threshold?
      """,
      """
      Cell 5 fires when cold was there (cell 4 excites it) and is there no more (which cell \
      forbids it?). "Heat felt" listens to the heat receptor and to cell 5; either is enough.
      """,
    ],
    parts: [
      Part("something hot", points: 1, hot),
      Part("a brief cold touch", points: 1, briefCold),
      Part("a longer cold touch", points: 2, longerCold),
      Part("any touch", points: 1, anyTouch),
    ],
    mistakes: [
      heatCircuit.mistake(
        """
        "cold felt" fires after a single tick of cold: its two inputs have to come together, so \
        one of them must not be enough
        """
      ) { [([0, 5], [], 1), ([1, 4], [], 1), ([1], [], 1), ([4], [1], 1)] },
      heatCircuit.mistake(
        "\"heat felt\" is silent where one of its two inputs is on: either must be enough"
      ) {
        [([0, 5], [], 2), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)]
      },
      heatCircuit.mistake(
        "nothing forbids the helper that should say \"it ended\": a cold that lasts must"
      ) {
        [([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [], 1)]
      },
      heatCircuit.mistake(
        """
        a brief cold is not felt as heat: "heat felt" has to listen to a helper that says "it \
        ended". Let what cold did a tick before excite that helper, and cold itself forbid it
        """
      ) { [([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([1], [1], 1)] },
      heatCircuit.mistake(
        "\"heat felt\" listens to the copy of the cold, not to the helper \"it ended\""
      ) {
        [([0, 4], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)]
      },
      heatCircuit.mistake("the sensations are exchanged: the first entry, cell 2, is heat felt") {
        [([1, 4], [], 2), ([0, 5], [], 1), ([1], [], 1), ([4], [1], 1)]
      },
      heatCircuit.mistake("the receptors are exchanged: cell 0 is heat, cell 1 is cold") {
        [([1, 5], [], 1), ([0, 4], [], 2), ([0], [], 1), ([4], [0], 1)]
      },
      heatCircuit.mistake("the receptors have no entry: the list begins with neuron 2") {
        [([], [], 1), ([], [], 1), ([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)]
      },
    ])

  private static let heatCircuit = Function(
    "heatCircuit()",
    reading: { value -> [Wiring] in
      try value.elements.map { try $0.tuple(of: [Int].self, [Int].self, Int.self) }
    }
  ) { () -> [Wiring] in [([0, 5], [], 1), ([1, 4], [], 2), ([1], [], 1), ([4], [1], 1)] }

  @Sendable private static func hot(_ judge: Judge) {
    ask(judge, heat: "1.......", cold: "........")
    ask(judge, heat: ".11.1...", cold: "........")
    ask(judge, heat: randomTrain(&judge.generator), cold: "........")
  }

  @Sendable private static func briefCold(_ judge: Judge) {
    ask(judge, heat: "........", cold: "1.......")
    ask(judge, heat: "........", cold: ".1...1..")
    ask(judge, heat: ".1......", cold: "1.......")
    ask(judge, heat: randomTrain(&judge.generator), cold: "..1.....")
  }

  @Sendable private static func longerCold(_ judge: Judge) {
    ask(judge, heat: "........", cold: "11......")
    ask(judge, heat: "........", cold: ".111111.")
    ask(judge, heat: ".1......", cold: "11......")
    ask(judge, heat: randomTrain(&judge.generator), cold: ".1111...")
  }

  @Sendable private static func anyTouch(_ judge: Judge) {
    ask(judge, heat: "1.1..1..", cold: "1.11.1..")
    for _ in 0..<30 {
      let heat = randomTrain(&judge.generator)
      ask(judge, heat: heat, cold: randomTrain(&judge.generator))
    }
  }

  private static func randomTrain(_ generator: inout SeededGenerator) -> String {
    word(generator.flags(8))
  }

  private static func ask(_ judge: Judge, heat: String, cold: String) {
    judge.ask(
      "heatCircuit() while heat is \(verbatim: heat) and cold is \(verbatim: cold)"
    ) { answers in
      run(try answers.call(heatCircuit), heat: spikes(heat), cold: spikes(cold))
    }
  }

  // MARK: - Running a wiring

  /// What is felt, as spike trains in words: `1` is a spike, `.` is silence.
  private typealias Felt = (heatFelt: String, coldFelt: String)

  /// The touch, and four silent ticks for the signals to arrive.
  private static func spikes(_ train: String) -> [Bool] {
    train.map { $0 == "1" } + [false, false, false, false]
  }

  private static func word(_ spikes: [Bool]) -> String {
    spikes.map { $0 ? "1" : "." }.joined()
  }

  /// What a wiring does, or in words what is wrong with it.
  private static func run(_ wiring: [Wiring], heat: [Bool], cold: [Bool]) -> Felt {
    if let complaint = complaint(about: wiring) { return (complaint, complaint) }
    var activity = [heat[0], cold[0]] + wiring.map { _ in false }
    var history = [activity]
    for time in heat.indices.dropFirst() {
      activity = step(activity, [heat[time], cold[time]], wiring, neuron)
      history.append(activity)
    }
    return (word(history.map { $0[2] }), word(history.map { $0[3] }))
  }

  private static func complaint(about wiring: [Wiring]) -> String? {
    if wiring.count < 2 { return "too few neurons: cells 2 and 3 are missing" }
    if wiring[0].excitatory.isEmpty, wiring[1].excitatory.isEmpty {
      return "nothing excites cells 2 and 3"
    }
    let cells = 0..<wiring.count + 2
    for (place, wire) in wiring.enumerated() {
      if let cell = (wire.excitatory + wire.inhibitory).first(where: { !cells.contains($0) }) {
        return "cell \(place + 2) listens to cell \(cell), but the last one is \(cells.count - 1)"
      }
    }
    return nil
  }
}
