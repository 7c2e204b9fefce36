import Loops

/// Adam that divides by the largest v so far, so that its steps can only grow shorter.
///
/// Plain Adam forgets a rare large gradient and can walk to the worst point (lesson 07).
/// Source: S. Reddi, S. Kale, S. Kumar, ICLR 2018, algorithm 2; with Adam's corrections.
public final class AMSGrad: Adam {
  private let greatest: [Variable]

  /// Starts without a memory.
  public override init(
    _ parameters: [Variable], learningRate: Float = 0.001, beta1: Float = 0.9,
    beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    greatest = parameters.map { Variable(constant: .zeros($0.shape)) }
    super.init(
      parameters, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weightDecay: weightDecay)
  }

  /// That of Adam, then the largest v so far.
  public override var state: [Variable] { super.state + greatest }

  override func move(
    _ index: Int, _ value: inout [Float], _ gradient: [Float], rate: Float, scale: Float
  ) {
    let (beta1, beta2, epsilon, decay) = (beta1, beta2, epsilon, weightDecay)
    Loops.update(&value, gradient, &means[index].value.scalars, &squares[index].value.scalars) {
      w, g, m, v in
      let slope = g + decay * w
      m = beta1 * m + (1 - beta1) * slope
      v = beta2 * v + (1 - beta2) * slope * slope
    }
    Loops.update(
      &value, means[index].value.scalars, &squares[index].value.scalars,
      &greatest[index].value.scalars
    ) { w, m, v, top in
      top = top >= v ? top : v
      w -= rate * m / (top.squareRoot() * scale + epsilon)
    }
  }
}
