import ExerciseKit
import MiniTensor

extension Checks10 {
  /// What batchNormalized returns.
  private typealias Normalized = (output: Tensor, mean: Tensor, variance: Tensor)
  /// What movedRunningValues returns.
  private typealias Running = (mean: Tensor, variance: Tensor)

  /// Exercise 10.1.
  static let batchNormalization = Check(
    "10.1", "Batch normalisation", difficulty: 2, minutes: 35,
    file: "BatchNormalization.swift", chapter: chapter, section: "Batch normalisation",
    replaces: ["BatchNorm", "LayerNorm", "Variable"],
    hints: [
      "x.mean(axis: 0) is the mean of each column, [features]; it broadcasts over the rows.",
      """
      First take the mean away, then square, then take the mean of the squares. Only then the root: \
      of the variance and epsilon together.
      """,
      """
      The running values go a part of the way: old + momentum * (new - old). For the variance the \
      new one is larger than that of the batch: n / (n - 1), in numbers with a decimal point.
      """,
      """
      To fold, write x W + b in place of x into the formula "in use", and multiply out. What \
      stands beside x is the new W, what stands alone is the new b.
      """,
    ],
    parts: [
      Part("while the network learns", points: 2, learning),
      Part("the running values", points: 1, running), Part("in use", points: 1, inUse),
      Part("folded away", points: 1, askFolded),
    ],
    mistakes: learningMistakes + runningMistakes + inUseMistakes + mistakesOfFolding)

  private static let batchNormalized = Function("batchNormalized(_:scale:shift:epsilon:)", right)
  private static let normalizedInUse = Function(
    "normalizedInUse(_:mean:variance:scale:shift:epsilon:)", rightInUse)
  private static let movedRunningValues = Function(
    "movedRunningValues(mean:variance:batchMean:batchVariance:examples:momentum:)", rightMoved)

  private static let learningMistakes: [Mistake] = [
    batchNormalized.mistake(
      "the mean runs along the rows: each feature is normalised over the batch"
    ) {
      x, a, b, e in
      let centred = x - x.mean(axis: 1, keepingDimension: true)
      let variance = centred.squared().mean(axis: 1, keepingDimension: true)
      return (
        centred / (variance + e).squareRoot() * a + b, x.mean(axis: 1), variance.flattened()
      )
    },
    batchNormalized.mistake("one mean for the whole batch: every feature has its own") {
      x, a, b, e in
      let centred = x - x.mean()
      let variance = centred.squared().mean()
      let ones = Tensor.ones(a.shape)
      return (
        centred / (variance + e).squareRoot() * a + b, x.mean() * ones, variance * ones
      )
    },
    batchNormalized.mistake("divided by the variance: its square root is wanted") { x, a, b, e in
      let (mean, variance) = moments(x)
      return ((x - mean) / (variance + e) * a + b, mean, variance)
    },
    batchNormalized.mistake("epsilon stands under the root, beside the variance") { x, a, b, e in
      let (mean, variance) = moments(x)
      return ((x - mean) / (variance.squareRoot() + e) * a + b, mean, variance)
    },
    batchNormalized.mistake("epsilon is missing under the root") { x, a, b, _ in right(x, a, b, 0)
    },
    batchNormalized.mistake("here the variance divides by n: n - 1 is for the running variance") {
      x, a, b, e in
      let (mean, variance) = moments(x)
      let large = variance * (Float(x.shape[0]) / Float(x.shape[0] - 1))
      return (rightInUse(x, mean, large, a, b, e), mean, large)
    },
    batchNormalized.mistake("the mean is not taken away from x") { x, a, b, e in
      let (mean, variance) = moments(x)
      return (x / (variance + e).squareRoot() * a + b, mean, variance)
    },
    batchNormalized.mistake("the shift comes after the scale, and is not scaled itself") {
      x, a, b, e in
      let (mean, variance) = moments(x)
      return (((x - mean) / (variance + e).squareRoot() + b) * a, mean, variance)
    },
    batchNormalized.mistake("scale and shift are missing: y = scale z + shift") { x, a, b, e in
      right(x, Tensor.ones(a.shape), Tensor.zeros(b.shape), e)
    },
    batchNormalized.mistake("return the variance, not its root and not with epsilon in it") {
      x, a, b, e in
      var result = right(x, a, b, e)
      result.variance = (result.variance + e).squareRoot()
      return result
    },
  ]

