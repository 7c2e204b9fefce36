import MiniTensor

/// Auto MPG: how far 392 cars of the model years 1970 to 1982 drive on a gallon, in a city.
///
/// | column | unit |
/// |---|---|
/// | cylinders | count |
/// | displacement | cubic inch |
/// | horsepower | horsepower |
/// | weight | pound |
/// | acceleration | seconds from 0 to 60 miles an hour |
/// | model year | year - 1900 |
/// | origin | code: 1 USA, 2 Europe, 3 Japan |
///
/// The target is in miles per (US) gallon: 23.5 miles per gallon are 10 litres on 100 kilometres.
///
/// Source: R. Quinlan, "Combining instance-based and model-based learning", ICML 10, 236-243
/// (1993); UCI's set without the six rows whose horsepower is not known. Terms:
/// `Resources/LICENSES.md`.
public enum AutoMPG {
  /// Loads the 392 cars, `features` `[392, 7]`, `targets` `[392]`.
  ///
  /// The origin is a code, not a quantity; `oneHot("origin", AutoMPG.origins)` makes it three
  /// columns.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> RegressionSet {
    let table = try table()
    let names = table.columnNames.filter { $0 != "name" && $0 != "mpg" }
    return RegressionSet(
      features: Tensor(try table.numbers(names), shape: [table.rowCount, names.count]),
      targets: Tensor(try table.numbers("mpg")), featureNames: names, targetName: "mpg")
  }

  /// The names of the cars, in the same order.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func carNames() throws -> [String] {
    try table().texts("name")
  }

  /// What the codes in the column "origin" mean.
  public static var origins: KeyValuePairs<Float, String> {
    [1: "USA", 2: "Europe", 3: "Japan"]
  }

  private static func table() throws -> CSVFile {
    try CSVFile(contentsOf: Bundled.url("auto-mpg.csv"), rowCount: 392)
  }
}
