import Foundation
import Loops

/// Momentum and RMSProp together, each corrected for having started at zero.
///
///     m <- beta1 m + (1 - beta1) g              v <- beta2 v + (1 - beta2) g²
///     w <- w - learningRate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
///
/// The learning rate is about the size of each step, whatever the size of the gradient.
///
/// Source: D. Kingma, J. Ba, ICLR 2015, algorithm 1.
public class Adam: Optimizer {
  /// How much of the mean of gradients is kept each step.
  public let beta1: Float
  /// How much of the mean of their squares is kept each step.
  public let beta2: Float
  /// Keeps the division finite.
  public let epsilon: Float

  /// How many steps each parameter has made: the corrections are its own.
  private let steps: Variable

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    requireShare(beta1, "Adam", "beta1")
    requireShare(beta2, "Adam", "beta2")
    requireSize(epsilon, "Adam", "epsilon")
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    steps = Variable(constant: .zeros(parameters.count))
    super.init(
      parameters, learningRate: learningRate, weightDecay: weightDecay,
      memoryCount: Self.memoryCount)
  }

  class var memoryCount: Int { 2 }

  /// The running means m.
  final var means: [Variable] { memory[0] }
  /// The running means of squares, v.
  final var squares: [Variable] { memory[1] }

  /// The running means, those of the squares, in `AMSGrad` the largest of them; then how many steps
  /// each parameter has made.
  public override var state: [Variable] { super.state + [steps] }

  public final override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    steps.value.scalars[index] += 1
    let count = Double(steps.value.scalars[index])
    let first = Float(1 - pow(Double(beta1), count))
    let second = Float(1 - pow(Double(beta2), count))
    move(index, &value, gradient, rate: learningRate / first, scale: 1 / second.squareRoot())
  }

  /// Whether the decay joins the gradient, as in Adam, or shrinks the weight itself, as in AdamW.
  class var decayJoinsGradient: Bool { true }

  /// The formula; `rate` is the learning rate with the correction of m, `scale` what the root of v
  /// is multiplied by, its correction.
  func move(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], rate: Float, scale: Float
  ) {
    let joins = Self.decayJoinsGradient
    Loops.update(
      &value, gradient, &means[index].value.scalars, &squares[index].value.scalars,
      Formula(
        beta1: beta1, beta2: beta2, epsilon: epsilon, rate: rate, scale: scale,
        decay: joins ? weightDecay : 0, remaining: joins ? 1 : 1 - learningRate * weightDecay))
  }

  private struct Formula: UpdateRule {
    let beta1, beta2, epsilon, rate, scale, decay, remaining: Float

    @inline(__always)
    func callAsFunction(_ w: inout Float, _ g: Float, _ m: inout Float, _ v: inout Float) {
      let slope = g + decay * w
      m = beta1 * m + (1 - beta1) * slope
      v = beta2 * v + (1 - beta2) * slope * slope
      w = remaining * w - rate * m / (v.squareRoot() * scale + epsilon)
    }
  }
}
