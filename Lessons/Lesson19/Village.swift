/// A made-up world: some words, some contexts, and how often they meet.
struct Village {
  let words: [String]
  let contexts: [String]
  /// [word][context], all above 0.
  let company: [[Double]]
  /// a is to b as c is to d, by the words' numbers.
  var analogies: [(Int, Int, Int, Int)] = []

  /// Each attribute of a word multiplies how often it meets some contexts.
  static var kingdom: Village {
    let words: [(name: String, royal: Bool, female: Bool, young: Bool)] = [
      ("man", false, false, false), ("woman", false, true, false), ("king", true, false, false),
      ("queen", true, true, false), ("boy", false, false, true), ("girl", false, true, true),
      ("prince", true, false, true), ("princess", true, true, true),
    ]
    let contexts = ["he", "she", "crown", "field", "school", "work", "and", "the"]
    let company = words.map { word in
      [
        word.female ? 2.0 : 20, word.female ? 20 : 2, word.royal ? 16 : 2, word.royal ? 2 : 16,
        word.young ? 18 : 3, word.young ? 3 : 18, 20, 30,
      ]
    }
    let pairs = [(0, 1), (2, 3), (4, 5), (6, 7)]
    let analogies = pairs.flatMap { first in
      pairs.filter { $0 != first }.map { second in (first.0, first.1, second.0, second.1) }
    }
    return Village(
      words: words.map(\.name), contexts: contexts, company: company, analogies: analogies)
  }

  /// Trades that all do the same things; only "he" and "she" are unevenly shared.
  ///
  /// - Parameter shares: how many of each hundred sentences say "she".
  static func trades(shares: [Double]) -> Village {
    let contexts = ["he", "she", "works", "tools", "the", "day", "house", "skill"]
    let company = shares.map { share in
      [100 - share, share, 80.0, 60, 200, 50, 40, 30]
    }
    return Village(
      words: shares.map { "trade with \(Int($0)) % she" }, contexts: contexts, company: company)
  }
}
