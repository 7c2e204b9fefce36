/// One or several curves.
///
///     Lines(x: 1...10, y: mistakes, name: "mistakes")
///     Lines(x: 1...20, [trainError, testError], names: ["training", "test"])
///     Lines(over: 0...1, name: "y = x^2") { x in x * x }
///     Lines.horizontal(at: 0.96, name: "gate", style: .dashed)
public struct Lines: FigureElement {
  /// On the axes, over or under others.
  public var content: FigureContent { .onAxes(.lines(self)) }

  /// How a curve is drawn.
  public enum Style: Sendable {
    case solid
    case dashed
    case dotted
    /// Thin and pale: for one of many.
    case faint
  }

  /// What a curve is given by.
  enum Shape {
    case path(x: [Double], y: [Double])
    case horizontal(Double)
    case vertical(Double)
    case function(ClosedRange<Double>, (Double) -> Double)
  }

  let shapes: [Shape]
  let names: [Text]
  let style: Style
  let colour: Int?

  private init(_ shapes: [Shape], _ names: [Text], _ style: Style, _ colour: Int?) {
    self.shapes = shapes
    self.names = names
    self.style = style
    self.colour = colour
  }

  /// One curve through points.
  ///
  /// - Parameters:
  ///   - x: to the right; a range works: `1...10`.
  ///   - y: upwards, as many as `x`.
  ///   - name: its name in the legend.
  ///   - style: solid, dashed, dotted or faint.
  ///   - colour: the number of a group, to have its colour.
  public init(
    x: some Sequence<some Plottable>, y: some Sequence<some Plottable>, name: Text? = nil,
    style: Style = .solid, colour: Int? = nil
  ) {
    let (x, y) = (x.map(\.plotted), y.map(\.plotted))
    precondition(x.count == y.count, "Lines: \(x.count) x for \(y.count) y")
    self.init([.path(x: x, y: y)], name.map { [$0] } ?? [], style, colour)
  }

  /// One curve over 0, 1, 2, ...
  public init(
    y: some Sequence<some Plottable>, name: Text? = nil, style: Style = .solid,
    colour: Int? = nil
  ) {
    let y = y.map(\.plotted)
    self.init(x: y.indices, y: y, name: name, style: style, colour: colour)
  }

  /// Several curves over the same `x`.
  public init(
    x: some Sequence<some Plottable>, _ curves: [[some Plottable]], names: [Text] = [],
    style: Style = .solid, colour: Int? = nil
  ) {
    let x = x.map(\.plotted)
    for curve in curves {
      precondition(x.count == curve.count, "Lines: \(x.count) x for \(curve.count) y")
    }
    self.init(curves.map { .path(x: x, y: $0.map(\.plotted)) }, names, style, colour)
  }

  /// A path through rows of `[x, y]`, in their order.
  public init(
    path rows: [[some Plottable]], name: Text? = nil, style: Style = .solid, colour: Int? = nil
  ) {
    precondition(rows.allSatisfy { $0.count == 2 }, "Lines: each row needs to be [x, y]")
    self.init(
      x: rows.map { $0[0] }, y: rows.map { $0[1] }, name: name, style: style, colour: colour)
  }

  /// The graph of a function.
  public init(
    over range: ClosedRange<Double>, name: Text? = nil, style: Style = .solid,
    colour: Int? = nil, _ function: @escaping (Double) -> Double
  ) {
    self.init([.function(range, function)], name.map { [$0] } ?? [], style, colour)
  }

  /// A level line from edge to edge.
  public static func horizontal(
    at y: some Plottable, name: Text? = nil, style: Style = .dashed, colour: Int? = nil
  ) -> Lines {
    Lines([.horizontal(y.plotted)], name.map { [$0] } ?? [], style, colour)
  }

  /// An upright line from edge to edge.
  public static func vertical(
    at x: some Plottable, name: Text? = nil, style: Style = .dashed, colour: Int? = nil
  ) -> Lines {
    Lines([.vertical(x.plotted)], name.map { [$0] } ?? [], style, colour)
  }
}
