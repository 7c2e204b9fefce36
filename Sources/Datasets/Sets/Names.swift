/// First names: 5,163 names of the United States census of 1990, in lower-case letters a to z,
/// sorted.
///
/// Source: United States Census Bureau, female and male names together; public domain.
public enum FirstNames {
  /// Loads the names.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> [String] {
    try TextFile.lines(of: Bundled.url("first-names.txt"), count: 5163)
  }
}

/// Villages: the names of 7,342 villages, towns and cities of Spain, as GeoNames spells them.
///
/// In the order of their Unicode letters; not every accent of the official names is there.
///
/// Source: GeoNames (geonames.org), CC BY 4.0; the places of Spain with 500 people and more,
/// and smaller ones that are the seat of an administration.
public enum Villages {
  /// Loads the names.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> [String] {
    try TextFile.lines(of: Bundled.url("villages.txt"), count: 7342)
  }
}
