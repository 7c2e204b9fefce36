extension Text {
  /// Collects the words and values of an interpolated ``Text``.
  public struct Interpolation: StringInterpolationProtocol {
    private var template = ""
    private(set) var values: [Value] = []

    /// An empty text with room for its words.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 2 * interpolationCount)
    }

    init(literal: String) {
      appendLiteral(literal)
    }

    /// A `%` at the very end can be no placeholder; it needs no second one.
    var finishedTemplate: String {
      template.hasSuffix("%%") ? String(template.dropLast()) : template
    }

    /// Adds words; a `%` that could be taken for a placeholder is doubled.
    public mutating func appendLiteral(_ literal: String) {
      var characters = literal[...]
      while let character = characters.popFirst() {
        template.append(character)
        guard character == "%" else { continue }
        let next = characters.first
        if next == nil || next == "%" || next?.isNumber == true { template.append("%") }
      }
    }

    private mutating func append(_ value: Value) {
      values.append(value)
      template += "%\(values.count)"
    }

    // MARK: Words

    /// Adds a name or a piece of code, the same in every language.
    public mutating func appendInterpolation(_ words: String) { append(.plain(words)) }

    /// Adds a text that is translated on its own.
    public mutating func appendInterpolation(_ text: Text) { append(.text(text)) }

    /// Adds anything that can describe itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.plain(value.description))
    }

    // MARK: Numbers

    /// Adds a number with up to four significant digits: `0.1`, `3.142`, `12345`.
    public mutating func appendInterpolation(_ value: Double) {
      append(.numbers([Numbers.short(value)]))
    }

    /// Adds a number with up to four significant digits: `0.1`, `3.142`, `12345`.
    public mutating func appendInterpolation(_ value: Float) {
      append(.numbers([Numbers.short(Double(value))]))
    }

    /// Adds a number with so many digits after the point: `\(loss, decimals: 2)` is `0.25`.
    public mutating func appendInterpolation(_ value: some Plottable, decimals: Int) {
      append(.numbers([Numbers.fixed(value.plotted, decimals: decimals)]))
    }

    /// Adds a number rounded to so many significant digits: `\(x, significant: 2)` is `0.0013`.
    public mutating func appendInterpolation(_ value: some Plottable, significant: Int) {
      append(.numbers([Numbers.short(value.plotted, digits: significant)]))
    }

    /// Adds a fraction as percents: `\(0.9612, percent: 1)` is `96.1 %`.
    public mutating func appendInterpolation(_ fraction: some Plottable, percent decimals: Int) {
      append(.numbers([Numbers.fixed(100 * fraction.plotted, decimals: decimals) + " %"]))
    }

    /// Adds a whole number with its thousands apart: `\(60000, grouped: true)` is `60,000`.
    public mutating func appendInterpolation(_ value: Int, grouped: Bool) {
      append(.numbers([grouped ? Numbers.grouped(value) : String(value)]))
    }

    /// Adds a number in a field: `\(n, width: 5)` has spaces before it until it is 5 wide.
    public mutating func appendInterpolation(_ value: Int, width: Int) {
      let digits = String(value)
      append(.plain(String(repeating: " ", count: max(0, width - digits.count)) + digits))
    }

    // MARK: Lists

    /// Adds a list: `2, 2, 3`.
    public mutating func appendInterpolation(_ values: [Int]) { append(.text(values.list)) }

    /// Adds a list: `2, 2, 3`.
    public mutating func appendInterpolation(_ values: ArraySlice<Int>) {
      append(.text(values.list))
    }

    /// Adds a list: `0.5, 1.25`.
    public mutating func appendInterpolation(_ values: [Float]) { append(.text(values.list)) }

    /// Adds a list: `0.5, 1.25`.
    public mutating func appendInterpolation(_ values: [Double]) { append(.text(values.list)) }

    /// Adds a list of numbers with so many digits after the point.
    public mutating func appendInterpolation(_ values: [some Plottable], decimals: Int) {
      append(.text(values.list(decimals: decimals)))
    }

    /// Adds a list of names.
    public mutating func appendInterpolation(_ values: [String]) {
      append(.plain(values.joined(separator: ", ")))
    }

    /// Adds a list of texts, each translated on its own.
    public mutating func appendInterpolation(_ values: [Text]) { append(.text(values.list)) }
  }
}

extension Sequence where Element: Plottable {
  /// The numbers with commas between: `2, 2, 3`.
  public var list: Text {
    Text(numbers: map { Numbers.short($0.plotted) })
  }

  /// The numbers with commas between and so many digits after the point: `0.50, 0.25`.
  public func list(decimals: Int) -> Text {
    Text(numbers: map { Numbers.fixed($0.plotted, decimals: decimals) })
  }
}

extension Sequence where Element == Text {
  /// The texts one under the other, for a listing.
  public var lines: Text { joined(by: "\n") }

  /// The texts with commas between.
  public var list: Text { joined(by: ", ") }

  private func joined(by separator: String) -> Text {
    let texts = Array(self)
    let gaps = texts.indices.map { "%\($0 + 1)" }.joined(separator: separator)
    return Text(template: gaps, values: texts.map { .text($0) })
  }
}
