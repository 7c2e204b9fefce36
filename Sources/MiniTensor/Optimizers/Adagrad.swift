import Loops

/// A learning rate for each number, that falls with the squares of all its gradients.
///
///     s <- s + g²          w <- w - learningRate g / (sqrt(s) + epsilon)
///
/// Source: J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011.
public final class Adagrad: Optimizer {
  /// What is moved.
  public let parameters: [Variable]
  /// How far at first.
  public var learningRate: Float
  /// Keeps the division finite.
  public let epsilon: Float
  /// The pull of the weights towards 0, added to the gradient.
  public let weightDecay: Float

  private let squares: [Variable]

  /// Starts without a memory.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.01, epsilon: Float = 1e-10,
    weightDecay: Float = 0
  ) {
    requireSize(learningRate, "Adagrad", "learning rate")
    requireSize(epsilon, "Adagrad", "epsilon")
    requireSize(weightDecay, "Adagrad", "weight decay")
    self.parameters = parameters.listedOnce(in: "Adagrad")
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    squares = parameters.zeros()
  }

  /// The sums of squares.
  public var state: [Variable] { squares }

  /// Moves every parameter once.
  public func step() {
    let (rate, epsilon, weightDecay) = (learningRate, epsilon, weightDecay)
    updateEach(remembering: squares) { index, value, gradient in
      Loops.update(&value, gradient, &squares[index].value.scalars) { w, g, s in
        let slope = g + weightDecay * w
        s += slope * slope
        w -= rate * slope / (s.squareRoot() + epsilon)
      }
    }
  }
}
