import ExerciseKit

/// A list that is searched from its end.
public func findCycle(
  from start: [Int], limit: Int, epoch: ([Int]) -> [Int]
) -> (before: Int, length: Int)? {
  var path = [start]
  while path.count <= limit {
    path.append(epoch(path[path.count - 1]))
    let last = path.count - 1
    for earlier in (0..<last).reversed() where path[earlier] == path[last] {
      return (before: earlier, length: last - earlier)
    }
  }
  return nil
}
