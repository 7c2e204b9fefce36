extension Tensor {
  /// Turns scores into probabilities: softmax(x)_i = e^x_i / sum over j of e^x_j.
  ///
  /// **Shape** any -> the same; the numbers along `axis` become positive and add up to 1.
  /// The greatest score is subtracted first, so that e^x cannot overflow.
  public func softmax(axis: Int = -1) -> Tensor {
    let axis = dimensions.axis(axis, in: "softmax")
    let (outer, extent, inner) = dimensions.split(around: axis)
    return Tensor(
      scalars: Kernels.softmax(scalars, outer: outer, extent: extent, inner: inner),
      dimensions: dimensions)
  }

  /// The logarithm of the softmax, without the detour through numbers near 0.
  ///
  /// **Shape** any -> the same. log softmax(x)_i = x_i - log sum over j of e^x_j.
  public func logSoftmax(axis: Int = -1) -> Tensor {
    self - logSumExp(axis: axis, keepingDimension: true)
  }

  /// log sum over j of e^x_j along one axis: a smooth maximum.
  ///
  /// Stable for scores of any size.
  ///
  /// **Shape** `[batch, classes]`, axis 1 -> `[batch]`. Minus infinity when the axis is empty.
  public func logSumExp(axis: Int = -1, keepingDimension: Bool = false) -> Tensor {
    let axis = dimensions.axis(axis, in: "logSumExp")
    guard dimensions[axis] > 0 else {
      let shape = dimensions.removing(axis: axis, keepingDimension: keepingDimension)
      return Tensor(
        scalars: Array(repeating: -.infinity, count: shape.count), dimensions: shape)
    }
    // An infinite maximum must not turn into infinity - infinity: shift by a finite number.
    let greatest = max(axis: axis, keepingDimension: true)
    let shift = greatest.clamped(to: -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude)
    let sums = (self - shift).exp().sum(axis: axis, keepingDimension: true)
    var result = sums.log() + shift
    result.dimensions = dimensions.removing(axis: axis, keepingDimension: keepingDimension)
    return result
  }
}
