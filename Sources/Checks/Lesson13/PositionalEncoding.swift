import ExerciseKit
import Foundation
import MiniTensor

extension Checks13 {
  /// Exercise 13.4.
  static let positionalEncoding = Check(
    "13.4", "Positional encoding", difficulty: 2, minutes: 15,
    file: "PositionalEncoding.swift", chapter: chapter, section: "First and last",
    replaces: ["sinusoidalPositions"],
    hints: [
      "Take the columns in pairs: both of a pair have the same angle.",
      "A loop over column in stride(from: 0, to: size, by: 2) has 2i in its hand already.",
      """
      pow(10_000, Float(column) / Float(size)) is what t is divided by; its sine goes into column, \
      its cosine into the next.
      """,
    ],
    parts: [
      Part("", points: 3) { judge in
        let random = (judge.generator.count(2...12), 2 * judge.generator.count(2...9))
        for (count, size) in [(2, 2), (3, 4), (1, 6), (5, 8), random, (40, 10)] {
          judge.ask(vectors, count, size, tolerance: 1e-3)
        }
      }
    ],
    mistakes: [
      vectors.mistake("all sines first, then all cosines: they take turns, column by column") {
        count, size in
        let right = clocks(count, size)
        func columns(from first: Int) -> [Tensor] {
          stride(from: first, to: size, by: 2).map { right.columns($0..<($0 + 1)) }
        }
        return Tensor.concatenate(columns(from: 0) + columns(from: 1), axis: 1)
      },
      vectors.mistake("sine and cosine changed places: the sine comes first") {
        clocks($0, $1, isSine: { column in column % 2 == 1 })
      },
      vectors.mistake("the cosine has the angle of its sine: both columns of a pair share 2i") {
        clocks($0, $1, exponent: { column, size in Float(column) / Float(size) })
      },
      vectors.mistake("the 2 is missing: the exponent is 2i / size, where i counts the pairs") {
        clocks($0, $1, exponent: { column, size in Float(column / 2) / Float(size) })
      },
      vectors.mistake("the first place is t = 0") { clocks($0, $1, first: 1) },
      vectors.mistake("t is divided by the power of 10000, not multiplied") {
        clocks($0, $1, exponent: { column, size in -Float(column - column % 2) / Float(size) })
      },
      vectors.mistake("sin and cos want the angle as it is: nothing turns it into degrees") {
        clocks($0, $1, unit: .pi / 180)
      },
      vectors.mistake("the sign is turned: exponents grow from 0 upwards with the column") {
        clocks(
          $0, $1,
          exponent: { column, size in Float(size - 2 - (column - column % 2)) / Float(size) })
      },
      vectors.mistake("the division of two Ints drops the rest: make Floats of 2i and size first") {
        clocks($0, $1, exponent: { _, _ in 0 })
      },
    ])

  private static let vectors = Function("positionVectors(count:size:)") {
    (count: Int, size: Int) -> Tensor in clocks(count, size)
  }

  /// The encoding, with whatever somebody may get wrong as a parameter.
  private static func clocks(
    _ count: Int, _ size: Int, first: Int = 0, unit: Float = 1,
    isSine: (_ column: Int) -> Bool = { $0 % 2 == 0 },
    exponent: (_ column: Int, _ size: Int) -> Float = { Float($0 - $0 % 2) / Float($1) }
  ) -> Tensor {
    var numbers: [Float] = []
    for t in first..<(first + count) {
      for column in 0..<size {
        let angle = unit * Float(t) / pow(10_000, exponent(column, size))
        numbers.append(isSine(column) ? sin(angle) : cos(angle))
      }
    }
    return Tensor(numbers, shape: [count, size])
  }
}
