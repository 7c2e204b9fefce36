import ExerciseKit

extension Checks08 {
  /// The rows of the two parts.
  private typealias Parts = (train: [Int], test: [Int])

  /// Exercise 8.1.
  static let split = Check(
    "8.1", "Split without leakage", difficulty: 2, minutes: 25,
    file: "Split.swift", chapter: "08-generalization.md", section: "Split first",
    hints: [
      "For the rows: the first testCount numbers of order, and the numbers after them, each sorted.",
      """
      For the groups: keep a set of the groups that go to the test, and count the rows they bring. \
      When do you stop adding?
      """,
      """
      A row whose group is in the set already adds nothing. At the end each row asks the set where \
      its group went; going through the rows from 0 gives the ascending order for free.
      """,
    ],
    parts: [
      Part("single rows", points: 2, singleRows),
      Part("whole groups", points: 3, wholeGroups),
    ],
    mistakes: [
      splitRows.mistake("yours takes the first rows of the table, not of the shuffled order") {
        order, count in
        (Array(count..<order.count), Array(0..<count))
      },
      splitRows.mistake("the test rows are in the training part too: that is leakage") {
        order, count in
        (order.sorted(), order[..<count].sorted())
      },
      splitRows.mistake("the parts are exchanged: testCount is the size of the test part") {
        order, count in
        (order[..<count].sorted(), order[count...].sorted())
      },
      splitRows.mistake("yours takes the last numbers of order: the first testCount are the test") {
        order, count in
        let last = order.count - count
        return (order[..<last].sorted(), order[last...].sorted())
      },
      splitRows.mistake("a row is missing: each row is in one of the parts") { order, count in
        (order.dropFirst(count + 1).sorted(), order[..<count].sorted())
      },
      splitRows.mistake("both parts are wanted in ascending order") { order, count in
        (Array(order[count...]), Array(order[..<count]))
      },
      splitGroups.mistake(
        "a group is torn apart: when one of its rows goes to the test, all of them do"
      ) {
        groups, order, count in
        (order[count...].sorted(), order[..<count].sorted())
      },
      splitGroups.mistake("the last group comes whole, even when the test part becomes too large") {
        groups, order, count in
        parted(groups, order) { taken, size in taken + size <= count }
      },
      splitGroups.mistake("yours goes on when the test part has testCount rows: stop there") {
        groups, order, count in
        parted(groups, order) { taken, _ in taken <= count }
      },
      splitGroups.mistake("the parts are exchanged: the groups that were chosen are the test part")
      {
        groups, order, count in
        let (train, test) = rightGroups(groups, order, count)
        return (test, train)
      },
      splitGroups.mistake("walk along order: yours walks along the table") { groups, _, count in
        rightGroups(groups, Array(groups.indices), count)
      },
      splitGroups.mistake("the rows of a group are counted once, by the first of them, not by each")
      {
        groups, order, count in
        var (chosen, size): ([Int], Int) = ([], 0)
        for row in order where size < count {
          if !chosen.contains(groups[row]) { chosen.append(groups[row]) }
          size += groups.count { $0 == groups[row] }
        }
        return divided(groups, chosen)
      },
      splitGroups.mistake("a whole group brings all its rows: yours counts one for each group") {
        groups, order, count in
        var (chosen, size): ([Int], Int) = ([], 0)
        for row in order where size < count {
          if !chosen.contains(groups[row]) { chosen.append(groups[row]) }
          size += 1
        }
        return divided(groups, chosen)
      },
      splitGroups.mistake("testCount counts rows, and yours counts groups") {
        groups, order, count in
        var chosen: [Int] = []
        for row in order where chosen.count < count && !chosen.contains(groups[row]) {
          chosen.append(groups[row])
        }
        return divided(groups, chosen)
      },
    ])

  private static let splitRows = Function("splitRows(order:testCount:)", rightRows)
  private static let splitGroups = Function("splitGroups(_:order:testCount:)", rightGroups)

  @Sendable private static func singleRows(_ judge: Judge) {
    judge.ask(splitRows, [3, 0, 4, 1, 2], 2)
    judge.ask(splitRows, [5, 2, 6, 0, 3, 1, 4], 3)
    judge.ask(splitRows, [1, 0], 0)
    judge.ask(splitRows, [2, 0, 1], 3)
    let order = (0..<judge.generator.count(8...20)).shuffled(using: &judge.generator)
    judge.ask(splitRows, order, judge.generator.count(2...6))
  }

  @Sendable private static func wholeGroups(_ judge: Judge) {
    judge.ask(splitGroups, [7, 7, 5, 9, 7], [2, 4, 0, 3, 1], 2)
    judge.ask(splitGroups, [1, 1, 2, 2, 3, 3, 4], [5, 0, 6, 2, 4, 3, 1], 4)
    judge.ask(splitGroups, [8, 8, 8, 8], [2, 0, 3, 1], 1)
    judge.ask(splitGroups, [3, 1, 2], [0, 1, 2], 0)
    judge.ask(splitGroups, [7, 7, 5, 9], [0, 1, 2, 3], 3)
    judge.ask(splitGroups, [4, -2, 4, 900], [1, 2, 0, 3], 4)
    for _ in 0..<4 {
      let groups = (0..<judge.generator.count(8...15)).map { _ in judge.generator.count(0...4) }
      let order = groups.indices.shuffled(using: &judge.generator)
      judge.ask(splitGroups, groups, order, judge.generator.count(2...7))
    }
  }

  @Sendable private static func rightRows(_ order: [Int], _ count: Int) -> Parts {
    (order[count...].sorted(), order[..<count].sorted())
  }

  @Sendable private static func rightGroups(
    _ groups: [Int], _ order: [Int], _ count: Int
  ) -> Parts {
    parted(groups, order) { taken, _ in taken < count }
  }

  /// Takes groups along the order while `takes` agrees, from the rows taken and those to come.
  private static func parted(
    _ groups: [Int], _ order: [Int], _ takes: (_ taken: Int, _ size: Int) -> Bool
  ) -> Parts {
    var chosen: [Int] = []
    var taken = 0
    for row in order where !chosen.contains(groups[row]) {
      let size = groups.count { $0 == groups[row] }
      guard takes(taken, size) else { break }
      chosen.append(groups[row])
      taken += size
    }
    return divided(groups, chosen)
  }

  private static func divided(_ groups: [Int], _ chosen: [Int]) -> Parts {
    (
      groups.indices.filter { !chosen.contains(groups[$0]) },
      groups.indices.filter { chosen.contains(groups[$0]) }
    )
  }
}
