import Kernels

extension Variable {
  /// A whole recurrent layer as one operation: all steps forward, all steps backward.
  ///
  /// The parameters are W, U and b of x W + h U + b, and c of h U + c, which only the gru has.
  ///
  /// **Shape** self `[batch, time, in]`, states `[batch, hidden]` or nil for zeros
  /// -> outputs `[batch, time, hidden]`, the last of them and the last memory `[batch, hidden]`.
  func recurrent(
    _ name: String, _ cell: RecurrentCell, _ parameters: [Variable], hidden: Variable?,
    memory: Variable? = nil
  ) -> (outputs: Variable, lastOutput: Variable, lastMemory: Variable) {
    let (x, w, u) = (value, parameters[0].value, parameters[1].value)
    let size = u.shape.first ?? 0
    guard x.rank == 3, w.rank == 2, u.rank == 2, x.shape[2] == w.shape[0], !x.isEmpty else {
      misuse(name, "input of shape \(shape): expected [batch, time, \(w.shape.first ?? 0)], none 0")
    }
    let width = cell.blockCount * size
    let biases = parameters.dropFirst(2).map(\.value)
    guard w.shape == Shape(x.shape[2], width), u.shape == Shape(size, width),
      biases.allSatisfy({ $0.shape == Shape(width) })
    else {
      misuse(
        name,
        """
        weights of shape \(w.shape) and \(u.shape), biases of shape \(biases.map(\.shape)): \
        expected [in, \(width)], [\(size), \(width)] and [\(width)]
        """)
    }
    let (batch, time) = (x.shape[0], x.shape[1])
    for state in [hidden, memory] {
      guard let state, state.shape != Shape(batch, size) else { continue }
      misuse(
        name, "a state of shape \(state.shape) for input \(shape): expected [\(batch), \(size)]")
    }
    let recurrence = Recurrence(cell: cell, batch: batch, time: time, size: size)
    let zeros = Tensor.zeros(batch, size)
    let byTime = x.swappingBatchAndTime()
    let trace = recurrence.forward(
      gates: byTime.asRows.linear(weight: w, bias: biases[0]).scalars, weight: u.scalars,
      bias: biases.dropFirst().first?.scalars,
      hidden: (hidden?.value ?? zeros).scalars, memory: (memory?.value ?? zeros).scalars)

    // The last memory is a second result. In the graph it uses the outputs, so its gradient
    // arrives before theirs, and waits here.
    let waiting = Waiting()
    let wantsInput = wantsGradient
    let states = Kernels.permute(
      trace.hidden, from: batch * size, extents: [time, batch, size], order: [1, 0, 2])
    let outputs = Variable(
      Tensor(states, shape: [batch, time, size]),
      from: [self] + parameters + [hidden, memory].compactMap { $0 }
    ) { gradient in
      let memoryGradient = waiting.gradient ?? zeros
      waiting.gradient = nil
      let gradients = recurrence.backward(
        trace, weight: u.scalars, gradient: gradient.swappingBatchAndTime().scalars,
        memoryGradient: memoryGradient.scalars)
      let forInputs = Tensor(gradients.inputs, shape: [time * batch, recurrence.width])
      let forX =
        wantsInput
        ? forInputs.matmul(w, transposingOther: true).reshaped(byTime.shape).swappingBatchAndTime()
        : nil
      let (forW, forU) = recurrence.weightGradients(
        inputs: byTime.scalars, inputSize: x.shape[2], hidden: trace.hidden, gradients)
      var result = [forX, w.holding(forW), u.holding(forU), forInputs.sum(axis: 0)]
      if biases.count > 1 { result.append(forInputs.holding(gradients.products).sum(axis: 0)) }
      if hidden != nil { result.append(zeros.holding(gradients.hidden)) }
      if memory != nil { result.append(zeros.holding(gradients.memory)) }
      return result
    }
    let last = Tensor(Array(trace.memory.suffix(batch * size)), shape: [batch, size])
    let lastMemory = Variable(last, from: outputs) { gradient in
      waiting.gradient = gradient
      return Tensor.zeros(batch, time, size)
    }
    return (outputs, outputs.slice(axis: 1, at: time - 1), lastMemory)
  }

  /// The input of one step as a sequence of length 1.
  ///
  /// **Shape** `[batch, in]` -> `[batch, 1, in]`.
  func asOneStep(_ name: String) -> Variable {
    guard shape.rank == 2 else {
      misuse(name, "a step with an input of shape \(shape): expected [batch, in]")
    }
    return reshaped(shape[0], 1, shape[1])
  }
}

extension Tensor {
  /// **Shape** `[a, b, n]` -> `[b, a, n]`.
  fileprivate func swappingBatchAndTime() -> Tensor {
    let (a, b) = (shape[0], shape[1])
    return a == 1 || b == 1 ? reshaped(b, a, -1) : transposed(axes: [1, 0, 2])
  }
}

/// Keeps a gradient until it is needed.
private final class Waiting {
  var gradient: Tensor?
}
