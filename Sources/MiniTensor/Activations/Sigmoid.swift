import Kernels
import Loops

extension Tensor {
  /// The logistic function of every element: 1 / (1 + e^-x), between 0 and 1.
  public func sigmoid() -> Tensor { holding(Kernels.sigmoid(scalars)) }
}

extension Variable {
  /// The sigmoid y = 1 / (1 + exp(-x)).
  ///
  /// **Shape** any -> the same. Gradient: y (1 - y), from the output itself.
  public func sigmoid() -> Variable {
    let y = value.sigmoid()
    return Variable(y, from: self) { gradient in
      y.holding(Loops.zip(gradient.scalars, y.scalars) { g, y in g * y * (1 - y) })
    }
  }

  /// The sigmoid linear unit x s(x), with s the sigmoid; also called swish.
  ///
  /// **Shape** any -> the same. Gradient: s (1 + x (1 - s)).
  ///
  /// Source: S. Elfwing, E. Uchibe, K. Doya, Neural Networks 107, 2018.
  public func silu() -> Variable {
    let x = value
    let s = x.sigmoid()
    return Variable(x * s, from: self) { gradient in
      x.holding(
        Loops.zip(gradient.scalars, x.scalars, s.scalars) { g, x, s in g * s * (1 + x * (1 - s)) })
    }
  }
}
