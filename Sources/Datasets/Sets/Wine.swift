/// Wine: the chemical analysis of 178 wines, grown in one region of Italy by three growers.
///
/// Thirteen columns: alcohol, malic acid, ash, alcalinity of ash, magnesium, total phenols,
/// flavanoids, nonflavanoid phenols, proanthocyanins, color intensity, hue, od280/od315 of diluted
/// wines, proline. The source states no units, and the scales differ a thousandfold: standardize
/// before measuring distances.
///
/// Classes: cultivar 1 (59), cultivar 2 (71), cultivar 3 (48), in that order.
///
/// Source: M. Forina et al., PARVUS; S. Aeberhard, D. Coomans and O. de Vel, James Cook University,
/// Technical Report 92-02 (1992). Terms: `Resources/LICENSES.md`.
public enum Wine {
  /// Loads the 178 wines, `features` `[178, 13]`.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> LabelledSet {
    try LabelledSet(
      bundled: "wine.csv", rowCount: 178, classNames: ["cultivar 1", "cultivar 2", "cultivar 3"])
  }
}
