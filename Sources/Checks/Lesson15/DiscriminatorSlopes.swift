import ExerciseKit
import Foundation

/// The last parts of exercise 15.1: how the loss changes with each logit.
extension Checks15 {
  typealias LogitSlopes = (real: [Float], forged: [Float])

  static let slopes = Function(
    "discriminatorSlopes(realLogits:forgedLogits:realLabel:)",
    reading: { value -> LogitSlopes in try value.tuple(of: [Float].self, [Float].self) }
  ) { (real: [Float], forged: [Float], label: Float) -> LogitSlopes in
    right(real, forged, label)
  }

  private static func right(
    _ real: [Float], _ forged: [Float], _ label: Float
  ) -> LogitSlopes {
    made(real, forged) { (1 - label) * sigmoid($0) - label * sigmoid(-$0) }
  }

  private static func made(
    _ real: [Float], _ forged: [Float], _ onReal: (Float) -> Float
  ) -> LogitSlopes {
    made(real, forged, onReal) { sigmoid($0) }
  }

  /// The slopes, where those of one example's terms are given.
  private static func made(
    _ real: [Float], _ forged: [Float], _ onReal: (Float) -> Float, _ onForged: (Float) -> Float
  ) -> LogitSlopes {
    (
      real.map { onReal($0) / Float(real.count) }, forged.map { onForged($0) / Float(forged.count) }
    )
  }

  private static func sigmoid(_ s: Float) -> Float {
    s < 0 ? exp(s) / (1 + exp(s)) : 1 / (1 + exp(-s))
  }

  // MARK: - Questions

  static func askSlopes(_ judge: Judge) {
    judge.ask(slopes, [0, 0], [0], 1)
    judge.ask(slopes, [2, -1, 0.5], [1.5, -0.25], 1)
    askRandomly(judge, label: 1)
    judge.ask(slopes, [1000, -1000], [-1000, 1000, -2000], 1)
    // So small that 1 - D has no digit left for it.
    for s in [30, judge.generator.floats(1, in: 40...60)[0]] {
      let call: Code =
        "discriminatorSlopes(realLogits: [\(s)], forgedLogits: [\(-s)], realLabel: 1)"
      askLogarithm(judge, "log(-\(verbatim: call.text).real[0])", s) { -($0.real.first ?? .nan) }
      askLogarithm(judge, "log(\(verbatim: call.text).forged[0])", s) { $0.forged.first ?? .nan }
    }
  }

  private static func askLogarithm(
    _ judge: Judge, _ asked: Code, _ s: Float, of taking: @escaping (LogitSlopes) -> Float
  ) {
    judge.ask(asked) { answers -> Float in
      log(taking(try answers.call(slopes, [s], [-s], 1)))
    }
  }

  static func askSmoothed(_ judge: Judge) {
    judge.ask(slopes, [0], [0], 0.75)
    judge.ask(slopes, [2, -1, 0.5], [1.5, -0.25], 0.9)
    askRandomly(judge, label: judge.generator.floats(1, in: 0.6...0.8)[0])
    judge.ask(slopes, [1000, -1000], [-1000, 1000], 0.8)
    judge.ask(slopes, [-0.5, 3], [0.25], 0.5)
  }

  private static func askRandomly(_ judge: Judge, label: Float) {
    for _ in 0..<2 {
      let counts = judge.generator.sizes(2)
      judge.ask(
        slopes, judge.generator.floats(counts[0], in: -3...3),
        judge.generator.floats(counts[1], in: -3...3), label)
    }
  }

  // MARK: - Mistakes

  static let slopeMistakes: [Mistake] = [
    slopes.mistake("a real example's loss falls when its logit grows: its slope is negative") {
      real, forged, _ in made(real, forged) { sigmoid(-$0) }
    },
    slopes.mistake("the two kinds are exchanged: it is forgeries whose slope is D") {
      real, forged, _ in
      made(real, forged, { sigmoid($0) }, { -sigmoid(-$0) })
    },
    slopes.mistake("those are slopes of the sum: the loss takes the mean over each kind") {
      real, forged, label in
      let right = right(real, forged, label)
      return (
        right.real.map { $0 * Float(real.count) }, right.forged.map { $0 * Float(forged.count) }
      )
    },
    slopes.mistake("each kind has its own count: yours divides by that of both") {
      real, forged, label in
      let (right, all) = (right(real, forged, label), Float(real.count + forged.count))
      return (
        right.real.map { $0 * Float(real.count) / all },
        right.forged.map { $0 * Float(forged.count) / all }
      )
    },
    slopes.mistake("those are slopes by D: its own slope by the logit, D (1 - D), is missing") {
      real, forged, _ in
      made(real, forged, { -1 / sigmoid($0) }, { 1 / sigmoid(-$0) })
    },
    slopes.mistake("D (1 - D) is the slope of D itself; the logarithm takes one factor away") {
      real, forged, _ in
      made(real, forged, { -sigmoid($0) * sigmoid(-$0) }, { sigmoid($0) * sigmoid(-$0) })
    },
    slopes.mistake("infinity by infinity: for large s write D with e to the power of -s") {
      real, forged, label in
      func careless(_ s: Float) -> Float { exp(s) / (1 + exp(s)) }
      return made(
        real, forged, { (1 - label) * careless($0) - label * careless(-$0) }, { careless($0) })
    },
    slopes.mistake("1 - D rounds to 0 long before the slope does: 1 - sigmoid(s) is sigmoid(-s)") {
      real, forged, label in
      made(real, forged) { sigmoid($0) - label }
    },
    slopes.mistake("the label is missing: a real example counts as real by `realLabel` only") {
      real, forged, _ in right(real, forged, 1)
    },
    slopes.mistake("the rest of the label counts as forged: (1 - realLabel) of the other term") {
      real, forged, label in made(real, forged) { -label * sigmoid(-$0) }
    },
    slopes.mistake("one-sided: the labels of forgeries stay as they are") { real, forged, label in
      made(
        real, forged, { (1 - label) * sigmoid($0) - label * sigmoid(-$0) },
        { label * sigmoid($0) - (1 - label) * sigmoid(-$0) })
    },
    slopes.mistake("the two shares of the label are exchanged: `realLabel` says real") {
      real, forged, label in
      guard label < 1 else { return right(real, forged, 1) }
      return right(real, forged, 1 - label)
    },
  ]
}
