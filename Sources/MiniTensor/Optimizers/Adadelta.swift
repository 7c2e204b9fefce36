import Loops

/// Steps in the units of the parameter itself: the mean size of past steps over that of gradients.
///
///     s <- decay s + (1 - decay) g²
///     move = sqrt(d + epsilon) / sqrt(s + epsilon) g
///     d <- decay d + (1 - decay) move²          w <- w - learningRate move
///
/// Source: M. Zeiler, arXiv 1212.5701, 2012.
public final class Adadelta: Optimizer {
  /// What is moved.
  public let parameters: [Variable]
  /// A factor on every step; 1 in the paper.
  public var learningRate: Float
  /// How much of the running means is kept each step.
  public let decay: Float
  /// Keeps the division finite, and makes the first step possible.
  public let epsilon: Float
  /// The pull of the weights towards 0, added to the gradient.
  public let weightDecay: Float

  private let squares: [Variable]
  private let moves: [Variable]

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 1, decay: Float = 0.9, epsilon: Float = 1e-6,
    weightDecay: Float = 0
  ) {
    requireShare(decay, "Adadelta", "decay")
    requireSize(learningRate, "Adadelta", "learning rate")
    requireSize(epsilon, "Adadelta", "epsilon")
    requireSize(weightDecay, "Adadelta", "weight decay")
    self.parameters = parameters.listedOnce(in: "Adadelta")
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    squares = parameters.zeros()
    moves = parameters.zeros()
  }

  /// The running means of squared gradients, then of squared moves.
  public var state: [Variable] { squares + moves }

  /// Moves every parameter once.
  public func step() {
    let (rate, decay, epsilon, weightDecay) = (learningRate, decay, epsilon, weightDecay)
    updateEach(remembering: squares) { index, value, gradient in
      Loops.update(&value, gradient, &squares[index].value.scalars, &moves[index].value.scalars) {
        w, g, s, d in
        let slope = g + weightDecay * w
        s = decay * s + (1 - decay) * slope * slope
        let move = ((d + epsilon).squareRoot() / (s + epsilon).squareRoot()) * slope
        d = decay * d + (1 - decay) * move * move
        w -= rate * move
      }
    }
  }
}
