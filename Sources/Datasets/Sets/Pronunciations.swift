/// Pronunciations: 4,562 English words, and for each of their letters what it sounds like.
///
/// The words of the course's own prose come first, the frequent ones before the rare; then verbs. A
/// sound is a phoneme of the dictionary without its stress (`AH`), two of them for one letter
/// (`K+S`), or `-` for a silent letter. Which letter has which sound is not in the dictionary: a
/// script aligned them.
///
/// Source: The CMU Pronouncing Dictionary, Carnegie Mellon University, under its own 2-clause
/// licence.
public enum Pronunciations {
  /// A word and its sounds.
  public struct Entry: Sendable, Equatable {
    /// Letters a to z.
    public let word: String
    /// As many as the word has letters.
    public let sounds: [String]
  }

  /// Loads the words.
  ///
  /// - Throws: `DataError` when the bundled file is absent or damaged.
  public static func load() throws -> [Entry] {
    try TextFile.lines(of: Bundled.url("pronunciations.txt"), count: 4562).map { line in
      let fields = line.split(separator: " ").map(String.init)
      return Entry(word: fields[0], sounds: Array(fields.dropFirst()))
    }
  }
}
