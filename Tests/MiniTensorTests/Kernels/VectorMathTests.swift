import Foundation
import Kernels
import Testing

@testable import MiniTensor

/// Every bound that `VectorMath.swift` states, measured against double precision.
@Suite struct VectorMathTests {
  /// Every 1999th bit pattern: all exponents and signs, denormals, infinities, not-a-number.
  static let sample: [Float] =
    stride(from: UInt32(0), to: UInt32.max - 1999, by: 1999).map { Float(bitPattern: $0) }
    + [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .leastNormalMagnitude, 1]

  static let bounds = (exp: 1.1, log: 1.1, tanh: 2.5, sigmoid: 2.5)

  @Test func exponential() {
    #expect(worst(Self.sample, Tensor.exp, Foundation.exp) <= Self.bounds.exp)
  }

  @Test func logarithm() {
    #expect(worst(Self.sample, Tensor.log, Foundation.log) <= Self.bounds.log)
  }

  @Test func hyperbolicTangent() {
    #expect(worst(Self.sample, Tensor.tanh, Foundation.tanh) <= Self.bounds.tanh)
  }

  @Test func logistic() {
    let exact = { (x: Double) in x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)) }
    #expect(worst(Self.sample, Tensor.sigmoid, exact) <= Self.bounds.sigmoid)
  }

  @Test func specialValues() {
    let special: Tensor = [0, -0.0, .infinity, -.infinity]
    #expect(special.exp().scalars == [1, 1, .infinity, 0])
    let logarithms: [Float] = [-.infinity, -.infinity, .infinity]
    #expect(Array(special.log().scalars[0...2]) == logarithms)
    #expect(special.log()[3].isNaN)
    #expect(special.tanh().scalars == [0, 0, 1, -1])
    #expect(special.tanh()[1].sign == .minus)
    #expect(special.sigmoid().scalars == [0.5, 0.5, 1, 0])
    for function in [Tensor.exp, Tensor.log, Tensor.tanh, Tensor.sigmoid] {
      #expect(function([.nan])()[0].isNaN)
    }
    #expect(Tensor([-1]).log()[0].isNaN)
  }

  /// The end of a list that does not fill a register gets the same values.
  @Test(arguments: [0, 1, 3, 15, 17, 33]) func raggedEnds(_ count: Int) {
    let x = Tensor.linspace(from: -3, through: 3, count: 40).rows(0..<count)
    let whole = Tensor.linspace(from: -3, through: 3, count: 40).tanh()
    #expect(x.tanh() == whole.rows(0..<count))
  }

  /// The largest error in units in the last place; infinite when a special value is wrong.
  private func worst(
    _ sample: [Float], _ function: (Tensor) -> () -> Tensor, _ exact: (Double) -> Double
  ) -> Double {
    var worst = 0.0
    for (x, y) in zip(sample, function(Tensor(sample))().scalars) {
      let truth = exact(Double(x))
      if Float(truth).isNaN || y.isNaN || Float(truth).isInfinite || y.isInfinite {
        // At the edge of overflow one unit decides between the largest number and infinity.
        let agrees = y == Float(truth) || (y.isNaN && truth.isNaN)
        if !agrees { return .infinity }
      } else {
        worst = max(worst, abs(Double(y) - truth) / Double(Float(truth).ulp))
      }
    }
    return worst
  }
}
