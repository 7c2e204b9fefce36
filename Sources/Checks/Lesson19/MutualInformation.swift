import ExerciseKit
import Foundation

extension Checks19 {
  /// Exercise 19.4.
  static let mutualInformation = Check(
    "19.4", "The PMI matrix", difficulty: 2, minutes: 25,
    file: "MutualInformation.swift", chapter: chapter, section: "The PMI matrix",
    hints: [
      "Counting: for each place go through the places near it, the place itself left out.",
      "PMI needs four numbers: the cell, its row's sum, its column's sum, the sum of all.",
      "Where the cell is 0 there is no logarithm: answer 0 before you take it.",
    ],
    parts: [
      Part("count", points: 1) { judge in
        judge.ask(count, [0, 1, 0, 2], 3, 1)
        judge.ask(count, [], 2, 1)
        judge.ask(count, [1], 2, 3)
        judge.ask(count, [0, 0, 1], 2, 2)
        judge.ask(count, [2, 0, 1, 1, 3], 5, 9)
        for _ in 0..<3 {
          let words = judge.generator.count(3...5)
          let text = (0..<judge.generator.count(7...12)).map { _ in
            judge.generator.count(0...(words - 1))
          }
          judge.ask(count, text, words, judge.generator.count(2...3))
        }
      },
      Part("compare with chance", points: 2) { judge in
        judge.ask(pmi, [[0, 2, 1], [2, 0, 0], [1, 0, 0]])
        judge.ask(pmi, [[5, 1, 2], [1, 7, 3]])
        judge.ask(pmi, [[4, 1], [0, 3], [2, 6]])
        judge.ask(pmi, [[3]])
        for _ in 0..<3 {
          let (rows, columns) = (judge.generator.count(2...4), judge.generator.count(3...5))
          let table = (0..<rows).map { _ in
            (0..<columns).map { _ in Float(judge.generator.count(1...9)) }
          }
          judge.ask(pmi, table)
        }
        // A word that was never seen with anything.
        judge.ask(pmi, [[0, 0, 0], [0, 2, 5], [0, 4, 1]])
      },
    ],
    mistakes: [
      count.mistake("a word is no neighbour of its own place") { text, words, window in
        counted(text, words) { abs($0) <= window }
      },
      count.mistake("only neighbours to the right: those to the left count, too") {
        text, words, window in counted(text, words) { $0 > 0 && $0 <= window }
      },
      count.mistake("only neighbours to the left: those to the right count, too") {
        text, words, window in counted(text, words) { $0 < 0 && -$0 <= window }
      },
      count.mistake("at most window places apart: yours stops one earlier") {
        text, words, window in counted(text, words) { $0 != 0 && abs($0) < window }
      },
      count.mistake("all words up to window places away, not only those exactly so far") {
        text, words, window in counted(text, words) { abs($0) == window }
      },
      count.mistake("the window limits it: yours counts all pairs of the text") { text, words, _ in
        counted(text, words) { $0 != 0 }
      },
      count.mistake("a word may stand beside itself: two places with the same word count, too") {
        text, words, window in
        let all = counted(text, words) { $0 != 0 && abs($0) <= window }
        return all.indices.map { row in
          all[row].indices.map { $0 == row ? 0 : all[row][$0] }
        }
      },
      count.mistake("how often they meet is wanted, not whether they do") { text, words, window in
        counted(text, words) { $0 != 0 && abs($0) <= window }.map { $0.map { min(1, $0) } }
      },
      count.mistake("each meeting counts once in each row; yours counts it twice") {
        text, words, window in
        counted(text, words) { $0 != 0 && abs($0) <= window }.map { $0.map { 2 * $0 } }
      },
      count.mistake("every meeting counts 1, however near the words stand") { text, words, window in
        var counts = Array(repeating: Array(repeating: Float(0), count: words), count: words)
        for a in text.indices {
          for b in text.indices where a != b && abs(a - b) <= window {
            counts[text[a]][text[b]] += 1 / Float(abs(a - b))
          }
        }
        return counts
      },
      pmi.mistake("negative values become 0: it is the positive PMI") {
        cells($0) { n, total, row, column in log(n * total / (row * column)) }
      },
      pmi.mistake("every number is 0: is the sum of all counts in the quotient?") {
        cells($0) { n, _, row, column in max(0, log(n / (row * column))) }
      },
      pmi.mistake("the logarithm is missing") {
        cells($0) { n, total, row, column in n * total / (row * column) }
      },
      pmi.mistake("that is log2; log is the natural logarithm") {
        cells($0) { n, total, row, column in max(0, log2(n * total / (row * column))) }
      },
      pmi.mistake("rows take the place of columns: the table need not be symmetric") { table in
        let rows = table.map { $0.reduce(0, +) }
        let total = rows.reduce(0, +)
        return table.indices.map { w in
          table[w].indices.map { c in
            guard c < rows.count else { return 0 }
            let n = table[w][c]
            return n > 0 ? max(0, log(n * total / (rows[w] * rows[c]))) : 0
          }
        }
      },
      pmi.mistake("log of 0 is minus infinity: a pair that never met gets 0") { table in
        let rows = table.map { $0.reduce(0, +) }
        let columns = table[0].indices.map { c in table.reduce(0) { $0 + $1[c] } }
        let total = rows.reduce(0, +)
        return table.indices.map { w in
          table[w].indices.map { c in
            let value = log(table[w][c] * total / (rows[w] * columns[c]))
            return value < 0 && value > -.infinity ? 0 : value
          }
        }
      },
      pmi.mistake("the counts are not changed: yours adds 1 to each") { table in
        cells(table.map { $0.map { $0 + 1 } }) { n, total, row, column in
          max(0, log(n * total / (row * column)))
        }
      },
      pmi.mistake("the sign: what meets more often than by chance is positive") {
        cells($0) { n, total, row, column in max(0, -log(n * total / (row * column))) }
      },
      pmi.mistake("the size of a negative value is not wanted: it becomes 0") {
        cells($0) { n, total, row, column in abs(log(n * total / (row * column))) }
      },
    ])

  private static let count = Function("company(text:words:window:)") {
    (text: [Int], words: Int, window: Int) -> [[Float]] in
    counted(text, words) { $0 != 0 && abs($0) <= window }
  }

  private static let pmi = Function("positivePMI(_:)") { (counts: [[Float]]) -> [[Float]] in
    cells(counts) { n, total, row, column in max(0, log(n * total / (row * column))) }
  }

  private static func counted(
    _ text: [Int], _ words: Int, _ isNear: (_ distance: Int) -> Bool
  ) -> [[Float]] {
    var counts = Array(repeating: Array(repeating: Float(0), count: words), count: words)
    for a in text.indices {
      for b in text.indices where isNear(b - a) { counts[text[a]][text[b]] += 1 }
    }
    return counts
  }

  /// A value for each cell that is not 0, from the cell, all, its row and its column.
  private static func cells(
    _ table: [[Float]], _ value: (Float, Float, Float, Float) -> Float
  ) -> [[Float]] {
    let rows = table.map { $0.reduce(0, +) }
    let columns = (table.first ?? []).indices.map { c in table.reduce(0) { $0 + $1[c] } }
    let total = rows.reduce(0, +)
    return table.indices.map { w in
      table[w].indices.map { c in
        table[w][c] > 0 ? value(table[w][c], total, rows[w], columns[c]) : 0
      }
    }
  }
}
