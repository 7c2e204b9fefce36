import ExerciseKit
import Foundation

extension Checks15 {
  /// Exercise 15.5.
  static let modeCounter = Check(
    "15.5", "The mode counter", difficulty: 2, minutes: 20,
    file: "ModeCounter.swift", chapter: chapter, section: "The mode counter",
    hints: [
      "A small function first: is this point good for this centre?",
      "Modes: centres for which some point is good. Share: points that are good for some centre.",
      "Compare the squared distance with (3 deviation)^2, or its root with 3 deviation.",
    ],
    parts: [
      Part("modes on a plane", points: 2) { judge in
        judge.ask(
          count, [[0, 0.25], [0.1, 0], [5, 5], [4, 0]], [[0, 0], [4, 0], [0, 4]], 0.1)
        judge.ask(
          count, [[1.1, 0], [-0.9, 0.35], [0, 0.1], [0.25, 1.25]], [[1, 0], [-1, 0], [0, 1]], 0.1)
        judge.ask(count, [[3, 1], [2, 1], [-2.5, 0.5]], [[1, 1], [-4, 0]], 0.75)
        askRandomly(judge, dimensions: 2, 0.125)
        // At exactly three deviations.
        judge.ask(count, [[0.75, 0], [4, 5.5]], [[0, 0], [4, 4], [9, 9]], 0.25)
      },
      Part("other dimensions, no points, overlapping modes", points: 1) { judge in
        judge.ask(count, [], [[0, 0], [1, 1]], 0.5)
        judge.ask(count, [[0.5], [3], [9]], [[0], [2.5], [5]], 0.25)
        judge.ask(count, [[0, 0, 0.6], [1, 1, 1.1]], [[0, 0, 0], [1, 1, 1]], 0.1)
        judge.ask(count, [[0.5, 0], [4, 4], [0.45, 0]], [[0, 0], [1, 0], [4, 0]], 0.2)
        judge.ask(count, [[5, -5, 5], [1, 2, -1]], [[0, 0, 0], [0, 9, 0]], 2)
        for dimensions in [1, 3, 5] { askRandomly(judge, dimensions: dimensions, 0.2) }
      },
    ],
    mistakes: [
      count.mistake("three deviations are the limit, not one") { points, centres, deviation in
        tally(points, centres) { $0 <= deviation * deviation }
      },
      count.mistake(
        "the squared distance is compared with 3 deviations: take the root, or square both"
      ) { points, centres, deviation in tally(points, centres) { $0 <= 3 * deviation } },
      count.mistake("the square of 3 deviations is 9 deviation^2; yours has 3 deviation^2") {
        points, centres, deviation in tally(points, centres) { $0 <= 3 * deviation * deviation }
      },
      count.mistake("at most three deviations: a point at just three is good, too") {
        points, centres, deviation in tally(points, centres) { $0 < 9 * deviation * deviation }
      },
      count.mistake("each coordinate is compared by itself: the Euclidean distance decides") {
        points, centres, deviation in
        judged(points, centres) { point, centre in
          zip(point, centre).allSatisfy { abs($0 - $1) <= 3 * deviation }
        }
      },
      count.mistake("each point found its nearest mode, however far away: only good points count") {
        points, centres, deviation in
        let nearest = points.compactMap { point in
          centres.indices.min { squares(point, centres[$0]) < squares(point, centres[$1]) }
        }
        return (Set(nearest).count, right(points, centres, deviation).good)
      },
      count.mistake("found counts modes, not the points that are good") {
        points, centres, deviation in
        let good = right(points, centres, deviation).good
        return (Int((good * Float(points.count)).rounded()), good)
      },
      count.mistake("good is a share of the points, not of the modes") {
        points, centres, deviation in
        let found = right(points, centres, deviation).found
        return (found, Float(found) / Float(centres.count))
      },
      count.mistake("good is a share: divide the number of good points by that of all points") {
        points, centres, deviation in
        let (found, good) = right(points, centres, deviation)
        return (found, good * Float(points.count))
      },
      count.mistake("good is a share: the division of two Ints drops all behind the point") {
        points, centres, deviation in
        let (found, good) = right(points, centres, deviation)
        return (found, good.rounded(.down))
      },
      count.mistake("with no points at all the share is 0, not 0 / 0") {
        points, centres, deviation in
        points.isEmpty ? (0, .nan) : right(points, centres, deviation)
      },
      count.mistake("a point near two centres finds both modes, and is one good point") {
        points, centres, deviation in
        let found = points.compactMap { point in
          centres.firstIndex { squares(point, $0) <= 9 * deviation * deviation }
        }
        return (Set(found).count, right(points, centres, deviation).good)
      },
      count.mistake("a point near two centres is one good point: yours counts it twice") {
        points, centres, deviation in
        let good = centres.reduce(0) { good, centre in
          good + points.count { squares($0, centre) <= 9 * deviation * deviation }
        }
        let share = points.isEmpty ? 0 : Float(good) / Float(points.count)
        return (right(points, centres, deviation).found, share)
      },
      count.mistake("only the first two coordinates enter: the points may have more") {
        points, centres, deviation in
        right(points.map { Array($0.prefix(2)) }, centres.map { Array($0.prefix(2)) }, deviation)
      },
      count.mistake("points may have one coordinate, or three: go through all there are") {
        points, centres, deviation in
        if points.contains(where: { $0.count < 2 }) { throw Trap("Index out of range") }
        return right(
          points.map { Array($0.prefix(2)) }, centres.map { Array($0.prefix(2)) }, deviation)
      },
    ])

  // MARK: - The function

  private typealias Count = (found: Int, good: Float)

  private static let count = Function("countModes(points:centres:deviation:)") {
    (points: [[Float]], centres: [[Float]], deviation: Float) in right(points, centres, deviation)
  }

  private static func right(
    _ points: [[Float]], _ centres: [[Float]], _ deviation: Float
  ) -> Count {
    tally(points, centres) { $0 <= 9 * deviation * deviation }
  }

  /// Counts with any test of the squared distance.
  private static func tally(
    _ points: [[Float]], _ centres: [[Float]], _ isGood: (Float) -> Bool
  ) -> Count {
    judged(points, centres) { isGood(squares($0, $1)) }
  }

  private static func judged(
    _ points: [[Float]], _ centres: [[Float]], _ isGood: ([Float], [Float]) -> Bool
  ) -> Count {
    let found = centres.count { centre in points.contains { isGood($0, centre) } }
    let good = points.count { point in centres.contains { isGood(point, $0) } }
    return (found, points.isEmpty ? 0 : Float(good) / Float(points.count))
  }

  private static func squares(_ point: [Float], _ centre: [Float]) -> Float {
    zip(point, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  // MARK: - Questions

  /// Points around some of the centres, never so near to three deviations that rounding decides.
  private static func askRandomly(_ judge: Judge, dimensions: Int, _ deviation: Float) {
    let centres = (0..<4).map { place in
      judge.generator.floats(dimensions, in: -0.5...0.5).map { $0 + 4 * Float(place) }
    }
    let points = (0..<judge.generator.count(3...9)).map { place in
      let centre = centres[judge.generator.count(0...2)]
      let direction = judge.generator.floats(dimensions, in: 0.2...1)
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let far: ClosedRange<Float> = place % 3 == 1 ? 3.2...5 : 0.5...2.8
      let distance = Float.random(in: far, using: &judge.generator) * deviation
      return zip(centre, direction).map { $0 + $1 / length * distance }
    }
    judge.ask(count, points, centres, deviation)
  }
}
