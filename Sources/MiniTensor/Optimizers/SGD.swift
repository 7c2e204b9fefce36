import Loops

/// Stochastic gradient descent, with momentum if wanted.
///
///     v <- momentum v + g          w <- w - learningRate v
///
/// With Nesterov's variant w moves by g + momentum v: the gradient as if seen one step ahead.
/// Weight decay adds `weightDecay` times w to the gradient.
///
/// Source: H. Robbins, S. Monro 1951; B. Polyak 1964 (momentum); Y. Nesterov 1983, in the form of
/// I. Sutskever and others, ICML 2013.
public final class SGD: Optimizer {
  /// The share of the last step that is kept: 0 for none, commonly 0.9.
  public let momentum: Float
  /// Whether the gradient is taken one step ahead.
  public let isNesterov: Bool

  /// Starts at rest; without momentum nothing is remembered.
  ///
  /// Traps when Nesterov's variant is asked for without momentum.
  public init(
    _ parameters: [Variable], learningRate: Float, momentum: Float = 0, isNesterov: Bool = false,
    weightDecay: Float = 0
  ) {
    guard !isNesterov || momentum > 0 else { misuse("SGD", "Nesterov's variant needs momentum") }
    requireShare(momentum, "SGD", "momentum")
    self.momentum = momentum
    self.isNesterov = isNesterov
    super.init(
      parameters, learningRate: learningRate, weightDecay: weightDecay,
      memoryCount: momentum == 0 ? 0 : 1)
  }

  private var velocities: [Variable] { memory[0] }

  public override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    let (rate, momentum, decay) = (learningRate, momentum, weightDecay)
    if momentum == 0 {
      Loops.update(&value, gradient) { w, g in w -= rate * (g + decay * w) }
    } else if isNesterov {
      Loops.update(&value, gradient, &velocities[index].value.scalars) { w, g, v in
        let slope = g + decay * w
        v = momentum * v + slope
        w -= rate * (slope + momentum * v)
      }
    } else {
      Loops.update(&value, gradient, &velocities[index].value.scalars) { w, g, v in
        v = momentum * v + (g + decay * w)
        w -= rate * v
      }
    }
  }
}
