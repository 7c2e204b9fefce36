import Foundation

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

  /// How many steps were made.
  public private(set) var stepCount = 0

  fileprivate var means: [[Float]]
  fileprivate var squares: [[Float]]

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    self.parameters = parameters
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    means = parameters.zeros()
    squares = parameters.zeros()
  }

  /// Moves every parameter once.
  public final func step() {
    stepCount += 1
    let settings = settings(
      AdamStep(
        rate: learningRate, firstDecay: beta1, secondDecay: beta2, epsilon: epsilon,
        firstCorrection: Float(1 - pow(Double(beta1), Double(stepCount))),
        secondCorrection: Float(1 - pow(Double(beta2), Double(stepCount))),
        weightDecay: weightDecay, shrinkage: 1))
    parameters.updateEach { index, value, gradient in
      update(index, &value, gradient, settings)
    }
  }

  fileprivate func settings(_ plain: AdamStep) -> AdamStep { plain }

  fileprivate func update(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], _ settings: AdamStep
  ) {
    Kernels.adam(&value, gradient, &means[index], &squares[index], settings)
  }
}

/// Adam with the weight decay taken out of the gradient: w shrinks by learningRate · weightDecay.
///
/// Added to the gradient, decay would be divided by sqrt(v) like everything else, and weights with
/// large gradients would hardly decay. Source: I. Loshchilov, F. Hutter, ICLR 2019, algorithm 2.
public final class AdamW: Adam {
  /// Starts without a memory.
  public override init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0.01
  ) {
    super.init(
      parameters, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weightDecay: weightDecay)
  }

  fileprivate override func settings(_ plain: AdamStep) -> AdamStep {
    var settings = plain
    settings.weightDecay = 0
    settings.shrinkage = 1 - learningRate * weightDecay
    return settings
  }
}

/// Adam that divides by the largest v so far, so that its steps can only grow shorter.
///
/// Plain Adam forgets a rare large gradient and can walk to the worst point (lesson 07).
/// Source: S. Reddi, S. Kale, S. Kumar, ICLR 2018, algorithm 2; with Adam's corrections.
public final class AMSGrad: Adam {
  private var greatest: [[Float]]

  /// Starts without a memory.
  public override init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    greatest = parameters.zeros()
    super.init(
      parameters, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weightDecay: weightDecay)
  }

  fileprivate override func update(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], _ settings: AdamStep
  ) {
    Kernels.amsGrad(
      &value, gradient, &means[index], &squares[index], greatest: &greatest[index], settings)
  }
}
