import MiniTensor

/// Examples whose columns have names: measurements, as opposed to pixels.
public protocol TableSet: ExampleSet {
  /// The name of each column of `features`.
  var featureNames: [String] { get }

  /// The same examples with other columns.
  ///
  /// Traps unless `features` has as many rows as before and one column a name.
  func with(features: Tensor, named names: [String]) -> Self
}

extension TableSet {
  /// The named columns side by side.
  ///
  ///     let x = flowers.columns("sepal length", "petal length")    // [150, 2]
  ///
  /// **Shape** `[count, names.count]`. Traps when there is no such column; the message lists those
  /// that exist.
  public func columns(_ names: String...) -> Tensor { columns(names) }

  /// The named columns side by side.
  public func columns(_ names: [String]) -> Tensor {
    features.columns(names.map(position(of:)))
  }

  /// One column.
  ///
  /// **Shape** `[count]`. Traps when there is no such column; the message lists those that exist.
  public func column(_ name: String) -> Tensor {
    features.column(position(of: name))
  }

  /// The same examples with only the named columns.
  public func selecting(_ names: String...) -> Self {
    with(features: columns(names), named: names)
  }

  /// The same examples with other values in the same columns, for example standardized ones.
  public func with(features: Tensor) -> Self {
    with(features: features, named: featureNames)
  }

  /// The same examples with a coded column replaced by one column of zeros and ones per code.
  ///
  ///     cars.oneHot("origin", [1: "USA", 2: "Europe", 3: "Japan"])
  ///
  /// The codes 1, 2, 3 have an order and distances that countries do not have; three columns say
  /// only which country it is. The new columns come last. Traps when a value is none of the codes.
  public func oneHot(_ name: String, _ categories: KeyValuePairs<Float, String>) -> Self {
    let position = position(of: name)
    let codes = categories.map(\.key)
    let indices = column(name).scalars.map { value in
      guard let index = codes.firstIndex(of: value) else {
        misuse("oneHot(\"\(name)\")", "\(value) is none of the codes \(codes)")
      }
      return index
    }
    let kept = featureNames.indices.filter { $0 != position }
    return with(
      features: Tensor.concatenate(
        [features.columns(kept), Tensor.oneHot(indices, classes: codes.count)], axis: 1),
      named: kept.map { featureNames[$0] } + categories.map(\.value))
  }

  private func position(of name: String) -> Int {
    guard let position = featureNames.firstIndex(of: name) else {
      misuse("column \"\(name)\"", "there are only \(featureNames.map { "\"\($0)\"" }.list)")
    }
    return position
  }

  /// Traps unless features and names belong together; for the initializers of tables.
  static func check(_ features: Tensor, _ names: [String], rows: Int) {
    guard features.shape == [rows, names.count] else {
      misuse(
        "\(Self.self)",
        "features of shape \(features.shape) for \(rows) rows and \(names.count) column names")
    }
  }
}
