import LessonKit

/// The graph behind a result as a picture, after `backward()`: in each node value and gradient,
/// on each edge the slope.
///
/// - Parameters:
///   - result: the number on the right.
///   - names: what the nodes are called.
func picture(
  of result: Scalar<Double>, names: [(node: Scalar<Double>, name: String)]
) -> Graph {
  let name = Dictionary(uniqueKeysWithValues: names.map { (ObjectIdentifier($0.node), $0.name) })
  func title(_ node: Scalar<Double>) -> String { name[ObjectIdentifier(node)] ?? "?" }
  let nodes = names.map { node, name in
    Graph.Node(name, "\(node.value, significant: 3), \(node.gradient, significant: 3)")
  }
  let edges = result.history().flatMap { node in
    node.parents.map { Graph.Edge(title($0.node), title(node), "\($0.slope)") }
  }
  return Graph(nodes: nodes, edges: edges)
}
