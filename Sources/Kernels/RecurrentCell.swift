import Loops

/// What one sequence does in one time step, for each kind of recurrent layer.
///
/// The blocks of a row, each `size` numbers: tanh, relu [h]; gru [reset, update, candidate];
/// lstm [input, forget, output, candidate], or [input, output, candidate] as in 1997.
package enum RecurrentCell: Equatable, Sendable {
  case tanh, relu, gru
  case lstm(hasForgetGate: Bool)

  /// How many blocks the products x W and h U have.
  package var blockCount: Int {
    switch self {
    case .tanh, .relu: 1
    case .gru: 3
    case .lstm(let hasForgetGate): hasForgetGate ? 4 : 3
    }
  }

  /// - Parameters:
  ///   - n: how many units.
  ///   - gates: on entry x W + b + h U, for the gru x W + b; on return the gates after their
  ///     activations.
  ///   - product: h U, read by the gru only.
  ///   - previousMemory: the lstm's cell before.
  ///   - memory: takes what must be remembered: the lstm's cell, h U of the gru's candidate.
  ///   - previousHidden: the h before.
  ///   - hidden: takes the new h.
  func forward(
    size n: Int, gates: UnsafeMutablePointer<Float>, product: UnsafePointer<Float>,
    previousMemory: UnsafePointer<Float>, memory: UnsafeMutablePointer<Float>,
    previousHidden: UnsafePointer<Float>, hidden: UnsafeMutablePointer<Float>
  ) {
    let last = (blockCount - 1) * n
    let candidate = gates + last
    switch self {
    case .tanh:
      Kernels.tanh(gates, gates, n)
      hidden.update(from: gates, count: n)
    case .relu:
      for j in 0..<n {
        gates[j] = max(gates[j], 0)
        hidden[j] = gates[j]
      }
    case .gru:
      for j in 0..<last { gates[j] += product[j] }
      Kernels.sigmoid(gates, gates, last)
      memory.update(from: product + last, count: n)
      for j in 0..<n { candidate[j] += gates[j] * memory[j] }
      Kernels.tanh(candidate, candidate, n)
      let update = gates + n
      for j in 0..<n {
        hidden[j] = (1 - update[j]) * candidate[j] + update[j] * previousHidden[j]
      }
    case .lstm(let hasForgetGate):
      Kernels.sigmoid(gates, gates, last)
      Kernels.tanh(candidate, candidate, n)
      if hasForgetGate {
        let forget = gates + n
        for j in 0..<n { memory[j] = forget[j] * previousMemory[j] + gates[j] * candidate[j] }
      } else {
        for j in 0..<n { memory[j] = previousMemory[j] + gates[j] * candidate[j] }
      }
      Kernels.tanh(memory, hidden, n)
      let output = candidate - n
      for j in 0..<n { hidden[j] *= output[j] }
    }
  }

  /// Goes back through one step.
  ///
  /// - Parameters:
  ///   - n: how many units.
  ///   - gates: after their activations.
  ///   - previousHidden: the h before.
  ///   - previousMemory: the lstm's cell before.
  ///   - memory: what the way forward remembered.
  ///   - hiddenGradient: that of h on entry; on return what goes straight to the h before.
  ///   - memoryGradient: that of the lstm's cell on entry, of the cell before on return.
  ///   - inputGradient: takes the gradient of x W + b; written by the gru only.
  ///   - productGradient: takes the gradient of h U, for all others that of x W + b too.
  func backward(
    size n: Int, gates: UnsafePointer<Float>, previousHidden: UnsafePointer<Float>,
    previousMemory: UnsafePointer<Float>, memory: UnsafePointer<Float>,
    hiddenGradient: UnsafeMutablePointer<Float>, memoryGradient: UnsafeMutablePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>, productGradient: UnsafeMutablePointer<Float>
  ) {
    let last = (blockCount - 1) * n
    // The candidate's block holds tanh of the cell until its own gradient overwrites it.
    if case .lstm = self { Kernels.tanh(memory, productGradient + last, n) }
    for j in stride(from: 0, to: n, by: Lanes.scalarCount) {
      let count = min(Lanes.scalarCount, n - j)
      @inline(__always)
      func load(_ from: UnsafePointer<Float>) -> Lanes { read(from + j, count) }
      @inline(__always)
      func store(_ numbers: Lanes, _ to: UnsafeMutablePointer<Float>) {
        write(numbers, to + j, count)
      }
      let dh = load(hiddenGradient)
      switch self {
      case .tanh:
        let h = load(gates)
        store(dh * (1 - h * h), productGradient)
        store(.zero, hiddenGradient)
      case .relu:
        store(dh.replacing(with: 0, where: load(gates) .<= 0), productGradient)
        store(.zero, hiddenGradient)
      case .gru:
        let (reset, update, candidate) = (load(gates), load(gates + n), load(gates + last))
        let dCandidate = dh * (1 - update) * (1 - candidate * candidate)
        let dUpdate = dh * (load(previousHidden) - candidate) * update * (1 - update)
        let dReset = dCandidate * load(memory) * reset * (1 - reset)
        store(dReset, inputGradient)
        store(dUpdate, inputGradient + n)
        store(dCandidate, inputGradient + last)
        store(dReset, productGradient)
        store(dUpdate, productGradient + n)
        store(dCandidate * reset, productGradient + last)
        store(dh * update, hiddenGradient)
      case .lstm(let hasForgetGate):
        let (input, output) = (load(gates), load(gates + (last - n)))
        let (candidate, squashed) = (load(gates + last), load(productGradient + last))
        var dCell = load(memoryGradient) + dh * output * (1 - squashed * squashed)
        store(dCell * candidate * input * (1 - input), productGradient)
        store(dh * squashed * output * (1 - output), productGradient + (last - n))
        store(dCell * input * (1 - candidate * candidate), productGradient + last)
        if hasForgetGate {
          let forget = load(gates + n)
          store(dCell * load(previousMemory) * forget * (1 - forget), productGradient + n)
          dCell *= forget
        }
        store(dCell, memoryGradient)
        store(.zero, hiddenGradient)
      }
    }
  }
}

/// A whole register, or its first `count` numbers at the end of a row.
@inline(__always)
private func read(_ from: UnsafePointer<Float>, _ count: Int) -> Lanes {
  count == Lanes.scalarCount
    ? Loops.load(from) : readEnd(from, count)
}

@inline(__always)
private func write(_ numbers: Lanes, _ to: UnsafeMutablePointer<Float>, _ count: Int) {
  if count == Lanes.scalarCount {
    Loops.store(numbers, to)
  } else {
    writeEnd(numbers, to, count)
  }
}

@inline(never)
private func readEnd(_ from: UnsafePointer<Float>, _ count: Int) -> Lanes {
  var numbers = Lanes.zero
  for j in 0..<count { numbers[j] = from[j] }
  return numbers
}

@inline(never)
private func writeEnd(_ numbers: Lanes, _ to: UnsafeMutablePointer<Float>, _ count: Int) {
  for j in 0..<count { to[j] = numbers[j] }
}
