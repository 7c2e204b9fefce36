import ExerciseKit

/// Marks for each row, in place of sorting.
public func splitRows(order: [Int], testCount: Int) -> (train: [Int], test: [Int]) {
  var isTest = order.map { _ in false }
  for row in order.prefix(testCount) { isTest[row] = true }
  return (order.indices.filter { !isTest[$0] }, order.indices.filter { isTest[$0] })
}

/// The rows of each group, gathered once.
public func splitGroups(
  _ groups: [Int], order: [Int], testCount: Int
) -> (train: [Int], test: [Int]) {
  var members = Dictionary(grouping: groups.indices) { groups[$0] }
  var test: [Int] = []
  for row in order {
    if test.count >= testCount { break }
    test += members.removeValue(forKey: groups[row]) ?? []
  }
  return (members.values.joined().sorted(), test.sorted())
}
