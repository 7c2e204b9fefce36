import Foundation

/// From the numbers of an axis to positions between 0 and 1, and round numbers to write on it.
struct Scale: Equatable {
  struct Tick: Equatable {
    var value: Double
    var label: String
  }

  let lower: Double
  let upper: Double
  let isLogarithmic: Bool
  /// Whether only whole numbers are written on it: there is no half an epoch.
  var isWhole = false

  /// A scale over a range; an empty range is widened around its value.
  init(_ lower: Double, _ upper: Double, isLogarithmic: Bool = false) {
    self.isLogarithmic = isLogarithmic
    // Beyond these, the room around the axis would be infinite.
    let (lower, upper) = (max(-1e304, min(lower, 1e304)), max(-1e304, min(upper, 1e304)))
    if isLogarithmic {
      // Below 1e-290 the room around the axis would round to 0, which has no logarithm.
      let low = max(lower > 0 ? lower : (upper > 0 ? upper / 1000 : 1), 1e-290)
      let high = max(upper, low)
      // Numbers that differ in their last bits only have the same logarithm.
      let isWide = high > low * (1 + 1e-9)
      self.lower = isWide ? low : low / 2
      self.upper = isWide ? high : high * 2
    } else {
      let isWide = upper - lower > 1e-12 * max(abs(lower), abs(upper), .leastNormalMagnitude)
      let room = max(abs(lower) * 0.1, lower == 0 ? 0.5 : 0)
      self.lower = isWide ? lower : lower - room
      self.upper = isWide ? upper : lower + room
    }
  }

  /// Where a value stands: 0 at the lower end, 1 at the upper; `nil` where it cannot stand.
  func position(_ value: Double) -> Double? {
    guard value.isFinite, abs(value) < 1e300 else { return nil }
    if isLogarithmic {
      guard value > 0 else { return nil }
      return (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
    }
    let position = (value - lower) / (upper - lower)
    return position.isFinite ? position : nil
  }

  /// The value at a position.
  func value(at position: Double) -> Double {
    guard isLogarithmic else { return lower + (upper - lower) * position }
    // The two factors apart: the ratio of the ends may be more than a Double holds.
    return pow(lower, 1 - position) * pow(upper, position)
  }

  /// A scale with room on both sides.
  func padded(by fraction: Double) -> Scale {
    Scale(value(at: -fraction), value(at: 1 + fraction), isLogarithmic: isLogarithmic)
  }

  /// The scale, with whole numbers on it if all these values are whole.
  func counting(_ values: some Sequence<Double>) -> Scale {
    var scale = self
    scale.isWhole = !isLogarithmic && values.allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    return scale
  }

  /// Round numbers within the scale, at most about `count` of them.
  func ticks(atMost count: Int, _ words: (Text) -> String) -> [Tick] {
    ticks(atMost: count).map { Tick(value: $0.value, label: words(Text(numbers: [$0.label]))) }
  }

  /// Ticks with labels in English.
  func ticks(atMost count: Int) -> [Tick] {
    isLogarithmic ? logarithmicTicks(count) : linearTicks(count)
  }

  private func linearTicks(_ count: Int) -> [Tick] {
    let count = max(2, count)
    let rough = (upper - lower) / Double(count)
    guard rough > 0, rough.isFinite else { return [] }
    let power = pow(10, floor(log10(rough)))
    let steps = [0.5, 1.0, 2, 5, 10, 20, 50, 100].map { $0 * power }.filter { !isWhole || $0 >= 1 }
    guard var choice = steps.firstIndex(where: { indices(step: $0).count <= count }) else {
      return []
    }
    // Two numbers say more than one: rather a few too many than fewer than three.
    if choice > 0, indices(step: steps[choice]).count < 3,
      indices(step: steps[choice - 1]).count <= count + 2
    {
      choice -= 1
    }
    let step = steps[choice]
    let values = indices(step: step).map { Double($0) * step }
    return zip(values, Self.labels(values, step: step)).map { Tick(value: $0, label: $1) }
  }

  /// Labels that differ: short ones if they do, with all digits if there is room, otherwise the
  /// first in full and what is added to it for the others: `1.2345678e9`, `+1`, `+2`.
  private static func labels(_ values: [Double], step: Double) -> [String] {
    let decimals = max(0, Int(-floor(log10(step) + 1e-9)))
    let short = values.map { label($0, step: step, decimals: decimals) }
    guard Set(short).count < values.count else { return short }
    let full = values.map { Numbers.fixed($0, decimals: min(decimals, 17)) }
    if Set(full).count == values.count, full.allSatisfy({ $0.count <= longest }) { return full }
    return values.enumerated().map { index, value in
      index == 0
        ? Numbers.scientific(value, digits: 7)
        : "+" + Numbers.scientificOrShort(step * Double(index))
    }
  }

  /// The characters of a tick's label that both renderers have room for.
  static let longest = 12

  /// The multiples of a step that lie within the scale.
  private func indices(step: Double) -> [Int] {
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15, last - first < 1000 else { return [] }
    return Array(Int(first)...Int(last))
  }

  private static func label(_ value: Double, step: Double, decimals: Int) -> String {
    if abs(value) < step * 1e-6 { return "0" }
    let size = max(abs(value), step)
    return size >= 1e6 || decimals > 4
      ? Numbers.scientific(value, digits: 3) : Numbers.fixed(value, decimals: decimals)
  }

  /// Powers of ten; within two of them also 2 and 5 times.
  private func logarithmicTicks(_ count: Int) -> [Tick] {
    let (low, high) = (log10(lower), log10(upper))
    var factors = [1.0]
    if high - low < 2.2 { factors = high - low < 0.9 ? [1, 2, 3, 4, 5, 6, 8] : [1, 2, 5] }
    var values: [Double] = []
    let range = Int(low.rounded(.down))...Int(high.rounded(.up))
    for exponent in range {
      for factor in factors {
        let value = factor * pow(10, Double(exponent))
        if value >= lower * (1 - 1e-9), value <= upper * (1 + 1e-9) { values.append(value) }
      }
    }
    if values.count < 2, high - low < 0.5 {
      return Scale(lower, upper).ticks(atMost: count)
    }
    let stride = max(1, (values.count + max(1, count) - 1) / max(1, count))
    return values.enumerated().filter { $0.offset.isMultiple(of: stride) }.map {
      Tick(value: $0.element, label: Self.power($0.element))
    }
  }

  private static func power(_ value: Double) -> String {
    value >= 1e6 || value < 0.999e-3
      ? Numbers.scientific(value, digits: 1) : Numbers.short(value)
  }
}
