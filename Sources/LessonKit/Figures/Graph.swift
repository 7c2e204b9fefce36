/// Nodes and edges in layers from left to right: a network, a computational graph.
///
///     Graph(edges: [("x1", "h"), ("x2", "h"), ("h", "y")])
///     Graph(
///       nodes: [.init("a", "2"), .init("b", "1")],
///       edges: [.init("a", "+"), .init("b", "+", "1.5")])
///     Graph.network([2, 3, 1])
///
/// A node stands one layer to the right of the last node that leads to it, unless the layers are
/// given. Edges that lead back (a memory) are bent around.
public struct Graph: FigureElement {
  /// Alone in its panel.
  public var content: FigureContent { .alone(.graph(self)) }

  /// A node: its name, and if wanted a second line.
  public struct Node: Sendable {
    let name: String
    let label: Text
    let detail: Text?

    /// A node; the label is the name where none is given.
    public init(_ name: String, _ detail: Text? = nil, label: Text? = nil) {
      self.name = name
      self.label = label ?? Text(verbatim: name)
      self.detail = detail
    }
  }

  /// An edge from one node to another, with a label if wanted: a weight.
  public struct Edge: Sendable {
    let source: String
    let target: String
    let label: Text?

    /// An edge between two nodes by their names.
    public init(_ source: String, _ target: String, _ label: Text? = nil) {
      self.source = source
      self.target = target
      self.label = label
    }
  }

  let nodes: [Node]
  let edges: [Edge]
  /// The nodes' positions in ``nodes``, layer after layer.
  let layers: [[Int]]

  /// A graph; nodes that only edges name are added.
  ///
  /// - Parameters:
  ///   - nodes: the nodes, in the order from top to bottom.
  ///   - edges: the edges.
  ///   - layers: the names in each layer, if they are to stand otherwise than the edges say.
  public init(nodes: [Node] = [], edges: [Edge], layers: [[String]]? = nil) {
    var nodes = nodes
    var known = Set(nodes.map(\.name))
    precondition(known.count == nodes.count, "Graph: two nodes have the same name")
    let named = (layers ?? []).flatMap { $0 } + edges.flatMap { [$0.source, $0.target] }
    for name in named where known.insert(name).inserted { nodes.append(Node(name)) }
    self.nodes = nodes
    self.edges = edges
    self.layers = GraphLayers(nodes: nodes.map(\.name), edges: edges, given: layers).layers
  }

  /// A graph from pairs of names.
  public init(edges: [(String, String)]) {
    self.init(edges: edges.map { Edge($0.0, $0.1) })
  }

  /// A network in which each layer leads to all of the next: `Graph.network([2, 3, 1])`.
  ///
  /// - Parameters:
  ///   - sizes: the neurons in each layer; layers of more than 8 are shortened.
  ///   - names: the neurons' names in each layer, where they matter.
  public static func network(_ sizes: [Int], names: [[Text]] = []) -> Graph {
    var nodes: [Node] = []
    var layers: [[String]] = []
    for (index, size) in sizes.enumerated() {
      let isShort = size > 8
      let layer = (0..<(isShort ? 7 : size)).map { "\(index).\($0)" }
      for (position, name) in layer.enumerated() {
        let isGap = isShort && position == 5
        let given = index < names.count && position < names[index].count
        let last = isShort && position == 6 ? "\(size)" : ""
        let label = given ? names[index][position] : Text(verbatim: isGap ? "..." : last)
        nodes.append(Node(name, label: label))
      }
      layers.append(layer)
    }
    let edges = zip(layers, layers.dropFirst()).flatMap { left, right in
      left.flatMap { source in right.map { Edge(source, $0) } }
    }
    return Graph(nodes: nodes, edges: edges, layers: layers)
  }
}

/// Decides which layer each node stands in.
struct GraphLayers {
  private(set) var layers: [[Int]]

  init(nodes: [String], edges: [Graph.Edge], given: [[String]]?) {
    let position = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    if let given {
      layers = given.map { $0.compactMap { position[$0] } }
      let placed = Set(layers.flatMap { $0 })
      let rest = nodes.indices.filter { !placed.contains($0) }
      if !rest.isEmpty { layers.append(rest) }
      return
    }
    let pairs = edges.compactMap { edge in
      position[edge.source].flatMap { source in position[edge.target].map { (source, $0) } }
    }
    let depth = Self.depths(count: nodes.count, pairs: Self.withoutLoops(nodes.count, pairs))
    layers = (0...(depth.max() ?? 0)).map { layer in
      nodes.indices.filter { depth[$0] == layer }
    }
    layers.removeAll(where: \.isEmpty)
  }

  /// The edges without those that lead back, found by walking the graph depth first.
  private static func withoutLoops(_ count: Int, _ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var outgoing = Array(repeating: [Int](), count: count)
    for (source, target) in pairs { outgoing[source].append(target) }
    enum Mark { case new, open, done }
    var marks = Array(repeating: Mark.new, count: count)
    var back: Set<[Int]> = []
    for start in 0..<count where marks[start] == .new {
      var stack = [(node: start, next: 0)]
      marks[start] = .open
      while let (node, next) = stack.last {
        guard next < outgoing[node].count else {
          marks[node] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = outgoing[node][next]
        switch marks[target] {
        case .new:
          marks[target] = .open
          stack.append((target, 0))
        case .open: back.insert([node, target])
        case .done: break
        }
      }
    }
    return pairs.filter { !back.contains([$0.0, $0.1]) }
  }

  /// The length of the longest way to each node.
  private static func depths(count: Int, pairs: [(Int, Int)]) -> [Int] {
    var depth = Array(repeating: 0, count: count)
    var changed = true
    while changed {
      changed = false
      for (source, target) in pairs where depth[target] < depth[source] + 1 {
        depth[target] = depth[source] + 1
        changed = true
      }
    }
    return depth
  }
}
