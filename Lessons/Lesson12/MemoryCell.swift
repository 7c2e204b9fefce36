import MiniTensor

/// The cell of this lesson, written out: three gates, one candidate, one sum.
///
/// A gate is a sigmoid between 0, shut, and 1, open. The cell c is changed by adding. So its error
/// comes back along c undiminished as long as the forget gate stays open.
///
/// Source: S. Hochreiter, J. Schmidhuber, Neural Computation 9, 1997; the forget gate: F. Gers and
/// others, Neural Computation 12, 2000.
struct MemoryCell {
  /// **Shape** `W [in, 4 hidden]`, `U [hidden, 4 hidden]`, `b [4 hidden]`.
  let W: Variable
  let U: Variable
  let b: Variable

  /// One step in time.
  ///
  /// **Shape** `x [batch, in]`, `h`, `c [batch, hidden]` -> the new h and c.
  func step(_ x: Variable, h: Variable, c: Variable) -> (h: Variable, c: Variable) {
    let size = h.shape[1]
    let a = x.matmul(W) + h.matmul(U) + b
    func block(_ k: Int) -> Variable { a.slice(axis: 1, (k * size)..<((k + 1) * size)) }

    let input = block(0).sigmoid()  // may the candidate in?
    let forget = block(1).sigmoid()  // how much of the old cell stays?
    let output = block(2).sigmoid()  // may the outside see it?
    let candidate = block(3).tanh()

    let cell = forget * c + input * candidate
    return (output * cell.tanh(), cell)
  }

  /// A whole sequence, step after step.
  ///
  /// **Shape** `[batch, time, in]` -> `[batch, time, hidden]`.
  func unrolled(_ x: Variable) -> Variable {
    let zeros = Variable(constant: Tensor.zeros(x.shape[0], U.shape[0]))
    var (h, c) = (zeros, zeros)
    let outputs = (0..<x.shape[1]).map { t in
      (h, c) = step(x.slice(axis: 1, at: t), h: h, c: c)
      return h
    }
    return .stack(outputs, axis: 1)
  }
}
