import MiniTensor

extension ExampleSet {
  /// Splits at random into a training part and a test part.
  ///
  ///     let parts = cars.split(testShare: 0.2, using: &generator)
  ///     parts.train.features                                  // [314, 7]
  ///
  /// No example is in both parts, and each is in one. The test part has `count * testShare`
  /// examples, rounded; both parts come in random order. Traps when either part would be empty.
  public func split(
    testShare: Float, using generator: inout RandomGenerator
  ) -> TrainTest<Self> {
    let testCount = Int((Float(count) * testShare).rounded())
    guard testShare > 0, testShare < 1, testCount > 0, testCount < count else {
      misuse("split(testShare:)", "\(testShare) of \(count) examples leaves a part empty")
    }
    let order = generator.permutation(count)
    return TrainTest(
      train: rows(Array(order[testCount...])), test: rows(Array(order[..<testCount])))
  }

  /// Numbers for k-fold cross-validation: every example is in the test part of exactly one fold.
  ///
  ///     for fold in sonar.folds(13, using: &generator) {
  ///       let train = sonar.rows(fold.train)
  ///
  /// The sizes of the test parts differ by one at most. Traps unless `2 <= foldCount <= count`.
  public func folds(
    _ foldCount: Int, using generator: inout RandomGenerator
  ) -> [TrainTest<[Int]>] {
    deal(generator.permutation(count), into: foldCount)
  }

  /// Deals the numbers out like cards: one to each fold, and again from the first.
  fileprivate func deal(_ order: [Int], into foldCount: Int) -> [TrainTest<[Int]>] {
    guard foldCount >= 2, foldCount <= count else {
      misuse("folds", "\(foldCount) folds of \(count) examples")
    }
    return (0..<foldCount).map { fold in
      var train: [Int] = []
      var test: [Int] = []
      for (position, index) in order.enumerated() {
        if position % foldCount == fold { test.append(index) } else { train.append(index) }
      }
      return TrainTest(train: train, test: test)
    }
  }
}

extension ClassifiedSet {
  /// Splits at random into parts in which every class keeps its share ("stratified").
  ///
  /// Of a class with n examples the test part has `n * testShare`, rounded, but at least one and at
  /// most n - 1; a class with a single example stays in the training part. Both parts come in
  /// random order. Traps when either part would be empty.
  public func stratifiedSplit(
    testShare: Float, using generator: inout RandomGenerator
  ) -> TrainTest<Self> {
    let order = generator.permutation(count)
    var wanted = classCounts.map { size in
      size < 2 ? 0 : min(max(Int((Float(size) * testShare).rounded()), 1), size - 1)
    }
    guard testShare > 0, testShare < 1, wanted.contains(where: { $0 > 0 }) else {
      misuse(
        "stratifiedSplit(testShare:)", "\(testShare) of \(count) examples leaves a part empty")
    }
    var train: [Int] = []
    var test: [Int] = []
    for index in order {
      if wanted[labels[index]] > 0 {
        wanted[labels[index]] -= 1
        test.append(index)
      } else {
        train.append(index)
      }
    }
    return TrainTest(train: rows(train), test: rows(test))
  }

  /// Numbers for k-fold cross-validation in which every fold has the same mixture of classes.
  ///
  /// Between two folds the number of examples of a class differs by one at most, and so does the
  /// whole. Traps unless `2 <= foldCount <= count`.
  public func stratifiedFolds(
    _ foldCount: Int, using generator: inout RandomGenerator
  ) -> [TrainTest<[Int]>] {
    let order = generator.permutation(count)
    let byClass = classNames.indices.flatMap { label in order.filter { labels[$0] == label } }
    return deal(byClass, into: foldCount)
  }
}
