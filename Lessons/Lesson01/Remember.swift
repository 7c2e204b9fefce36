import LessonKit

extension Lesson01 {
  /// A neuron that excites itself keeps a bit.
  static func remember(_ board: Board) {
    board.section("A loop remembers")
    board.say(
      """
      So far signals ran one way. Now let a neuron excite itself. One pulse on "set", and it goes \
      on firing, because at each tick it hears what it said a tick before. One pulse on "reset" \
      forbids it once, and it stays silent. The synapses never change; the memory is the activity \
      that runs in a circle.
      """)
    board.formula("memory(t)  =  not reset(t-1)  and  [ set(t-1) or memory(t-1) ]")

    let (net, memory) = Circuits.latch()
    board.draw(Figure("A neuron that excites itself", name: "latch") { net.graph() })

    let set = train("..1.........1..1.....")
    let reset = train("......1...........1..")
    let history = net.run(zip(set, reset).map { [$0, $1] })
    board.draw(
      Figure(
        "A loop remembers one bit", caption: "A line a cell, a mark for every tick it fired.",
        x: "tick", name: "loop-remembers"
      ) { net.raster(history) })

    // A specification that knows nothing of neurons: look back for the last pulse that counts.
    let ticks = 8
    let stimuli = 1 << (2 * ticks)
    let right = board.progress("all stimuli", total: stimuli) { tick in
      (0..<stimuli).count { number in
        defer { tick() }
        let pulses = (0..<ticks).map {
          [number >> (2 * $0) & 1 == 1, number >> (2 * $0 + 1) & 1 == 1]
        }
        let history = net.run(pulses, thenSilentFor: 1)
        return (0...ticks).allSatisfy { now in
          let lastPulse = pulses[..<now].last { $0[0] || $0[1] }
          let expected = lastPulse.map { $0[0] && !$0[1] } ?? false
          return history[now][memory] == expected
        }
      }
    }
    board.claim(
      "latch", "a loop holds a bit until reset", source: paper,
      published: "indefinitely (p. 108)",
      measured: "\(right, grouped: true) of \(stimuli, grouped: true) stimuli", gate: "all",
      holds: right == stimuli)
  }
}
