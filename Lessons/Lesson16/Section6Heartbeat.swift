import Foundation
import LessonKit
import MiniTensor

extension Lesson16 {
  /// The experiment of 2015: twenty bits, a beat in every fifth.
  static func bringBackTheHeartbeat(_ board: Board, using generator: inout RandomGenerator) {
    board.section("The heartbeat of 2015")
    board.say(
      """
      The idea is older than its fame. In 2015 Jascha Sohl-Dickstein and his \
      colleagues borrowed it from thermodynamics: a drop of ink spreads in water, slowly enough \
      that each moment could be undone. One of their tests had no numbers, only bits: sequences of twenty, \
      with a beat in every fifth place. Noise is then a coin flip:
      """)
    board.formula(
      """
      with chance beta_t = 1 / (T - t + 1) a bit becomes the flip of a coin
      after t of T = 2,000 steps a bit is untouched with chance 1 - t / T
      """)
    board.say(
      """
      On the way back the network sees twenty bits and says for each how likely a beat belongs \
      there. From that follows how likely each bit flips. There are five rhythms, so a perfect \
      model gives each a chance of 1/5: \(-log2(5.0), decimals: 3) bits. What can be computed is a \
      bound that is never better than the truth. It adds up, over all steps, how much the \
      network's bets on each flip cost against somebody who knows x_0:
      """)
    board.formula(
      """
      log2 p(x_0) >= - sum_t E KL(q_t | p_t)
      q_t = q(x_{t-1} given x_t, x_0)        p_t = p(x_{t-1} given x_t)
      """)

    let diffusion = BinaryDiffusion(stepCount: 2000)
    let steps = board.isQuick ? 2500 : 8000
    let doubter = LearnedDoubter(diffusion, using: &generator)
    board.progress("learning", total: steps / 100, unit: "hundred steps") { tick in
      doubter.learn(steps: steps, using: &generator) { _ in tick() }
    }
    let draws = board.isQuick ? 10 : 80
    let bound = doubter.bound(diffusion, draws: draws, using: &generator)
    let best = ExactDoubter(diffusion: diffusion).bound(diffusion, draws: draws, using: &generator)
    show(doubter, diffusion, board, using: &generator)
    // One bit in five is a beat; a model that knows only that pays the entropy for every bit.
    let alone = -20 * (0.2 * log2(5.0) + 0.8 * log2(1.25))
    board.table(
      ["model", "bits a sequence"],
      [
        ["every bit for itself", "\(alone, decimals: 2)"],
        ["Sohl-Dickstein and others, 2015", "-2.414"],
        ["this network", "\(bound, decimals: 3)"],
        ["the exact denoiser, the same bound", "\(best, decimals: 2)"],
        ["the truth", "\(-log2(5.0), decimals: 3)"],
      ])
    let statement: Text = "binary heartbeat: the bound on the log-likelihood, in bits"
    let source: Text = "Sohl-Dickstein and others, ICML 2015, table 1"
    board.claim(
      "heartbeat", statement, source: source, published: "-2.414, truth -2.322",
      measured: "\(bound, decimals: 3)", gate: "from -2.7 to -2.32",
      holds: (-2.7 ... -2.32).contains(bound),
      notQuick: "too few training steps with --quick")
  }

  private static func show(
    _ doubter: LearnedDoubter, _ diffusion: BinaryDiffusion, _ board: Board,
    using generator: inout RandomGenerator
  ) {
    let rows = board.isQuick ? 200 : 1000
    var frames: [[Float]] = []
    let bits = doubter.sample(diffusion, rows: rows, using: &generator) { step, bits in
      if step.isMultiple(of: 40) { frames.append(bits.row(0).scalars) }
    }
    let trains = (0..<Heartbeat.length).map { bit in frames.map { $0[bit] } }
    board.draw(
      Figure(
        "Twenty coins become a heartbeat",
        caption: """
          One line a bit, a stroke where it is 1; a picture every 40 of 2,000 steps, from coin flips on the left.
          """, name: "heartbeat"
      ) {
        SpikeRaster(trains, names: (1...Heartbeat.length).map { "\($0)" })
      })
    var counts = Array(repeating: 0, count: Heartbeat.period)
    for row in 0..<rows {
      if let phase = Heartbeat.phase(of: bits.row(row).scalars) { counts[phase] += 1 }
    }
    board.say(
      """
      Of \(rows, grouped: true) sequences made of coin flips \(counts.reduce(0, +), grouped: true) are perfect heartbeats, \
      and the five rhythms come up \(counts.list) times. At first nothing is decided. Then a few bits \
      agree by chance, and the others follow.
      """)
  }
}
