/// One description of a picture, for the terminal and for SVG.
///
///     Figure("Where the line ended", caption: "The perceptron after six epochs",
///       x: "sepal length [cm]", y: "petal length [cm]"
///     ) {
///       Region(names: ["setosa", "versicolor"]) { x, y in neuron.predict([x, y]) }
///       Points(flowers, group: labels, names: ["setosa", "versicolor"])
///     }
///
/// ``Points``, ``Lines``, ``Region``, ``Contours``, ``Histogram`` share one pair of axes and lie
/// over one another. ``HeatMap``, ``ImageGrid``, ``Bars``, ``SpikeRaster`` and ``Graph`` stand
/// alone. Several pictures side by side are ``Panel``s in one figure.
///
/// Values that are not finite leave a gap. A figure never changes with the machine: the same
/// numbers give the same file.
public struct Figure {
  /// How the two axes are to each other.
  public enum Aspect: Sendable {
    /// The picture fills its place.
    case automatic
    /// One unit is as long to the right as upwards, so that a circle is round.
    case equal
  }

  let title: Text
  let caption: Text?
  let name: String?
  let panels: [Panel]

  /// A figure from what lies on its axes, or from several panels.
  ///
  /// - Parameters:
  ///   - title: the line above.
  ///   - caption: a sentence below.
  ///   - x: the axis to the right: a label, or an ``Axis``.
  ///   - y: the axis upwards.
  ///   - aspect: whether a unit is as long on both axes.
  ///   - name: the end of the file's name (`lesson02-name.svg`); from the title by default.
  ///   - content: the elements, the lowest first, or only panels.
  public init(
    _ title: Text, caption: Text? = nil, x: Axis = .automatic, y: Axis = .automatic,
    aspect: Aspect = .automatic, name: String? = nil,
    @FigureBuilder _ content: () -> [any FigureElement]
  ) {
    self.title = title
    self.caption = caption
    self.name = name
    let elements = content()
    let panels = elements.compactMap { element -> Panel? in
      if case .panel(let panel) = element.content { panel } else { nil }
    }
    precondition(
      panels.isEmpty || panels.count == elements.count,
      "Figure \"\(title)\": put every element into a Panel, or none")
    self.panels =
      panels.isEmpty
      ? [Panel(title: nil, x: x, y: y, aspect: aspect, elements: elements)] : panels
  }

  /// The file name without its ending: `lesson02-where-the-line-ended`.
  func slug(of card: LessonCard) -> String {
    card.slug + "-" + Figure.slug(name ?? title.english)
  }

  /// Lower-case letters and digits with hyphens between.
  static func slug(_ words: String) -> String {
    let folded = words.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    let slug = String(folded).split(separator: " ").joined(separator: "-")
    return slug.isEmpty ? "figure" : slug
  }
}

/// Something that a ``Figure`` shows.
///
/// The kinds are closed (``FigureContent``), so that no renderer can forget one. A type of your own
/// becomes an element by saying which of them it draws itself as.
public protocol FigureElement {
  /// What is drawn for it.
  var content: FigureContent { get }
}

/// All there is in figures: what lies on axes, what stands alone, and panels.
public enum FigureContent {
  /// Over others on one pair of axes.
  case onAxes(Overlay)
  /// In a panel of its own.
  case alone(Chart)
  /// One of several pictures.
  case panel(Panel)

  /// What shares a pair of axes with others.
  public enum Overlay {
    case points(Points)
    case lines(Lines)
    case region(Region)
    case contours(Contours)
    case histogram(Histogram)
  }

  /// What fills a panel.
  public enum Chart {
    case heatMap(HeatMap)
    case imageGrid(ImageGrid)
    case bars(Bars)
    case spikeRaster(SpikeRaster)
    case graph(Graph)
  }
}

/// One of several pictures in a figure: side by side in SVG, one below the other in a terminal.
public struct Panel: FigureElement {
  let title: Text?
  let x: Axis
  let y: Axis
  let aspect: Figure.Aspect
  let picture: Picture

  /// What a panel shows: a chart, or whatever lies on its axes, the lowest first.
  enum Picture {
    case chart(FigureContent.Chart)
    case axes([FigureContent.Overlay])
  }

  /// The panel itself.
  public var content: FigureContent { .panel(self) }

  /// A picture with axes of its own.
  public init(
    _ title: Text, x: Axis = .automatic, y: Axis = .automatic,
    aspect: Figure.Aspect = .automatic, @FigureBuilder _ content: () -> [any FigureElement]
  ) {
    self.init(title: title, x: x, y: y, aspect: aspect, elements: content())
  }

  init(
    title: Text?, x: Axis, y: Axis, aspect: Figure.Aspect, elements: [any FigureElement]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.aspect = aspect
    picture = Self.picture(of: elements.map(\.content))
  }

  private static func picture(of contents: [FigureContent]) -> Picture {
    var overlays: [FigureContent.Overlay] = []
    for content in contents {
      switch content {
      case .onAxes(let overlay): overlays.append(overlay)
      case .alone(let chart):
        precondition(
          contents.count == 1,
          "Figure: a heat map, image grid, bar chart, spike raster or graph needs a panel of its own"
        )
        return .chart(chart)
      case .panel: preconditionFailure("Figure: a Panel cannot stand within a Panel")
      }
    }
    return .axes(overlays)
  }
}

/// Collects the elements between a figure's braces; `if` and `for` work.
@resultBuilder
public enum FigureBuilder {
  /// One element.
  public static func buildExpression(_ element: any FigureElement) -> [any FigureElement] {
    [element]
  }

  /// Several elements at once.
  public static func buildExpression(_ elements: [any FigureElement]) -> [any FigureElement] {
    elements
  }

  /// One after the other.
  public static func buildBlock(_ parts: [any FigureElement]...) -> [any FigureElement] {
    parts.flatMap { $0 }
  }

  /// `if` without `else`.
  public static func buildOptional(_ part: [any FigureElement]?) -> [any FigureElement] {
    part ?? []
  }

  /// `if`.
  public static func buildEither(first part: [any FigureElement]) -> [any FigureElement] { part }

  /// `else`.
  public static func buildEither(second part: [any FigureElement]) -> [any FigureElement] { part }

  /// `for`.
  public static func buildArray(_ parts: [[any FigureElement]]) -> [any FigureElement] {
    parts.flatMap { $0 }
  }
}
