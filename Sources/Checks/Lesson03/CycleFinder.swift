import ExerciseKit

extension Checks03 {
  /// The form of findCycle(from:limit:epoch:).
  public typealias CycleFinder =
    @Sendable (_ start: [Int], _ limit: Int, _ epoch: ([Int]) -> [Int])
    -> (before: Int, length: Int)?

  /// Exercise 3.4.
  public static let cycleFinder = Check<CycleFinder>(
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
      Mistake("yours compares with the start only: a cycle may begin later") {
        start, limit, epoch in
        find(start, limit, epoch, where: { place, _ in place == 0 })
      },
      Mistake("yours compares with the last weights only: a cycle may be longer than one epoch") {
        start, limit, epoch in
        find(start, limit, epoch, where: { place, step in place == step - 1 })
      },
      Mistake("the length is the distance to the equal weights, not the number of steps so far") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before, $0.before + $0.length) }
      },
      Mistake("before is the place of the earlier weights, not of their return") {
        start, limit, epoch in
        find(start, limit, epoch).map { ($0.before + $0.length, $0.length) }
      },
      Mistake("weights are equal when all their numbers are equal, not when their sums are") {
        start, limit, epoch in
        find(start, limit, epoch, key: { [$0.reduce(0, +)] })
      },
      Mistake("the limit is ignored: after so many epochs the answer is nil") { start, _, epoch in
        find(start, 10_000, epoch)
      },
      Mistake("one epoch too few: the weights after the last allowed epoch count too") {
        start, limit, epoch in
        find(start, limit - 1, epoch)
      },
    ])

  @Sendable private static func fromTheStart(_ judge: Judge<CycleFinder>) {
    ask(judge, successors: [1, 2, 3, 0], from: 0, limit: 20, (0, 4))
    ask(judge, successors: [0], from: 0, limit: 5, (0, 1))
  }

  @Sendable private static func afterSomeSteps(_ judge: Judge<CycleFinder>) {
    ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: 20, (2, 3))
    ask(judge, successors: [3, 0, 4, 3, 1], from: 2, limit: 20, (4, 1))
    // Four numbers with the sums 3, 3, 3, 4 and then the second ones again.
    let path = [[3, 0, 0], [0, 3, 0], [1, 1, 1], [2, 1, 1]]
    judge.ask(
      """
      let path = \(path)
      findCycle(from: path[0], limit: 20) { w in path[(path.firstIndex(of: w)! + 1) % 4] }
      """, expect: (before: 0, length: 4) as (before: Int, length: Int)?
    ) { find in find(path[0], 20) { w in path[(path.firstIndex(of: w)! + 1) % 4] } }
    let before = Int.random(in: 3...30, using: &judge.generator)
    let length = Int.random(in: 2...30, using: &judge.generator)
    judge.ask(
      """
      findCycle(from: [0], limit: 100) { w in
        w[0] == \(before + length - 1) ? [\(before)] : [w[0] + 1]
      }
      """,
      expect: (before: before, length: length) as (before: Int, length: Int)?
    ) { find in find([0], 100) { $0[0] == before + length - 1 ? [before] : [$0[0] + 1] } }
  }

  @Sendable private static func limits(_ judge: Judge<CycleFinder>) {
    ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: 4, nil)
    ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: 5, (2, 3))
    ask(judge, successors: [1, 2, 3, 4, 2], from: 0, limit: 6, (2, 3))
    ask(judge, successors: [0], from: 0, limit: 0, nil)
  }

  /// The weights are one number, and a list says which comes after which.
  private static func ask(
    _ judge: Judge<CycleFinder>, successors: [Int], from start: Int, limit: Int,
    _ expected: (before: Int, length: Int)?
  ) {
    judge.ask(
      "findCycle(from: [\(start)], limit: \(limit)) { [\(successors)[$0[0]]] }", expect: expected
    ) { find in find([start], limit) { [successors[$0[0]]] } }
  }

  /// The search, with the places at which equal weights count.
  private static func find(
    _ start: [Int], _ limit: Int, _ epoch: ([Int]) -> [Int], key: ([Int]) -> [Int] = { $0 },
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
