import MiniTensor

/// A table of measurements, each row with the class it belongs to.
///
///     let flowers = try Iris.load()
///     flowers.features                                   // [150, 4]
///     flowers.columns("petal length", "petal width")     // [150, 2]
///     flowers.labels[0]                                  // 0, a setosa
public struct LabelledSet: ClassifiedSet, TableSet, Equatable {
  /// The measurements, one row each: `[count, columns]`.
  public let features: Tensor

  /// The class of each row, as an index into `classNames`.
  public let labels: [Int]

  /// The name of each column.
  public let featureNames: [String]

  /// The names of the classes.
  public let classNames: [String]

  /// Puts a set together from its parts.
  ///
  /// Traps unless `features` has one row a label and one column a name, and every label a class.
  public init(features: Tensor, labels: [Int], featureNames: [String], classNames: [String]) {
    Self.check(features, featureNames, rows: labels.count)
    if let label = labels.first(where: { !classNames.indices.contains($0) }) {
      misuse("LabelledSet", "label \(label) for \(classNames.count) class names")
    }
    self.features = features
    self.labels = labels
    self.featureNames = featureNames
    self.classNames = classNames
  }

  /// The examples with these numbers, in this order.
  public func rows(_ indices: [Int]) -> LabelledSet {
    LabelledSet(
      features: features.rows(indices), labels: indices.map { labels[$0] },
      featureNames: featureNames, classNames: classNames)
  }

  /// The same examples with other columns.
  public func with(features: Tensor, named names: [String]) -> LabelledSet {
    LabelledSet(features: features, labels: labels, featureNames: names, classNames: classNames)
  }
}

extension LabelledSet {
  /// Takes the last column of a bundled table as the class, all others as measurements.
  init(bundled file: String, rowCount: Int, classNames: [String]) throws {
    let table = try CSVFile(contentsOf: Bundled.url(file), rowCount: rowCount)
    let names = Array(table.columnNames.dropLast())
    self.init(
      features: Tensor(try table.numbers(names), shape: [table.rowCount, names.count]),
      labels: try table.classes(table.columnNames[names.count], names: classNames),
      featureNames: names, classNames: classNames)
  }
}
