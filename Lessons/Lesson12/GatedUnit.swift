import MiniTensor

/// The gated recurrent unit, written out: two gates, one candidate, no cell beside the output.
///
/// Source: K. Cho and others, EMNLP 2014, section 2.3. Here the reset gate works after the product
/// with U, as in PyTorch; in the paper, before it.
struct GatedUnit {
  /// **Shape** `W [in, 3 hidden]`, `U [hidden, 3 hidden]`, `b` and `c [3 hidden]`.
  let W: Variable
  let U: Variable
  let b: Variable
  let c: Variable

  /// One step in time.
  ///
  /// **Shape** `x [batch, in]`, `h [batch, hidden]` -> the new h.
  func step(_ x: Variable, h: Variable) -> Variable {
    let size = h.shape[1]
    let heard = x.matmul(W) + b
    let remembered = h.matmul(U) + c
    func block(_ a: Variable, _ k: Int) -> Variable {
      a.slice(axis: 1, (k * size)..<((k + 1) * size))
    }

    let reset = (block(heard, 0) + block(remembered, 0)).sigmoid()  // does the past count?
    let keep = (block(heard, 1) + block(remembered, 1)).sigmoid()  // how much of h stays?
    let candidate = (block(heard, 2) + reset * block(remembered, 2)).tanh()

    return (1 - keep) * candidate + keep * h
  }

  /// A whole sequence, step after step.
  ///
  /// **Shape** `[batch, time, in]` -> `[batch, time, hidden]`.
  func unrolled(_ x: Variable) -> Variable {
    var h = Variable(constant: Tensor.zeros(x.shape[0], U.shape[0]))
    let outputs = (0..<x.shape[1]).map { t in
      h = step(x.slice(axis: 1, at: t), h: h)
      return h
    }
    return .stack(outputs, axis: 1)
  }
}
