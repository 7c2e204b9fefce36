import Foundation

/// Collects the elements of an SVG picture, one a line, so that files differ by lines.
struct SVGDrawing {
  /// Where a text stands from its point.
  enum Anchor: String {
    case start, middle, end
  }

  private(set) var lines: [String] = []
  private var depth = 1

  /// A number with at most two decimals, never `-0`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let digits = Numbers.fixed(value, decimals: 2)
    guard digits.contains(".") else { return digits }
    var short = digits[...]
    while short.last == "0" { short.removeLast() }
    if short.last == "." { short.removeLast() }
    return String(short)
  }

  /// A coordinate in a long path: one decimal is finer than the eye.
  static func coordinate(_ value: Double) -> String {
    let tenths = (max(-1e6, min(1e6, value.isFinite ? value : 0)) * 10).rounded()
    let whole = Int(tenths)
    let sign = whole < 0 ? "-" : ""
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(units)" : "\(sign)\(units).\(rest)"
  }

  /// Words as XML has them; characters that XML forbids become the replacement character.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// About how wide words are in the fonts of a browser.
  static func width(of words: String, size: Double = 13) -> Double {
    Double(words.displayWidth) * size * 0.56
  }

  /// Words cut so that they are about no wider than `width`.
  static func fitted(_ words: String, width: Double, size: Double = 13) -> String {
    let columns = max(1, Int(width / (size * 0.56)))
    return words.displayWidth <= columns ? words : words.clipped(to: max(0, columns - 1)) + "…"
  }

  /// A drawing of lines that were drawn before.
  init(lines: [String] = []) { self.lines = lines }

  mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  mutating func text(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "",
    turned: Bool = false
  ) {
    guard !words.isEmpty else { return }
    let (x, y) = (Self.number(x), Self.number(y))
    let position = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let rotation = turned ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
    let name = style.isEmpty ? "" : " class=\"\(style)\""
    add("<text\(name) x=\"\(x)\" y=\"\(y)\"\(position)\(rotation)>\(Self.escaped(words))</text>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, style: String, rounded: Double = 0
  ) {
    let corner = rounded > 0 ? " rx=\"\(Self.number(rounded))\"" : ""
    add(
      "<rect class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
        + "width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\"\(corner)/>"
    )
  }

  mutating func path(_ data: String, style: String, opacity: Double? = nil) {
    guard !data.isEmpty else { return }
    let fading = opacity.map { " opacity=\"\(Self.number($0))\"" } ?? ""
    add("<path class=\"\(style)\"\(fading) d=\"\(data)\"/>")
  }

  /// Elements within `<g ...>`.
  mutating func group(_ attributes: String, _ content: (inout SVGDrawing) -> Void) {
    add("<g \(attributes)>")
    depth += 1
    content(&self)
    depth -= 1
    add("</g>")
  }
}
