import ExerciseKit

extension Checks03 {
  /// Exercise 3.4.
  static let cycleFinder = Check(
    "3.4", "Detect the cycle", difficulty: 2, minutes: 25,
    file: "CycleFinder.swift", chapter: "03-xor-and-the-limits.md",
    section: "The perceptron goes round",
    hints: [
      """
      Keep a list of all weights so far, w0 first. When is new weights' place in that list \
      interesting?
      """,
      "If step 5 gives what step 2 gave, 2 steps come before the cycle and 5 - 2 are in it.",
      """
      A dictionary [[Int]: Int] from weights to their step makes the search short; begin it with \
      start at step 0.
      """,
    ],
    parts: [
      Part("a cycle from the start", points: 1, fromTheStart),
      Part("a cycle after some steps", points: 2, afterSomeSteps),
      Part("the limit", points: 1, limits),
    ],
    mistakes: [
      findCycle.mistake("yours compares with the start only: a cycle may begin later") {
        start, limit, epoch in
        find(start, limit, epoch, where: { place, _ in place == 0 })
      },
      findCycle.mistake(
        "yours finds only cycles of one epoch: the weights may come back after several"
      ) {
        start, limit, epoch in
        find(start, limit, epoch, where: { place, step in place == step - 1 })
      },
      findCycle.mistake(
        "the length is the distance to the equal weights, not the number of steps so far"
      ) {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before, $0.before + $0.length) }
      },
      findCycle.mistake("before is the place of the earlier weights, not of their return") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before + $0.length, $0.length) }
      },
      findCycle.mistake("before and length are exchanged: first how many come before the cycle") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.length, $0.before) }
      },
      findCycle.mistake("the length is one too large: from step 2 to step 5 it is 5 - 2") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before, $0.length + 1) }
      },
      findCycle.mistake("the length is one too small: from step 2 to step 5 it is 5 - 2") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before, $0.length - 1) }
      },
      findCycle.mistake("the start is a place too: w0 is number 0, and it may come again") {
        start, limit, epoch in
        find(start, limit, epoch).flatMap { found in
          if found.before > 0 { return (found.before - 1, found.length) }
          return found.length + 1 > limit ? nil : (0, found.length)
        }
      },
      findCycle.mistake("the start itself may come again: note it, as step 0, before the loop") {
        start, limit, epoch in
        find(start, limit, epoch).flatMap { found in
          if found.before > 0 { return found }
          return found.length + 1 > limit ? nil : (1, found.length)
        }
      },
      findCycle.mistake("one epoch too many: after `limit` epochs the answer is nil") {
        start, limit, epoch in
        find(start, limit + 1, epoch)
      },
      findCycle.mistake(
        "weights are equal when all their numbers are equal, not when their sums are"
      ) {
        start, limit, epoch in
        find(start, limit, epoch, key: { [$0.reduce(0, +)] })
      },
      findCycle.mistake("the limit is ignored: after so many epochs the answer is nil") {
        start, _, epoch in
        find(start, 10_000, epoch)
      },
      findCycle.mistake("one epoch too few: the weights after the last allowed epoch count too") {
        start, limit, epoch in
        find(start, limit - 1, epoch)
      },
    ])

  private typealias Epoch = Callback<[Int], [Int]>

  private static let findCycle = Function("findCycle(from:limit:epoch:)") {
    (start: [Int], limit: Int, epoch: Epoch) in find(start, limit, epoch)
  }

  @Sendable private static func fromTheStart(_ judge: Judge) {
    ask(judge, successors: [1, 2, 3, 0], from: 0, limit: 20)
    ask(judge, successors: [0], from: 0, limit: 5)
    let length = judge.generator.count(2...9)
    ask(judge, successors: (0..<length).map { ($0 + 1) % length }, from: 0, limit: 20)
  }

  @Sendable private static func afterSomeSteps(_ judge: Judge) {
    ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: 20)
    ask(judge, successors: [3, 0, 4, 3, 1], from: 2, limit: 20)
    // The same sum, the same numbers in another order; the same first or last number, or size.
    ask(judge, along: [[3, 0, 0], [0, 3, 0], [1, 1, 1], [2, 1, 1]])
    ask(judge, along: [[1, 2], [1, -2], [4, 2], [-1, 2], [1, 3]])
    let (before, length) = (judge.generator.count(3...30), judge.generator.count(2...30))
    let last = before + length - 1
    let round = Epoch("{ w in w[0] == \(last) ? [\(before)] : [w[0] + 1] }") { w in
      w == [last] ? [before] : w.map { $0 &+ 1 }
    }
    judge.ask(findCycle, [0], 100, round)
  }

  @Sendable private static func limits(_ judge: Judge) {
    for limit in [3, 4, 5, 6, judge.generator.count(0...9)] {
      ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: limit)
    }
    ask(judge, successors: [0], from: 0, limit: 0)
  }

  /// Weights that walk along a path, and then begin it anew.
  private static func ask(_ judge: Judge, along path: [[Int]]) {
    let epoch = Epoch("{ w in path[(path.firstIndex(of: w)! + 1) % \(path.count)] }") { w in
      path[((path.firstIndex(of: w) ?? 0) + 1) % path.count]
    }
    judge.ask(findCycle, path[0], 20, epoch)
  }

  /// The weights are one number, and a list says which comes after which.
  private static func ask(_ judge: Judge, successors: [Int], from start: Int, limit: Int) {
    let epoch = Epoch("{ [\(successors)[$0[0]]] }") { w in
      w.first.map { successors.indices.contains($0) ? [successors[$0]] : [0] } ?? []
    }
    judge.ask(findCycle, [start], limit, epoch)
  }

  /// The search, with the places at which equal weights count.
  private static func find(
    _ start: [Int], _ limit: Int, _ epoch: Epoch, key: ([Int]) -> [Int] = { $0 },
    where counts: (_ place: Int, _ step: Int) -> Bool = { _, _ in true }
  ) -> (before: Int, length: Int)? {
    var seen = [key(start)]
    var weights = start
    while seen.count <= limit {
      weights = epoch(weights)
      let step = seen.count
      if let place = seen.indices.first(where: { seen[$0] == key(weights) && counts($0, step) }) {
        return (place, step - place)
      }
      seen.append(key(weights))
    }
    return nil
  }
}
