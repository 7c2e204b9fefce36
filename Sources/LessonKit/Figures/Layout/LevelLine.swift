/// Finds where a field has a given height: marching squares over the middles of its cells.
enum LevelLine {
  /// A corner of the line: the side between two neighbouring cells that it crosses.
  private struct Side: Hashable {
    var row: Int
    var column: Int
    var isUpright: Bool
  }

  /// The lines at `level`, as positions from 0 to 1.
  static func lines(of field: Field, at level: Double) -> [[Position]] {
    var neighbours: [Side: [Side]] = [:]
    var order: [Side] = []
    func join(_ a: Side, _ b: Side) {
      for side in [a, b] where neighbours[side] == nil { order.append(side) }
      neighbours[a, default: []].append(b)
      neighbours[b, default: []].append(a)
    }
    for row in 0..<max(0, field.rows - 1) {
      for column in 0..<max(0, field.columns - 1) {
        for (a, b) in crossings(field, row, column, level) { join(a, b) }
      }
    }
    var visited: Set<Side> = []
    var lines: [[Position]] = []
    let openEnds = order.filter { neighbours[$0]?.count == 1 }
    for start in openEnds + order where !visited.contains(start) {
      var line = [start]
      visited.insert(start)
      while let last = line.last,
        let next = neighbours[last]?.first(where: { !visited.contains($0) })
      {
        visited.insert(next)
        line.append(next)
      }
      if line.count > 2, let last = line.last, neighbours[last]?.contains(start) == true {
        line.append(start)
      }
      lines.append(line.map { position(of: $0, field, level) })
    }
    return lines
  }

  /// The pieces of line within the square whose upper left corner is this cell.
  private static func crossings(_ field: Field, _ row: Int, _ column: Int, _ level: Double)
    -> [(Side, Side)]
  {
    let (a, b) = (field[row, column], field[row, column + 1])
    let (c, d) = (field[row + 1, column + 1], field[row + 1, column])
    let above = (a >= level, b >= level, c >= level, d >= level)
    // Through most squares no line goes.
    if above.0 == above.1 && above.1 == above.2 && above.2 == above.3 { return [] }
    let sum = a + b + c + d
    guard sum.isFinite else { return [] }
    let top = Side(row: row, column: column, isUpright: false)
    let bottom = Side(row: row + 1, column: column, isUpright: false)
    let left = Side(row: row, column: column, isUpright: true)
    let right = Side(row: row, column: column + 1, isUpright: true)
    var crossed: [Side] = []
    if above.0 != above.1 { crossed.append(top) }
    if above.1 != above.2 { crossed.append(right) }
    if above.2 != above.3 { crossed.append(bottom) }
    if above.3 != above.0 { crossed.append(left) }
    if crossed.count == 2 { return [(crossed[0], crossed[1])] }
    guard crossed.count == 4 else { return [] }
    // A saddle: the middle decides which corners belong together.
    let isMiddleAbove = sum / 4 >= level
    return isMiddleAbove == above.0
      ? [(top, right), (bottom, left)] : [(top, left), (bottom, right)]
  }

  private static func position(of side: Side, _ field: Field, _ level: Double) -> Position {
    let start = field[side.row, side.column]
    let end = side.isUpright ? field[side.row + 1, side.column] : field[side.row, side.column + 1]
    let share = end == start ? 0.5 : (level - start) / (end - start)
    let row = Double(side.row) + 0.5 + (side.isUpright ? share : 0)
    let column = Double(side.column) + 0.5 + (side.isUpright ? 0 : share)
    return Position(x: column / Double(field.columns), y: 1 - row / Double(field.rows))
  }
}
