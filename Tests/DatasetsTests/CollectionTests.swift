import Datasets
import MiniTensor
import Testing

/// Picking, splitting, folding and batching.
@Suite struct CollectionTests {
  /// Twelve rows in three classes of 6, 4 and 2; the first column is the row's number.
  let small = LabelledSet(
    features: Tensor((0..<12).map { [Float($0), Float($0 * $0)] }),
    labels: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2],
    featureNames: ["number", "square"], classNames: ["a", "b", "c"])

  @Test func picksRows() {
    let part = small.rows([11, 0, 0])
    #expect(part.features == Tensor([[11, 121], [0, 0], [0, 0]]))
    #expect(part.labels == [2, 0, 0])
    #expect(part.classNames == ["a", "b", "c"])
    #expect(part.classCounts == [2, 0, 1])
    #expect(small.rows(3..<5) == small.rows([3, 4]))
    #expect(small.rows(5..<5).count == 0)
    #expect(small.only("c", "a").labels == [0, 0, 0, 0, 0, 0, 2, 2])
  }

  @Test func picksColumns() {
    #expect(small.columns("square", "number").row(3) == [9, 3])
    #expect(small.column("square").shape == [12])
    #expect(small.selecting("square").featureNames == ["square"])
    #expect(small.selecting("square").labels == small.labels)
    #expect(small.with(features: small.features * 2).column("number")[5] == 10)
  }

  @Test func turnsLabelsIntoTargets() {
    #expect(small.oneHotLabels.shape == [12, 3])
    #expect(small.oneHotLabels.row(7) == [0, 1, 0])
    #expect(
      small.targets("c", is: 1, else: -1).scalars == Array(repeating: -1, count: 10) + [1, 1])
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func splitIsAPartition(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let parts = small.split(testShare: 0.25, using: &generator)
    #expect(parts.test.count == 3)
    #expect(numbers(parts.train) + numbers(parts.test) != (0..<12).map(Float.init))
    #expect((numbers(parts.train) + numbers(parts.test)).sorted() == (0..<12).map(Float.init))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func stratifiedSplitKeepsTheShares(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let parts = small.stratifiedSplit(testShare: 0.5, using: &generator)
    #expect(parts.train.classCounts == [3, 2, 1])
    #expect(parts.test.classCounts == [3, 2, 1])
    #expect((numbers(parts.train) + numbers(parts.test)).sorted() == (0..<12).map(Float.init))
    // The smallest class is in both parts even when its share rounds to nothing, or to all.
    #expect(small.stratifiedSplit(testShare: 0.1, using: &generator).test.classCounts == [1, 1, 1])
    #expect(
      small.stratifiedSplit(testShare: 0.9, using: &generator).train.classCounts == [1, 1, 1])
  }

  @Test func stratifiedSplitOfIris() throws {
    var generator = RandomGenerator(seed: 7)
    let parts = try Iris.load().stratifiedSplit(testShare: 0.2, using: &generator)
    #expect(parts.train.classCounts == [40, 40, 40])
    #expect(parts.test.classCounts == [10, 10, 10])
    #expect(parts.train.labels.prefix(40).contains { $0 > 0 })  // not sorted by class
  }

  @Test func aSeedRepeatsASplit() throws {
    func parts(_ seed: UInt64) throws -> TrainTest<LabelledSet> {
      var generator = RandomGenerator(seed: seed)
      return try Iris.load().stratifiedSplit(testShare: 0.3, using: &generator)
    }
    #expect(try parts(1) == parts(1))
    #expect(try parts(1) != parts(2))
  }

  @Test(arguments: [2, 5, 12])
  func foldsTestEveryRowOnce(foldCount: Int) {
    var generator = RandomGenerator(seed: 3)
    for folds in [
      small.folds(foldCount, using: &generator),
      small.stratifiedFolds(foldCount, using: &generator),
    ] {
      #expect(folds.count == foldCount)
      #expect(folds.flatMap(\.test).sorted() == Array(0..<12))
      for fold in folds {
        #expect((fold.train + fold.test).sorted() == Array(0..<12))
        #expect(abs(fold.test.count - 12 / foldCount) <= 1)
      }
    }
  }

  @Test func stratifiedFoldsOfSonar() throws {
    let sonar = try Sonar.load()
    var generator = RandomGenerator(seed: 13)
    for fold in sonar.stratifiedFolds(13, using: &generator) {
      let counts = sonar.rows(fold.test).classCounts
      #expect(counts[0] + counts[1] == 16)
      #expect((7...8).contains(counts[0]))  // 97 / 13 = 7.5
    }
  }

  @Test func batchesHoldEveryRowOnce() {
    var generator = RandomGenerator(seed: 5)
    let first = small.batches(of: 5, using: &generator)
    let second = small.batches(of: 5, using: &generator)
    #expect(first.map(\.count) == [5, 5, 2])
    #expect(first.flatMap { $0 }.sorted() == Array(0..<12))
    #expect(first != second)
    #expect(small.batches(of: 5) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10, 11]])
    #expect(small.batches(of: 100) == [Array(0..<12)])
  }

  @Test func standardizesByTheTrainingRowsOnly() {
    let standardize = Standardizer(fitting: Tensor([[1, 10, 7], [3, 30, 7]]))
    #expect(standardize.mean == [2, 20, 7])
    #expect(standardize.standardDeviation == [1, 10, 1])
    #expect(standardize(Tensor([[1, 10, 7], [5, 20, 8]])) == Tensor([[-1, -1, 0], [3, 0, 1]]))
  }

  /// Rounding must not give a column that never changes a deviation.
  @Test func constantColumnsBecomeZero() {
    for value in [Float(0.1), 12345.67, -3e6, 1e-20, 0.7] {
      for count in [3, 10, 49, 100, 1000] {
        let rows = Tensor.full([count, 1], value)
        #expect(Standardizer(fitting: rows)(rows) == .zeros(count, 1), "\(value) \(count) times")
      }
    }
  }

  @Test func regressionSetsPickTargetsToo() {
    let set = RegressionSet(
      features: Tensor([[1], [2], [1]]), targets: [10, 20, 30], featureNames: ["code"],
      targetName: "price")
    #expect(set.rows([2, 0]).targets == [30, 10])
    let oneHot = set.oneHot("code", [1: "one", 2: "two", 3: "three"])
    #expect(oneHot.features == Tensor([[1, 0, 0], [0, 1, 0], [1, 0, 0]]))
    #expect(oneHot.featureNames == ["one", "two", "three"])
    #expect(oneHot.targets == set.targets)
  }

  private func numbers(_ set: LabelledSet) -> [Float] { set.column("number").scalars }
}
