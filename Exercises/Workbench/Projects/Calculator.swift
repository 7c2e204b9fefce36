import Exercises01
import LessonKit
import WorkbenchKit

/// A calculator for numbers of four binary digits, out of nothing but your threshold units.
///
/// Your full adder (1.3) adds a column, your gates (1.2) turn digits over and multiply them, and a
/// net of your neurons (1.1, 1.4) remembers what came out. A number is a list of digits, the lowest
/// first.
enum Calculator: BenchProgram {
  static func run(on board: Board) throws {
    board.section("Sums, differences, products")
    let numbers = 0..<16
    var right = 0
    var products: [[Int]] = []
    for a in numbers {
      products.append(numbers.map { number(multiply(digits(a), digits($0))) })
      for b in numbers {
        right += number(add(digits(a), digits(b))) == a + b ? 1 : 0
        right += signedNumber(subtract(digits(a), digits(b))) == a - b ? 1 : 0
        right += products[a][b] == a * b ? 1 : 0
      }
    }
    board.table(
      ["", "your neurons say"],
      [(9, 6), (3, 12), (15, 15)].map { a, b in
        let sum = number(add(digits(a), digits(b)))
        let difference = signedNumber(subtract(digits(a), digits(b)))
        return ["\(a) and \(b)", "sum \(sum), difference \(difference), product \(products[a][b])"]
      })
    let names = numbers.map { Text(verbatim: "\($0)") }
    board.draw(
      Figure("All products, as the units see them", name: "products") {
        HeatMap(products, rows: names, columns: names)
      })
    board.claim(
      "arithmetic", "sums, differences and products that are right",
      source: "arithmetic", published: "all 768", measured: "\(right)", gate: "all 768",
      holds: right == 3 * 16 * 16)
    remember([products[3][5], products[7][9], products[12][12], products[15][15]], board)
  }

  // MARK: - Out of units

  /// A unit with weights: it fires when the weighted sum of its inputs reaches the threshold.
  static func weighted(_ inputs: [Bool], _ weights: [Int], _ threshold: Int) -> Bool {
    zip(inputs, weights).reduce(0) { sum, pair in sum + (pair.0 ? pair.1 : 0) } >= threshold
  }

  static func gate(_ gate: Gate, _ inputs: Bool...) -> Bool {
    let (weights, threshold) = unit(for: gate)  // 1.2
    return weighted(inputs, weights, threshold)
  }

  static func add(_ a: [Bool], _ b: [Bool], carry: Bool = false) -> [Bool] {
    var carry = carry
    var digits: [Bool] = []
    for (x, y) in zip(a, b) {
      let column = fullAdder(x, y, carry, unit: weighted)  // 1.3
      digits.append(column.sum)
      carry = column.carry
    }
    return digits + [carry]
  }

  /// a - b is a + (not b) + 1; without a carry at the end the result is below zero.
  static func subtract(_ a: [Bool], _ b: [Bool]) -> [Bool] {
    add(a, b.map { gate(.not, $0) }, carry: true)
  }

  /// As on paper: a row for each digit of b, moved to its place, and all rows added.
  static func multiply(_ a: [Bool], _ b: [Bool]) -> [Bool] {
    var total = [Bool](repeating: false, count: 8)
    for (place, digit) in b.enumerated() {
      let row =
        Array(repeating: false, count: place) + a.map { gate(.and, $0, digit) }
        + Array(repeating: false, count: 4 - place)
      total = Array(add(total, row).prefix(8))
    }
    return total
  }

  // MARK: - Memory

  /// Eight neurons that each excite themselves, one receptor for each, and one that silences all.
  static func remember(_ results: [Int], _ board: Board) {
    board.section("A memory")
    let wiring = (0..<8).map { digit in
      (excitatory: [digit, 9 + digit], inhibitory: [8], threshold: 1)
    }
    var activity = [Bool](repeating: false, count: 17)
    var history = [[Bool]](repeating: [], count: 8)
    var held = 0
    for result in results {
      let load = Array((digits(result) + digits(result / 16)).prefix(8))
      let silence = [Bool](repeating: false, count: 8)
      // Forget, hear the number once, and hold it for four ticks.
      let quiet = [[Bool]](repeating: silence + [false], count: 4)
      for stimulus in [silence + [true], load + [false]] + quiet {
        activity = step(activity, stimulus: stimulus, wiring: wiring, neuron: fires)  // 1.4, 1.1
        for digit in 0..<8 { history[digit].append(activity[9 + digit]) }
      }
      held += number(Array(activity[9...])) == result ? 1 : 0
    }
    board.draw(
      Figure(
        "What the memory holds",
        caption: "Four products, each heard once and held until forgotten.",
        name: "memory"
      ) {
        SpikeRaster(
          history.reversed(), names: (0..<8).reversed().map { Text(verbatim: "\(1 << $0)") })
      })
    board.claim(
      "memory", "products that the memory still holds after four ticks", source: "arithmetic",
      published: "all 4", measured: "\(held)", gate: "all 4", holds: held == results.count)
  }

  // MARK: - Numbers and their digits

  static func digits(_ number: Int) -> [Bool] { (0..<4).map { number >> $0 & 1 == 1 } }

  static func number(_ digits: [Bool]) -> Int {
    digits.reversed().reduce(0) { 2 * $0 + ($1 ? 1 : 0) }
  }

  static func signedNumber(_ digits: [Bool]) -> Int { number(digits) - 16 }
}
