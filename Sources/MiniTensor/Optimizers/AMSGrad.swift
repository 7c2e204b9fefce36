import Loops

/// Adam that divides by the largest v so far, so that its steps can only grow shorter.
///
/// Plain Adam forgets a rare large gradient and can walk to the worst point (lesson 07).
/// Source: S. Reddi, S. Kale, S. Kumar, ICLR 2018, algorithm 2; with Adam's corrections.
public final class AMSGrad: Adam {
  override class var memoryCount: Int { 3 }

  /// The largest v so far.
  private var greatest: [Variable] { memory[2] }

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
