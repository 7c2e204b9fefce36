/// Sonar: 208 echoes of a chirp, from a metal cylinder (a mine) or from a rock of the same shape.
///
/// Sixty columns, `band 1` to `band 60`: the energy in a band of frequencies, integrated over a
/// time and scaled to 0...1, from low to high frequency. The bundled values have three decimals;
/// the original has four.
///
/// Classes: rock (97), mine (111), in that order; each sorted by the angle of the sonar, so that a
/// split without shuffling tests on angles never seen.
///
/// Source: R. P. Gorman and T. J. Sejnowski, "Analysis of hidden units in a layered network trained
/// to classify sonar targets", Neural Networks 1, 75-89 (1988). Terms: `Resources/LICENSES.md`.
public enum Sonar {
  /// Loads the 208 echoes, `features` `[208, 60]`.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> LabelledSet {
    try LabelledSet(bundled: "sonar.csv", rowCount: 208, classNames: ["rock", "mine"])
  }
}
