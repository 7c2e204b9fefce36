import Foundation

extension SVGBrush {
  /// Nodes in layers from left to right, with arrows between them.
  func graph(_ graph: Graph) -> SVGFigure.Picture {
    guard !graph.nodes.isEmpty else { return empty() }
    let boxes = GraphPlaces(graph, width: width, words: words)
    var drawing = SVGDrawing()
    let position = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.name, $0) })
    let isDense = graph.edges.count > 40
    var lines = ""
    var heads = ""
    var labels: [(words: String, x: Double, y: Double)] = []
    for edge in graph.edges {
      guard let source = position[edge.source], let target = position[edge.target] else { continue }
      let arrow = boxes.arrow(from: source, to: target)
      lines += arrow.line
      if !isDense { heads += arrow.head }
      if let label = edge.label { labels.append((words(label), arrow.labelX, arrow.labelY)) }
    }
    drawing.path(lines, style: "thin s6", opacity: isDense ? 0.5 : nil)
    drawing.path(heads, style: "f6")
    let n = SVGDrawing.number
    for (index, node) in graph.nodes.enumerated() {
      let box = boxes.places[index]
      let label = words(node.label)
      if label != "..." {
        drawing.add(
          "<rect class=\"node s0\" x=\"\(n(box.x - box.width / 2))\" y=\"\(n(box.y - box.height / 2))\" "
            + "width=\"\(n(box.width))\" height=\"\(n(box.height))\" rx=\"\(n(box.height / 2))\"/>")
      }
      drawing.text(label, x: box.x, y: box.y + 4.5, anchor: .middle)
      if let detail = node.detail {
        drawing.text(
          words(detail), x: box.x, y: box.y + box.height / 2 + 13, anchor: .middle,
          style: "small muted")
      }
    }
    for label in labels {
      let size = SVGDrawing.width(of: label.words, size: 11) + 4
      drawing.rectangle(
        x: label.x - size / 2, y: label.y - 7, width: size, height: 14, style: "paper")
      drawing.text(label.words, x: label.x, y: label.y + 4, anchor: .middle, style: "small")
    }
    return .init(drawing: drawing, width: boxes.width, height: boxes.height)
  }
}

/// Where the nodes of a graph stand, and how its edges run.
struct GraphPlaces {
  struct Place {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  struct Arrow {
    var line: String
    var head: String
    var labelX: Double
    var labelY: Double
  }

  private(set) var places: [Place]
  let width: Double
  let height: Double

  init(_ graph: Graph, width room: Double, words: (Text) -> String) {
    let sizes = graph.nodes.map { node in
      max(28, SVGDrawing.width(of: words(node.label)) + 16)
    }
    let tallest = graph.layers.map(\.count).max() ?? 1
    let hasDetails = graph.nodes.contains { $0.detail != nil }
    let rowHeight = hasDetails ? 62.0 : tallest > 6 ? 38 : 54
    let layerWidths = graph.layers.map { layer in layer.map { sizes[$0] }.max() ?? 28 }
    let gaps = Double(max(1, graph.layers.count - 1))
    let gap = max(36, min(110, (room - layerWidths.reduce(0, +)) / gaps))
    let margin = 34.0
    height = Double(tallest) * rowHeight + margin
    width = layerWidths.reduce(0, +) + gap * (gaps - (graph.layers.count == 1 ? 1 : 0)) + 8
    places = Array(
      repeating: Place(x: 0, y: 0, width: 28, height: 28), count: graph.nodes.count)
    var left = 4.0
    for (layer, members) in graph.layers.enumerated() {
      for (index, node) in members.enumerated() {
        let y =
          margin / 2 + (Double(index) + 0.5) * Double(tallest) * rowHeight / Double(members.count)
        places[node] = Place(x: left + layerWidths[layer] / 2, y: y, width: sizes[node], height: 28)
      }
      left += layerWidths[layer] + gap
    }
  }

  /// A straight arrow to the right; a bent one back or to itself; one that passes over a layer is
  /// bent a little, so that it does not run through the nodes between.
  func arrow(from source: Int, to target: Int) -> Arrow {
    let (a, b) = (places[source], places[target])
    let n = SVGDrawing.coordinate
    if source == target {
      let (x, y) = (a.x, a.y - a.height / 2)
      let line =
        "M\(n(x - 8)) \(n(y))C\(n(x - 26)) \(n(y - 30)) \(n(x + 26)) \(n(y - 30)) \(n(x + 8)) \(n(y - 1))"
      return Arrow(
        line: line, head: head(x: x + 8, y: y, fromX: x + 16, fromY: y - 12), labelX: x,
        labelY: y - 26)
    }
    if b.x <= a.x {
      let depth = max(a.y, b.y) + 44
      let (startY, endY) = (a.y + a.height / 2, b.y + b.height / 2)
      let line =
        "M\(n(a.x)) \(n(startY))C\(n(a.x)) \(n(depth)) \(n(b.x)) \(n(depth)) \(n(b.x)) \(n(endY))"
      return Arrow(
        line: line, head: head(x: b.x, y: endY, fromX: b.x, fromY: endY + 10),
        labelX: (a.x + b.x) / 2, labelY: depth - 12)
    }
    let (startX, endX) = (a.x + a.width / 2, b.x - b.width / 2)
    let isBlocked = places.contains { place in
      guard place.x > a.x + 1, place.x < b.x - 1 else { return false }
      let share = (place.x - startX) / (endX - startX)
      return abs(a.y + (b.y - a.y) * share - place.y) < place.height * 0.8
    }
    guard isBlocked else {
      return Arrow(
        line: "M\(n(startX)) \(n(a.y))L\(n(endX)) \(n(b.y))",
        head: head(x: endX, y: b.y, fromX: startX, fromY: a.y),
        labelX: startX + (endX - startX) * 0.32, labelY: a.y + (b.y - a.y) * 0.32)
    }
    let lift = min(a.y, b.y) - 40
    let quarter = (endX - startX) / 4
    return Arrow(
      line:
        "M\(n(startX)) \(n(a.y))C\(n(startX + quarter)) \(n(lift)) \(n(endX - quarter)) \(n(lift)) \(n(endX)) \(n(b.y))",
      head: head(x: endX, y: b.y, fromX: endX - quarter, fromY: lift),
      labelX: (startX + endX) / 2, labelY: lift + 14)
  }

  /// A triangle that points at (x, y), away from where the edge comes from.
  private func head(x: Double, y: Double, fromX: Double, fromY: Double) -> String {
    let length = max(1e-9, ((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY)).squareRoot())
    let (dx, dy) = ((x - fromX) / length, (y - fromY) / length)
    let n = SVGDrawing.coordinate
    return "M\(n(x)) \(n(y))L\(n(x - 8 * dx + 3.4 * dy)) \(n(y - 8 * dy - 3.4 * dx))"
      + "L\(n(x - 8 * dx - 3.4 * dy)) \(n(y - 8 * dy + 3.4 * dx))z"
  }
}
