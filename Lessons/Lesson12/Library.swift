import Datasets
import Foundation
import LessonKit

/// The text that the writer learns: its symbols, nine tenths to read, one tenth to be asked about.
struct Library {
  /// Every symbol that occurs; where there are too many, the rare ones became the last, "~".
  let symbols: [Character]
  let training: [Int]
  let test: [Int]
  /// The reader's own file, or nil for our chapters.
  let file: String?

  /// Too short a text teaches nothing; of a longer one the beginning is enough.
  static let lengths = 5_000...1_000_000
  static let symbolLimit = 120

  init(_ board: Board) throws {
    file = board.options.text("text")
    let text =
      try file.map { try TextFile.text(of: URL(fileURLWithPath: $0)) } ?? CourseProse.load()
    let characters = Array(text.prefix(Self.lengths.upperBound))
    guard characters.count >= Self.lengths.lowerBound else {
      throw DataError(
        file: file ?? "course-prose.txt",
        expected: "at least \(Self.lengths.lowerBound) characters",
        found: "\(characters.count)")
    }
    var counts: [Character: Int] = [:]
    for character in characters { counts[character, default: 0] += 1 }
    let common = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    symbols =
      common.count <= Self.symbolLimit
      ? common.sorted() : common.prefix(Self.symbolLimit - 1).filter { $0 != "~" }.sorted() + ["~"]
    let numbers = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1, $0) })
    let rare = symbols.count - 1
    let all = characters.map { numbers[$0] ?? rare }
    let border = all.count * 9 / 10
    training = Array(all[..<border])
    test = Array(all[border...].prefix(10_000))
  }

  /// Bits a symbol of the unseen tenth costs, when guessed from counts of what followed the last
  /// `context` symbols in the training part.
  ///
  /// Each prediction is mixed with that of a shorter context, as if that had been seen twice.
  func countedBits(context: Int) -> Double {
    let weight = 2.0
    var counts = [[Int: [Int: Double]]](repeating: [:], count: context + 1)
    func key(_ list: [Int], _ end: Int, _ length: Int) -> Int {
      list[(end - length)..<end].reduce(0) { $0 * symbols.count + $1 }
    }
    for place in context..<training.count {
      for length in 0...context {
        counts[length][key(training, place, length), default: [:]][training[place], default: 0] += 1
      }
    }
    let totals = counts.map { $0.mapValues { $0.values.reduce(0, +) } }
    var bits = 0.0
    for place in context..<test.count {
      var chance = 1 / Double(symbols.count)
      for length in 0...context {
        let before = key(test, place, length)
        let seen = counts[length][before]?[test[place]] ?? 0
        chance = (seen + weight * chance) / ((totals[length][before] ?? 0) + weight)
      }
      bits -= log2(chance)
    }
    return bits / Double(test.count - context)
  }
}
