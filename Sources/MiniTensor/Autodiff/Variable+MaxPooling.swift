import Kernels

extension Variable {
  /// Keeps the greatest number of each window.
  ///
  /// **Shape** `[..., length]` with one size, or `[..., height, width]` with two.
  /// Gradient: all of it to the place of the greatest number, the first of equals.
  /// Traps when a window is larger than the input.
  public func maxPool(size: [Int], stride: [Int]) -> Variable {
    let (plan, shape) = PoolingPlan.plan(value.shape, size, stride)
    let (y, places) = Kernels.maximumPooling(value.scalars, plan)
    let before = value.shape
    return Variable(Tensor(scalars: y, shape: shape), from: self) { gradient in
      Tensor(
        scalars: Kernels.maximumPoolingGradient(
          gradient.scalars, places: places, count: before.elementCount), shape: before)
    }
  }
}

extension PoolingPlan {
  /// The plan, and the shape of the result.
  fileprivate static func plan(_ x: Shape, _ size: [Int], _ stride: [Int]) -> (PoolingPlan, Shape) {
    let axes = x.suffix(size.count)
    guard size.count == 1 || size.count == 2, stride.count == size.count, x.count > size.count,
      zip(size, axes).allSatisfy({ $0 >= 1 && $0 <= $1 }), stride.allSatisfy({ $0 >= 1 })
    else {
      misuse(
        "maxPool",
        """
        windows \(size) with stride \(stride) do not fit the shape \(x): expected one or two \
        extents, from 1 to those of the last axes, and as many strides of 1 or more
        """)
    }
    let plan = PoolingPlan(
      planes: x.dropLast(size.count).reduce(1, *),
      height: size.count == 2 ? x[x.count - 2] : 1, width: x[x.count - 1],
      windowHeight: size.count == 2 ? size[0] : 1, windowWidth: size[size.count - 1],
      verticalStride: size.count == 2 ? stride[0] : 1, horizontalStride: stride[stride.count - 1])
    let extents = size.count == 2 ? [plan.outputHeight, plan.outputWidth] : [plan.outputWidth]
    return (plan, Shape(x.dropLast(size.count) + extents))
  }
}
