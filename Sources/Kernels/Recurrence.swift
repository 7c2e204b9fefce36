import Loops

/// A recurrent layer over a batch of sequences, all steps of it, forward and backward.
///
/// What does not need the past is done for all steps at once: x W before the first step, the
/// gradients of the weights after the last. Inside the loop only h U remains, with U packed once.
/// All lists here are ordered by time first, so that one step lies together in memory.
/// Sequences never meet, so threads share them out, each with all its steps.
package struct Recurrence: Sendable {
  let cell: RecurrentCell
  let batch: Int
  let time: Int
  /// Numbers in a hidden state.
  let size: Int

  package init(cell: RecurrentCell, batch: Int, time: Int, size: Int) {
    (self.cell, self.batch, self.time, self.size) = (cell, batch, time, size)
  }

  /// Numbers in a row of gates.
  package var width: Int { cell.blockCount * size }

  /// What the way back needs: gates after their activations `[time, batch, width]`, and the states,
  /// the given ones first, `[time + 1, batch, size]`.
  package struct Trace: Sendable {
    package var gates, hidden, memory: [Float]
  }

  /// Of x W + b and of h U `[time, batch, width]`, and of the first states `[batch, size]`.
  package struct Gradients: Sendable {
    package var inputs, products, hidden, memory: [Float]
  }

  /// - Parameters:
  ///   - gates: x W + b for all steps, `[time, batch, width]`.
  ///   - weight: U, `[size, width]`.
  ///   - bias: added to every h U, or nil.
  ///   - hidden: the state before the first step, `[batch, size]`.
  ///   - memory: what is remembered before the first step, `[batch, size]`.
  package func forward(
    gates: consuming [Float], weight: [Float], bias: [Float]?, hidden: [Float], memory: [Float]
  ) -> Trace {
    OperationCount.add(.matrixProducts, 2 * time * batch * size * width)
    var written = [gates, room((time + 1) * size, hidden), room((time + 1) * size, memory)]
    gates = []
    let packed = pack(weight, rows: size)
    reading([bias ?? [Float](repeating: 0, count: width)]) { bias in
      writing(&written) { written in
        split { sequences in
          let (gates, hidden, memory) = (written[0], written[1], written[2])
          let count = sequences.count
          withUnsafeTemporaryAllocation(of: Float.self, capacity: count * width) { scratch in
            let products = scratch.baseAddress.unsafelyUnwrapped
            for t in 0..<time {
              let first = t * batch + sequences.lowerBound
              // The gru's candidate needs h U by itself; for the others it joins x W + b at once.
              if cell == .gru {
                multiply(count, hidden + first * size, packed, into: products, bias: bias[0])
              } else {
                multiply(count, hidden + first * size, packed, addingTo: gates + first * width)
              }
              for row in 0..<count {
                let now = (first + row) * size
                let next = now + batch * size
                cell.forward(
                  size: size, gates: gates + (first + row) * width, product: products + row * width,
                  previousMemory: memory + now, memory: memory + next,
                  previousHidden: hidden + now, hidden: hidden + next)
              }
            }
          }
        }
      }
    }
    return Trace(gates: written[0], hidden: written[1], memory: written[2])
  }

  /// - Parameters:
  ///   - trace: what `forward` returned.
  ///   - weight: U, `[size, width]`.
  ///   - gradient: of all hidden states, `[time, batch, size]`.
  ///   - memoryGradient: of the last memory, `[batch, size]`.
  package func backward(
    _ trace: Trace, weight: [Float], gradient: [Float], memoryGradient: [Float]
  ) -> Gradients {
    OperationCount.add(.matrixProducts, 2 * time * batch * size * width)
    let zeros = [Float](repeating: 0, count: batch * size)
    // Only in a gru do x W and h U receive different gradients.
    var written = [
      room(time * width), zeros, memoryGradient, cell == .gru ? room(time * width) : [0],
    ]
    let packed = pack(weight, rows: size, transposed: true)
    reading([trace.gates, trace.hidden, trace.memory, gradient]) { given in
      writing(&written) { written in
        split { sequences in
          let count = sequences.count
          for t in (0..<time).reversed() {
            let first = t * batch + sequences.lowerBound
            let hiddenGradient = written[1] + sequences.lowerBound * size
            let arriving = given[3] + first * size
            for j in 0..<(count * size) { hiddenGradient[j] += arriving[j] }
            for row in 0..<count {
              let (now, gates) = ((first + row) * size, (first + row) * width)
              cell.backward(
                size: size, gates: given[0] + gates, previousHidden: given[1] + now,
                previousMemory: given[2] + now, memory: given[2] + now + batch * size,
                hiddenGradient: hiddenGradient + row * size,
                memoryGradient: written[2] + (sequences.lowerBound + row) * size,
                inputGradient: written[3] + (cell == .gru ? gates : 0),
                productGradient: written[0] + gates)
            }
            multiply(count, written[0] + first * width, packed, addingTo: hiddenGradient)
          }
        }
      }
    }
    return Gradients(
      inputs: written[cell == .gru ? 3 : 0], products: written[0], hidden: written[1],
      memory: written[2])
  }

  /// xᵀ and the earlier hidden states' transpose times the gradients, over all steps at once.
  ///
  /// **Shape** inputs `[time, batch, in]` -> `[in, width]` and `[size, width]`.
  package func weightGradients(
    inputs: [Float], inputSize: Int, hidden: [Float], _ gradients: Gradients
  ) -> ([Float], [Float]) {
    OperationCount.add(.matrixProducts, 2 * time * batch * (inputSize + size) * width)
    // Packed once for both, except in the gru, where x W and h U have gradients of their own.
    let forInputs = pack(gradients.inputs, rows: time * batch)
    let forHidden = cell == .gru ? pack(gradients.products, rows: time * batch) : forInputs
    return (
      transposed(inputs, inputSize, times: forInputs), transposed(hidden, size, times: forHidden)
    )
  }

  /// aᵀ b for a of `columns` columns.
  private func transposed(_ a: [Float], _ columns: Int, times b: PackedMatrix) -> [Float] {
    a.withUnsafeBufferPointer { a in
      list(columns * width) { c in
        guard let a = a.baseAddress else { return }
        let view = MatrixView(start: a, rowStep: 1, columnStep: columns)
        MatrixProduct(rows: columns, inner: b.inner, columns: width, a: view, b: view, c: c)
          .multiply(by: b)
      }
    }
  }

  private func multiply(
    _ rows: Int, _ a: UnsafePointer<Float>, _ packed: PackedMatrix,
    into c: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>? = nil, isAdded: Bool = false
  ) {
    let view = MatrixView(start: a, rowStep: packed.inner, columnStep: 1)
    MatrixProduct(
      rows: rows, inner: packed.inner, columns: packed.columns, a: view, b: view, c: c, bias: bias,
      isAdded: isAdded
    ).multiply(by: packed)
  }

  private func multiply(
    _ rows: Int, _ a: UnsafePointer<Float>, _ packed: PackedMatrix,
    addingTo c: UnsafeMutablePointer<Float>
  ) {
    multiply(rows, a, packed, into: c, isAdded: true)
  }

  /// Some sequences for each thread, which then calls no further threads.
  private func split(_ body: (Range<Int>) -> Void) {
    Threads.split(batch, unit: 4, work: batch * time * size * width) { sequences in
      Threads.$count.withValue(1) { body(sequences) }
    }
  }

  /// A matrix of `rows` rows, ready to be the right factor of a product.
  private func pack(_ matrix: [Float], rows: Int, transposed: Bool = false) -> PackedMatrix {
    matrix.withUnsafeBufferPointer { matrix in
      // Layers have checked that there is at least one number.
      let start = matrix.baseAddress.unsafelyUnwrapped
      return transposed
        ? PackedMatrix(
          MatrixView(start: start, rowStep: 1, columnStep: width), inner: width, columns: rows)
        : PackedMatrix(
          MatrixView(start: start, rowStep: width, columnStep: 1), inner: rows, columns: width)
    }
  }

  /// A list of `[batch]` times `count` numbers to be written, which may begin with given ones.
  private func room(_ count: Int, _ beginning: [Float] = []) -> [Float] {
    _ = Memory.keepsLargeBlocks
    return Array(unsafeUninitializedCapacity: batch * count) { list, initialized in
      for i in beginning.indices { list[i] = beginning[i] }
      initialized = batch * count
    }
  }
}

/// The lists as pointers, all at once.
private func reading(
  _ lists: [[Float]], _ found: [UnsafePointer<Float>] = [],
  _ body: ([UnsafePointer<Float>]) -> Void
) {
  guard found.count < lists.count else { return body(found) }
  lists[found.count].withUnsafeBufferPointer { list in
    reading(lists, found + [list.baseAddress.unsafelyUnwrapped], body)
  }
}

/// The same for lists that are written.
private func writing(_ lists: inout [[Float]], _ body: ([UnsafeMutablePointer<Float>]) -> Void) {
  var found: [UnsafeMutablePointer<Float>] = []
  func take() {
    guard var list = lists.popLast() else { return body(found.reversed()) }
    list.withUnsafeMutableBufferPointer { pointer in
      found.append(pointer.baseAddress.unsafelyUnwrapped)
      take()
    }
    lists.append(list)
  }
  take()
}
