import MiniTensor

/// Reber's grammar: a railway of seven stations, each track with a letter.
///
/// The embedded grammar runs through it between two equal letters, T ... T or P ... P. Whoever
/// wants to know the last but one letter must remember the second, whatever came between.
///
/// Source: A. S. Reber, Journal of Verbal Learning and Verbal Behavior 6, 1967; embedded by
/// A. Cleeremans and others, 1989, and S. E. Fahlman, 1991.
enum ReberGrammar {
  static let letters: [Character] = ["B", "T", "S", "X", "V", "P", "E"]
  static let letterCount = 7

  static func index(_ letter: Character) -> Int { letters.firstIndex(of: letter)! }

  /// From each station: the letters of the tracks, and where they lead.
  static let tracks: [[(letter: Int, to: Int)]] = [
    [("B", 1)], [("T", 2), ("P", 3)], [("S", 2), ("X", 4)], [("T", 3), ("V", 5)],
    [("X", 3), ("S", 6)], [("P", 4), ("V", 6)], [("E", 7)],
  ].map { $0.map { (index($0.0), $0.1) } }

  /// A string of the embedded grammar, and after each letter the letters that may follow.
  struct Example: Sendable {
    var letters: [Int]
    /// `allowed[t]` may follow `letters[t]`; the last is B, which begins the next string.
    var allowed: [[Int]]
    var text: String { String(letters.map { ReberGrammar.letters[$0] }) }
  }

  static func example(using generator: inout RandomGenerator) -> Example {
    let frame = index(generator.chance(0.5) ? "T" : "P")
    var result = Example(
      letters: [index("B"), frame], allowed: [[index("T"), index("P")], [index("B")]])
    var station = 0
    while station < 7 {
      let choices = tracks[station]
      let track = choices[choices.count == 1 ? 0 : generator.integer(below: 2)]
      result.letters.append(track.letter)
      station = track.to
      result.allowed.append(station == 7 ? [frame] : tracks[station].map(\.letter))
    }
    result.letters += [frame, index("E")]
    result.allowed += [[index("E")], [index("B")]]
    return result
  }
}
