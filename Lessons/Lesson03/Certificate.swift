/// What a neuron is asked to do, written as inequalities, and the proof that it cannot.

/// One demand on a neuron: on these inputs, fire (label +1) or stay silent (label -1).
///
/// The neuron meets it when `label * (w . x + b) >= 1`. Asking for 1 and not just for more than 0
/// costs nothing: weights that work on finitely many inputs still work when all are multiplied by
/// 1000.
struct Demand {
  let inputs: [Int]
  let label: Int

  /// label x (inputs, 1): the inequality's left side is the product of this row with (w, b).
  let row: [Int]

  init(inputs: [Int], label: Int) {
    self.inputs = inputs
    self.label = label
    row = inputs.map { label * $0 } + [label]
  }

  /// The inequality in letters, as in "-w1 - w2 - b >= 1".
  var inequality: String {
    let names = inputs.indices.map { "w\($0 + 1)" } + ["b"]
    let terms = zip(row, names).filter { $0.0 != 0 }.map { ($0 > 0 ? "+ " : "- ") + $1 }
    let joined = terms.joined(separator: " ")
    return (joined.hasPrefix("+ ") ? String(joined.dropFirst(2)) : joined) + " >= 1"
  }
}

/// Whether these weights (the bias last) meet every demand.
func weights(_ weights: [Int], meet demands: [Demand]) -> Bool {
  demands.allSatisfy { dot($0.row, weights) >= 1 }
}

/// Whether these multipliers prove that no weights whatever meet the demands.
///
/// Multiply each inequality by its multiplier (none negative, some positive) and add them up. If
/// every weight cancels on the left, the sum reads `0 >= the sum of the multipliers`, which is
/// false.
func isCertificate(_ multipliers: [Int], against demands: [Demand]) -> Bool {
  guard multipliers.count == demands.count else { return false }
  guard multipliers.allSatisfy({ $0 >= 0 }), multipliers.contains(where: { $0 > 0 }) else {
    return false
  }
  return combination(multipliers, of: demands).allSatisfy { $0 == 0 }
}

/// What is left of each weight (the bias last) in the sum of the multiplied inequalities.
func combination(_ multipliers: [Int], of demands: [Demand]) -> [Int] {
  var sum = [Int](repeating: 0, count: demands[0].row.count)
  for (multiplier, demand) in zip(multipliers, demands) {
    for (column, value) in demand.row.enumerated() { sum[column] += multiplier * value }
  }
  return sum
}

/// The first list of `count` numbers out of `values` that `holds`; all are tried in order.
func firstList(of count: Int, from values: [Int], where holds: ([Int]) -> Bool) -> [Int]? {
  var wheels = [Int](repeating: 0, count: count)
  while true {
    let list = wheels.map { values[$0] }
    if holds(list) { return list }
    // Count upwards like a mileage meter: the last wheel turns first.
    guard let wheel = wheels.lastIndex(where: { $0 < values.count - 1 }) else { return nil }
    wheels[wheel] += 1
    for reset in (wheel + 1)..<count { wheels[reset] = 0 }
  }
}

func dot(_ a: [Int], _ b: [Int]) -> Int {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
