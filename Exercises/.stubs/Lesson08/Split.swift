import ExerciseKit

/// Exercise 8.1 - Split without leakage, first half.                   ** 25 minutes
///
/// Put the rows of a table into two parts: the first `testCount` numbers of a shuffled `order` are
/// the test part, all others the training part. No row is in both, and each is in one. Give both
/// parts in ascending order.
///
///     splitRows(order: [3, 0, 4, 1, 2], testCount: 2)    // train [1, 2, 4], test [0, 3]
///
/// - Parameters:
///   - order: the numbers 0 to n - 1, shuffled.
///   - testCount: how many rows the test part has, from 0 to n.
/// - Returns: the row numbers of the two parts.
public func splitRows(order: [Int], testCount: Int) -> (train: [Int], test: [Int]) {
  todo()
}

/// Exercise 8.1 - Split without leakage, second half.
///
/// Some rows belong together: two visits of one patient, ten digits of one writer. Torn apart, the
/// test would ask about people that the model knows already. So whole groups move.
///
/// Walk along `order`. While the test part has fewer than `testCount` rows, the whole group of the
/// row at hand goes to the test part, even when that makes it larger than `testCount`. All others
/// are the training part. Give both parts in ascending order.
///
///     // rows 0, 1 and 4 are patient 7; row 2 is patient 5; row 3 is patient 9
///     splitGroups([7, 7, 5, 9, 7], order: [2, 4, 0, 3, 1], testCount: 2)
///     // row 2 brings patient 5 (1 row, too few yet), row 4 brings patient 7:
///     // train [3], test [0, 1, 2, 4]
///
/// - Parameters:
///   - groups: for each row the number of its group.
///   - order: the row numbers 0 to n - 1, shuffled.
///   - testCount: the rows that the test part should have at least; 0 leaves it empty.
/// - Returns: the row numbers of the two parts.
public func splitGroups(
  _ groups: [Int], order: [Int], testCount: Int
) -> (train: [Int], test: [Int]) {
  todo()
}
