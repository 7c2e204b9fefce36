extension TerminalBrush {
  /// Layers as columns of nodes in brackets; nodes with the same sources share a bus of wires.
  func graph(_ graph: Graph) -> [String] {
    guard !graph.nodes.isEmpty else { return ["(empty)"] }
    let labels = graph.nodes.map { node in
      let label = words(node.label)
      let detail = node.detail.map { " " + words($0) } ?? ""
      let circle = label.isEmpty ? "o" : label == "..." ? "..." : "(" + label + ")"
      return (circle + detail).truncated(to: 18)
    }
    let wires = GraphWires(graph, labels: labels, width: width)
    var canvas = CharacterCanvas(width: width, height: wires.height)
    wires.draw(on: &canvas, isRich: isRich)
    for (label, box) in zip(labels, wires.boxes) {
      canvas.write(label, row: box.row, column: box.left, colour: Palette.terminal(0))
    }
    var listed: [String] = []
    for edge in wires.edges where edge.label != nil || !edge.isDrawn {
      let label = edge.label.map { "  " + words($0) } ?? ""
      listed.append(
        words(graph.nodes[edge.source].label) + " -> " + words(graph.nodes[edge.target].label)
          + label)
    }
    var lines = canvas.lines(hasColour: hasColour)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines + columns(of: listed)
  }

  /// Short lines in as many columns as fit.
  private func columns(of entries: [String]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let entries = entries.map { $0.truncated(to: width) }
    let column = (entries.map(\.displayWidth).max() ?? 1) + 3
    let perLine = max(1, min(4, (width + 3) / column))
    let rows = (entries.count + perLine - 1) / perLine
    return [""]
      + (0..<rows).map { row in
        stride(from: row, to: entries.count, by: rows).map { entries[$0].padded(to: column) }
          .joined().trimmedEnd
      }
  }
}

/// Where the nodes of a graph stand in a terminal, and the wires between them.
///
/// Wires are drawn between neighbouring layers; other edges are listed below.
struct GraphWires {
  struct Box {
    var row = 0
    var left = 0
    var right = 0
  }

  struct Edge {
    var source: Int
    var target: Int
    var label: Text?
    var isDrawn: Bool
  }

  private(set) var boxes: [Box]
  private(set) var edges: [Edge]
  let height: Int
  private var layerOf: [Int]
  private let layers: [[Int]]
  /// The column of the first bus to the right of each layer, and how many there are.
  private var buses: [(first: Int, sets: [[Int]])] = []

  init(_ graph: Graph, labels: [String], width: Int) {
    layers = graph.layers
    let tallest = layers.map(\.count).max() ?? 1
    height = 2 * tallest - 1
    boxes = Array(repeating: Box(), count: graph.nodes.count)
    layerOf = Array(repeating: 0, count: graph.nodes.count)
    for (layer, members) in layers.enumerated() {
      for node in members { layerOf[node] = layer }
    }
    let position = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.name, $0) })
    let layerOf = layerOf
    edges = graph.edges.compactMap { edge in
      guard let source = position[edge.source], let target = position[edge.target] else {
        return nil
      }
      return Edge(
        source: source, target: target, label: edge.label,
        isDrawn: layerOf[target] == layerOf[source] + 1)
    }
    let widths = layers.map { layer in layer.map { labels[$0].displayWidth }.max() ?? 0 }
    let used = widths.reduce(0, +)
    let gaps = max(1, layers.count - 1)
    var left = 0
    for (layer, members) in layers.enumerated() {
      for (index, node) in members.enumerated() {
        let row = min(height - 1, (2 * index + 1) * height / (2 * members.count))
        let start = left + (widths[layer] - labels[node].displayWidth) / 2
        boxes[node] = Box(row: row, left: start, right: start + labels[node].displayWidth - 1)
      }
      let sets = sourceSets(ofLayer: layer + 1)
      let gap = max(2 * sets.count + 4, min(12, (width - used) / gaps))
      buses.append((left + widths[layer] + max(1, (gap - 2 * sets.count) / 2), sets))
      left += widths[layer] + gap
    }
    // What would not fit is listed, not drawn.
    for index in edges.indices where boxes[edges[index].target].right >= width {
      edges[index].isDrawn = false
    }
  }

  /// The different sets of sources that the nodes of a layer have: each gets a bus.
  private func sourceSets(ofLayer layer: Int) -> [[Int]] {
    guard layer < layers.count else { return [] }
    return layers[layer].reduce(into: []) { sets, target in
      let sources = sources(of: target)
      if !sources.isEmpty, !sets.contains(sources) { sets.append(sources) }
    }
  }

  private func sources(of target: Int) -> [Int] {
    Set(edges.filter { $0.target == target && $0.isDrawn }.map(\.source)).sorted()
  }

  /// Where a wire leaves a cell.
  private struct Sides: OptionSet, Hashable {
    let rawValue: Int
    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let up = Sides(rawValue: 4)
    static let down = Sides(rawValue: 8)
  }

  /// Draws all wires; each target gets an arrow.
  func draw(on canvas: inout CharacterCanvas, isRich: Bool) {
    var wires = Array(
      repeating: Array(repeating: Sides(), count: canvas.width), count: canvas.height)
    func across(_ row: Int, _ from: Int, _ to: Int) {
      guard from < to, to < canvas.width else { return }
      for column in from...to {
        if column > from { wires[row][column].insert(.left) }
        if column < to { wires[row][column].insert(.right) }
      }
    }
    var arrows: [(row: Int, column: Int)] = []
    for (layer, bus) in buses.enumerated() where layer + 1 < layers.count {
      for (index, sources) in bus.sets.enumerated() {
        let column = bus.first + 2 * index
        let targets = layers[layer + 1].filter { self.sources(of: $0) == sources }
        let rows = (sources + targets).map { boxes[$0].row }
        guard let top = rows.min(), let bottom = rows.max(), column < canvas.width else { continue }
        for row in top...bottom {
          if row > top { wires[row][column].insert(.up) }
          if row < bottom { wires[row][column].insert(.down) }
        }
        for source in sources {
          wires[boxes[source].row][boxes[source].right + 1].insert(.left)
          across(boxes[source].row, boxes[source].right + 1, column)
        }
        for target in targets {
          across(boxes[target].row, column, boxes[target].left - 1)
          arrows.append((boxes[target].row, boxes[target].left - 1))
        }
      }
    }
    for row in wires.indices {
      for column in wires[row].indices where !wires[row][column].isEmpty {
        canvas[row, column] = .init(
          character: Self.sign(wires[row][column], isRich: isRich), colour: 245)
      }
    }
    for arrow in arrows {
      canvas[arrow.row, arrow.column] = .init(character: isRich ? "▸" : ">", colour: 245)
    }
  }

  private static func sign(_ sides: Sides, isRich: Bool) -> Character {
    let isLevel = sides.isSubset(of: [.left, .right])
    let isUpright = sides.isSubset(of: [.up, .down])
    guard isRich else { return isLevel ? "-" : isUpright ? "|" : "+" }
    if isLevel { return "─" }
    if isUpright { return "│" }
    let signs: [Sides: Character] = [
      [.left, .down]: "┐", [.left, .up]: "┘", [.right, .down]: "┌", [.right, .up]: "└",
      [.left, .right, .down]: "┬", [.left, .right, .up]: "┴", [.left, .up, .down]: "┤",
      [.right, .up, .down]: "├",
    ]
    return signs[sides] ?? "┼"
  }
}
