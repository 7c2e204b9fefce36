/// Sunspots: the yearly mean of the sunspot number, 1700 to 2008, with its cycle of about 11 years.
///
/// The unit is Wolf's relative number: ten for each group of spots and one for each spot.
///
/// Source: National Geophysical Data Center (United States); public domain.
public enum Sunspots {
  /// The year of the first number.
  public static let firstYear = 1700

  /// Loads the 309 numbers, one a year.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> [Float] {
    try CSVFile(contentsOf: Bundled.url("sunspots.csv"), rowCount: 309).numbers("sunspots")
  }
}
