// The activation functions of the course. **Shape** any -> the same.

extension Variable {
  /// The sigmoid 1 / (1 + exp(-x)).
  ///
  /// Gradient: y (1 - y), from the output itself.
  public func sigmoid() -> Variable {
    let y = value.sigmoid()
    return Variable(y, from: self) { gradient in
      Tensor(
        scalars: Kernels.sigmoidGradient(gradient.scalars, output: y.scalars),
        dimensions: y.dimensions)
    }
  }

  /// The hyperbolic tangent.
  ///
  /// Gradient: 1 - y².
  public func tanh() -> Variable {
    let y = value.tanh()
    return Variable(y, from: self) { gradient in
      Tensor(
        scalars: Kernels.tanhGradient(gradient.scalars, output: y.scalars),
        dimensions: y.dimensions)
    }
  }

  /// The rectifier max(0, x).
  ///
  /// Gradient: 1 where x > 0, else 0 (at 0 too, by convention).
  ///
  /// Source: V. Nair, G. Hinton, ICML 2010.
  public func relu() -> Variable {
    let y = value.relu()
    return Variable(y, from: self) { gradient in
      Tensor(
        scalars: Kernels.reluGradient(gradient.scalars, output: y.scalars),
        dimensions: y.dimensions)
    }
  }

  /// The leaky rectifier: x where x > 0, else `slope` times x.
  ///
  /// Gradient: 1 or the slope.
  ///
  /// Source: A. Maas, A. Hannun, A. Ng, ICML 2013.
  public func leakyReLU(slope: Float = 0.01) -> Variable {
    let steepness = value.greater(than: 0) * (1 - slope) + slope
    return Variable(value * steepness, from: self) { gradient in gradient * steepness }
  }

  /// The exponential linear unit: x where x > 0, else a (exp(x) - 1).
  ///
  /// Gradient: 1, or y + a.
  ///
  /// Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, ICLR 2016.
  public func elu(scale: Float = 1) -> Variable {
    let isPositive = value.greater(than: 0)
    // exp sees no positive number, so it cannot overflow.
    let below = (Tensor.minimum(value, Tensor(0)).exp() - 1) * scale
    return Variable(value.relu() + below, from: self) { gradient in
      gradient * (isPositive + (1 - isPositive) * (below + scale))
    }
  }

  /// The sigmoid linear unit x s(x), also called swish.
  ///
  /// Gradient: s (1 + x (1 - s)).
  ///
  /// Source: S. Elfwing, E. Uchibe, K. Doya, Neural Networks 107, 2018.
  public func silu() -> Variable {
    let x = value
    let s = x.sigmoid()
    return Variable(x * s, from: self) { gradient in
      Tensor(
        scalars: Kernels.siluGradient(gradient.scalars, input: x.scalars, sigmoid: s.scalars),
        dimensions: x.dimensions)
    }
  }

  /// The Gaussian error linear unit, in its common form with tanh:
  /// y = x (1 + t) / 2 with t = tanh(c (x + 0.044715 x³)) and c = sqrt(2 / pi).
  ///
  /// Gradient: (1 + t) / 2 + x (1 - t²) c (1 + 0.134145 x²) / 2.
  /// Source: D. Hendrycks, K. Gimpel, arXiv 1606.08415, section 2.
  public func gelu() -> Variable {
    let x = value
    let c: Float = 0.797_884_56
    let t = ((x + x * x.squared() * 0.044715) * c).tanh()
    return Variable(x * (1 + t) * 0.5, from: self) { gradient in
      let slope = (1 - t.squared()) * (1 + x.squared() * 0.134145) * c
      return gradient * (1 + t + x * slope) * 0.5
    }
  }

  /// The softplus log(1 + exp(x)), a rectifier with a round corner.
  ///
  /// Gradient: the sigmoid of x.
  public func softplus() -> Variable {
    let x = value
    return Variable(x.softplus(), from: self) { gradient in gradient * x.sigmoid() }
  }

  /// The softmax along an axis: exp(x) / sum of exp(x).
  ///
  /// Gradient: y (g - sum of g y).
  public func softmax(axis: Int = -1) -> Variable {
    let y = value.softmax(axis: axis)
    return Variable(y, from: self) { gradient in
      y * (gradient - (gradient * y).sum(axis: axis, keepingDimension: true))
    }
  }

  /// The logarithm of the softmax.
  ///
  /// Gradient: g - softmax times the sum of g.
  public func logSoftmax(axis: Int = -1) -> Variable {
    let y = value.logSoftmax(axis: axis)
    return Variable(y, from: self) { gradient in
      gradient - y.exp() * gradient.sum(axis: axis, keepingDimension: true)
    }
  }
}

extension Tensor {
  /// The softplus log(1 + exp(x)), in a form that overflows for no x.
  ///
  /// max(x, 0) + log(1 + exp(-|x|)): the exponential never sees a positive number.
  public func softplus() -> Tensor { relu() + ((-abs()).exp() + 1).log() }
}