  private static let runningMistakes: [Mistake] = [
    movedRunningValues.mistake(
      "the momentum is upside down: the running values keep the larger part"
    ) {
      rightMoved($0, $1, $2, $3, $4, 1 - $5)
    },
    movedRunningValues.mistake("the running variance follows the batch's times n / (n - 1)") {
      mean, variance, batchMean, batchVariance, _, momentum in
      rightMoved(mean, variance, batchMean, batchVariance, 1 << 30, momentum)
    },
    movedRunningValues.mistake("times n / (n - 1), not (n - 1) / n: it becomes larger") {
      mean, variance, batchMean, batchVariance, n, momentum in
      let wrong = batchVariance * (Float(n - 1) / Float(n))
      return (
        mean + momentum * (batchMean - mean), variance + momentum * (wrong - variance)
      )
    },
    movedRunningValues.mistake("Int divided by Int rounds: 4 / 3 is 1 until both are Float") {
      mean, variance, batchMean, batchVariance, n, momentum in
      let wrong = batchVariance * Float(n / (n - 1))
      return (
        mean + momentum * (batchMean - mean), variance + momentum * (wrong - variance)
      )
    },
    movedRunningValues.mistake("the mean needs no n / (n - 1): only the variance does") {
      mean, variance, batchMean, batchVariance, n, momentum in
      var result = rightMoved(mean, variance, batchMean, batchVariance, n, momentum)
      let wrong = batchMean * (Float(n) / Float(n - 1))
      result.mean = mean + momentum * (wrong - mean)
      return result
    },
    movedRunningValues.mistake("what is there must be left behind: yours adds without taking away")
    {
      mean, variance, batchMean, batchVariance, n, momentum in
      let factor = Float(n) / Float(n - 1)
      return (mean + momentum * batchMean, variance + momentum * factor * batchVariance)
    },
    movedRunningValues.mistake("yours moves away from the batch: what is added is batch - running")
    {
      mean, variance, batchMean, batchVariance, n, momentum in
      rightMoved(mean, variance, batchMean, batchVariance, n, -momentum)
    },
    movedRunningValues.mistake("the running variance stands still: it follows the batch's as well")
    {
      mean, variance, batchMean, batchVariance, n, momentum in
      (rightMoved(mean, variance, batchMean, batchVariance, n, momentum).mean, variance)
    },
    movedRunningValues.mistake("yours takes the batch's values whole: go a part of the way") {
      mean, variance, batchMean, batchVariance, n, _ in
      rightMoved(mean, variance, batchMean, batchVariance, n, 1)
    },
  ]

  private static let inUseMistakes: [Mistake] = [
    normalizedInUse.mistake("in use the running values count, not mean and variance of what comes")
    {
      (x: Tensor, _: Tensor, _: Tensor, a: Tensor, b: Tensor, e: Float) -> Tensor in
      right(x, a, b, e).output
    },
    normalizedInUse.mistake("in use, too, the deviation is the root of the variance and epsilon") {
      (x: Tensor, mean: Tensor, variance: Tensor, a: Tensor, b: Tensor, e: Float) -> Tensor in
      (x - mean) / (variance + e) * a + b
    },
    normalizedInUse.mistake("in use, too, epsilon is added under the root") {
      (x: Tensor, mean: Tensor, variance: Tensor, a: Tensor, b: Tensor, _: Float) -> Tensor in
      rightInUse(x, mean, variance, a, b, 0)
    },
    normalizedInUse.mistake("in use, too, scale and shift come last") {
      (x: Tensor, mean: Tensor, variance: Tensor, _: Tensor, _: Tensor, e: Float) -> Tensor in
      (x - mean) / (variance + e).squareRoot()
    },
    normalizedInUse.mistake("in use, too, epsilon stands under the root, beside the variance") {
      (x: Tensor, mean: Tensor, variance: Tensor, a: Tensor, b: Tensor, e: Float) -> Tensor in
      (x - mean) / (variance.squareRoot() + e) * a + b
    },
    normalizedInUse.mistake("in use, too, the shift comes after the scale") {
      (x: Tensor, mean: Tensor, variance: Tensor, a: Tensor, b: Tensor, e: Float) -> Tensor in
      ((x - mean) / (variance + e).squareRoot() + b) * a
    },
    normalizedInUse.mistake("the running mean is not taken away") {
      (x: Tensor, mean: Tensor, variance: Tensor, a: Tensor, b: Tensor, e: Float) -> Tensor in
      x / (variance + e).squareRoot() * a + b
    },
  ]

