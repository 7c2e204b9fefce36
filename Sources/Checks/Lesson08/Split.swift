import ExerciseKit

extension Checks08 {
  /// The rows of the two parts.
  public typealias Parts = (train: [Int], test: [Int])

  /// The two halves of exercise 8.1.
  public struct SplitAnswer: Sendable {
    let rows: @Sendable (_ order: [Int], _ testCount: Int) -> Parts
    let groups: @Sendable (_ groups: [Int], _ order: [Int], _ testCount: Int) -> Parts

    /// splitRows(order:testCount:) and splitGroups(_:order:testCount:).
    public init(
      rows: @escaping @Sendable (_ order: [Int], _ testCount: Int) -> Parts,
      groups: @escaping @Sendable (_ groups: [Int], _ order: [Int], _ testCount: Int) -> Parts
    ) {
      self.rows = rows
      self.groups = groups
    }
  }

  /// Exercise 8.1.
  public static let split = Check<SplitAnswer>(
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
      rowMistake("yours takes the first rows of the table, not of the shuffled order") {
        order, count in
        (Array(count..<order.count), Array(0..<count))
      },
      rowMistake("the test rows are in the training part too: that is leakage") { order, count in
        (order.sorted(), order[..<count].sorted())
      },
      rowMistake("the parts are exchanged: testCount is the size of the test part") {
        order, count in
        (order[..<count].sorted(), order[count...].sorted())
      },
      rowMistake("both parts are wanted in ascending order") { order, count in
        (Array(order[count...]), Array(order[..<count]))
      },
      groupMistake("a group is torn apart: when one of its rows goes to the test, all of them do") {
        groups, order, count in
        (order[count...].sorted(), order[..<count].sorted())
      },
      groupMistake("the last group comes whole, even when the test part becomes too large") {
        groups, order, count in
        parted(groups, order) { taken, size in taken + size <= count }
      },
      groupMistake("yours goes on when the test part has testCount rows: stop there") {
        groups, order, count in
        parted(groups, order) { taken, _ in taken <= count }
      },
      groupMistake("testCount counts rows, and yours counts groups") { groups, order, count in
        var chosen: [Int] = []
        for row in order where chosen.count < count && !chosen.contains(groups[row]) {
          chosen.append(groups[row])
        }
        return divided(groups, chosen)
      },
    ])

  private static func rowMistake(
    _ likely: Text, _ rows: @escaping @Sendable (_ order: [Int], _ testCount: Int) -> Parts
  ) -> Mistake<SplitAnswer> {
    Mistake(likely, SplitAnswer(rows: rows, groups: rightGroups))
  }

  private static func groupMistake(
    _ likely: Text,
    _ groups: @escaping @Sendable (_ groups: [Int], _ order: [Int], _ testCount: Int) -> Parts
  ) -> Mistake<SplitAnswer> {
    Mistake(likely, SplitAnswer(rows: rightRows, groups: groups))
  }

  @Sendable private static func singleRows(_ judge: Judge<SplitAnswer>) {
    askRows(judge, [3, 0, 4, 1, 2], 2)
    askRows(judge, [5, 2, 6, 0, 3, 1, 4], 3)
    askRows(judge, [1, 0], 0)
    askRows(judge, [2, 0, 1], 3)
    askRows(judge, (0..<20).shuffled(using: &judge.generator), 6)
  }

  @Sendable private static func wholeGroups(_ judge: Judge<SplitAnswer>) {
    askGroups(judge, [7, 7, 5, 9, 7], [2, 4, 0, 3, 1], 2)
    askGroups(judge, [1, 1, 2, 2, 3, 3, 4], [5, 0, 6, 2, 4, 3, 1], 4)
    askGroups(judge, [8, 8, 8, 8], [2, 0, 3, 1], 1)
    askGroups(judge, [3, 1, 2], [0, 1, 2], 0)
    let groups = (0..<15).map { _ in Int.random(in: 0..<5, using: &judge.generator) }
    askGroups(judge, groups, (0..<15).shuffled(using: &judge.generator), 5)
  }

  private static func askRows(_ judge: Judge<SplitAnswer>, _ order: [Int], _ count: Int) {
    judge.ask("splitRows(order: \(order), testCount: \(count))", expect: rightRows(order, count)) {
      $0.rows(order, count)
    }
  }

  private static func askGroups(
    _ judge: Judge<SplitAnswer>, _ groups: [Int], _ order: [Int], _ count: Int
  ) {
    judge.ask(
      "splitGroups(\(groups), order: \(order), testCount: \(count))",
      expect: rightGroups(groups, order, count)
    ) { $0.groups(groups, order, count) }
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
