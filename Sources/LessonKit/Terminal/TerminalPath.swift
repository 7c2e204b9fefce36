/// A curve in characters or in dots.
struct TerminalPath {
  let positions: [Position?]
  let style: Lines.Style

  /// A place on the curve, with the direction in which it goes.
  private struct Step {
    var x: Double
    var y: Double
    var deltaX: Double
    var deltaY: Double
  }

  /// Draws with the dots of Braille characters.
  func draw(dotsOn canvas: inout CharacterCanvas, colour: Int) {
    let (width, height) = (canvas.width * 2, canvas.height * 4)
    var dots = DotCanvas(columns: canvas.width, rows: canvas.height)
    var travelled = 0.0
    walk(width: width, height: height) { step in
      travelled += max(abs(step.deltaX) * Double(width), abs(step.deltaY) * Double(height))
      guard isInked(travelled) else { return }
      dots.set(x: step.x, y: step.y, colour: colour)
    }
    dots.draw(on: &canvas, row: 0, column: 0)
  }

  /// Draws with characters: a mark, or signs that show the slope.
  func draw(charactersOn canvas: inout CharacterCanvas, mark: Character?) {
    var travelled = 0.0
    walk(width: canvas.width, height: canvas.height) { step in
      let right = step.deltaX * Double(canvas.width)
      let up = step.deltaY * Double(canvas.height)
      travelled += max(abs(right), abs(up)) * 2
      guard isInked(travelled) else { return }
      let column = min(canvas.width - 1, Int(step.x * Double(canvas.width)))
      let depth = (1 - step.y) * Double(canvas.height)
      let row = min(canvas.height - 1, Int(depth))
      canvas[row, column] = .init(
        character: mark ?? Self.sign(right: right, up: up, depth: depth - Double(row)))
    }
  }

  private static func sign(right: Double, up: Double, depth: Double) -> Character {
    if right == 0, up == 0 { return "*" }
    if abs(up) > 1.8 * abs(right) { return "|" }
    if abs(up) > 0.6 * abs(right) { return (up > 0) == (right > 0) ? "/" : "\\" }
    return depth < 0.34 ? "'" : depth < 0.67 ? "-" : "."
  }

  private func isInked(_ travelled: Double) -> Bool {
    switch style {
    case .solid, .faint: true
    case .dashed: travelled.truncatingRemainder(dividingBy: 8) < 4
    case .dotted: travelled.truncatingRemainder(dividingBy: 4) < 1
    }
  }

  /// Visits the curve within the picture in steps of at most half a cell.
  private func walk(width: Int, height: Int, _ visit: (Step) -> Void) {
    for stretch in Clipping.stretches(of: positions) {
      if stretch.count == 1 {
        visit(Step(x: stretch[0].x, y: stretch[0].y, deltaX: 0, deltaY: 0))
      }
      for (from, to) in zip(stretch, stretch.dropFirst()) {
        let cells = max(abs(to.x - from.x) * Double(width), abs(to.y - from.y) * Double(height))
        let count = max(1, Int((cells * 2).rounded(.up)))
        let (deltaX, deltaY) = ((to.x - from.x) / Double(count), (to.y - from.y) / Double(count))
        for step in 0...count {
          visit(
            Step(
              x: from.x + deltaX * Double(step), y: from.y + deltaY * Double(step),
              deltaX: deltaX, deltaY: deltaY))
        }
      }
    }
  }
}
