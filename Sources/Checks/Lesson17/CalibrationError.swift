import ExerciseKit
import Foundation

extension Checks17 {
  /// Exercise 17.3.
  static let calibrationError = Check(
    "17.3", "The expected calibration error", difficulty: 2, minutes: 25,
    file: "CalibrationError.swift", chapter: chapter, section: "The expected calibration error",
    hints: [
      "Which bin? Multiply the confidence by the number of bins, and round up; the first bin is 1.",
      """
      Keep three sums for each bin: how many answers, how many right ones, and the sum of their \
      confidences.
      """,
      """
      An empty bin must not divide by 0. Skip it; or see that count times gap is simply \
      abs(number right - sum of confidences).
      """,
    ],
    parts: [
      Part("one bin", points: 1) { judge in
        judge.ask(error, [0.9, 0.8, 0.6], [true, false, true], 1)
        judge.ask(error, [0.75, 0.5], [true, true], 1)
        judge.ask(error, [0.25], [false], 1)
        askRandomly(judge, bins: 1)
      },
      Part("several bins", points: 2) { judge in
        judge.ask(error, [0.9, 0.8, 0.6], [true, false, true], 4)
        judge.ask(error, [0.95, 0.55, 0.6, 0.15], [true, true, false, false], 5)
        // Gaps of both kinds, which must not cancel.
        judge.ask(error, [0.9, 0.95, 0.3, 0.35], [false, true, true, true], 2)
        for bins in [3, 7, 15] { askRandomly(judge, bins: bins) }
      },
      Part("the ends of bins, and no answers", points: 1) { judge in
        judge.ask(error, [1, 0.875], [false, true], 8)
        judge.ask(error, [0.5, 0.625, 0.375], [true, false, true], 4)
        judge.ask(error, [0, 0.1], [true, false], 5)
        judge.ask(error, [], [], 3)
        judge.ask(error, [0.25, 0.2, 0.3], [true, false, true], 4)
        askRandomly(judge, bins: judge.generator.count(2...6))
      },
    ],
    mistakes: errorMistakes)

  private static let errorMistakes: [Mistake] = [
    error.mistake("gaps of different bins cancel: sort into bins, and take abs of each gap") {
      c, right, _ in
      measured(c, right, 1)
    },
    error.mistake("the bins are weighted by how many answers fall into them, not all alike") {
      c, right, bins in
      let full = gaps(c, right, bins, by: upper).filter { $0.share > 0 }
      return full.isEmpty ? 0 : full.reduce(0) { $0 + abs($1.gap) } / Float(full.count)
    },
    error.mistake("divide by all answers, not by the number of bins") { c, right, bins in
      gaps(c, right, bins, by: upper).reduce(0) { $0 + abs($1.gap) } / Float(bins)
    },
    error.mistake("that is the largest gap of a bin, not the mean") { c, right, bins in
      gaps(c, right, bins, by: upper).map { abs($0.gap) }.max() ?? 0
    },
    error.mistake("an answer's confidence against its own success: compare the means of a bin") {
      c, right, _ in
      c.isEmpty
        ? 0 : zip(c, right).reduce(0) { $0 + abs(($1.1 ? 1 : 0) - $1.0) } / Float(c.count)
    },
    error.mistake("a confidence at an upper end belongs to the bin below it") { c, right, bins in
      total(
        gaps(c, right, bins) { confidence, bins in
          min(bins - 1, Int(confidence * Float(bins)))
        })
    },
    error.mistake("a confidence of 1 falls into the last bin, not beyond") { c, right, bins in
      if c.contains(1) { throw Trap("Index out of range") }
      return measured(c, right, bins)
    },
    error.mistake("a confidence of 0 falls into the first bin") { c, right, bins in
      if c.contains(0) { throw Trap("Index out of range") }
      return measured(c, right, bins)
    },
    error.mistake("with no answers the error is 0, not 0 / 0") { c, right, bins in
      c.isEmpty ? .nan : measured(c, right, bins)
    },
    error.mistake("an empty bin has no means: skip it") { c, right, bins in
      let parts = gaps(c, right, bins, by: upper)
      return parts.contains { $0.share == 0 } ? .nan : total(parts)
    },
    error.mistake("the middle of the bin stands for its mean confidence: take the mean itself") {
      c, right, bins in
      c.isEmpty
        ? 0
        : zip(right, c).reduce(into: [Float](repeating: 0, count: bins)) { sums, pair in
          let place = upper(pair.1, bins)
          sums[place] += (pair.0 ? 1 : 0) - (Float(place) + 0.5) / Float(bins)
        }.reduce(0) { $0 + abs($1) } / Float(c.count)
    },
    error.mistake("the share that is right, not the share that is wrong") { c, right, bins in
      measured(c, right.map { !$0 }, bins)
    },
    error.mistake("divide by the number of answers: it is a mean") { c, right, bins in
      measured(c, right, bins) * Float(c.count)
    },
    error.mistake("the gaps were squared: their sizes are wanted") { c, right, bins in
      gaps(c, right, bins, by: upper).reduce(0) { $0 + $1.gap * $1.gap * $1.share }
    },
  ]

  private static let error = Function("expectedCalibrationError(confidences:isRight:binCount:)") {
    (c: [Float], right: [Bool], bins: Int) -> Float in measured(c, right, bins)
  }

  private typealias Gap = (gap: Float, share: Float)

  private static func measured(_ c: [Float], _ right: [Bool], _ bins: Int) -> Float {
    total(gaps(c, right, bins, by: upper))
  }

  private static func total(_ gaps: [Gap]) -> Float {
    gaps.reduce(0) { $0 + abs($1.gap) * $1.share }
  }

  private static func upper(_ confidence: Float, _ bins: Int) -> Int {
    max(0, Int((confidence * Float(bins)).rounded(.up)) - 1)
  }

  /// For each bin what is right less what is sure, and the share of answers that fall into it.
  private static func gaps(
    _ c: [Float], _ right: [Bool], _ bins: Int, by place: (Float, Int) -> Int
  ) -> [Gap] {
    var sums = [Float](repeating: 0, count: bins)
    var counts = [Float](repeating: 0, count: bins)
    for (confidence, right) in zip(c, right) {
      let bin = place(confidence, bins)
      sums[bin] += (right ? 1 : 0) - confidence
      counts[bin] += 1
    }
    return sums.indices.map { bin in
      (counts[bin] > 0 ? sums[bin] / counts[bin] : 0, counts[bin] / Float(max(1, c.count)))
    }
  }

  /// Random answers, none so near to the end of a bin that rounding decides.
  private static func askRandomly(_ judge: Judge, bins: Int) {
    let count = judge.generator.count(8...16)
    let places = (0..<count).map { _ in judge.generator.count(0...(bins - 1)) }
    let offsets = judge.generator.floats(count, in: 0.1...0.9)
    let confidences = zip(places, offsets).map { (Float($0) + $1) / Float(bins) }
    let coins = judge.generator.floats(count, in: 0...1)
    judge.ask(error, confidences, coins.map { $0 < 0.6 }, bins)
  }
}
