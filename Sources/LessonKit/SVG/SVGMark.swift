/// The mark of a point: each group has a form of its own beside its colour.
struct SVGMark {
  let group: Int
  let radius: Double

  /// Forms that are strokes have no area.
  private var isStroke: Bool { [1, 5].contains(group % 6) }

  var style: String {
    let hue = Palette.index(group)
    return isStroke ? "mark s\(hue)" : "f\(hue)"
  }

  /// The path of a mark at a point.
  func path(x: Double, y: Double) -> String {
    let r = radius
    let c = SVGDrawing.coordinate
    switch group % 6 {
    case 0:
      return "M\(c(x - r)) \(c(y))a\(c(r)) \(c(r)) 0 1 0 \(c(2 * r)) 0"
        + "a\(c(r)) \(c(r)) 0 1 0 \(c(-2 * r)) 0z"
    case 1:
      return
        "M\(c(x - r)) \(c(y - r))l\(c(2 * r)) \(c(2 * r))m0 \(c(-2 * r))l\(c(-2 * r)) \(c(2 * r))"
    case 2: return "M\(c(x)) \(c(y - 1.2 * r))l\(c(1.1 * r)) \(c(2 * r))h\(c(-2.2 * r))z"
    case 3:
      return "M\(c(x - 0.9 * r)) \(c(y - 0.9 * r))h\(c(1.8 * r))v\(c(1.8 * r))h\(c(-1.8 * r))z"
    case 4:
      return
        "M\(c(x)) \(c(y - 1.3 * r))l\(c(1.3 * r)) \(c(1.3 * r))l\(c(-1.3 * r)) \(c(1.3 * r))l\(c(-1.3 * r)) \(c(-1.3 * r))z"
    default:
      return "M\(c(x - 1.2 * r)) \(c(y))h\(c(2.4 * r))m\(c(-1.2 * r)) \(c(-1.2 * r))v\(c(2.4 * r))"
    }
  }
}
