import Kernels
import Loops

extension Tensor {
  /// The hyperbolic tangent of every element: (e^x - e^-x) / (e^x + e^-x), between -1 and 1.
  public func tanh() -> Tensor { holding(Kernels.tanh(scalars)) }
}

extension Variable {
  /// The hyperbolic tangent.
  ///
  /// **Shape** any -> the same. Gradient: 1 - y², with y the output.
  public func tanh() -> Variable {
    let y = value.tanh()
    return Variable(y, from: self) { gradient in
      y.holding(Loops.zip(gradient.scalars, y.scalars) { g, y in g * (1 - y * y) })
    }
  }
}
