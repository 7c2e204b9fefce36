import MiniTensor

/// The slope of the loss by every pixel: which way each one should move to do harm.
///
/// **Shape** `images [count, pixels]` -> the same.
func inputGradient(_ reader: Reader, _ images: Tensor, _ labels: [Int]) -> Tensor {
  let x = Variable(images)
  softmaxCrossEntropy(logits: reader(x), labels: labels).backward()
  return x.gradient!
}

/// One step of the fast gradient sign method: x + epsilon sign(dL/dx).
///
/// - Parameter range: what a pixel can be; nil lets it be anything.
///
/// Source: I. Goodfellow, J. Shlens and C. Szegedy, Explaining and harnessing adversarial examples,
/// ICLR 2015, section 4.
func fastGradientStep(
  _ reader: Reader, _ images: Tensor, _ labels: [Int], epsilon: Float,
  range: ClosedRange<Float>? = 0...1
) -> Tensor {
  let moved = images + inputGradient(reader, images, labels).sign() * epsilon
  return range.map { moved.clamped(to: $0) } ?? moved
}

/// Many small steps; after each the picture is brought back to within epsilon of the first one.
///
/// Source: A. Madry and others, Towards deep learning models resistant to adversarial attacks,
/// ICLR 2018, section 2.1.
func projectedSteps(
  _ reader: Reader, _ images: Tensor, _ labels: [Int], epsilon: Float, steps: Int = 10
) -> Tensor {
  var moved = images
  for _ in 0..<steps {
    moved += inputGradient(reader, moved, labels).sign() * (epsilon / 4)
    moved = images + (moved - images).clamped(to: -epsilon...epsilon)
    moved = moved.clamped(to: 0...1)
  }
  return moved
}
