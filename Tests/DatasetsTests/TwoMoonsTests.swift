import Datasets
import MiniTensor
import Testing

@Suite struct TwoMoonsTests {
  @Test(arguments: [(1, 0), (1, 7), (-4, 3)] as [(Float, UInt64)])
  func everyPointIsOnItsMoon(distance: Float, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let set = TwoMoons.points(count: 1001, distance: distance, using: &generator)
    #expect(set.classCounts == [501, 500])
    #expect(set.featureNames == ["x", "y"])
    for index in 0..<set.count {
      var (x, y) = (set.features[index, 0], set.features[index, 1])
      if set.labels[index] == 1 { (x, y) = (x - 10, -y - distance) }
      let radius = (x * x + y * y).squareRoot()
      #expect(radius > 7 - 1e-4 && radius < 13 + 1e-4 && y >= -1e-4)
    }
    // Both ends of the rings are reached.
    #expect(set.column("x").min() < -10 && set.column("x").max() > 20)
    #expect(set.column("y").max() > 11.5)
  }

  @Test func aSeedRepeatsThePoints() {
    func points(_ seed: UInt64) -> LabelledSet {
      var generator = RandomGenerator(seed: seed)
      return TwoMoons.points(count: 50, distance: 1, using: &generator)
    }
    #expect(points(1) == points(1))
    #expect(points(1) != points(2))
  }

  @Test func apartAtOneAndInterlockedAtMinusFour() {
    var generator = RandomGenerator(seed: 2)
    let apart = TwoMoons.points(count: 500, distance: 1, using: &generator)
    let upper = apart.only("upper").column("y").min()
    #expect(upper >= 0 && apart.only("lower").column("y").max() <= -1 + 1e-4)
    let interlocked = TwoMoons.points(count: 500, distance: -4, using: &generator)
    #expect(interlocked.only("lower").column("y").max() > 3)
  }
}
