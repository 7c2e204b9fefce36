/// Breast cancer, Wisconsin (diagnostic): 569 tumours described by the nuclei of their cells.
///
/// Ten properties were measured on each nucleus in an image of a fine-needle aspirate. The columns
/// are `mean ...`, `... error` (the standard error of the mean) and `worst ...` (the mean of the
/// three largest) of each: radius, texture (standard deviation of grey values), perimeter, area,
/// smoothness (variation of the radius), compactness (perimeter squared / area - 1), concavity,
/// concave points, symmetry, fractal dimension. The source states no units; lengths follow the
/// scale of the image.
///
/// Classes: malignant (212), benign (357).
///
/// Source: W. N. Street, W. H. Wolberg and O. L. Mangasarian, "Nuclear feature extraction for
/// breast tumor diagnosis", SPIE 1905, 861-870 (1993). Terms: `Resources/LICENSES.md`.
public enum BreastCancer {
  /// Loads the 569 tumours, `features` `[569, 30]`.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> LabelledSet {
    try LabelledSet(
      bundled: "breast-cancer.csv", rowCount: 569, classNames: ["malignant", "benign"])
  }
}
