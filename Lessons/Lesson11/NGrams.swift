import Foundation

/// How often each group of symbols occurs in a text, up to groups of some length.
///
/// Source: C. E. Shannon, Prediction and entropy of printed English, Bell System Technical Journal
/// 30, 1951.
struct NGrams {
  private let symbolCount: Int
  /// For each length the groups, as numbers in base `symbolCount`, and how often they occur.
  private var counts: [[Int: Int]]
  /// For each length n the groups of n that have a successor.
  private var contexts: [[Int: Int]]

  init(of text: [Int], symbolCount: Int, upTo longest: Int) {
    self.symbolCount = symbolCount
    counts = []
    contexts = []
    for n in 0...longest {
      var found: [Int: Int] = [:]
      var withNext: [Int: Int] = [:]
      for place in 0...(text.count - n) {
        let group = Self.number(of: text[place..<place + n], symbolCount)
        found[group, default: 0] += 1
        if place + n < text.count { withNext[group, default: 0] += 1 }
      }
      counts.append(found)
      contexts.append(withNext)
    }
  }

  private static func number(of group: ArraySlice<Int>, _ base: Int) -> Int {
    group.reduce(0) { $0 * base + $1 }
  }

  /// The entropy of groups of n symbols, in bits.
  func entropy(ofGroups n: Int) -> Double {
    let total = Double(counts[n].values.reduce(0, +))
    // Sorted, so that rounding is the same in every run.
    return -counts[n].values.sorted().reduce(0) { sum, count in
      let share = Double(count) / total
      return sum + share * log2(share)
    }
  }

  /// Shannon's F_n: how uncertain the n-th symbol is to one who knows the n - 1 before it, in bits.
  func uncertainty(_ n: Int) -> Double {
    n == 0 ? log2(Double(symbolCount)) : entropy(ofGroups: n) - entropy(ofGroups: n - 1)
  }

  /// The mean surprise, in bits, at each symbol of another text, from n - 1 symbols before it.
  ///
  /// A group that never occurred must not get the chance 0. So the chances of shorter groups fill
  /// up: whatever was seen counts, and the shorter group counts like five symbols more.
  func surprise(at text: [Int], groups n: Int) -> Double {
    var total = 0.0
    for place in 1..<text.count {
      var chance = 1 / Double(symbolCount)
      for length in 0..<min(n, place + 1) {
        let context = Self.number(of: text[(place - length)..<place], symbolCount)
        let whole = context * symbolCount + text[place]
        let seen = Double(contexts[length][context] ?? 0)
        chance = (Double(counts[length + 1][whole] ?? 0) + 5 * chance) / (seen + 5)
      }
      total -= log2(chance)
    }
    return total / Double(text.count - 1)
  }
}
