// What a network should make small. **Shape** of every result: `[]`, the mean over all elements
// or rows. Targets are tensors: no gradient flows into them.

/// The mean squared error: mean of (p - t)².
///
/// Gradient: 2 (p - t) / count.
///
/// **Shape** both the same. Traps when they differ.
public func meanSquaredError(_ predicted: Variable, _ target: Tensor) -> Variable {
  requireSameShape("meanSquaredError", predicted, target)
  let p = predicted.value
  let count = Float(p.count)
  let total = Kernels.squaredDistance(p.scalars, target.scalars)
  return Variable(Tensor(total / count), from: predicted) { gradient in
    let share = 2 * gradient.scalar / count
    return Tensor(
      scalars: Kernels.difference(p.scalars, target.scalars, times: share),
      dimensions: p.dimensions)
  }
}

/// The mean absolute error: mean of |p - t|.
///
/// Gradient: the sign of p - t, divided by count.
///
/// **Shape** both the same. Traps when they differ.
public func meanAbsoluteError(_ predicted: Variable, _ target: Tensor) -> Variable {
  requireSameShape("meanAbsoluteError", predicted, target)
  let difference = predicted.value - target
  let share = 1 / Float(difference.count)
  return Variable(Tensor(difference.abs().mean()), from: predicted) { gradient in
    difference.sign() * (gradient.scalar * share)
  }
}

/// The cross-entropy of yes-no answers, from logits z: mean of -t log s(z) - (1 - t) log(1 - s(z)).
///
/// Written as softplus(z) - t z it overflows for no z. Gradient: (s(z) - t) / count.
///
/// **Shape** both the same, targets from 0 to 1. Traps when the shapes differ.
public func binaryCrossEntropy(logits: Variable, targets: Tensor) -> Variable {
  requireSameShape("binaryCrossEntropy", logits, targets)
  let z = logits.value
  let share = 1 / Float(z.count)
  let loss = (z.softplus() - targets * z).mean()
  return Variable(Tensor(loss), from: logits) { gradient in
    (z.sigmoid() - targets) * (gradient.scalar * share)
  }
}

/// The cross-entropy of a choice among classes, from logits: mean over rows of -log softmax(z)[label].
///
/// Gradient: (softmax(z) - onehot(label)) / rows; the simplest of all, and the reason to take
/// softmax and logarithm together.
///
/// **Shape** `logits [..., classes]`, one label for each row. Traps when the numbers of rows and
/// labels differ, and on a label outside 0 ..< classes.
public func softmaxCrossEntropy(logits: Variable, labels: [Int]) -> Variable {
  let z = logits.value
  let classes = z.rank > 0 ? z.dimensions[z.rank - 1] : 1
  let rows = z.count / max(classes, 1)
  guard z.rank >= 1, rows == labels.count, rows > 0 else {
    misuse(
      "softmaxCrossEntropy", "\(labels.count) labels for logits of shape \(z.shape): one a row")
  }
  let (probabilities, logSums) = Kernels.softmaxAndLogSums(z.scalars, rows: rows, columns: classes)
  var total = 0.0
  for (row, label) in labels.enumerated() {
    guard label >= 0, label < classes else {
      misuse("softmaxCrossEntropy", "label \(label) in row \(row) is not in 0 ..< \(classes)")
    }
    total += Double(logSums[row] - z.scalars[row * classes + label])
  }
  return Variable(Tensor(Float(total / Double(rows))), from: logits) { gradient in
    var difference = Tensor(scalars: probabilities, dimensions: z.dimensions)
    for (row, label) in labels.enumerated() { difference.scalars[row * classes + label] -= 1 }
    difference *= gradient.scalar / Float(rows)
    return difference
  }
}

/// The cross-entropy against a distribution for each row, such as smoothed labels.
///
/// **Shape** both `[..., classes]`; each row of the targets sums to 1.
/// Gradient: (softmax(z) - targets) / rows.
public func softmaxCrossEntropy(logits: Variable, targets: Tensor) -> Variable {
  requireSameShape("softmaxCrossEntropy", logits, targets)
  let z = logits.value
  let rows = Float(z.count / max(z.shape.last ?? 1, 1))
  let loss = -(z.logSoftmax() * targets).sum() / rows
  return Variable(Tensor(loss), from: logits) { gradient in
    (z.softmax() * targets.sum(axis: -1, keepingDimension: true) - targets)
      * (gradient.scalar / rows)
  }
}

private func requireSameShape(_ loss: String, _ predicted: Variable, _ target: Tensor) {
  guard predicted.value.dimensions == target.dimensions else {
    misuse(loss, "predictions of shape \(predicted.shape), targets of shape \(target.shape)")
  }
  guard target.count > 0 else { misuse(loss, "there are no elements in shape \(target.shape)") }
}
