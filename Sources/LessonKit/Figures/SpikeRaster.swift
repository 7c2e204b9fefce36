/// Which neuron fired when: a line a neuron, a stroke a spike.
///
///     SpikeRaster([receptor, touch, cold], names: ["receptor", "touch", "cold"])
public struct SpikeRaster: FigureElement {
  /// Alone in its panel.
  public var content: FigureContent { .alone(.spikeRaster(self)) }

  let trains: [[Bool]]
  let names: [Text]
  let firstTime: Int

  /// A raster from `[neuron][time]`.
  public init(_ trains: [[Bool]], names: [Text] = [], firstTime: Int = 0) {
    precondition(
      names.isEmpty || names.count == trains.count,
      "SpikeRaster: \(names.count) names for \(trains.count) neurons")
    self.trains = trains
    self.names = names
    self.firstTime = firstTime
  }

  /// A raster from `[neuron][time]`, where anything but 0 is a spike.
  public init(_ trains: [[some Plottable]], names: [Text] = [], firstTime: Int = 0) {
    self.init(
      trains.map { $0.map { $0.plotted != 0 && !$0.plotted.isNaN } }, names: names,
      firstTime: firstTime)
  }
}
