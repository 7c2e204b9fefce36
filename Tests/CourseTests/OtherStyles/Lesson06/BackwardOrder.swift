import ExerciseKit

/// Kahn's way: count the users, and list a node when the last of them is listed; then turn around.
public func topologicalOrder(endingAt result: Int, parents: [[Int]]) -> [Int] {
  var users = [Int: Int]()
  var waiting = [result]
  var reached: Set = [result]
  while let node = waiting.popLast() {
    for parent in parents[node] {
      users[parent, default: 0] += 1
      if reached.insert(parent).inserted { waiting.append(parent) }
    }
  }
  var (order, ready) = ([Int](), [result])
  while let node = ready.popLast() {
    order.insert(node, at: order.endIndex)
    for parent in parents[node] {
      users[parent]! -= 1
      if users[parent] == 0 { ready.append(parent) }
    }
  }
  return order.reversed()
}

/// A list that gets shorter from its end.
public func gradients(order: [Int], parents: [[Int]], slopes: [[Double]]) -> [Double] {
  var all = parents.map { _ in 0.0 }
  if let last = order.last { all[last] += 1 }
  var rest = order[...]
  while let node = rest.popLast() {
    for i in parents[node].indices { all[parents[node][i]] += all[node] * slopes[node][i] }
  }
  return all
}
