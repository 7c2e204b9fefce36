/// How few hidden units can be enough: the edges of the cube that a hidden layer has to cut.

/// The corners of the n-cube are the inputs of n bits; an edge joins two that differ in one bit.
///
/// Flipping one bit flips the parity. So for parity the two ends of *every* edge need different
/// hidden codes: some hidden unit must fire on one end and not on the other. It *cuts* the edge.
struct CubeEdges {
  let inputCount: Int
  let edges: [(from: Int, to: Int)]

  init(inputCount: Int) {
    precondition(inputCount <= 4, "CubeEdges: 32 edges at most, so 4 inputs, not \(inputCount)")
    self.inputCount = inputCount
    edges = (0..<inputCount).flatMap { bit in
      (0..<(1 << inputCount)).filter { $0 >> bit & 1 == 0 }.map { ($0, $0 | 1 << bit) }
    }
  }

  /// The edges that a function cuts, one bit an edge.
  func cut(by table: TruthTable) -> UInt32 {
    edges.enumerated().reduce(into: 0) { cut, edge in
      let (from, to) = (edge.element.from, edge.element.to)
      if table.code >> from & 1 != table.code >> to & 1 { cut |= 1 << UInt32(edge.offset) }
    }
  }

  /// The least number of these functions that together cut every edge; all choices are tried.
  ///
  /// Nil when more than `inputCount` would be needed; one for each input is always enough.
  func leastNumber(of functions: [TruthTable]) -> Int? {
    let cuts = Array(Set(functions.map(cut(by:)))).sorted()
    // Whoever cuts everything must cut the first edge still whole: only those need trying.
    let cutters = edges.indices.map { edge in cuts.filter { $0 >> UInt32(edge) & 1 == 1 } }

    func canFinish(_ done: UInt32, with left: Int) -> Bool {
      let whole = (~done).trailingZeroBitCount
      if whole >= edges.count { return true }
      if left == 0 { return false }
      return cutters[whole].contains { canFinish(done | $0, with: left - 1) }
    }
    return (0...inputCount).first { canFinish(0, with: $0) }
  }
}
