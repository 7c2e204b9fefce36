/// A place in a picture: (0, 0) is its lower left corner, (1, 1) its upper right.
struct Position: Equatable {
  var x: Double
  var y: Double

  var isInside: Bool { (0...1).contains(x) && (0...1).contains(y) }
}

/// Cuts curves at the edges of the picture.
enum Clipping {
  /// The parts of a curve that lie within the picture; `nil` is a gap in the curve.
  static func stretches(of positions: [Position?]) -> [[Position]] {
    var stretches: [[Position]] = []
    var current: [Position] = []
    func finish() {
      if !current.isEmpty { stretches.append(current) }
      current = []
    }
    for index in positions.indices {
      guard let here = positions[index] else {
        finish()
        continue
      }
      let follows = index > 0 && positions[index - 1] != nil
      guard follows, let previous = positions[index - 1] else {
        if here.isInside { current = [here] }
        continue
      }
      guard let part = clipped(previous, here) else {
        finish()
        continue
      }
      if current.last != part.from {
        finish()
        current = [part.from]
      }
      current.append(part.to)
    }
    finish()
    return stretches
  }

  /// The part of a straight stretch within the picture (Liang and Barsky, 1984).
  static func clipped(_ from: Position, _ to: Position) -> (from: Position, to: Position)? {
    if from.isInside, to.isInside { return (from, to) }
    var (enter, leave) = (0.0, 1.0)
    let delta = (x: to.x - from.x, y: to.y - from.y)
    let edges = [
      (-delta.x, from.x), (delta.x, 1 - from.x), (-delta.y, from.y), (delta.y, 1 - from.y),
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
      Position(x: from.x + delta.x * enter, y: from.y + delta.y * enter),
      Position(x: from.x + delta.x * leave, y: from.y + delta.y * leave)
    )
  }
}
