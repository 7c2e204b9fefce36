import MiniTensor

/// Examples that can be counted and picked by number.
///
/// Tables (`LabelledSet`, `RegressionSet`) and images (`ImageSet`) are all example sets: picking
/// rows, splitting into training and test, folds and batches work the same on each.
public protocol ExampleSet: Sendable {
  /// What is known about each example: one row each, `[count, columns]`.
  var features: Tensor { get }

  /// The examples with these numbers, in this order; a number may come more than once.
  ///
  /// Traps when a number is outside `0..<count`. Complexity: O(picked values).
  func rows(_ indices: [Int]) -> Self
}

extension ExampleSet {
  /// How many examples there are.
  public var count: Int { features.shape[0] }

  /// Neighbouring examples: `flowers.rows(0..<100)`.
  public func rows(_ range: Range<Int>) -> Self { rows(Array(range)) }
}

/// Two parts of one whole: what a model learns from, and what it is judged by.
public struct TrainTest<Part: Sendable>: Sendable {
  /// What the model may learn from.
  public let train: Part

  /// What the model must not see before it is judged.
  public let test: Part

  /// Pairs two parts.
  public init(train: Part, test: Part) {
    self.train = train
    self.test = test
  }
}

extension TrainTest: Equatable where Part: Equatable {}
