import Loops

/// Adagrad that forgets: it divides by a running mean of the squares.
///
///     s <- decay s + (1 - decay) g²          w <- w - learningRate g / (sqrt(s) + epsilon)
///
/// Source: T. Tieleman, G. Hinton, Coursera lecture 6e, 2012.
public final class RMSProp: Optimizer {
  /// How much of the running mean is kept each step.
  public let decay: Float
  /// Keeps the division finite.
  public let epsilon: Float

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.01, decay: Float = 0.99,
    epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    requireShare(decay, "RMSProp", "decay")
    requireSize(epsilon, "RMSProp", "epsilon")
    self.decay = decay
    self.epsilon = epsilon
    super.init(
      parameters, learningRate: learningRate, weightDecay: weightDecay, memoryCount: 1)
  }

  /// The running means of squares.
  private var squares: [Variable] { memory[0] }

  public override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    let (rate, decay, epsilon, weightDecay) = (learningRate, decay, epsilon, weightDecay)
    Loops.update(&value, gradient, &squares[index].value.scalars) { w, g, s in
      let slope = g + weightDecay * w
      s = decay * s + (1 - decay) * slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }
}
