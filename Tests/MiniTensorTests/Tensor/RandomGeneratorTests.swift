import Testing

@testable import MiniTensor

/// The pinned numbers were computed by an independent program in Python with whole numbers of any
/// size, written from the papers.
@Suite struct RandomGeneratorTests {
  static let pinned: [(seed: UInt64, values: [UInt64])] = [
    (0, [5_987_356_902_031_041_503, 7_051_070_477_665_621_255]),
    (1, [14_971_601_782_005_023_387, 13_781_649_495_232_077_965, 1_847_458_086_238_483_744]),
    (42, [15_021_278_609_987_233_951, 5_881_210_131_331_364_753, 18_149_643_915_985_481_100]),
  ]

  @Test(arguments: pinned)
  func firstValues(_ seed: UInt64, _ expected: [UInt64]) {
    var generator = RandomGenerator(seed: seed)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func pinnedDistributions() {
    var generator = RandomGenerator(seed: 42)
    #expect(generator.uniform() == 0.814_305_126_667_022_7)
    #expect(generator.uniform() == 0.318_821_012_973_785_4)
    var normals = RandomGenerator(seed: 42)
    #expect(normals.normal() == -0.768_993_053_821_006_1)
    #expect(normals.normal() == 1.666_118_458_714_2)
    var shuffler = RandomGenerator(seed: 42)
    #expect(shuffler.permutation(8) == [7, 0, 1, 4, 3, 5, 2, 6])
  }

  @Test func splitJumpsAhead() {
    var parent = RandomGenerator(seed: 42)
    var child = parent.split()
    #expect(child.next() == 15_021_278_609_987_233_951)
    #expect(parent.next() == 13_886_555_598_616_206_053)
    #expect(parent.next() == 6_751_983_904_886_340_403)
    var again = RandomGenerator(seed: 42)
    _ = again.normal()
    #expect(again.split() != again.split())
  }

  @Test func momentsAreRight() {
    var generator = RandomGenerator(seed: 3)
    let normal = Tensor.normal([100_000], mean: 2, standardDeviation: 3, using: &generator)
    // Standard errors: 3 / sqrt(n) = 0.0095 for the mean, 9 sqrt(2 / n) = 0.04 for the variance.
    #expect(abs(normal.mean() - 2) < 0.04)
    #expect(abs(normal.variance() - 9) < 0.16)
    let uniform = Tensor.uniform([100_000], in: -1...3, using: &generator)
    #expect(abs(uniform.mean() - 1) < 0.015)
    #expect(abs(uniform.variance() - 16 / 12) < 0.015)
    #expect(uniform.min() >= -1 && uniform.max() <= 3)
  }

  /// All 24 orders of four numbers, equally often: chi-squared with 23 degrees of freedom.
  @Test func permutationsAreUnbiased() {
    var generator = RandomGenerator(seed: 9)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[generator.permutation(4), default: 0] += 1 }
    let chiSquared = counts.values.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(counts.count == 24)
    #expect(chiSquared < 49.7)  // exceeded once in a thousand seeds
  }

  @Test func integersCoverTheirRange() {
    var generator = RandomGenerator(seed: 11)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.integer(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    #expect(generator.integer(below: 1) == 0)
  }

  @Test func choices() {
    var generator = RandomGenerator(seed: 5)
    let without = generator.choice(20, from: 20)
    #expect(without.sorted() == Array(0..<20))
    #expect(Set(generator.choice(5, from: 1000)).count == 5)
    #expect(Set(generator.choice(100, from: 3, withReplacement: true)) == [0, 1, 2])
    var counts = [0, 0, 0, 0]
    for _ in 0..<8000 { counts[generator.choice(weights: [1, 0, 3, 4])] += 1 }
    #expect(counts[1] == 0)
    #expect(abs(counts[0] - 1000) < 130 && abs(counts[3] - 4000) < 200)
    #expect(generator.choice(0, from: 0) == [])
    #expect(generator.permutation(0) == [])
  }

  /// Parents, children and grandchildren of several lines: no two may begin alike or meet soon.
  @Test func familiesNeverMeet() {
    var root = RandomGenerator(seed: 1)
    var child = root.split()
    var grandchild = child.split()
    let youngest = [grandchild.split(), child.split(), child.split(), root.split()]
    var seen: Set<UInt64> = []
    for var member in [root, child, grandchild] + youngest {
      for _ in 0..<1_000 { seen.insert(member.next()) }
    }
    #expect(seen.count == 7_000)
  }
}
