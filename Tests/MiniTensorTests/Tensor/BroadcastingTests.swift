import Testing

@testable import MiniTensor

@Suite struct BroadcastingTests {
  static let pairs: [([Int], [Int])] = [
    ([], []), ([3], []), ([1, 1], [1]), ([4, 3], [3]), ([4, 3], [4, 1]), ([4, 1], [1, 3]),
    ([2, 3, 4], [3, 1]), ([2, 3, 4], [2, 1, 4]), ([2, 1, 4], [3, 1]), ([5, 2, 3, 4], [2, 1, 1]),
    ([2, 3, 2, 3], [3, 1, 3]), ([1, 3, 1, 2], [2, 1, 2, 1]), ([0, 3], [3]), ([2, 0], [2, 1]),
    ([7, 1], [1, 17]),
  ]

  /// Every element against its definition: axes of extent 1 stand still.
  @Test(arguments: pairs) func agreesWithDefinition(_ left: [Int], _ right: [Int]) {
    var generator = RandomGenerator(seed: 1)
    let a = Tensor.uniform(left, in: 1...2, using: &generator)
    let b = Tensor.uniform(right, in: 1...2, using: &generator)
    check(a - b, a, b, -)
    check(b / a, b, a, /)
    if (a + b).shape == left {
      var changed = a
      changed *= b
      #expect(changed == a * b)
    }
  }

  private func check(_ c: Tensor, _ a: Tensor, _ b: Tensor, _ operation: (Float, Float) -> Float) {
    let rank = max(a.rank, b.rank)
    let shape = (0..<rank).map { axis in
      let (x, y) = (extent(a, axis, rank), extent(b, axis, rank))
      return x == 1 ? y : x
    }
    #expect(c.shape == shape)
    for position in 0..<c.count {
      var rest = position
      var indices = [Int](repeating: 0, count: rank)
      for axis in stride(from: rank - 1, through: 0, by: -1) {
        indices[axis] = rest % shape[axis]
        rest /= shape[axis]
      }
      let expected = operation(element(a, indices), element(b, indices))
      #expect(c.scalars[position] == expected)
    }
  }

  private func extent(_ tensor: Tensor, _ axis: Int, _ rank: Int) -> Int {
    let own = axis - (rank - tensor.rank)
    return own < 0 ? 1 : tensor.shape[own]
  }

  private func element(_ tensor: Tensor, _ indices: [Int]) -> Float {
    var offset = 0
    for axis in indices.indices {
      let extent = extent(tensor, axis, indices.count)
      offset = offset * extent + (extent == 1 ? 0 : indices[axis])
    }
    return tensor.scalars[offset]
  }

  /// Summing undoes repeating: each number comes back as often as it was repeated.
  @Test(arguments: pairs) func summedUndoesBroadcast(_ left: [Int], _ right: [Int]) {
    var generator = RandomGenerator(seed: 1)
    let a = Tensor.uniform(left, using: &generator)
    let shape = (a + Tensor.zeros(right)).shape
    let wide = a.broadcast(to: shape)
    #expect(wide.shape == shape)
    guard a.count > 0, wide.count > 0 else { return }
    let back = wide.summed(to: left)
    #expect(back.isApproximatelyEqual(to: a * Float(wide.count / a.count)))
  }

  @Test func numbersOnEitherSide() {
    let x: Tensor = [1, 2, 4]
    #expect(x + 1 == [2, 3, 5])
    #expect(1 - x == [0, -1, -3])
    #expect(8 / x == [8, 4, 2])
    #expect(-x == [-1, -2, -4])
    var y = x
    y += 1
    y *= 2
    y -= [1, 1, 1]
    y /= 3
    #expect(y == [1, 5.0 / 3, 3])
  }

  @Test func comparisons() {
    let x: Tensor = [1, 2, 3]
    #expect(x.greater(than: 2) == [0, 0, 1])
    #expect(x.greaterOrEqual(to: 2) == [0, 1, 1])
    #expect(x.less(than: Tensor([[2], [3]])) == Tensor([[1, 0, 0], [1, 1, 0]]))
    #expect(x.equal(to: [1, 2, 2]) == [1, 1, 0])
    #expect(Tensor.maximum(x, [2, 2, 2]) == [2, 2, 3])
    #expect(Tensor.minimum(x, Tensor(2)) == [1, 2, 2])
    #expect(x.isApproximatelyEqual(to: x + 1e-6))
    #expect(!x.isApproximatelyEqual(to: x + 1e-3))
    #expect(!x.isApproximatelyEqual(to: x.reshaped(3, 1)))
    #expect(!Tensor([Float.nan]).isApproximatelyEqual(to: [.nan]))
  }
}
