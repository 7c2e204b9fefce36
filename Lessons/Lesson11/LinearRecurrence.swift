import Foundation
import MiniTensor

/// What a gradient becomes on its way back through a recurrent network, measured on the graph.
enum GradientWalk {
  /// The length of dL/dh_t for each step back from the last: first the end, last the beginning.
  ///
  /// The loss is a random direction times the last state, so its gradient there has length 1.
  static func lengths(
    stateWeights: Tensor, steps: Int, inputSize noise: Float, isLinear: Bool,
    using generator: inout RandomGenerator
  ) -> [Double] {
    let size = stateWeights.shape[0]
    let u = Variable(stateWeights)
    var state = Variable(constant: .normal([1, size], standardDeviation: noise, using: &generator))
    var states: [Variable] = []
    for _ in 0..<steps {
      let input = Tensor.normal([1, size], standardDeviation: noise, using: &generator)
      let sum = state.matmul(u) + input
      state = isLinear ? sum : sum.tanh()
      state.keepsGradient = true
      states.append(state)
    }
    let direction = Tensor.normal([1, size], using: &generator)
    state.backward(from: direction / direction.length)
    return states.reversed().map { state in
      state.gradient!.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
  }

  /// A symmetric matrix whose largest eigenvalue is `rate`; the others are at most 0.8 of it.
  ///
  /// It is Q D Q' with a random rotation Q, so the eigenvalues are known before anything is
  /// measured.
  static func matrix(
    size: Int, largest rate: Float, using generator: inout RandomGenerator
  ) -> Tensor {
    let axes = rotation(size: size, using: &generator)  // Q [size, size]
    var eigenvalues = Tensor.uniform([size], in: -0.8 * rate...0.8 * rate, using: &generator)
    eigenvalues[0] = rate
    return (axes * eigenvalues).matmul(axes, transposingOther: true)
  }

  /// Numbers drawn from N(0, 1), all divided by the same, so that the largest eigenvalue has the
  /// size `rate`: no symmetry, and many eigenvalues that are pairs of complex numbers.
  static func unsymmetricMatrix(
    size: Int, largest rate: Float, using generator: inout RandomGenerator
  ) -> Tensor {
    let numbers = Tensor.normal([size, size], using: &generator)
    return numbers * (rate / Float(largestEigenvalue(of: numbers)))
  }

  /// The size of the largest eigenvalue, to some tenths of a percent.
  ///
  /// The length of U^k, as a list of numbers, grows like the k-th power of it. Twelve squarings
  /// give k = 4,096; what is divided out on the way, lest the numbers overflow, is kept as a
  /// logarithm.
  static func largestEigenvalue(of matrix: Tensor) -> Double {
    var (power, logarithm) = (matrix, 0.0)
    for _ in 0..<12 {
      logarithm += log(Double(power.length))
      power /= power.length
      power = power.matmul(power)
      logarithm *= 2
    }
    return exp((logarithm + log(Double(power.length))) / 4096)
  }

  /// Random directions, each at right angles to all others (Gram and Schmidt).
  static func rotation(size: Int, using generator: inout RandomGenerator) -> Tensor {
    var rows: [Tensor] = []
    while rows.count < size {
      var row = Tensor.normal([size], using: &generator)
      for _ in 0..<2 {  // the second time removes what rounding left
        for other in rows { row -= other * (row * other).sum() }
      }
      rows.append(row / row.length)
    }
    return Tensor.stack(rows, axis: 0).transposed()
  }
}

extension Tensor {
  /// The square root of the sum of squares.
  var length: Float { squared().sum().squareRoot() }
}
