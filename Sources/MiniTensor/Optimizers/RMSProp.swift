import Loops

/// Adagrad that forgets: it divides by a running mean of the squares.
///
///     s <- decay s + (1 - decay) g²          w <- w - learningRate g / (sqrt(s) + epsilon)
///
/// Source: T. Tieleman, G. Hinton, Coursera lecture 6e, 2012.
public final class RMSProp: Optimizer {
  /// What is moved.
  public let parameters: [Variable]
  /// How far.
  public var learningRate: Float
  /// How much of the running mean is kept each step.
  public let decay: Float
  /// Keeps the division finite.
  public let epsilon: Float
  /// The pull of the weights towards 0, added to the gradient.
  public let weightDecay: Float

  private let squares: [Variable]

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.01, decay: Float = 0.99,
    epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    requireShare(decay, "RMSProp", "decay")
    requireSize(learningRate, "RMSProp", "learning rate")
    requireSize(epsilon, "RMSProp", "epsilon")
    requireSize(weightDecay, "RMSProp", "weight decay")
    self.parameters = parameters.listedOnce(in: "RMSProp")
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    squares = parameters.zeros()
  }

  /// The running means of squares.
  public var state: [Variable] { squares }

  /// Moves every parameter once.
  public func step() {
    let (rate, decay, epsilon, weightDecay) = (learningRate, decay, epsilon, weightDecay)
    updateEach(remembering: squares) { index, value, gradient in
      Loops.update(&value, gradient, &squares[index].value.scalars) { w, g, s in
        let slope = g + weightDecay * w
        s = decay * s + (1 - decay) * slope * slope
        w -= rate * slope / (s.squareRoot() + epsilon)
      }
    }
  }
}
