import ExerciseKit

extension Checks15 {
  /// What 15.5 answers.
  private typealias ModeCount = (found: Int, good: Float)
  /// Exercise 15.5.
  static let modeCounter = Check(
    "15.5", "The mode counter", difficulty: 2, minutes: 20,
    file: "ModeCounter.swift", chapter: "15-gan.md", section: "The mode counter",
    hints: [
      "A small function first: is this point good for this centre?",
      "Modes: centres for which some point is good. Share: points that are good for some centre.",
      "Compare the squared distance with (3 deviation)^2, or its root with 3 deviation.",
    ],
    parts: [
      Part("modes on a plane", points: 2, plane),
      Part("other dimensions, no points, overlapping modes", points: 1, special),
    ],
    mistakes: [
      countModes.mistake("three deviations are the limit, not one") { points, centres, deviation in
        tally(points, centres) { $0 <= deviation * deviation }
      },
      countModes.mistake(
        "the squared distance is compared with 3 deviations: take the root, or square both"
      ) {
        points, centres, deviation in
        tally(points, centres) { $0 <= 3 * deviation }
      },
      countModes.mistake("the square of 3 deviations is 9 deviation^2; yours has 3 deviation^2") {
        points, centres, deviation in
        tally(points, centres) { $0 <= 3 * deviation * deviation }
      },
      countModes.mistake("each coordinate is compared by itself: the Euclidean distance decides") {
        points, centres, deviation in
        judged(points, centres) { point, centre in
          zip(point, centre).allSatisfy { abs($0 - $1) <= 3 * deviation }
        }
      },
      countModes.mistake(
        "each point found its nearest mode, however far away: only good points count"
      ) {
        points, centres, deviation in
        let nearest = points.compactMap { point in
          centres.indices.min { squares(point, centres[$0]) < squares(point, centres[$1]) }
        }
        return (Set(nearest).count, count(points, centres, deviation).good)
      },
      countModes.mistake("found counts modes, not the points that are good") {
        points, centres, deviation in
        let right = count(points, centres, deviation)
        return (Int((right.good * Float(points.count)).rounded()), right.good)
      },
      countModes.mistake("good is a share of the points, not of the modes") {
        points, centres, deviation in
        let right = count(points, centres, deviation)
        return (right.found, Float(right.found) / Float(centres.count))
      },
      countModes.mistake("good is a share: divide the number of good points by that of all points")
      {
        points, centres, deviation in
        let right = count(points, centres, deviation)
        return (right.found, right.good * Float(points.count))
      },
      countModes.mistake("with no points at all the share is 0, not 0 / 0") {
        points, centres, deviation in
        points.isEmpty ? (0, .nan) : count(points, centres, deviation)
      },
      countModes.mistake("a point near two centres finds both modes, and is one good point") {
        points, centres, deviation in
        var seen: Set<Int> = []
        for point in points {
          let first = centres.firstIndex { squares(point, $0) <= 9 * deviation * deviation }
          if let first { seen.insert(first) }
        }
        return (seen.count, count(points, centres, deviation).good)
      },
      countModes.mistake("only the first two coordinates enter: the points may have more") {
        points, centres, deviation in
        count(
          points.map { Array($0.prefix(2)) }, centres.map { Array($0.prefix(2)) }, deviation)
      },
    ])

  private static let countModes = Function("countModes(points:centres:deviation:)", count)

  @Sendable private static func plane(_ judge: Judge) {
    judge.ask(
      countModes, [[0, 0.25], [0.1, 0], [5, 5], [4, 0]], [[0, 0], [4, 0], [0, 4]], 0.1)
    judge.ask(
      countModes, [[1.1, 0], [-0.9, 0.35], [0, 0.1], [0.25, 1.25]], [[1, 0], [-1, 0], [0, 1]], 0.1)
    judge.ask(countModes, [[3, 1], [2, 1], [-2.5, 0.5]], [[1, 1], [-4, 0]], 0.75)
    let offsets = judge.generator.floats(24, in: -0.5...0.5)
    let centres: [[Float]] = [[0, 0], [2, 0], [0, 2], [2, 2]]
    let points: [[Float]] = (0..<12).map { place in
      let centre = centres[place % 3]
      return [centre[0] + offsets[2 * place], centre[1] + offsets[2 * place + 1]]
    }
    judge.ask(countModes, points, centres, 0.125)
  }

  @Sendable private static func special(_ judge: Judge) {
    judge.ask(countModes, [], [[0, 0], [1, 1]], 0.5)
    judge.ask(countModes, [[0.5], [3], [9]], [[0], [2.5], [5]], 0.25)
    judge.ask(countModes, [[0, 0, 0.6], [1, 1, 1.1]], [[0, 0, 0], [1, 1, 1]], 0.1)
    judge.ask(countModes, [[0.5, 0], [4, 4], [0.45, 0]], [[0, 0], [1, 0], [4, 0]], 0.2)
    // On a line, of random length: near the first and the last mode, and far from the middle one.
    let steps = judge.generator.floats(Int.random(in: 3...9, using: &judge.generator), in: -1...1)
    judge.ask(countModes, steps.map { [4 * $0] }, [[-4], [0], [4]], 0.3)
  }

  @Sendable private static func count(
    _ points: [[Float]], _ centres: [[Float]], _ deviation: Float
  ) -> ModeCount {
    tally(points, centres) { $0 <= 9 * deviation * deviation }
  }

  /// Counts with any test of the squared distance.
  private static func tally(
    _ points: [[Float]], _ centres: [[Float]], _ isGood: (Float) -> Bool
  ) -> ModeCount {
    judged(points, centres) { isGood(squares($0, $1)) }
  }

  private static func judged(
    _ points: [[Float]], _ centres: [[Float]], _ isGood: ([Float], [Float]) -> Bool
  ) -> ModeCount {
    let found = centres.count { centre in points.contains { isGood($0, centre) } }
    let good = points.count { point in centres.contains { isGood(point, $0) } }
    return (found, points.isEmpty ? 0 : Float(good) / Float(points.count))
  }

  private static func squares(_ point: [Float], _ centre: [Float]) -> Float {
    zip(point, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
