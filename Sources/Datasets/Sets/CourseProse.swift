/// The course's own prose: 420 paragraphs of the English chapters 01 to 08, without code and
/// formulas.
///
/// One paragraph a line, in UTF-8, with capitals, digits and punctuation, about 97,000 characters.
/// The text is frozen as it stood when lesson 11 was written: correcting a chapter changes no
/// figure.
public enum CourseProse {
  /// Loads the text, each paragraph ended by a line feed.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> String {
    try TextFile.lines(of: Bundled.url("course-prose.txt"), count: 420)
      .joined(separator: "\n") + "\n"
  }
}
