import Kernels
import Loops

extension Tensor {
  /// The rectifier: negative elements become 0, the others stay.
  public func relu() -> Tensor {
    Tensor(scalars: Loops.zip(scalars, scalars, by: Rectifier()), shape: shape)
  }

  /// The softplus log(1 + exp(x)), in a form that overflows for no x.
  ///
  /// max(x, 0) + log(1 + exp(-|x|)): the exponential never sees a positive number.
  public func softplus() -> Tensor {
    let tail = Kernels.log1p(Kernels.exp(Loops.map(scalars) { -Swift.abs($0) }))
    let sum = Loops.zip(scalars, tail) { x, tail in (x < 0 ? 0 : x) + tail }
    return Tensor(scalars: sum, shape: shape)
  }
}

extension Variable {
  /// The rectifier max(0, x).
  ///
  /// **Shape** any -> the same. Gradient: 1 where x > 0, else 0 (at 0 too, by convention;
  /// what is not a number passes it on).
  ///
  /// Source: V. Nair, G. Hinton, ICML 2010.
  public func relu() -> Variable {
    let y = value.relu()
    return Variable(y, from: self) { gradient in
      let slope = Loops.zip(gradient.scalars, y.scalars, by: Gate())
      return Tensor(scalars: slope, shape: y.shape)
    }
  }

  /// The leaky rectifier: x where x > 0, else `slope` times x.
  ///
  /// **Shape** any -> the same. Gradient: 1 or the slope. Traps when the slope is not finite.
  ///
  /// Source: A. Maas, A. Hannun, A. Ng, ICML 2013.
  public func leakyReLU(slope: Float = 0.01) -> Variable {
    requireFinite(slope, "leakyReLU", "slope")
    let x = value
    let y = Loops.map(x.scalars) { $0 > 0 ? $0 : slope * $0 }
    return Variable(Tensor(scalars: y, shape: x.shape), from: self) { gradient in
      let slopes = Loops.zip(gradient.scalars, x.scalars) { g, x in x > 0 ? g : slope * g }
      return Tensor(scalars: slopes, shape: x.shape)
    }
  }

  /// The exponential linear unit y: x where x > 0, else a (exp(x) - 1).
  ///
  /// **Shape** any -> the same. Gradient: 1, or a exp(x), which is y + a without its rounding.
  /// Traps when the scale is not finite.
  ///
  /// Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, ICLR 2016.
  public func elu(scale: Float = 1) -> Variable {
    requireFinite(scale, "elu", "scale")
    let x = value
    let negative = Loops.map(x.scalars) { $0 > 0 ? 0 : $0 }
    let below = Kernels.expm1(negative)
    let y = Loops.zip(x.scalars, below) { x, below in x > 0 ? x : scale * below }
    return Variable(Tensor(scalars: y, shape: x.shape), from: self) { gradient in
      let slope = Loops.zip(gradient.scalars, x.scalars, Kernels.exp(negative)) { g, x, power in
        x > 0 ? g : g * (scale * power)
      }
      return Tensor(scalars: slope, shape: x.shape)
    }
  }

  /// The softplus log(1 + exp(x)), a rectifier with a round corner.
  ///
  /// **Shape** any -> the same. Gradient: the sigmoid of x.
  public func softplus() -> Variable {
    let x = value
    return Variable(x.softplus(), from: self) { gradient in gradient * x.sigmoid() }
  }
}

/// x where it is not negative, else 0.
private struct Rectifier: Formula {
  @inline(__always) func callAsFunction(_ x: Float, _: Float) -> Float { x < 0 ? 0 : x }
}

/// The gradient where the rectifier's output is not 0.
private struct Gate: Formula {
  @inline(__always) func callAsFunction(_ g: Float, _ y: Float) -> Float { y <= 0 ? 0 : g }
}
