import Foundation

/// The symbols of a text, numbered from 0.
struct Alphabet: Sendable {
  let symbols: [Character]
  private let numbers: [Character: Int]

  init(_ symbols: some Sequence<Character>) {
    self.symbols = Set(symbols).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(self.symbols, 0...))
  }

  var count: Int { symbols.count }

  /// The numbers of a text's symbols; all of them must be in the alphabet.
  func encode(_ text: String) -> [Int] { text.map { numbers[$0]! } }

  /// The text of such numbers.
  func decode(_ numbers: [Int]) -> String { String(numbers.map { symbols[$0] }) }
}

extension Alphabet {
  /// Shannon's twenty-seven: the space and a to z.
  static let letters = Alphabet(" abcdefghijklmnopqrstuvwxyz")

  /// A text in those twenty-seven: no capitals, no accents; whatever else there is becomes a space.
  static func plain(_ text: String) -> String {
    let folded = text.folding(
      options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en"))
    let words = folded.split { !("a"..."z").contains($0) }
    return words.joined(separator: " ")
  }
}
