import ExerciseKit
import Foundation
import MiniTensor

extension Checks13 {
  /// The type of `positionVectors(count:size:)`.
  public typealias PositionVectors = @Sendable (_ count: Int, _ size: Int) -> Tensor

  /// Exercise 13.4.
  public static let positionalEncoding = Check<PositionVectors>(
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
    parts: [Part("", points: 3, ask)],
    mistakes: [
      Mistake("all sines first, then all cosines: they take turns, column by column") {
        count, size in
        let right = vectors(count, size)
        let even = stride(from: 0, to: size, by: 2).map { right.columns($0..<($0 + 1)) }
        let odd = stride(from: 1, to: size, by: 2).map { right.columns($0..<($0 + 1)) }
        return Tensor.concatenate(even + odd, axis: 1)
      },
      Mistake("sine and cosine changed places: the sine comes first") { count, size in
        vectors(count, size, isSine: { $0 % 2 == 1 })
      },
      Mistake("the cosine has the angle of its sine: both columns of a pair share 2i") {
        count, size in vectors(count, size, exponent: { Float($0) / Float(size) })
      },
      Mistake("the 2 is missing: the exponent is 2i / size, where i counts the pairs") {
        count, size in vectors(count, size, exponent: { Float($0 / 2) / Float(size) })
      },
      Mistake("the first place is t = 0") { count, size in vectors(count, size, first: 1) },
      Mistake("t is divided by the power of 10000, not multiplied") { count, size in
        vectors(count, size, exponent: { -Float($0 - $0 % 2) / Float(size) })
      },
      Mistake("sin and cos want the angle as it is: nothing turns it into degrees") {
        count, size in vectors(count, size, unit: .pi / 180)
      },
      Mistake("the sign is turned: exponents grow from 0 upwards with the column") { count, size in
        vectors(count, size, exponent: { Float(size - 2 - ($0 - $0 % 2)) / Float(size) })
      },
    ])

  @Sendable private static func ask(_ judge: Judge<PositionVectors>) {
    for (count, size) in [(2, 2), (3, 4), (1, 6), (5, 8), (40, 10)] {
      judge.ask(
        "positionVectors(count: \(count), size: \(size))", expect: vectors(count, size),
        tolerance: 1e-3
      ) { $0(count, size) }
    }
  }

  /// The encoding, with whatever somebody may get wrong as a parameter.
  private static func vectors(
    _ count: Int, _ size: Int, first: Int = 0, unit: Float = 1,
    isSine: (Int) -> Bool = { $0 % 2 == 0 }, exponent: ((Int) -> Float)? = nil
  ) -> Tensor {
    var numbers: [Float] = []
    for t in first..<(first + count) {
      for column in 0..<size {
        let power = exponent?(column) ?? Float(column - column % 2) / Float(size)
        let angle = unit * Float(t) / pow(10_000, power)
        numbers.append(isSine(column) ? sin(angle) : cos(angle))
      }
    }
    return Tensor(numbers, shape: [count, size])
  }
}
