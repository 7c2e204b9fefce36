import Loops

/// A learning rate for each number, that falls with the squares of all its gradients.
///
///     s <- s + g²          w <- w - learningRate g / (sqrt(s) + epsilon)
///
/// Source: J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011.
public final class Adagrad: Optimizer {
  /// Keeps the division finite.
  public let epsilon: Float

  /// Starts without a memory; `learningRate` is how far at first.
  public init(
    _ parameters: [Variable], learningRate: Float = 0.01, epsilon: Float = 1e-10,
    weightDecay: Float = 0
  ) {
    requireSize(epsilon, "Adagrad", "epsilon")
    self.epsilon = epsilon
    super.init(
      parameters, learningRate: learningRate, weightDecay: weightDecay, memoryCount: 1)
  }

  /// The sums of squares.
  private var squares: [Variable] { memory[0] }

  public override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    let (rate, epsilon, weightDecay) = (learningRate, epsilon, weightDecay)
    Loops.update(&value, gradient, &squares[index].value.scalars) { w, g, s in
      let slope = g + weightDecay * w
      s += slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }
}
