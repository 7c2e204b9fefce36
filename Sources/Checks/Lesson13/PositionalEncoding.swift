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
    parts: [Part("", points: 3, ask)],
    mistakes: [
      positionVectors.mistake(
        "all sines first, then all cosines: they take turns, column by column"
      ) {
        count, size in
        let right = vectors(count, size)
        let even = stride(from: 0, to: size, by: 2).map { right.columns($0..<($0 + 1)) }
        let odd = stride(from: 1, to: size, by: 2).map { right.columns($0..<($0 + 1)) }
        return Tensor.concatenate(even + odd, axis: 1)
      },
      positionVectors.mistake("sine and cosine changed places: the sine comes first") {
        count, size in
        vectors(count, size, isSine: { (column: Int) -> Bool in column % 2 == 1 })
      },
      positionVectors.mistake(
        "the cosine has the angle of its sine: both columns of a pair share 2i"
      ) {
        count, size in
        vectors(count, size, exponent: { (column: Int) -> Float in Float(column) / Float(size) })
      },
      positionVectors.mistake(
        "the 2 is missing: the exponent is 2i / size, where i counts the pairs"
      ) {
        count, size in
        vectors(
          count, size, exponent: { (column: Int) -> Float in Float(column / 2) / Float(size) })
      },
      positionVectors.mistake("the first place is t = 0") { count, size in
        vectors(count, size, first: 1)
      },
      positionVectors.mistake("t is divided by the power of 10000, not multiplied") { count, size in
        vectors(
          count, size,
          exponent: { (column: Int) -> Float in -Float(column - column % 2) / Float(size) })
      },
      positionVectors.mistake("sin and cos want the angle as it is: nothing turns it into degrees")
      {
        count, size in vectors(count, size, unit: .pi / 180)
      },
      positionVectors.mistake("the sign is turned: exponents grow from 0 upwards with the column") {
        count, size in
        vectors(
          count, size,
          exponent: { (column: Int) -> Float in
            Float(size - 2 - (column - column % 2)) / Float(size)
          })
      },
    ])

  private static let positionVectors = Function("positionVectors(count:size:)") {
    (count: Int, size: Int) -> Tensor in vectors(count, size)
  }

  @Sendable private static func ask(_ judge: Judge) {
    let random = (
      Int.random(in: 2...30, using: &judge.generator),
      2 * Int.random(in: 2...8, using: &judge.generator)
    )
    for (count, size) in [(2, 2), (3, 4), (1, 6), (5, 8), (40, 10), random] {
      judge.ask(positionVectors, count, size, tolerance: 1e-3)
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
