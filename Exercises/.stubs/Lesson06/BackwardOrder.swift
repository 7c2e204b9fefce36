import ExerciseKit

// Exercise 6.2 - Backward in topological order.                             *** 40 minutes
//
// The `receive` of exercise 6.1 walks every way back to the leaves, one by one. After sixty
// doublings, y = x + x, z = y + y, ..., there are 2^60 ways. With the right order every edge is
// crossed once. Here a graph is given by numbers: `parents[7]` are the nodes that node 7 was
// computed from, and `slopes[7]` the slopes along those edges. A leaf has no parents.
//
//     f = (a + b) * b        nodes: 0 is f, 1 is a, 2 is b, 3 is a + b
//     parents = [[3, 2], [], [], [1, 2]]
//     slopes  = [[3, 8], [], [], [1, 1]]         at a = 5, b = 3
//
//     topologicalOrder(endingAt: 0, parents: parents)           [1, 2, 3, 0] or [2, 1, 3, 0]
//     gradients(order: [1, 2, 3, 0], parents: parents, slopes: slopes)      [1, 3, 11, 3]

/// Lists a result and everything it was computed from, each node after all of its parents.
///
/// Each node stands in the list once. Nodes that the result does not depend on are left out. The
/// numbers of the nodes say nothing about the order. The graph may be a hundred thousand nodes
/// deep, so use a loop and a list of your own: a function that calls itself overflows the stack.
/// - Parameters:
///   - result: the node to begin at; it comes last in the list.
///   - parents: for each node the nodes it was computed from. The same one may be named twice.
/// - Returns: numbers of nodes; any order is right that puts parents first.
public func topologicalOrder(endingAt result: Int, parents: [[Int]]) -> [Int] {
  todo()
}

/// The derivative of the result by every node.
///
/// The result's own is 1. Walk the order from its end: when a node's turn comes, its gradient is
/// complete, and each parent gets the slope times that gradient added to its own.
/// - Parameters:
///   - order: a right topological order; the result is its last node.
///   - parents: for each node the nodes it was computed from. The same one may be named twice.
///   - slopes: the slopes, in the same places.
/// - Returns: for each node its gradient; 0 for nodes that the result does not depend on.
public func gradients(order: [Int], parents: [[Int]], slopes: [[Double]]) -> [Double] {
  todo()
}
