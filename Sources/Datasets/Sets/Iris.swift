/// Fisher's irises: 150 flowers, 50 of each of three species, in that order.
///
/// | column | unit |
/// |---|---|
/// | sepal length, sepal width, petal length, petal width | centimetre |
///
/// Classes: setosa, versicolor, virginica. Setosa can be told from the others by a straight line;
/// the other two cannot be told apart so.
///
/// Source: R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals of
/// Eugenics 7(2), 179-188 (1936). Terms: `Resources/LICENSES.md`.
public enum Iris {
  /// Loads the 150 flowers, `features` `[150, 4]`.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> LabelledSet {
    try LabelledSet(
      bundled: "iris.csv", rowCount: 150, classNames: ["setosa", "versicolor", "virginica"])
  }
}
