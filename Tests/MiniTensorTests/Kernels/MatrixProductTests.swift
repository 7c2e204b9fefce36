import Kernels
import Testing

@testable import MiniTensor

@Suite struct MatrixProductTests {
  /// Rows, inner, columns: one of each way to compute, and every kind of ragged edge.
  static let sizes = [
    (1, 1, 1), (1, 5, 1), (1, 7, 9), (9, 7, 1), (4, 2, 4), (4, 4, 1), (6, 9, 4), (10, 7, 5),
    (12, 3, 3), (17, 33, 47), (5, 1, 64), (64, 300, 10), (65, 784, 130), (5, 600, 37),
    (200, 50, 2), (200, 50, 3), (97, 513, 33), (193, 260, 71),
  ]

  @Test(arguments: sizes, [(false, false), (true, false), (false, true), (true, true)])
  func agreesWithDefinition(_ size: (Int, Int, Int), _ transposed: (Bool, Bool)) {
    let (m, k, n) = size
    var generator = RandomGenerator(seed: UInt64(m * 1000 + n))
    let a = Tensor.uniform(transposed.0 ? [k, m] : [m, k], in: -1...1, using: &generator)
    let b = Tensor.uniform(transposed.1 ? [n, k] : [k, n], in: -1...1, using: &generator)
    let c = matmul(a, b, transposingLeft: transposed.0, transposingRight: transposed.1)
    let expected = Reference.matmul(
      a, b, transposingLeft: transposed.0, transposingRight: transposed.1)
    #expect(c.shape == [m, n])
    // One unit in the last place of a number near 1 for each of the k roundings.
    #expect(largestDifference(c.scalars, expected) <= Double(k) * 0x1p-23)
  }

  @Test(arguments: [(3, 5, 4), (100, 300, 40), (100, 300, 41), (7, 2, 2)])
  func addsABias(_ size: (Int, Int, Int)) {
    let (m, k, n) = size
    var generator = RandomGenerator(seed: 7)
    let a = Tensor.uniform([m, k], using: &generator)
    let b = Tensor.uniform([k, n], using: &generator)
    let bias = Tensor.uniform([n], in: -9...9, using: &generator)
    let fused = Kernels.matrixProduct(
      a.scalars, transposed: false, b.scalars, transposed: false, rows: m, inner: k, columns: n,
      bias: bias.scalars)
    #expect(Tensor(fused, shape: [m, n]).isApproximatelyEqual(to: a.matmul(b) + bias))
  }

  @Test func multipliesBatches() {
    var generator = RandomGenerator(seed: 3)
    let a = Tensor.uniform([2, 3, 4, 5], using: &generator)
    let b = Tensor.uniform([2, 3, 6, 5], using: &generator)
    let c = matmul(a, b, transposingRight: true)
    #expect(c.shape == [2, 3, 4, 6])
    let (first, second) = (a.slice(axis: 0, at: 1).row(2), b.slice(axis: 0, at: 1).row(2))
    let one = matmul(first, second.transposed())
    #expect(c.slice(axis: 0, at: 1).row(2).isApproximatelyEqual(to: one))
    let shared = matmul(a, b.slice(axis: 0, at: 0).row(0), transposingRight: true)
    #expect(shared.shape == [2, 3, 4, 6])
  }

  @Test func multipliesVectors() {
    let m = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(m.matmul([1, 0, -1]) == [-2, -2])
    #expect(Tensor([1, -1]).matmul(m) == [-3, -3, -3])
    #expect(Tensor([1, 2, 3]).matmul([4, 5, 6]) == Tensor(32))
    #expect(matmul(m, [1, 1], transposingLeft: true) == [5, 7, 9])
  }

  @Test func emptyFactors() {
    #expect(matmul(.zeros(0, 3), .zeros(3, 2)).shape == [0, 2])
    #expect(matmul(.zeros(2, 0), .zeros(0, 3)) == .zeros(2, 3))
  }

  /// Large enough for threads, for both ways; every bit must agree.
  @Test(arguments: [(400, 400, 401), (90, 1000, 1000)])
  func threadsDoNotChangeBits(_ size: (Int, Int, Int)) {
    let (m, k, n) = size
    var generator = RandomGenerator(seed: 5)
    let a = Tensor.uniform([m, k], in: -1...1, using: &generator)
    let b = Tensor.uniform([k, n], in: -1...1, using: &generator)
    let one = Threads.$count.withValue(1) { a.matmul(b) }
    for count in [2, 3, 7] {
      #expect(Threads.$count.withValue(count) { a.matmul(b) } == one)
    }
  }

  /// What lies beyond an edge must not leak in: 0 * NaN would show.
  @Test func readsNothingBeyondTheEdges() {
    let a = Tensor.full([7, 9], 1)
    var wide = Tensor.full([10, 21], .nan)
    for i in 0..<9 { for j in 0..<21 { wide[i, j] = 1 } }
    #expect(a.matmul(wide.rows(0..<9)) == .full([7, 21], 9))
  }
}
