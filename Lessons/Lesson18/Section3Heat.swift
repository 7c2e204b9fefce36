import Foundation
import LessonKit
import MiniTensor

extension Lesson18 {
  /// A unit that tosses a coin, and what a whole net of them does in the long run.
  static func warmUp(_ board: Board) {
    board.section("Heat")
    board.say(
      """
      A net that only rolls downhill stays in the first hollow. Shake it. A stochastic unit turns on \
      with a chance that its field decides, and a temperature T says how much the field counts: at \
      T = 0 it is the threshold unit of lesson 01, at great heat a coin.
      """)
    board.formula(
      """
      p(s_i = 1) = sigmoid(h_i / T)
      p(state)   = e^(-E / T) / Z        in the long run
      """)
    var random = RandomGenerator(seed: board.seed(of: "heat"))
    drawUnit(&random, board)

    // Five units, weights and biases drawn once.
    var machine = BoltzmannMachine(unitCount: 5) { _, _ in true }
    for (i, j) in machine.pairs {
      machine.setWeight(i, j, Double(random.normal(mean: 0, standardDeviation: 1.5)))
    }
    for unit in 0..<5 { machine.setBias(unit, Double(random.normal())) }
    let states = (0..<32).map { number in (0..<5).map { number >> $0 & 1 == 1 } }
    let steps = board.isQuick ? 100_000 : 400_000
    var rows: [[Text]] = []
    var worst = 0.0
    var shown: (exact: [Double], seen: [Double]) = ([], [])
    for temperature in [0.5, 1, 3] {
      let weights = states.map { exp(-machine.energy($0) / temperature) }
      let exact = weights.map { $0 / weights.reduce(0, +) }
      var state = states[0]
      var counts = Array(repeating: 0, count: 32)
      machine.run(
        &state, free: Array(0..<5), temperature: temperature, probes: 1000, using: &random)
      for _ in 0..<steps {
        machine.run(&state, free: Array(0..<5), temperature: temperature, probes: 1, using: &random)
        counts[state.enumerated().reduce(0) { $0 + ($1.element ? 1 << $1.offset : 0) }] += 1
      }
      let seen = counts.map { Double($0) / Double(steps) }
      let distance = zip(exact, seen).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
      if temperature == 1 {
        worst = distance
        shown = (exact, seen)
      }
      let likeliest = exact.firstIndex(of: exact.max()!)!
      rows.append([
        "\(temperature)", "\(exact[likeliest], percent: 1)", "\(seen[likeliest], percent: 1)",
        "\(distance, decimals: 4)",
      ])
    }
    board.table(
      ["T", "likeliest state, by formula", "seen", "distance of all 32"], rows,
      title: "five units, \(steps, grouped: true) probes each")
    let order = shown.exact.indices.sorted { shown.exact[$0] > shown.exact[$1] }[..<10]
    board.draw(
      Figure("The ten likeliest states of five units (%), T = 1", name: "boltzmann") {
        Bars(
          order.map { "\($0)" },
          series: [shown.exact, shown.seen].map { shares in
            order.map { (1000 * shares[$0]).rounded() / 10 }
          },
          names: ["e^(-E/T) / Z", "seen"])
      })
    board.claim(
      "boltzmann", "five stochastic units, T = 1: seen against e^(-E/T) / Z",
      source: "Ackley, Hinton, Sejnowski, Cognitive Science 9 (1985)",
      published: "the same in the long run: a theorem",
      measured: "total variation distance \(worst, decimals: 4)", gate: "at most 0.02",
      holds: worst <= 0.02)
  }

  private static func drawUnit(_ random: inout RandomGenerator, _ board: Board) {
    let fields = (-12...12).map { Double($0) / 2 }
    let heats = [0.5, 1.0, 3.0]
    let seen = heats.map { heat in
      fields.map { field in
        let chance = Float(1 / (1 + exp(-field / heat)))
        return Double((0..<200).count { _ in random.chance(chance) }) / 200
      }
    }
    board.draw(
      Figure(
        "A unit that tosses a coin", caption: "Points: the share of 200 tosses.",
        x: "what the unit hears, h", y: Axis("chance to be on", range: 0...1), name: "unit"
      ) {
        for (number, heat) in heats.enumerated() {
          Lines(over: -6...6, name: "T = \(heat)", colour: number) { 1 / (1 + exp(-$0 / heat)) }
        }
        Points(
          x: heats.flatMap { _ in fields }, y: seen.flatMap { $0 },
          group: heats.indices.flatMap { Array(repeating: $0, count: fields.count) })
      })
  }
}
