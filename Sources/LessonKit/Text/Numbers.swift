import Foundation

/// A number that a figure or a table can show.
public protocol Plottable: Sendable {
  /// The number as a `Double`.
  var plotted: Double { get }
}

extension Double: Plottable {
  /// The number itself.
  public var plotted: Double { self }
}

extension Float: Plottable {
  /// The number as a `Double`.
  public var plotted: Double { Double(self) }
}

extension Int: Plottable {
  /// The number as a `Double`.
  public var plotted: Double { Double(self) }
}

/// Numbers as English writes them: a point before the decimals, whatever the machine's region.
///
/// What a learner reads goes through a ``Text``, which writes them as its language does.
enum Numbers {
  /// So many digits after the point, and never `-0.0`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return notFinite(value) }
    let digits = String(format: "%.\(max(0, decimals))f", value)
    return digits.hasPrefix("-") && !digits.contains { ("1"..."9").contains($0) }
      ? String(digits.dropFirst()) : digits
  }

  /// Rounded to so many significant digits, without trailing zeros; whole numbers stay whole.
  static func short(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return notFinite(value) }
    guard value != 0 else { return "0" }
    let size = abs(value)
    if value == value.rounded(), size < 1e9 { return String(Int(value)) }
    if size >= 1e9 || size < 1e-4 { return scientific(value, digits: digits) }
    let magnitude = Int(log10(size).rounded(.down))
    let digits = fixed(value, decimals: max(0, digits - 1 - magnitude))
    return digits.contains(".") ? trimmed(digits) : digits
  }

  /// `1.5e-7`, without the padding of C.
  static func scientific(_ value: Double, digits: Int) -> String {
    let parts = String(format: "%.\(max(0, digits - 1))e", value).split(separator: "e")
    let mantissa = parts[0].contains(".") ? trimmed(String(parts[0])) : String(parts[0])
    return "\(mantissa)e\(Int(parts[1]) ?? 0)"
  }

  /// At most so many digits, with a power of ten where the number is large or small.
  static func scientificOrShort(_ value: Double, digits: Int = 3) -> String {
    (1e-3..<1e6).contains(abs(value))
      ? short(value, digits: digits) : scientific(value, digits: digits)
  }

  /// `60,000`.
  static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  private static func trimmed(_ digits: String) -> String {
    var result = digits[...]
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return String(result)
  }

  private static func notFinite(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}
