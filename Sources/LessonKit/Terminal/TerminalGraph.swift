extension TerminalBrush {
  /// Layers as columns of nodes in brackets, edges as strokes between them.
  func graph(_ graph: Graph) -> [String] {
    guard !graph.nodes.isEmpty else { return ["(empty)"] }
    let labels = graph.nodes.map { node in
      let label = words(node.label)
      let detail = node.detail.map { " " + words($0) } ?? ""
      return ("(" + label + ")" + detail).truncated(to: 18)
    }
    let tallest = graph.layers.map(\.count).max() ?? 1
    let height = max(1, 2 * tallest - 1) + (tallest == 1 ? 2 : 0)
    let widths = graph.layers.map { layer in layer.map { labels[$0].displayWidth }.max() ?? 0 }
    let used = widths.reduce(0, +)
    let gaps = max(1, graph.layers.count - 1)
    let gap = max(3, min(16, (width - used) / gaps))
    var canvas = CharacterCanvas(width: width, height: height)
    var boxes = Array(repeating: (row: 0, left: 0, right: 0), count: graph.nodes.count)
    var left = 0
    for (layer, members) in graph.layers.enumerated() {
      for (position, node) in members.enumerated() {
        let row = (2 * position + 1) * height / (2 * members.count)
        let start = left + (widths[layer] - labels[node].displayWidth) / 2
        boxes[node] = (row, start, start + labels[node].displayWidth - 1)
      }
      left += widths[layer] + gap
    }
    let position = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.name, $0) })
    var listed: [String] = []
    let ends = graph.edges.compactMap { edge in
      position[edge.source].flatMap { source in position[edge.target].map { (source, $0, edge) } }
    }
    for (source, target, _) in ends where boxes[source].right < boxes[target].left {
      stroke(from: boxes[source], to: boxes[target], on: &canvas)
    }
    for (node, box) in boxes.enumerated() {
      canvas.write(labels[node], row: box.row, column: box.left, colour: Palette.terminal(0))
    }
    for (source, target, edge) in ends {
      let leadsBack = boxes[source].right >= boxes[target].left
      guard edge.label != nil || leadsBack else { continue }
      let label = edge.label.map { "  " + words($0) } ?? ""
      let names = words(graph.nodes[source].label) + " -> " + words(graph.nodes[target].label)
      if !leadsBack, place(label, from: boxes[source], to: boxes[target], on: &canvas) { continue }
      listed.append(names + label)
    }
    var lines = canvas.lines(isRich: isRich)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines + columns(of: listed)
  }

  private typealias Box = (row: Int, left: Int, right: Int)

  /// A stroke from the right side of one node to the left side of another.
  private func stroke(from source: Box, to target: Box, on canvas: inout CharacterCanvas) {
    let (start, end) = (source.right + 1, target.left - 1)
    guard start <= end else { return }
    let fall = Double(target.row - source.row)
    for column in start...end {
      let share = start == end ? 0.5 : Double(column - start) / Double(end - start)
      let row = Int((Double(source.row) + fall * share).rounded())
      let sign: Character =
        if isRich {
          fall == 0 ? "─" : fall > 0 ? "╲" : "╱"
        } else {
          fall == 0 ? "-" : fall > 0 ? "\\" : "/"
        }
      let isAlone = canvas[row, column].character == " " || canvas[row, column].character == sign
      canvas[row, column] = .init(
        character: isAlone ? sign : (isRich ? "╳" : "x"), colour: 245)
    }
    if fall == 0 { canvas[target.row, end] = .init(character: ">", colour: 245) }
  }

  /// Writes a label on a level edge, if there is room.
  private func place(
    _ label: String, from source: Box, to target: Box, on canvas: inout CharacterCanvas
  ) -> Bool {
    let text = " " + label.trimmingPrefix { $0 == " " } + " "
    let room = target.left - source.right - 1
    guard source.row == target.row, text.displayWidth + 3 <= room else { return false }
    canvas.write(
      text, row: source.row, column: source.right + 1 + (room - text.displayWidth) / 2)
    return true
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
