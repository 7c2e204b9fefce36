import MiniTensor

/// Units of +1 and -1, each joined with every other by a weight that is the same both ways.
///
/// Source: J. J. Hopfield, Neural networks and physical systems with emergent collective
/// computational abilities, PNAS 79 (1982), 2554-2558; with +-1 in place of its 0 and 1.
struct HopfieldNetwork: Sendable {
  /// Symmetric, with zeros on the diagonal. `[units, units]`
  let weights: Tensor

  var unitCount: Int { weights.shape[0] }

  /// Hebb's rule: units that agree in a pattern are joined more strongly, others less.
  ///
  /// **Shape** `patterns [count, units]`, each -1 or +1.
  init(storing patterns: Tensor) {
    let units = patterns.shape[1]
    var w = patterns.matmul(patterns, transposingSelf: true) * (1 / Float(units))
    for unit in 0..<units { w[unit, unit] = 0 }
    weights = w
  }

  /// The projection rule: every pattern becomes a fixed point, however alike they are.
  ///
  /// W = X' (X X')^-1 X, the projection onto the patterns, without its diagonal.
  ///
  /// Source: L. Personnaz, I. Guyon and G. Dreyfus, Journal de Physique Lettres 46 (1985), 359-365.
  init(projectingOnto patterns: Tensor) {
    let units = patterns.shape[1]
    let overlaps = patterns.matmul(patterns, transposingOther: true)  // [count, count]
    var w = patterns.matmul(solve(overlaps, patterns), transposingSelf: true)
    for unit in 0..<units { w[unit, unit] = 0 }
    weights = w
  }

  /// E = -1/2 sum over i, j of w_ij s_i s_j, added up in Double.
  func energy(_ state: [Float]) -> Double {
    let fields = weights.matmul(Tensor(state)).scalars
    return -0.5 * zip(fields, state).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
  }

  /// One unit after the other looks at its field and turns to its sign, until none wants to turn.
  ///
  /// - Parameter visit: sees the state after each flip.
  /// - Returns: where it came to rest.
  func settled(
    from start: [Float], using random: inout RandomGenerator,
    visit: ([Float]) -> Void = { _ in }
  ) -> [Float] {
    var state = start
    var fields = weights.matmul(Tensor(state)).scalars
    let w = weights.scalars
    let units = unitCount
    var isMoving = true
    while isMoving {
      isMoving = false
      for unit in random.permutation(units) where fields[unit] * state[unit] < 0 {
        state[unit] = -state[unit]
        isMoving = true
        let twice = 2 * state[unit]
        for other in 0..<units { fields[other] += twice * w[unit * units + other] }
        visit(state)
      }
    }
    return state
  }
}

/// The solution of A X = B for a small symmetric A, by elimination in Double.
///
/// **Shape** `a [n, n]`, `b [n, m]` -> `[n, m]`
func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (n, m) = (a.shape[0], b.shape[1])
  var rows = (0..<n).map { row in
    (a.row(row).scalars + b.row(row).scalars).map(Double.init)
  }
  for pivot in 0..<n {
    let best = (pivot..<n).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) }!
    rows.swapAt(pivot, best)
    for row in 0..<n where row != pivot {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in pivot..<(n + m) { rows[row][column] -= factor * rows[pivot][column] }
    }
  }
  return Tensor(
    rows.enumerated().flatMap { index, row in row[n...].map { Float($0 / row[index]) } },
    shape: [n, m])
}

extension Tensor {
  /// Random patterns of +1 and -1. `[count, units]`
  static func patterns(
    _ count: Int, units: Int, using random: inout RandomGenerator
  ) -> Tensor {
    Tensor.uniform([count, units], using: &random).map { $0 < 0.5 ? -1 : 1 }
  }

  /// The rows of a matrix, one by one.
  var scalarRows: [[Float]] {
    let width = shape[1]
    return (0..<shape[0]).map { Array(scalars[$0 * width..<($0 + 1) * width]) }
  }
}

/// A state with so many units, drawn by chance, turned over.
func spoilt(_ state: [Float], flips: Int, using random: inout RandomGenerator) -> [Float] {
  var state = state
  for unit in random.choice(flips, from: state.count) { state[unit] = -state[unit] }
  return state
}
