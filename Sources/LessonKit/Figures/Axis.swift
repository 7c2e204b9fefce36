/// An axis of a figure: a label, and if need be a range, a logarithmic scale or chosen ticks.
///
///     Figure("Loss", x: "epoch", y: .logarithmic("loss")) { ... }
///     Figure("Error", x: Axis("hidden units", range: 0...64, ticks: [4, 16, 64])) { ... }
public struct Axis: Sendable, ExpressibleByStringInterpolation {
  let label: Text
  let range: ClosedRange<Double>?
  let isLogarithmic: Bool
  let ticks: [Double]?
  let tickLabels: [Text]?

  /// An axis without a label, as wide as its data.
  public static let automatic = Axis("")

  /// An axis.
  ///
  /// - Parameters:
  ///   - label: what it measures, with the unit.
  ///   - range: from where to where; as wide as the data by default.
  ///   - isLogarithmic: whether equal steps multiply.
  ///   - ticks: where the numbers stand.
  ///   - tickLabels: words in place of the numbers.
  public init(
    _ label: Text, range: ClosedRange<Double>? = nil, isLogarithmic: Bool = false,
    ticks: [Double]? = nil, tickLabels: [Text]? = nil
  ) {
    precondition(
      tickLabels == nil || tickLabels?.count == ticks?.count,
      "Axis: as many tick labels as ticks are needed")
    self.label = label
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.ticks = ticks
    self.tickLabels = tickLabels
  }

  /// An axis on which equal steps multiply.
  public static func logarithmic(_ label: Text, range: ClosedRange<Double>? = nil) -> Axis {
    Axis(label, range: range, isLogarithmic: true)
  }

  /// An axis with a range.
  public static func range(_ range: ClosedRange<Double>, _ label: Text = "") -> Axis {
    Axis(label, range: range)
  }

  /// An axis with a label.
  public init(stringLiteral label: String) {
    self.init(Text(stringLiteral: label))
  }

  /// An axis with a label.
  public init(stringInterpolation: Text.Interpolation) {
    self.init(Text(stringInterpolation: stringInterpolation))
  }
}
