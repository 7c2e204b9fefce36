import ExerciseKit
import Foundation

extension Checks12 {
  /// Exercise 12.5.
  static let truncatedSlopes = Check(
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
      Part("one piece", points: 2) { judge in
        ask(judge, [0.5], [0.2], 0.75, 0.4, 1, "slopes") { $0.slopes }
        for length in [3, 5] {
          ask(judge, [0.5, -0.25, 0.75], [0.1, 0.6, -0.3], 1.5, -0.4, length, "slopes") {
            $0.slopes
          }
        }
        let time = judge.generator.count(1...5)
        let length = time + judge.generator.count(0...2)
        let (x, y) = (judge.generator.floats(time), judge.generator.floats(time))
        ask(judge, x, y, 1.25, -0.5, length, "slopes") { $0.slopes }
      },
      Part("the state goes on", points: 1) { judge in askAll(judge, "end") { $0.end } },
      Part("the gradient stops", points: 2) { judge in askAll(judge, "slopes") { $0.slopes } },
    ],
    mistakes: [
      slopes.mistake("each piece begins anew in yours: the state goes on from piece to piece") {
        Sequence($0, $1, $2, $3, $4).slopes(resets: true)
      },
      slopes.mistake(
        "the gradient crosses the border in yours: at the end of a piece nothing comes back"
      ) { Sequence($0, $1, $2, $3, $4).slopes(border: .crossed) },
      slopes.mistake(
        "yours keeps s from the piece before: what comes back begins at 0 in each piece"
      ) { Sequence($0, $1, $2, $3, $4).slopes(border: .kept) },
      slopes.mistake("within a piece nothing is carried back: add u s of the moment after") {
        Sequence($0, $1, $2, $3, $4).slopes(carry: { _, _ in 0 })
      },
      slopes.mistake("the derivative of the tanh is forgotten: multiply by 1 - h^2") {
        Sequence($0, $1, $2, $3, $4).slopes(bend: { _ in 1 })
      },
      slopes.mistake("the slope takes the state before each moment: yours takes the one after") {
        Sequence($0, $1, $2, $3, $4).slopes(takesAfter: true)
      },
      slopes.mistake("the 2 of the squared error is missing") {
        Sequence($0, $1, $2, $3, $4).slopes(factor: 1)
      },
      slopes.mistake("the last piece is shorter, but it counts") { x, y, u, start, length in
        let (slopes, end) = Sequence(x, y, u, start, length).slopes()
        return (Array(slopes.prefix(x.count / length)), end)
      },
      slopes.mistake("one slope for each piece: yours adds them all up") {
        let (slopes, end) = Sequence($0, $1, $2, $3, $4).slopes()
        return ([slopes.reduce(0, +)], end)
      },
      slopes.mistake("what comes back passes the weight: u s, not s") {
        Sequence($0, $1, $2, $3, $4).slopes(carry: { _, s in s })
      },
      slopes.mistake("the slope of a piece is a sum over its moments, not a mean") {
        x, y, u, start, length in
        let (slopes, end) = Sequence(x, y, u, start, length).slopes()
        let counts = slopes.indices.map { min(length, x.count - $0 * length) }
        return (zip(slopes, counts).map { $0 / Float($1) }, end)
      },
      slopes.mistake("the end is the last state, not the state before the last piece") {
        x, y, u, start, length in
        let whole = Swift.max(0, (x.count - 1) / length) * length
        let before = x.prefix(whole).reduce(start) { tanh(u * $0 + $1) }
        return (Sequence(x, y, u, start, length).slopes().slopes, before)
      },
    ])

  // MARK: - The function

  private typealias Slopes = (slopes: [Float], end: Float)

  private static let slopes = Function(
    "truncatedSlopes(inputs:targets:weight:start:pieceLength:)",
    reading: { value -> Slopes in try value.tuple(of: [Float].self, Float.self) }
  ) { (inputs: [Float], targets: [Float], u: Float, start: Float, length: Int) in
    Sequence(inputs, targets, u, start, length).slopes()
  }

  /// What happens to the gradient between two pieces.
  private enum Border { case closed, crossed, kept }

  /// What is heard, and what the states should be.
  private struct Sequence {
    let inputs, targets: [Float]
    let u, start: Float
    let length: Int

    init(_ inputs: [Float], _ targets: [Float], _ u: Float, _ start: Float, _ length: Int) {
      (self.inputs, self.targets, self.u) = (inputs, targets, u)
      (self.start, self.length) = (start, length)
    }

    /// The slope of each piece, with some of the ways to get it wrong.
    func slopes(
      resets: Bool = false, border: Border = .closed, takesAfter: Bool = false, factor: Float = 2,
      bend: (Float) -> Float = { 1 - $0 * $0 },
      carry: (_ u: Float, _ s: Float) -> Float = { $0 * $1 }
    ) -> Slopes {
      var before: [Float] = []
      var after: [Float] = []
      for (t, x) in inputs.enumerated() {
        before.append(resets && t % length == 0 ? start : after.last ?? start)
        after.append(tanh(u * before[t] + x))
      }
      let pieces = stride(from: 0, to: inputs.count, by: length).map {
        $0..<min($0 + length, inputs.count)
      }
      var slopes = [Float](repeating: 0, count: pieces.count)
      var later: Float = 0
      for number in border == .crossed ? pieces.indices.reversed() : Array(pieces.indices) {
        if border == .closed { later = 0 }
        for t in pieces[number].reversed() {
          let s = (factor * (after[t] - targets[t]) + later) * bend(after[t])
          slopes[number] += s * (takesAfter ? after[t] : before[t])
          later = carry(u, s)
        }
      }
      return (slopes, after.last ?? start)
    }
  }

  // MARK: - Questions

  /// Pieces of one moment, of equal length, with a shorter one at the end; and nothing at all.
  private static func askAll<Output>(
    _ judge: Judge, _ what: String, _ part: @escaping (Slopes) -> Output
  ) {
    ask(judge, [1, 0], [0, 0], 1, 0, 1, what, part)
    ask(judge, [0.5, -0.25, 0.75, 0.3], [0.1, 0.6, -0.3, 0.9], 1.25, 0.5, 2, what, part)
    let random = (judge.generator.count(5...9), judge.generator.count(2...4))
    for (time, length) in [(7, 3), (6, 4), (3, 1), random] {
      let (x, y) = (judge.generator.floats(time), judge.generator.floats(time))
      ask(judge, x, y, -1.5, 0.25, length, what, part)
    }
    ask(judge, [], [], 0.5, 0.75, 2, what, part)
  }

  private static func ask<Output>(
    _ judge: Judge, _ x: [Float], _ y: [Float], _ u: Float, _ start: Float, _ length: Int,
    _ what: String, _ part: @escaping (Slopes) -> Output
  ) {
    let call = Code.call(slopes.name, [x, y, u, start, length])
    judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
      part(try answers.call(slopes, x, y, u, start, length))
    }
  }
}
