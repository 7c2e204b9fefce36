import ExerciseKit
import Foundation
import MiniTensor

extension Checks13 {
  /// Exercise 13.4.
  static let positionalEncoding = Check(
    "13.4", "Positional encoding", difficulty: 2, minutes: 30,
    file: "PositionalEncoding.swift", chapter: chapter, section: "First and last",
    replaces: ["sinusoidalPositions"],
    hints: [
      "Take the columns in pairs: both of a pair have the same angle.",
      "A loop over column in stride(from: 0, to: size, by: 2) has 2i in its hand already.",
      """
      pow(10_000, Float(column) / Float(size)) is what t is divided by; its sine goes into column, \
      its cosine into the next.
      """,
      """
      For the matrix take size 2 first, where there is one angle u. Write sin(u + a) and \
      cos(u + a) with sin u and cos u: which four numbers multiply these two?
      """,
      """
      A row times a matrix: column j of the matrix holds what the new number j is made of. So what \
      makes the new sine stands in one column, from top to bottom.
      """,
    ],
    parts: [
      Part("the vectors", points: 3) { judge in
        let random = (judge.generator.count(2...12), 2 * judge.generator.count(2...9))
        for (count, size) in [(2, 2), (3, 4), (1, 6), (5, 8), random, (40, 10)] {
          judge.ask(vectors, count, size, tolerance: 1e-3)
        }
        judge.ask("rows(5000..<5001)", of: vectors, 5001, 4, tolerance: 1e-3) {
          $0.shape == [5001, 4] ? $0.rows(5000..<5001) : $0
        }
      },
      Part("a shift as a matrix", points: 2) { judge in
        let random = (judge.generator.count(2...20), 2 * judge.generator.count(2...5))
        for (steps, size) in [(1, 2), (3, 4), (0, 6), (-2, 4), random, (50, 8), (5000, 8)] {
          judge.ask(shift, steps, size, tolerance: 1e-3)
        }
      },
    ],
    mistakes: vectorMistakes + shiftMistakes)

  private static let vectorMistakes: [Mistake] = [
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
  ]

  private static let shiftMistakes: [Mistake] = [
    shift.mistake("that is the way back: yours goes as many steps, but to smaller t") {
      turns(-$0, $1)
    },
    shift.mistake("every pair has a clock of its own: yours turns all of them by the same angle") {
      turns($0, $1, exponent: { _, _ in 0 })
    },
    shift.mistake("the hands turn, they do not jump: yours makes them as many times longer") {
      steps, size in
      turns(1, size, scale: Float(steps))
    },
    shift.mistake("the number of steps is missing in the angle") { _, size in turns(1, size) },
    shift.mistake("sine and cosine are exchanged in it: with 0 steps nothing may change") {
      turns($0, $1, sine: { cos($0) }, cosine: { sin($0) })
    },
    shift.mistake("one of the two sines is negative: a turn, not a mirror") {
      turns($0, $1, sign: 1)
    },
    shift.mistake("sines and cosines take turns in a vector: a pair's two columns are neighbours") {
      steps, size in
      let (right, half) = (turns(steps, size), size / 2)
      var matrix = Tensor.zeros(size, size)
      for i in 0..<size {
        for j in 0..<size {
          matrix[i % 2 * half + i / 2, j % 2 * half + j / 2] = right[i, j]
        }
      }
      return matrix
    },
    shift.mistake("the 2 is missing: the exponent is 2i / size, where i counts the pairs") {
      turns($0, $1, exponent: { column, size in Float(column / 2) / Float(size) })
    },
    shift.mistake("yours moves the rows of a table; one row alone has to come out moved") {
      steps, size in
      var matrix = Tensor.zeros(size, size)
      for i in 0..<size where (0..<size).contains(i + steps) { matrix[i, i + steps] = 1 }
      return matrix
    },
  ]

  private static let vectors = Function("positionVectors(count:size:)") {
    (count: Int, size: Int) -> Tensor in clocks(count, size)
  }

  private static let shift = Function("shiftMatrix(by:size:)") {
    (steps: Int, size: Int) -> Tensor in turns(steps, size)
  }

  /// The matrix that turns all hands, with whatever somebody may get wrong as a parameter.
  private static func turns(
    _ steps: Int, _ size: Int, scale: Float = 1, sign: Float = -1,
    sine: (Float) -> Float = { sin($0) }, cosine: (Float) -> Float = { cos($0) },
    exponent: (_ column: Int, _ size: Int) -> Float = { Float($0) / Float($1) }
  ) -> Tensor {
    var matrix = Tensor.zeros(size, size)
    for column in stride(from: 0, to: size, by: 2) {
      let angle = Float(steps) / pow(10_000, exponent(column, size))
      matrix[column, column] = scale * cosine(angle)
      matrix[column + 1, column] = scale * sine(angle)
      matrix[column, column + 1] = scale * sign * sine(angle)
      matrix[column + 1, column + 1] = scale * cosine(angle)
    }
    return matrix
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
