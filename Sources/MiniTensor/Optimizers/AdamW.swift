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

  override class var decayJoinsGradient: Bool { false }
}
