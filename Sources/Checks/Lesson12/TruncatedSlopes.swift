import ExerciseKit
import Foundation

extension Checks12 {
  /// What truncatedSlopes returns.
  private typealias PieceSlopes = (slopes: [Float], end: Float)
  /// Exercise 12.5.
  static let truncation = Check(
    "12.5", "Truncated backpropagation", difficulty: 3, minutes: 35,
    file: "TruncatedSlopes.swift", chapter: chapter, section: "Piece by piece",
    hints: [
      """
      Two loops, one in the other: over the pieces, with stride(from: 0, to: inputs.count, by: \
      pieceLength), and within each piece forwards, then backwards.
      """,
      """
      One variable lives outside of both loops, the state. What comes back from later begins at 0 \
      in every piece.
      """,
      """
      In a piece keep a list of states that begins with the one before it: then moment number p \
      of the piece went from states[p] to states[p + 1], and the slope takes s times states[p].
      """,
    ],
    parts: [
      Part("one piece", points: 2, onePiece), Part("the state goes on", points: 1, ends),
      Part("the gradient stops", points: 2, pieces),
    ],
    mistakes: [
      mistake("each piece begins anew in yours: the state goes on from piece to piece") {
        $0.slopes(resets: true)
      },
      mistake("the gradient crosses the border in yours: at the end of a piece nothing comes back")
      { $0.slopes(crosses: true) },
      mistake("within a piece nothing is carried back: add u s of the moment after") {
        $0.slopes(carry: { _ in 0 })
      },
      mistake("the derivative of the tanh is forgotten: multiply by 1 - h^2") {
        $0.slopes(bend: { _ in 1 })
      },
      mistake("the slope takes the state before each moment: yours takes the one after") {
        $0.slopes(takesAfter: true)
      },
      mistake("the 2 of the squared error is missing") { $0.slopes(factor: 1) },
      mistake("the last piece is shorter, but it counts") { n in
        let right = n.slopes()
        let whole = n.inputs.count / n.length
        return (Array(right.slopes.prefix(whole)), right.end)
      },
      mistake("one slope for each piece: yours adds them all up") { n in
        let right = n.slopes()
        return ([right.slopes.reduce(0, +)], right.end)
      },
      mistake("what comes back passes the weight: u s, not s") { $0.slopes(carry: { $0 }) },
      mistake("the slope of a piece is a sum over its moments, not a mean") { n in
        let right = n.slopes()
        let slopes = right.slopes.enumerated().map { piece, slope in
          slope / Float(min(n.length, n.inputs.count - piece * n.length))
        }
        return (slopes, right.end)
      },
      mistake("the end is the last state, not the state before the last piece") { n in
        let right = n.slopes()
        let whole = max(0, (n.inputs.count - 1) / n.length) * n.length
        return (right.slopes, n.states(whole))
      },
    ])

  private static let truncatedSlopes = Function(
    "truncatedSlopes(inputs:targets:weight:start:pieceLength:)",
    reading: { value -> PieceSlopes in try value.tuple(of: [Float].self, Float.self) }
  ) { (inputs: [Float], targets: [Float], u: Float, start: Float, length: Int) in
    Sequence(inputs: inputs, targets: targets, u: u, start: start, length: length).slopes()
  }

  private static func mistake(
    _ likely: Text, _ answer: @escaping @Sendable (Sequence) -> PieceSlopes
  ) -> Mistake {
    truncatedSlopes.mistake(likely) {
      answer(Sequence(inputs: $0, targets: $1, u: $2, start: $3, length: $4))
    }
  }

  /// What is heard, and what the states should be.
  private struct Sequence: Sendable {
    let inputs, targets: [Float]
    let u, start: Float
    let length: Int

    /// The state after so many moments.
    func states(_ count: Int) -> Float {
      inputs.prefix(count).reduce(start) { tanh(u * $0 + $1) }
    }

    func slopes(
      resets: Bool = false, crosses: Bool = false, takesAfter: Bool = false, factor: Float = 2,
      bend: (Float) -> Float = { 1 - $0 * $0 }, carry: ((Float) -> Float)? = nil
    ) -> PieceSlopes {
      var h = [start]  // after each moment
      for (t, x) in inputs.enumerated() {
        h.append(tanh(u * (resets && t % length == 0 ? start : h[t]) + x))
      }
      var slopes = [Float](repeating: 0, count: (inputs.count + length - 1) / length)
      var later: Float = 0
      for t in inputs.indices.reversed() {
        if (t + 1) % length == 0, !crosses { later = 0 }
        let s = (factor * (h[t + 1] - targets[t]) + later) * bend(h[t + 1])
        let before = resets && t % length == 0 ? start : h[t]
        slopes[t / length] += s * (takesAfter ? h[t + 1] : before)
        later = carry?(s) ?? u * s
      }
      return (slopes, h.last ?? start)
    }
  }

  // MARK: - Questions

  @Sendable private static func onePiece(_ judge: Judge) {
    let two = Sequence(inputs: [0.5], targets: [0.2], u: 0.75, start: 0.4, length: 1)
    ask(judge, two, ".slopes") { $0.slopes }
    for length in [3, 5] {
      let sequence = Sequence(
        inputs: [0.5, -0.25, 0.75], targets: [0.1, 0.6, -0.3], u: 1.5, start: -0.4, length: length)
      ask(judge, sequence, ".slopes") { $0.slopes }
    }
    let time = Int.random(in: 2...6, using: &judge.generator)
    let (x, y) = (judge.generator.floats(time), judge.generator.floats(time))
    ask(judge, Sequence(inputs: x, targets: y, u: 1.25, start: 0.3, length: time), ".slopes") {
      $0.slopes
    }
  }

  @Sendable private static func ends(_ judge: Judge) {
    for sequence in sequences(judge) { ask(judge, sequence, ".end") { $0.end } }
  }

  @Sendable private static func pieces(_ judge: Judge) {
    for sequence in sequences(judge) { ask(judge, sequence, ".slopes") { $0.slopes } }
  }

  /// Pieces of one moment, of equal length, with a shorter one at the end; and nothing at all.
  private static func sequences(_ judge: Judge) -> [Sequence] {
    var sequences = [
      Sequence(inputs: [1, 0], targets: [0, 0], u: 1, start: 0, length: 1),
      Sequence(
        inputs: [0.5, -0.25, 0.75, 0.3], targets: [0.1, 0.6, -0.3, 0.9], u: 1.25, start: 0.5,
        length: 2),
    ]
    for (time, length) in [(7, 3), (6, 4), (3, 1)] {
      sequences.append(
        Sequence(
          inputs: judge.generator.floats(time), targets: judge.generator.floats(time), u: -1.5,
          start: 0.25, length: length))
    }
    return sequences + [Sequence(inputs: [], targets: [], u: 0.5, start: 0.75, length: 2)]
  }

  private static func ask<Value>(
    _ judge: Judge, _ n: Sequence, _ what: String,
    _ part: @escaping @Sendable (PieceSlopes) -> Value
  ) {
    let call = Code.call(
      truncatedSlopes.name, [n.inputs, n.targets, n.u, n.start, n.length] as [Any])
    judge.ask("\(verbatim: call)\(verbatim: what)") { answers in
      part(try answers.call(truncatedSlopes, n.inputs, n.targets, n.u, n.start, n.length))
    }
  }
}
