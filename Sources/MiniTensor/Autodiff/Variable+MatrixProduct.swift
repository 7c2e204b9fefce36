import Kernels

extension Variable {
  /// The matrix product.
  ///
  /// Gradients: g bᵀ for the left, aᵀ g for the right.
  ///
  /// **Shape**
  /// - `[m, k]` and `[k, n]` -> `[m, n]`
  /// - a batch and one matrix: `[..., m, k]` and `[k, n]` -> `[..., m, n]`
  /// - two batches: `[..., m, k]` and `[..., k, n]` -> `[..., m, n]`
  ///
  /// `transposingOther` reads the right factor as `[n, k]`, as attention does with its keys.
  /// Traps when the shapes do not fit, or one factor is a vector.
  public func matmul(_ other: Variable, transposingOther: Bool = false) -> Variable {
    let (a, b) = (value, other.value)
    guard a.rank >= 2, b.rank == 2 || b.rank == a.rank else {
      misuse("matmul", "shapes \(a.shape) and \(b.shape): give both factors as matrices or batches")
    }
    let (wantsA, wantsB) = (wantsGradient, other.wantsGradient)
    let result = a.matmul(b, transposingOther: transposingOther)
    return Variable(result, from: self, other) { gradient in
      let forA = wantsA ? gradient.matmul(b, transposingOther: !transposingOther) : nil
      guard wantsB else { return (forA, nil) }
      // One matrix for a whole batch: the batch is simply more rows.
      let (rows, rowGradients) = b.rank == 2 ? (a.asRows, gradient.asRows) : (a, gradient)
      let forB =
        transposingOther
        ? rowGradients.matmul(rows, transposingSelf: true)
        : rows.matmul(rowGradients, transposingSelf: true)
      return (forA, forB)
    }
  }

  /// A whole layer at once: x w + b.
  ///
  /// **Shape** `x [..., in]`, `weight [in, out]`, `bias [out]` -> `[..., out]`.
  /// Gradients: g wᵀ for x (skipped when x is a constant), xᵀ g for w, and for b the sum of g.
  public func linear(weight: Variable, bias: Variable?) -> Variable {
    let (x, w) = (value, weight.value)
    guard x.rank >= 2, w.rank == 2, x.shape[x.rank - 1] == w.shape[0] else {
      misuse(
        "Linear", "input of shape \(x.shape) for a weight of shape \(w.shape): expected [batch, in]"
      )
    }
    let y = x.linear(weight: w, bias: bias?.value)
    let (wantsInput, hasBias) = (wantsGradient, bias != nil)
    let parents = bias.map { [self, weight, $0] } ?? [self, weight]
    return Variable(y, from: parents) { gradient in
      let rowGradients = gradient.asRows
      let forInput = wantsInput ? gradient.matmul(w, transposingOther: true) : nil
      let forWeight = x.asRows.matmul(rowGradients, transposingSelf: true)
      return hasBias ? [forInput, forWeight, rowGradients.sum(axis: 0)] : [forInput, forWeight]
    }
  }
}

extension Tensor {
  /// x w + b in one pass: the sums start at the bias instead of at zero.
  func linear(weight: Tensor, bias: Tensor?) -> Tensor {
    let columns = weight.shape[1]
    if let bias, bias.shape != Shape(columns) {
      misuse("Linear", "bias of shape \(bias.shape) for a weight of shape \(weight.shape)")
    }
    let plan = MatrixProductPlan(
      shape, transposed: false, weight.shape, transposed: false)
    return Tensor(
      scalars: Kernels.matrixProduct(
        scalars, transposed: false, weight.scalars, transposed: false, rows: plan.rows,
        inner: plan.inner, columns: columns, bias: bias?.scalars), shape: plan.shape)
  }

  /// All leading axes joined into rows.
  ///
  /// **Shape** `[..., n]` -> `[rows, n]`.
  var asRows: Tensor {
    if rank == 2 { return self }
    let columns = shape[rank - 1]
    return Tensor(scalars: scalars, shape: Shape(shape.product(of: 0..<(rank - 1)), columns))
  }
}
