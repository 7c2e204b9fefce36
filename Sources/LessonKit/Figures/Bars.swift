/// Bars, in groups if there are several series.
///
///     Bars(["plain", "skip"], [0.52, 0.94])
///     Bars(["8", "16", "32"], series: [train, test], names: ["training", "test"])
public struct Bars: FigureElement {
  /// Alone in its panel.
  public var content: FigureContent { .alone(.bars(self)) }

  let labels: [Text]
  let series: [[Double]]
  let names: [Text]

  /// One bar a label.
  public init(_ labels: [Text], _ values: [some Plottable]) {
    self.init(labels, series: [values])
  }

  /// A group of bars a label, one a series.
  public init(_ labels: [Text], series: [[some Plottable]], names: [Text] = []) {
    for values in series {
      precondition(
        values.count == labels.count, "Bars: \(values.count) values for \(labels.count) labels")
    }
    self.labels = labels
    self.series = series.map { $0.map(\.plotted) }
    self.names = names
  }
}

/// How often values fall into equal steps.
///
///     Histogram(samples, bins: 30)
public struct Histogram: FigureElement {
  /// On the axes, over or under others.
  public var content: FigureContent { .onAxes(.histogram(self)) }

  let values: [Double]
  let bins: Int
  let name: Text?
  let isDensity: Bool
  let colour: Int?

  /// A histogram; as density its area is 1, so that a density's curve may lie over it.
  public init(
    _ values: some Sequence<some Plottable>, bins: Int = 20, name: Text? = nil,
    isDensity: Bool = false, colour: Int? = nil
  ) {
    precondition(bins > 0, "Histogram: at least one bin is needed, not \(bins)")
    self.values = values.map(\.plotted)
    self.bins = bins
    self.name = name
    self.isDensity = isDensity
    self.colour = colour
  }
}
