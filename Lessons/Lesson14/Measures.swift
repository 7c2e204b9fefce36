import Foundation
import MiniTensor

extension Double {
  /// The angle whose sine this is, in degrees.
  var arcsineInDegrees: Double { asin(Swift.min(self, 1)) * 180 / .pi }
}

/// The mean over all rows and columns of the squared difference.
func squaredError(_ rebuilt: Tensor, _ truth: Tensor) -> Double {
  Double((rebuilt - truth).squared().mean())
}

/// For each row the nearest of some other rows, and how far it is.
///
/// **Shape** rows [n, columns], others [m, columns].
func nearest(_ rows: Tensor, among others: Tensor) -> (index: [Int], distance: [Double]) {
  // |a - b|^2 = |a|^2 - 2 a . b + |b|^2: one matrix product for all pairs.
  let squares = rows.squared().sum(axis: 1, keepingDimension: true)
  let distances =
    matmul(rows, others, transposingRight: true) * -2 + squares + others.squared().sum(axis: 1)
  let index = distances.scalars.isEmpty ? [] : (-distances).argmax(axis: 1)
  let exact = (rows - others.rows(index)).squared().sum(axis: 1).squareRoot()
  return (index, exact.scalars.map(Double.init))
}

/// The share of rows whose five nearest others vote for their label.
func neighbourAccuracy(
  _ rows: Tensor, _ labels: [Int], among others: Tensor, _ otherLabels: [Int]
) -> Double {
  let squares = others.squared().sum(axis: 1)
  let scores = matmul(rows, others, transposingRight: true) * 2 - squares  // larger is nearer
  let width = others.shape[0]
  let right = labels.indices.count { row in
    let line = scores.scalars[row * width..<(row + 1) * width]
    var best: [(score: Float, label: Int)] = []
    for (place, score) in line.enumerated() where best.count < 5 || score > best[4].score {
      let position = best.firstIndex { score > $0.score } ?? best.count
      best.insert((score, otherLabels[place]), at: position)
      if best.count > 5 { best.removeLast() }
    }
    var votes: [Int: Int] = [:]
    for (_, label) in best { votes[label, default: 0] += 1 }
    let most = votes.values.max()!
    return best.first { votes[$0.label] == most }!.label == labels[row]
  }
  return Double(right) / Double(labels.count)
}

/// Pictures side by side and row upon row, joined to one with a pixel of paper between them: so
/// that they keep their places on a narrow terminal too.
///
/// - `images`: each with `side` * `side` pixels.
func mosaic(_ images: [[Float]], columns: Int, side: Int = 8) -> (pixels: [Float], width: Int) {
  let rows = (images.count + columns - 1) / columns
  let (width, height) = (columns * (side + 1) - 1, rows * (side + 1) - 1)
  var pixels = [Float](repeating: 0, count: width * height)
  for (place, image) in images.enumerated() {
    let (top, left) = (place / columns * (side + 1), place % columns * (side + 1))
    for row in 0..<side {
      for column in 0..<side {
        pixels[(top + row) * width + left + column] = image[row * side + column]
      }
    }
  }
  return (pixels, width)
}

/// Rows of 8 x 8 pictures joined to one, and its width.
///
/// - Parameter rows: for each row the tensor its pictures come from and their row numbers there.
func joined(_ rows: [(images: Tensor, chosen: [Int])]) -> (pixels: [Float], width: Int) {
  let pictures = rows.flatMap { images, chosen in
    chosen.map { images.row($0).clamped(to: 0...1).scalars }
  }
  return mosaic(pictures, columns: rows[0].chosen.count)
}
