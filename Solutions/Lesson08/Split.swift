/// Exercise 8.1 - Split without leakage, first half.
public func splitRows(order: [Int], testCount: Int) -> (train: [Int], test: [Int]) {
  (order[testCount...].sorted(), order[..<testCount].sorted())
}

/// Exercise 8.1 - Split without leakage, second half.
///
/// A row whose group has gone to the test already brings nothing new: the set knows.
public func splitGroups(
  _ groups: [Int], order: [Int], testCount: Int
) -> (train: [Int], test: [Int]) {
  var testGroups: Set<Int> = []
  var size = 0
  for row in order where size < testCount && testGroups.insert(groups[row]).inserted {
    size += groups.count { $0 == groups[row] }
  }
  return (
    groups.indices.filter { !testGroups.contains(groups[$0]) },
    groups.indices.filter { testGroups.contains(groups[$0]) }
  )
}
