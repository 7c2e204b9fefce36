/// A curve in characters or in dots.
struct TerminalPath {
  /// From 0 to 1 in both directions; `nil` is a gap.
  let positions: [(x: Double, y: Double)?]
  let style: Lines.Style

  /// A step along the curve, with the direction in which it goes.
  private struct Step {
    var x: Double
    var y: Double
    var deltaX: Double
    var deltaY: Double
  }

  /// Draws with the dots of Braille characters.
  func draw(dotsOn canvas: inout CharacterCanvas, colour: Int) {
    var dots = DotCanvas(columns: canvas.width, rows: canvas.height)
    var travelled = 0.0
    walk(width: canvas.width * 2, height: canvas.height * 4) { step in
      travelled += max(
        abs(step.deltaX) * Double(canvas.width * 2), abs(step.deltaY) * Double(canvas.height * 4))
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
    for index in positions.indices {
      guard let here = positions[index] else { continue }
      let next = index + 1 < positions.count ? positions[index + 1] : nil
      let previous = index > 0 ? positions[index - 1] : nil
      guard let next else {
        if previous == nil, Self.isInside(here) {
          visit(Step(x: here.x, y: here.y, deltaX: 0, deltaY: 0))
        }
        continue
      }
      guard let (from, to) = Self.clipped(here, next) else { continue }
      let cells = max(abs(to.x - from.x) * Double(width), abs(to.y - from.y) * Double(height))
      let count = max(1, Int((cells * 2).rounded(.up)))
      let delta = ((to.x - from.x) / Double(count), (to.y - from.y) / Double(count))
      for step in 0...count {
        visit(
          Step(
            x: from.x + delta.0 * Double(step), y: from.y + delta.1 * Double(step),
            deltaX: delta.0, deltaY: delta.1))
      }
    }
  }

  private static func isInside(_ point: (x: Double, y: Double)) -> Bool {
    (0...1).contains(point.x) && (0...1).contains(point.y)
  }

  /// The part of a stretch within the picture (Liang and Barsky, 1984).
  static func clipped(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double))
    -> (from: (x: Double, y: Double), to: (x: Double, y: Double))?
  {
    var (enter, leave) = (0.0, 1.0)
    let delta = (to.x - from.x, to.y - from.y)
    let edges = [
      (-delta.0, from.x), (delta.0, 1 - from.x), (-delta.1, from.y), (delta.1, 1 - from.y),
    ]
    for (speed, room) in edges {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        enter = max(enter, room / speed)
      } else {
        leave = min(leave, room / speed)
      }
    }
    guard enter <= leave else { return nil }
    return (
      (from.x + delta.0 * enter, from.y + delta.1 * enter),
      (from.x + delta.0 * leave, from.y + delta.1 * leave)
    )
  }
}
