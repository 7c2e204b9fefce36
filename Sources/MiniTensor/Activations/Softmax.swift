import Kernels

extension Tensor {
  /// Turns scores into probabilities: softmax(x)_i = e^x_i / sum over j of e^x_j.
  ///
  /// **Shape** any -> the same; the numbers along `axis` become positive and add up to 1.
  /// The greatest score is subtracted first, so that e^x cannot overflow.
  public func softmax(axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, in: "softmax")
    let (outer, extent, inner) = shape.split(around: axis)
    return holding(Kernels.softmax(scalars, outer: outer, extent: extent, inner: inner))
  }

  /// The logarithm of the softmax, without the detour through numbers near 0.
  ///
  /// **Shape** any -> the same. log softmax(x)_i = x_i - log sum over j of e^x_j.
  public func logSoftmax(axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, in: "logSoftmax")
    if isEmpty { return self }
    // The greatest leaves first: beside 10⁸ the logarithm of a sum would be lost.
    let shifted = self - max(axis: axis, keepingDimension: true)
    return shifted - shifted.exp().sum(axis: axis, keepingDimension: true).log()
  }

  /// log sum over j of e^x_j along one axis: a smooth maximum.
  ///
  /// Stable for scores of any size.
  ///
  /// **Shape** `[batch, classes]`, axis 1 -> `[batch]`. Minus infinity when the axis is empty.
  public func logSumExp(axis: Int = -1, keepingDimension: Bool = false) -> Tensor {
    let axis = shape.axis(axis, in: "logSumExp")
    let reduced = shape.reducing(axis: axis, keepingDimension: keepingDimension)
    guard shape[axis] > 0 else { return .full(reduced, -.infinity) }
    // An infinite maximum must not turn into infinity - infinity: shift by a finite number.
    let greatest = max(axis: axis, keepingDimension: true)
    let shift = greatest.clamped(to: -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude)
    let sums = (self - shift).exp().sum(axis: axis, keepingDimension: true)
    var result = sums.log() + shift
    result.shape = reduced
    return result
  }
}

extension Variable {
  /// The softmax y along an axis: exp(x) / sum of exp(x).
  ///
  /// **Shape** any -> the same. Gradient: y (g - sum of g y).
  public func softmax(axis: Int = -1) -> Variable {
    let y = value.softmax(axis: axis)
    return Variable(y, from: self) { gradient in
      y * (gradient - (gradient * y).sum(axis: axis, keepingDimension: true))
    }
  }

  /// The logarithm of the softmax.
  ///
  /// **Shape** any -> the same. Gradient: g - softmax times the sum of g.
  public func logSoftmax(axis: Int = -1) -> Variable {
    let y = value.logSoftmax(axis: axis)
    return Variable(y, from: self) { gradient in
      gradient - y.exp() * gradient.sum(axis: axis, keepingDimension: true)
    }
  }

  /// The logarithm of the sum of exponentials along an axis.
  ///
  /// **Shape** as for tensors. Gradient: the softmax.
  public func logSumExp(axis: Int = -1, keepingDimension: Bool = false) -> Variable {
    let (x, axis) = (value, value.shape.axis(axis, in: "logSumExp"))
    let result = x.logSumExp(axis: axis, keepingDimension: keepingDimension)
    return Variable(result, from: self) { gradient in
      x.softmax(axis: axis) * gradient.restoring(axis: axis, of: x.shape)
    }
  }
}
