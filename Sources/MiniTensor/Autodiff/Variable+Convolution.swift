import Kernels

extension Variable {
  /// Slides filters over sequences or images: the same small weights at every position.
  ///
  /// y[b, o, p] = bias[o] + sum over c, k of weight[o, c, k] · x[b, c, stride · p + k - padding],
  /// with zeros beyond the edge; in two shape p and k are pairs.
  ///
  /// **Shape**
  /// - `x [batch, in, length]`, `weight [out, in, kernel]` -> `[batch, out, positions]`
  /// - `x [batch, in, height, width]`, `weight [out, in, kernel, kernel]`
  ///   -> `[batch, out, positions, positions]`
  ///
  /// positions = (length + 2 · padding - kernel) / stride + 1, rounded down; `bias [out]`.
  /// This is what deep learning calls a convolution; the filter is not reversed.
  /// Traps when the channels differ or the filter is larger than the padded input.
  /// Complexity: O(batch · out · positions · in · kernel).
  /// Source: Y. LeCun and others, Neural Computation 1(4), 1989.
  public func convolution(
    weight: Variable, bias: Variable? = nil, stride: Int = 1, padding: Int = 0
  ) -> Variable {
    let (x, w) = (value, weight.value)
    let plan = ConvolutionPlan(x.shape, weight: w.shape, stride: stride, padding: padding)
    if let bias, bias.shape != [w.shape[0]] {
      misuse("convolution", "bias of shape \(bias.shape) for a weight of shape \(w.shape)")
    }
    let y = Kernels.convolution(x.scalars, weight: w.scalars, bias: bias?.value.scalars, plan)
    let image: Shape = [plan.batch, plan.outputChannels, plan.outputHeight, plan.outputWidth]
    let shape = x.rank == 3 ? image.removing(axis: 2) : image
    let (wantsInput, hasBias) = (wantsGradient, bias != nil)
    let parents = bias.map { [self, weight, $0] } ?? [self, weight]
    return Variable(Tensor(scalars: y, shape: shape), from: parents) { gradient in
      let result = Kernels.convolutionGradients(
        gradient.scalars, input: x.scalars, weight: w.scalars, wantsInput: wantsInput, plan)
      let forInput = result.input.map { x.holding($0) }
      let forWeight = w.holding(result.weight)
      return hasBias ? [forInput, forWeight, Tensor(result.bias)] : [forInput, forWeight]
    }
  }
}

extension ConvolutionPlan {
  init(_ x: Shape, weight: Shape, stride: Int, padding: Int) {
    guard x.count == 3 || x.count == 4, weight.count == x.count, x[1] == weight[1] else {
      misuse(
        "convolution",
        """
        input of shape \(x) for a weight of shape \(weight): expected [batch, channels, ...] and \
        [out, channels, ...] with the same channels and as many axes
        """)
    }
    guard stride >= 1, padding >= 0, padding <= Int32.max else {
      misuse(
        "convolution",
        "stride \(stride), padding \(padding): expected 1 or more, and 0 to \(Int32.max)")
    }
    let isImage = x.count == 4
    for axis in 2..<x.count where weight[axis] > x[axis] + 2 * padding || weight[axis] < 1 {
      misuse(
        "convolution",
        """
        a filter of shape \(weight) on \(x) with padding \(padding): \
        expected extents from 1 to those of the padded input
        """)
    }
    self.init(
      batch: x[0], inputChannels: x[1], height: isImage ? x[2] : 1, width: x[x.count - 1],
      outputChannels: weight[0], kernelHeight: isImage ? weight[2] : 1,
      kernelWidth: weight[x.count - 1], verticalStride: isImage ? stride : 1,
      horizontalStride: stride, verticalPadding: isImage ? padding : 0, horizontalPadding: padding)
  }
}
