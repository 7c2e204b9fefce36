import MiniTensor

/// A table of measurements, each row with the number to predict from it.
public struct RegressionSet: TableSet, Equatable {
  /// The measurements, one row each: `[count, columns]`.
  public let features: Tensor

  /// The number to predict for each row: `[count]`.
  public let targets: Tensor

  /// The name of each column.
  public let featureNames: [String]

  /// What the targets are.
  public let targetName: String

  /// Puts a set together from its parts.
  ///
  /// Traps unless `features` has one row a target and one column a name.
  public init(features: Tensor, targets: Tensor, featureNames: [String], targetName: String) {
    Self.check(features, featureNames, rows: targets.count)
    self.features = features
    self.targets = targets
    self.featureNames = featureNames
    self.targetName = targetName
  }

  /// The examples with these numbers, in this order.
  public func rows(_ indices: [Int]) -> RegressionSet {
    RegressionSet(
      features: features.rows(indices), targets: targets.rows(indices),
      featureNames: featureNames, targetName: targetName)
  }

  /// The same examples with other columns.
  public func with(features: Tensor, named names: [String]) -> RegressionSet {
    RegressionSet(
      features: features, targets: targets, featureNames: names, targetName: targetName)
  }
}