  // MARK: - Questions

  @Sendable private static func learning(_ judge: Judge) {
    judge.ask(batchNormalized, Tensor([[1, 10], [3, 30]]), Tensor([1, 2]), Tensor([0, 5]), 0)
    judge.ask(
      batchNormalized, Tensor([[2, -1, 0.5], [4, 3, 0.5], [9, 1, 0.5], [5, -7, 0.5]]),
      Tensor([0.5, 3, -2]), Tensor([1, -1, 0.25]), 0.5)
    judge.ask(batchNormalized, Tensor([[7], [7]]), Tensor([3]), Tensor([0.5]), 0.01)
    // Far from 0 and close together: a difference of squares would lose it.
    judge.ask(
      batchNormalized, Tensor([[10001], [10002], [10003]]), Tensor([2]), Tensor([1]), 0.5,
      tolerance: 1e-3)
    let sizes = judge.generator.sizes(2)
    for (examples, features) in [(5, 3), (3, 1), (2, 4), (sizes[0], sizes[1])] {
      judge.ask(
        batchNormalized, judge.generator.matrix(examples, features), judge.row(features),
        judge.row(features), 0.125)
    }
  }

  @Sendable private static func running(_ judge: Judge) {
    judge.ask(
      movedRunningValues, Tensor([0]), Tensor([1]), Tensor([10]), Tensor([3]), 4, 0.1)
    judge.ask(
      movedRunningValues, Tensor([2, -1]), Tensor([4, 0.5]), Tensor([6, 3]), Tensor([1.5, 2]), 3,
      0.25)
    let sizes = judge.generator.sizes(2, in: 2...9)
    for (features, examples) in [(3, 2), (1, 7), (sizes[0], sizes[1])] {
      judge.ask(
        movedRunningValues, judge.row(features), judge.row(features).squared(), judge.row(features),
        judge.row(features).squared() + 0.5, examples, 0.375)
    }
  }

  @Sendable private static func inUse(_ judge: Judge) {
    judge.ask(
      normalizedInUse, Tensor([[5]]), Tensor([1]), Tensor([4]), Tensor([3]), Tensor([1]), 0)
    let sizes = judge.generator.sizes(2)
    for (examples, features) in [(3, 2), (1, 4), (sizes[0], sizes[1])] {
      judge.ask(
        normalizedInUse, judge.generator.matrix(examples, features), judge.row(features),
        judge.row(features).squared() + 0.25, judge.row(features), judge.row(features), 0.5)
    }
  }

  // MARK: - Right answers

  private static func moments(_ x: Tensor) -> Running {
    let mean = x.mean(axis: 0)
    return (mean, (x - mean).squared().mean(axis: 0))
  }

  @Sendable private static func right(
    _ x: Tensor, _ a: Tensor, _ b: Tensor, _ e: Float
  ) -> Normalized {
    let (mean, variance) = moments(x)
    return (rightInUse(x, mean, variance, a, b, e), mean, variance)
  }

  @Sendable private static func rightMoved(
    _ mean: Tensor, _ variance: Tensor, _ batchMean: Tensor, _ batchVariance: Tensor, _ n: Int,
    _ momentum: Float
  ) -> Running {
    let unbiased = batchVariance * (Float(n) / Float(n - 1))
    return (mean + momentum * (batchMean - mean), variance + momentum * (unbiased - variance))
  }

  @Sendable private static func rightInUse(
    _ x: Tensor, _ mean: Tensor, _ variance: Tensor, _ a: Tensor, _ b: Tensor, _ e: Float
  ) -> Tensor {
    (x - mean) / (variance + e).squareRoot() * a + b
  }
}

extension Judge {
  /// A row of random numbers.
  func row(_ count: Int) -> Tensor { Tensor(generator.floats(count)) }
}
