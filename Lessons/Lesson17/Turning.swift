import Foundation

/// A picture turned about its middle, counter-clockwise; what comes from outside is paper.
///
/// Each pixel looks up where it came from and takes the weighted mean of the four around that
/// place.
func turned(_ picture: [Float], width: Int, degrees: Double) -> [Float] {
  let height = picture.count / width
  let angle = degrees * .pi / 180
  let (c, s) = (cos(angle), sin(angle))
  let (middleX, middleY) = (Double(width - 1) / 2, Double(height - 1) / 2)
  func pixel(_ x: Int, _ y: Int) -> Double {
    (0..<width).contains(x) && (0..<height).contains(y) ? Double(picture[y * width + x]) : 0
  }
  return (0..<picture.count).map { place in
    let (dx, dy) = (Double(place % width) - middleX, Double(place / width) - middleY)
    // y points down, so turning counter-clockwise is looking up clockwise.
    let (x, y) = (middleX + c * dx - s * dy, middleY + s * dx + c * dy)
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (x - left, y - top)
    let (i, j) = (Int(left), Int(top))
    let upper = pixel(i, j) * (1 - u) + pixel(i + 1, j) * u
    let lower = pixel(i, j + 1) * (1 - u) + pixel(i + 1, j + 1) * u
    return Float(upper * (1 - v) + lower * v)
  }
}
