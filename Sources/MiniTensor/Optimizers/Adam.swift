import Foundation
import Loops

/// Momentum and RMSProp together, each corrected for having started at zero.
///
///     m <- beta1 m + (1 - beta1) g              v <- beta2 v + (1 - beta2) g²
///     w <- w - learningRate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
///
/// Source: D. Kingma, J. Ba, ICLR 2015, algorithm 1.
public class Adam: Optimizer {
  /// What is moved.
  public let parameters: [Variable]
  /// How far: about the size of each step, whatever the size of the gradient.
  public var learningRate: Float
  /// How much of the mean of gradients is kept each step.
  public let beta1: Float
  /// How much of the mean of their squares is kept each step.
  public let beta2: Float
  /// Keeps the division finite.
  public let epsilon: Float
  /// The pull of the weights towards 0; in `Adam` added to the gradient, in `AdamW` apart from it.
  public let weightDecay: Float

  /// How many steps each parameter has made: the corrections are its own.
  private let steps: Variable
  let means: [Variable]
  let squares: [Variable]

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    requireSize(learningRate, "Adam", "learning rate")
    requireShare(beta1, "Adam", "beta1")
    requireShare(beta2, "Adam", "beta2")
    requireSize(epsilon, "Adam", "epsilon")
    requireSize(weightDecay, "Adam", "weight decay")
    self.parameters = parameters.listedOnce(in: "Adam")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    means = parameters.zeros()
    squares = parameters.zeros()
    steps = Variable(constant: .zeros(parameters.count))
  }

  /// The running means, those of the squares, and how many steps each parameter has made.
  public var state: [Variable] { means + squares + [steps] }

  /// Moves every parameter once.
  public final func step() {
    updateEach(remembering: means) { index, value, gradient in
      steps.value.scalars[index] += 1
      let count = Double(steps.value.scalars[index])
      let first = Float(1 - pow(Double(beta1), count))
      let second = Float(1 - pow(Double(beta2), count))
      update(
        index, &value, gradient, rate: learningRate / first, scale: 1 / second.squareRoot())
    }
  }

  /// One parameter's step; `rate` is the learning rate with the correction of m, `scale` what the
  /// root of v is multiplied by, its correction.
  func update(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], rate: Float, scale: Float
  ) {
    move(
      index, &value, gradient, rate: rate, scale: scale, decay: weightDecay, remaining: 1)
  }

  /// The formula: `decay` joins the gradient (Adam), `remaining` shrinks the weight itself (AdamW).
  final func move(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], rate: Float, scale: Float,
    decay: Float, remaining: Float
  ) {
    Loops.update(
      &value, gradient, &means[index].value.scalars, &squares[index].value.scalars,
      Formula(
        beta1: beta1, beta2: beta2, epsilon: epsilon, rate: rate, scale: scale, decay: decay,
        remaining: remaining))
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
