import Kernels
import Loops

/// The cross-entropy of yes-no answers, from logits z: mean of -t log s(z) - (1 - t) log(1 - s(z)).
///
/// Written as max(z, 0) - t z + log(1 + exp(-|z|)) it overflows for no z, and keeps the digits of
/// a small loss. Gradient: (s(z) - t) / count.
///
/// **Shape** both the same, targets from 0 to 1. Traps when the shapes differ, and on other
/// targets.
public func binaryCrossEntropy(logits: Variable, targets: Tensor) -> Variable {
  requireSameShape("binaryCrossEntropy", logits, targets)
  if let strange = targets.scalars.first(where: { !($0 >= 0 && $0 <= 1) }) {
    misuse("binaryCrossEntropy", "a target of \(strange): expected 0 to 1")
  }
  let z = logits.value
  let share = 1 / Float(z.count)
  let tails = Kernels.log1p(Kernels.exp(Loops.map(z.scalars) { -abs($0) }))
  let losses = Loops.zip(z.scalars, targets.scalars, tails) { z, t, tail in
    // max(z, 0) - t z as a product: at an infinite z a difference would be infinity - infinity.
    let share = z < 0 ? t : 1 - t
    return (share == 0 ? 0 : share * abs(z)) + tail
  }
  let loss = Kernels.sum(losses) / Float(z.count)
  return Variable(Tensor(loss), from: logits) { gradient in
    (z.sigmoid() - targets) * (gradient.scalar * share)
  }
}

/// The cross-entropy of a choice among classes, from logits: mean over rows of -log
/// softmax(z)[label].
///
/// Gradient: (softmax(z) - onehot(label)) / rows; the simplest of all, and the reason to take
/// softmax and logarithm together.
///
/// **Shape** `logits [..., classes]`, one label for each row. Traps when the numbers of rows and
/// labels differ, and on a label outside 0 ..< classes.
public func softmaxCrossEntropy(logits: Variable, labels: [Int]) -> Variable {
  let z = logits.value
  let classes = z.rank > 0 ? z.shape[z.rank - 1] : 1
  let rows = z.count / max(classes, 1)
  guard z.rank >= 1, rows == labels.count, rows > 0 else {
    misuse(
      "softmaxCrossEntropy", "\(labels.count) labels for logits of shape \(z.shape): one a row")
  }
  let (probabilities, shifts, logSums) = Kernels.softmaxAndLogSums(
    z.scalars, rows: rows, columns: classes)
  var total = 0.0
  for (row, label) in labels.enumerated() {
    guard label >= 0, label < classes else {
      misuse("softmaxCrossEntropy", "label \(label) in row \(row) is not in 0 ..< \(classes)")
    }
    // The greatest logit leaves first: beside 10⁸ the logarithm of a sum would be lost.
    total += Double(logSums[row] - (z.scalars[row * classes + label] - shifts[row]))
  }
  return Variable(Tensor(Float(total / Double(rows))), from: logits) { gradient in
    var difference = z.holding(probabilities)
    for (row, label) in labels.enumerated() { difference.scalars[row * classes + label] -= 1 }
    difference *= gradient.scalar / Float(rows)
    return difference
  }
}

/// The cross-entropy against a distribution for each row, such as smoothed labels.
///
/// **Shape** both `[..., classes]`; each row of the targets sums to 1. Traps when the shapes
/// differ. Gradient: (softmax(z) - targets) / rows.
public func softmaxCrossEntropy(logits: Variable, targets: Tensor) -> Variable {
  requireSameShape("softmaxCrossEntropy", logits, targets)
  guard targets.rank >= 1 else {
    misuse("softmaxCrossEntropy", "logits of shape \(logits.shape): expected [..., classes]")
  }
  let z = logits.value
  let rows = Float(z.count / max(z.shape.last ?? 1, 1))
  let loss = -(z.logSoftmax() * targets).sum() / rows
  return Variable(Tensor(loss), from: logits) { gradient in
    (z.softmax() * targets.sum(axis: -1, keepingDimension: true) - targets)
      * (gradient.scalar / rows)
  }
}
