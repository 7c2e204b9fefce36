import LessonKit

extension Lesson01 {
  private typealias HeatCircuit = (net: Network, heatFelt: Cell, coldFelt: Cell)

  /// The one worked example of the paper, as drawn, and as mended.
  static func feelHeatAndCold(_ board: Board) {
    board.section("Hot or cold?")
    board.say(
      """
      The paper's own example is an illusion. Touch the skin with something cold for a moment, and \
      heat is felt. Leave it longer, and it is felt as cold, with no warmth before. Two receptors, \
      two helpers and two sensations explain it:
      """)
    board.formula(
      """
      heat felt(t)  =  heat(t-1)  or  [ cold(t-3) and not cold(t-2) ]
      cold felt(t)  =  cold(t-2)  and  cold(t-1)
      """)
    let circuit = Circuits.heatIllusion()
    board.draw(
      Figure(
        "The heat illusion, 1943",
        caption: """
          "cold before" repeats the receptor a tick later; "it ended" fires when cold was there \
          and is no more.
          """, name: "heat-net"
      ) {
        circuit.net.graph(layers: [
          ["heat", "cold"], ["cold before"], ["it ended"], ["heat felt", "cold felt"],
        ])
      })

    let longer = String(repeating: "1", count: board.wholeSetting("cold-ticks"))
    for (title, touch, name) in [
      ("A brief cold touch", "..1.........", "brief-cold-touch"),
      ("A longer cold touch", "..\(longer).....", "longer-cold-touch"),
    ] as [(Text, String, String)] {
      let history = circuit.net.run(train(touch).map { [false, $0] })
      board.draw(Figure(title, x: "tick", name: name) { circuit.net.raster(history) })
    }
    board.say(
      """
      The brief touch is felt as heat, three ticks later. The longer one is felt as cold, and no \
      warmth comes first. But look at its end. When the cold is taken away, the net feels \
      heat after all. It has to: the formula only asks whether cold was there and then was not. The \
      sentence in the paper says "only of cold". We found this by running it.
      """)
    board.say(
      """
      One synapse mends it: let "cold felt" forbid "it ended". Who has felt the cold is not \
      surprised when it stops.
      """)
    claimTheFormulas(board, circuit)
    claimTheIllusion(board, circuit)
  }

  /// The net against the two formulas, on every stimulus of some ticks.
  private static func claimTheFormulas(_ board: Board, _ circuit: HeatCircuit) {
    let ticks = 8
    let stimuli = 1 << (2 * ticks)
    let right = board.progress("all stimuli", total: stimuli) { tick in
      (0..<stimuli).count { number in
        defer { tick() }
        let heat = (0..<ticks).map { number >> $0 & 1 == 1 }
        let cold = (0..<ticks).map { number >> (ticks + $0) & 1 == 1 }
        let history = circuit.net.run(zip(heat, cold).map { [$0, $1] }, thenSilentFor: 4)
        return history.indices.allSatisfy { time in
          let felt = sensation(heat: heat, cold: cold, at: time)
          return history[time][circuit.heatFelt] == felt.heat
            && history[time][circuit.coldFelt] == felt.cold
        }
      }
    }
    board.claim(
      "heat-trace", "the heat net follows its formulas",
      source: paper, published: "N3(t) and N4(t), p. 106",
      measured: "\(right, grouped: true) of \(stimuli, grouped: true) stimuli", gate: "all",
      holds: right == stimuli)
  }

  /// What the two formulas say; before tick 0 and after the last stimulus the world is silent.
  private static func sensation(
    heat: [Bool], cold: [Bool], at time: Int
  ) -> (heat: Bool, cold: Bool) {
    func was(_ train: [Bool], _ time: Int) -> Bool { train.indices.contains(time) && train[time] }
    return (
      heat: was(heat, time - 1) || (was(cold, time - 3) && !was(cold, time - 2)),
      cold: was(cold, time - 2) && was(cold, time - 1)
    )
  }

  /// What the skin feels while and after it is touched for so many ticks, from tick 0 on.
  private static func feel(_ circuit: HeatCircuit, coldFor ticks: Int) -> (heat: [Int], cold: [Int])
  {
    let history = circuit.net.run(Array(repeating: [false, true], count: ticks), thenSilentFor: 6)
    func times(_ cell: Cell) -> [Int] { history.indices.filter { history[$0][cell] } }
    return (times(circuit.heatFelt), times(circuit.coldFelt))
  }

  private static func claimTheIllusion(_ board: Board, _ circuit: HeatCircuit) {
    let brief = feel(circuit, coldFor: 1)
    board.claim(
      "heat-brief", "a brief cold touch", source: paper,
      published: "heat is felt (p. 106)",
      measured: "heat \(when(brief.heat)), cold \(when(brief.cold))",
      gate: "heat at 3, cold never", holds: brief == (heat: [3], cold: []))

    // The touch lasts from tick 0 to ticks - 1, and what is felt comes one tick later.
    let durations = 2...10
    let rightlyCold = durations.count { ticks in
      let felt = feel(circuit, coldFor: ticks)
      return felt.cold == Array(2...ticks) && !felt.heat.contains { $0 <= ticks }
    }
    board.claim(
      "heat-longer", "a longer cold touch, while it lasts", source: paper,
      published: "only cold, no warmth before",
      measured: "so for \(rightlyCold) of \(durations.count) durations", gate: "all 9",
      holds: rightlyCold == durations.count)

    let afterwards = durations.count { feel(circuit, coldFor: $0).heat == [$0 + 2] }
    board.ungatedClaim(
      "heat-after", "a longer cold touch, after its end", source: paper,
      published: "\"only of cold\"",
      measured: "heat for \(afterwards) of \(durations.count) durations",
      reason: """
        the printed formula gives heat at the end of every touch, so sentence and formula disagree
        """)

    let mended = Circuits.heatIllusion(mended: true)
    let briefMended = feel(mended, coldFor: 1)
    let onlyCold = durations.count { ticks in
      feel(mended, coldFor: ticks) == (heat: [], cold: Array(2...ticks))
    }
    board.claim(
      "heat-mended", "the net with one synapse more",
      source: "this course", published: "brief: heat; longer: cold",
      measured: "brief: heat \(when(briefMended.heat)); longer: \(onlyCold) of \(durations.count)",
      gate: "heat at 3; all 9",
      holds: briefMended == (heat: [3], cold: []) && onlyCold == durations.count)
  }

  private static func when(_ times: [Int]) -> Text {
    times.isEmpty ? "never" : "at \(times)"
  }
}
