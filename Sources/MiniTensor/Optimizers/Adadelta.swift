import Loops

/// Steps in the units of the parameter itself: the mean size of past steps over that of gradients.
///
///     s <- decay s + (1 - decay) g²
///     move = sqrt(d + epsilon) / sqrt(s + epsilon) g
///     d <- decay d + (1 - decay) move²          w <- w - learningRate move
///
/// Source: M. Zeiler, arXiv 1212.5701, 2012.
public final class Adadelta: Optimizer {
  /// How much of the running means is kept each step.
  public let decay: Float
  /// Keeps the division finite, and makes the first step possible.
  public let epsilon: Float

  /// Starts without a memory; `learningRate` is a factor on every step, 1 in the paper.
  public init(
    _ parameters: [Variable], learningRate: Float = 1, decay: Float = 0.9, epsilon: Float = 1e-6,
    weightDecay: Float = 0
  ) {
    requireShare(decay, "Adadelta", "decay")
    requireSize(epsilon, "Adadelta", "epsilon")
    self.decay = decay
    self.epsilon = epsilon
    super.init(
      parameters, learningRate: learningRate, weightDecay: weightDecay, memoryCount: 2)
  }

  /// The running means of squared gradients.
  private var squares: [Variable] { memory[0] }
  /// The running means of squared moves.
  private var moves: [Variable] { memory[1] }

  public override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    let (rate, decay, epsilon, weightDecay) = (learningRate, decay, epsilon, weightDecay)
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
