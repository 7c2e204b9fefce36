import Foundation
import MiniTensor

/// How well confidence and success agree.
///
/// Source: C. Guo, G. Pleiss, Y. Sun and K. Weinberger, On calibration of modern neural networks,
/// ICML 2017, section 2.
struct Calibration: Sendable {
  /// One bin of the confidence: how many answers fall into it, how sure and how right they are.
  struct Bin: Sendable {
    var count = 0
    var confidence = 0.0
    var accuracy = 0.0
  }

  private(set) var bins: [Bin]
  /// The expected calibration error: the mean gap of a bin, weighted by how many fall into it.
  let error: Double
  let accuracy: Double
  /// The mean of -log p of the right class.
  let loss: Double

  /// **Shape** `logits [count, classes]`, a label a row.
  init(_ logits: Tensor, _ labels: [Int], temperature: Float = 1, binCount: Int = 15) {
    let z = logits * (1 / temperature)
    let sure = z.softmax().max(axis: 1)
    let answers = z.argmax(axis: 1)
    let surprises = z.logSoftmax()
    let count = Double(labels.count)
    var bins = Array(repeating: Bin(), count: binCount)
    for (row, label) in labels.enumerated() {
      let confidence = Double(sure[row])
      // The bins are open on the left: exactly 1/15 belongs to the first.
      let place = min(binCount - 1, max(0, Int((confidence * Double(binCount)).rounded(.up)) - 1))
      bins[place].count += 1
      bins[place].confidence += confidence
      bins[place].accuracy += answers[row] == label ? 1 : 0
    }
    accuracy = bins.reduce(0) { $0 + $1.accuracy } / count
    for place in bins.indices where bins[place].count > 0 {
      bins[place].confidence /= Double(bins[place].count)
      bins[place].accuracy /= Double(bins[place].count)
    }
    error = bins.reduce(0) { $0 + Double($1.count) / count * abs($1.accuracy - $1.confidence) }
    loss = labels.indices.reduce(0) { $0 - Double(surprises[$1, labels[$1]]) } / count
    self.bins = bins
  }

  /// The temperature with the least loss on held-out examples, by golden-section search.
  ///
  /// The loss has one valley in 1 / T, so any three points with the lowest in the middle close in
  /// on it.
  static func temperature(_ logits: Tensor, _ labels: [Int]) -> Float {
    func loss(_ logT: Float) -> Double {
      Calibration(logits, labels, temperature: exp(logT)).loss
    }
    let golden: Float = 0.618034
    var (low, high) = (Float(-2), Float(3))
    for _ in 0..<30 {
      let (left, right) = (high - golden * (high - low), low + golden * (high - low))
      if loss(left) < loss(right) { high = right } else { low = left }
    }
    return exp((low + high) / 2)
  }
}
