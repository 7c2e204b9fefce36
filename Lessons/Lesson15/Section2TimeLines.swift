import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson15 {
  /// Two networks learn from each other: the forger's time line and the detective's.
  static func followTwoTimeLines(_ board: Board) {
    board.section("Two time lines")
    board.say(
      """
      Now with networks, and with samples in place of densities. The real numbers are drawn from \
      N(3, 0.5^2). The forger is a network 1-16-1 that gets z ~ N(0, 1); it never sees a real \
      number. The detective, 1-32-32-1, gives a logit s with D = sigmoid(s). They take turns:
      """)
    board.formula(
      """
      detective   descend  -log D(x) - log(1 - D(G(z)))    G stays
      forger      descend  -log D(G(z))                    D stays
      """)
    board.say(
      """
      The forger's line is not the one of V. In the beginning the detective wins easily, D(G(z)) \
      is near 0, and there log(1 - D) is flat: its slope by s is -D. Nobody learns from a teacher \
      who only says "hopeless". The slope of -log D is -(1 - D), largest where help is needed \
      most. Goodfellow proposed it in the same paper: same goal, other way.
      """)
    drawTwoLosses(board)
    var random = RandomGenerator(seed: board.seed)
    let line = TimeLine(rounds: board.isQuick ? 1000 : 2000, using: &random)
    drawTimeLines(line, board)
    drawMoments(line, board)
    claimOneNumber(line, board)
  }

  private static func drawTwoLosses(_ board: Board) {
    board.draw(
      Figure(
        "How much the forger learns", caption: "The size of the gradient by the logit s.",
        x: "D(G(z)): how far the detective believes the forgery", y: "gradient",
        name: "two-losses"
      ) {
        Lines(over: 0...1, name: "log(1 - D), saturating") { $0 }
        Lines(over: 0...1, name: "-log D, non-saturating") { 1 - $0 }
      })
  }

  private static func drawTimeLines(_ line: TimeLine, _ board: Board) {
    let moments = line.moments
    let rounds = moments.map(\.round)
    let mean = Double(TimeLine.mean)
    // 1.2816: nine tenths of a bell lie below its mean plus so many deviations.
    let edge = 1.2816 * Double(TimeLine.deviation)
    board.draw(
      Figure("Two time lines", name: "time-lines") {
        Panel("the forger", x: "round", y: "its numbers") {
          Lines(x: rounds, y: moments.map { $0.quantile(0.5) }, name: "median")
          Lines(
            x: rounds, y: moments.map { $0.quantile(0.1) }, name: "a tenth below, a tenth above",
            style: .dashed, colour: 1)
          Lines(x: rounds, y: moments.map { $0.quantile(0.9) }, style: .dashed, colour: 1)
          Lines.horizontal(at: mean, name: "real", style: .dotted, colour: 2)
          Lines.horizontal(at: mean - edge, style: .dotted, colour: 2)
          Lines.horizontal(at: mean + edge, style: .dotted, colour: 2)
        }
        Panel("the detective", x: "round", y: Axis("mean D", range: 0...1)) {
          Lines(x: rounds, y: moments.map(\.onReal), name: "on real numbers")
          Lines(x: rounds, y: moments.map(\.onForged), name: "on forgeries")
          Lines.horizontal(at: 0.5, style: .dotted, colour: 2)
        }
      })
  }

  private static func drawMoments(_ line: TimeLine, _ board: Board) {
    let shown = [line.moments[0], line.moments[4], line.moments[8], line.moments.last!]
    let places = TimeLine.places.scalars
    board.draw(
      Figure("Four moments", name: "moments") {
        for moment in shown {
          Panel(
            "round \(moment.round)", x: Axis("number", range: -2...6),
            y: Axis("density; D", range: 0...1.5)
          ) {
            Histogram(moment.forged, bins: 24, name: "forged", isDensity: true, colour: 1)
            Lines(over: -2...6, name: "real") { x in
              let z = (x - Double(TimeLine.mean)) / Double(TimeLine.deviation)
              return exp(-z * z / 2) / (Double(TimeLine.deviation) * (2 * Double.pi).squareRoot())
            }
            Lines(x: places, y: moment.answers, name: "D", style: .dashed, colour: 2)
          }
        }
      })
    board.say(
      """
      Read the two lines together. The detective tells the heaps apart at once. The forger runs to \
      where D is high, and when it arrives the detective's two lines fall together at a half: it \
      cannot tell any more. Nobody rests even then, because each player moves the other's target. \
      And D = 1/2 does not mean that all is well. In the last picture place and width are about \
      right, the shape is not: D is flat there, so nothing pushes any more. A GAN has no curve \
      that says "done": one has to look at the forgeries.
      """)
  }

  private static func claimOneNumber(_ line: TimeLine, _ board: Board) {
    let forged = line.moments.last!.forged.map(Double.init)
    board.ungatedClaim(
      "one-number", "a GAN in one dimension: mean and deviation of its numbers",
      source: "this course", published: "the real ones: 3 and 0.5",
      measured: "\(forged.mean, decimals: 2) and \(forged.spread, decimals: 2)",
      reason: "one run of a game that need not settle; no published figure")
  }
}
