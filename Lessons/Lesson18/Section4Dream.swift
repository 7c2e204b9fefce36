import Experiments
import LessonKit
import MiniTensor

extension Lesson18 {
  /// The encoder of 1985: learning by comparing what is seen with what is dreamt.
  static func dreamAndCompare(_ board: Board) {
    board.section("Learning by dreaming")
    board.say(
      """
      Give such a net units that the world does not set: hidden units. How should their weights \
      change? The answer of 1985 has two phases. Awake: the visible units are clamped to an example, \
      and one counts how often two units are on together. Asleep: nothing is clamped, the net dreams, \
      and one counts again. What happens more often awake than asleep is strengthened, and the reverse.
      """)
    board.formula(
      """
      d log p(examples) / d w_ij = (1/T) (<s_i s_j>_awake - <s_i s_j>_asleep)
      """)
    board.say(
      """
      The test: two groups of four units that are not joined, and two hidden units between them. One \
      unit of four is on in the left group, and the same one in the right. To pass on which, the hidden \
      units need to invent four codes: 00, 01, 10, 11. To reach equilibrium the net is heated and \
      cooled: 2 units of time at temperature 20, 2 at 15, 2 at 12, 4 at 10.
      """)
    // As many machines as the paper had. Of thirty, 28 would be too few too often, by chance alone:
    // one machine in thirty is caught with three codes. The gate is the same share of 250.
    let (runs, limit) = (board.isQuick ? 30 : 250, 2500)
    let needed = Int(Double(runs) * 28 / 30)
    let results = board.progress("machines", total: runs, unit: "machines") { tick in
      concurrently(runs, seed: board.seed(of: "encoder"), tick: { tick() }) { _, random, tick in
        defer { tick() }
        return EncoderRun(limit: limit, using: &random)
      }
    }
    let solved = results.compactMap(\.solvedAt).map(Double.init)
    drawCodes(results, board)
    board.table(
      ["machines", "found four codes", "median cycle", "fastest", "slowest"],
      [
        [
          "\(runs)", "\(solved.count)", "\(solved.median, decimals: 0)",
          "\(solved.min() ?? .nan, decimals: 0)", "\(solved.max() ?? .nan, decimals: 0)",
        ]
      ])
    board.say(
      """
      No unit was told which code to take, and each machine finds others. A weight needs to know only \
      the two units that it joins; no error comes back through the net, as in lesson 05. The price is \
      that every step needs an equilibrium, awake and asleep.
      """)
    let source: Text = "Ackley, Hinton, Sejnowski, Cognitive Science 9 (1985), section 4.1"
    board.claim(
      "encoder", "4-2-4 encoder: machines that find four different codes", source: source,
      published: "250 of 250",
      measured: "\(solved.count) of \(runs) within \(limit, grouped: true) cycles",
      gate: "at least \(needed) of \(runs)", holds: solved.count >= needed,
      notQuick: "30 machines with --quick: chance has too large a say")
    board.ungatedClaim(
      "encoder-cycles", "and after how many learning cycles, the median", source: source,
      published: "110 (longest 1810)",
      measured: "\(solved.median, decimals: 0) (longest \(solved.max() ?? .nan, decimals: 0))",
      reason: """
        "found" means here that the codes then stay different for 20 cycles; the paper does not say \
        how it read them
        """)
  }

  /// One machine: when its four codes came to be different, and stayed so.
  struct EncoderRun: Sendable {
    /// The first of 20 cycles in a row with four different codes.
    var solvedAt: Int?
    /// How many different codes there were after each cycle.
    var different: [Int] = []
    var codes: [Int] = []

    init(limit: Int, using random: inout RandomGenerator) {
      var machine = BoltzmannMachine.encoder
      var inARow = 0
      for cycle in 1...limit {
        machine.learn(using: &random)
        let count = Set(machine.codes).count
        different.append(count)
        inARow = count == 4 ? inARow + 1 : 0
        if inARow == 20 {
          solvedAt = cycle - 19
          break
        }
      }
      codes = machine.codes
    }
  }

  private static func drawCodes(_ results: [EncoderRun], _ board: Board) {
    board.draw(
      Figure(
        "How many different codes", caption: "Six of the machines.", x: "learning cycle",
        y: Axis("codes", range: 0...4.2, ticks: [1, 2, 3, 4]), name: "codes"
      ) {
        for run in results[..<6] {
          Lines(x: 1...run.different.count, y: run.different, style: .faint, colour: 0)
        }
      })
    board.table(
      ["machine", "input 1", "input 2", "input 3", "input 4"],
      results[..<4].enumerated().map { number, run in
        ["\(number + 1)"] + run.codes.map { "\($0 / 2)\($0 % 2)" as Text }
      }, title: "codes in the two hidden units")
  }
}
